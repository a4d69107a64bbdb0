#pragma once
// Makes the lines of an outline from claims. Private to `why_outline.cpp` and its files: statuses
// and norms, conditions, members of quantifiers.

#include <functional>
#include <map>

#include "cli/derivation_words.hpp"
#include "cli/why_claims.hpp"
#include "cli/why_outline.hpp"

namespace grotius::cli {

class WhyBuilder {
 public:
  WhyBuilder(const model::Model& model, const Claims& claims, const WhyOptions& options)
      : words(model, claims.all()),
        model_(model),
        claims_(claims),
        shapes_(model, claims.all()),
        options_(options) {}

  /// The norms about an act in three groups: that stand, that are defeated, that do not apply.
  /// Groups of one act after the first may hold norms that were shown before; they are named in one
  /// line.
  std::vector<Node> groups(explain::StepId status);
  /// What a use of a claim says, as a reader sees it: claims that only join or apply others are
  /// passed through.
  std::vector<Node> lines(explain::StepId use, std::size_t level);

  DerivationWords words;

 private:
  using Lines = std::function<std::vector<Node>()>;

  // norms (why_norms.cpp)
  Node norm(explain::StepId stands, std::size_t level);
  std::vector<Node> grounds_of_standing(const explain::Step& stands, std::size_t level);
  std::vector<Node> norms(explain::StepId status, std::size_t level);
  std::vector<Node> conditions(const explain::Step& applies, std::size_t level);
  Node undecided(const explain::Step::Undecided& open);

  // claims (why_lines.cpp)
  Node line(explain::StepId id) const;
  Node node(explain::StepId id, std::size_t level);
  std::vector<Node> all(const std::vector<explain::StepId>& uses, std::size_t level);
  std::vector<Node> of_definition(const explain::Step& step, std::size_t level);
  std::vector<Node> of_deed(const explain::Step& step, Node& node, std::size_t level);
  std::string place(const explain::Step& step) const;
  bool has_grounds(const explain::Step& step) const;
  /// Writes the grounds of a line, unless they stand elsewhere or lie too deep.
  void ground(Node& node, explain::StepId id, std::size_t level, const Lines& grounds);
  void said_in_full(explain::StepId id);

  // expressions (why_conditions.cpp)
  std::vector<Node> expression(explain::StepId id, std::size_t level);
  std::vector<Node> implication(explain::StepId id, std::size_t level);
  std::vector<Node> witness(explain::StepId id, std::size_t level);
  std::vector<Node> status_operator(explain::StepId id, std::size_t level);
  std::vector<Node> questions(const std::vector<explain::StepId>& uses, std::size_t level);

  // members (why_members.cpp)
  struct Member {
    std::vector<explain::StepId> uses;
    std::vector<model::IndividualId> who;
  };
  std::vector<Node> members(const explain::Step& quantifier, std::size_t level);
  std::vector<Member> members_of(const explain::Step& quantifier) const;
  std::vector<std::vector<const Member*>> alike(const explain::Step& quantifier,
                                                const std::vector<Member>& members);
  std::vector<Node> group(const explain::Step& quantifier, const std::vector<const Member*>& alike,
                          std::size_t all, bool rest, std::size_t level);
  std::string whom(const explain::Step& quantifier, const std::vector<std::string>& names,
                   std::size_t all, bool rest, bool counts) const;

  const explain::Step& at(explain::StepId id) const { return claims_.all().steps[id]; }
  bool speaks_of_called(const explain::Step& step) const;

  const model::Model& model_;
  const Claims& claims_;
  Shapes shapes_;
  const WhyOptions& options_;
  std::map<explain::StepId, std::size_t> written_;
  /// Norms of the groups that are being made: their grounds stand there, wherever else they are
  /// spoken of.
  std::map<explain::StepId, std::size_t> planned_;
  /// Within a line about many, what is written about one of them stands for no other place.
  std::vector<std::map<explain::StepId, std::size_t>> among_;
  std::size_t writings_ = 0;
};

}  // namespace grotius::cli
