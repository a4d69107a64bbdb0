#include "cli/verify/question.hpp"

#include <algorithm>

#include "cli/verify/refusal.hpp"
#include "cli/verify/steps.hpp"
#include "grammar/parse.hpp"

namespace grotius::verify {

using nlohmann::json;

namespace {

/// The question that stands at a place of the files; none: it was put on a command line.
const syntax::Item* standing(const Law& law, const Spots& spots, const std::string& at) {
  const std::string_view file = std::string_view(at).substr(0, at.rfind(':', at.rfind(':') - 1));
  const auto source = spots.source(file);
  if (!source || !law.home(*source) || law.modules[*law.home(*source)].file->source != *source)
    return nullptr;
  for (const syntax::Item& item : law.modules[*law.home(*source)].file->items)
    if (std::holds_alternative<syntax::Question>(item.node) && spots.same_place(at, item.span))
      return &item;
  throw DoesNotFollow{"no question stands at " + at};
}

syntax::Name named(std::string_view text) { return {{}, text, {}}; }

/// The parts of the head, as texts: both of a question of a file and of one of a command line.
class Reader {
 public:
  Reader(Law& law, Spots& spots, CommandLine& command_line, const json& head)
      : law_(law),
        spots_(spots),
        command_line_(command_line),
        head_(head),
        at_(text_member(head, "at")) {
    const syntax::Item* item = standing(law, spots, at_);
    written_ = item == nullptr ? nullptr : &std::get<syntax::Question>(item->node);
    if (item != nullptr) question_.asking = law.home(item->span.source);
  }

  Question read() {
    situation();
    const Situation& situation = law_.situations[question_.situation];
    if (written_ == nullptr) question_.asking = situation.module;
    from_ = written_ != nullptr || law_.modules[*question_.asking].anonymous() ? question_.asking
                                                                               : std::nullopt;
    date();
    const Scene scene(law_, question_.situation, question_.date, false);
    asked(scene);
    norm_set(scene);
    settings(scene);
    return question_;
  }

 private:
  [[noreturn]] void other(const std::string& what) const {
    throw DoesNotFollow{"the question at " + at_ + " is another one: " + what};
  }

  void situation() {
    const std::string name = text_member(head_, "in");
    if (written_ != nullptr && written_->situation->text != name)
      other("it is about the situation " + std::string(written_->situation->text));
    const auto found =
        law_.find(Space::situation, written_ != nullptr ? *written_->situation : named(name),
                  question_.asking);
    if (!found) throw DoesNotFollow{"there is no situation " + name};
    question_.situation = found->ref;
  }

  void date() {
    const json& on = member(head_, "on");
    std::optional<Date> claimed;
    if (!on.is_null()) claimed = parse_date(text_member(head_, "on"));
    if (!on.is_null() && !claimed) throw DoesNotFollow{"the question has no date"};
    std::optional<Date> own;
    if (written_ != nullptr && written_->on) own = written_->on->date;
    for (std::optional<Index> at = question_.situation; at && !own; at = law_.situations[*at].above)
      if (const auto& written = law_.situations[*at].item->on) own = written->date;
    if (written_ != nullptr && own != claimed)
      other("it is asked on " + (own ? to_string(*own) : "no date"));
    // On a command line the question may have a date of its own; without one it is that of the
    // situation.
    if (!claimed && own) throw DoesNotFollow{"the situation has a date, and the question has none"};
    question_.date = claimed;
  }

  void asked(const Scene& scene) {
    const json& text = member(head_, "expression");
    if (!text.is_null()) return expression();
    const std::string action = text_member(head_, "action");
    std::vector<std::string> names;
    for (const json& one : member(head_, "arguments")) names.push_back(one.get<std::string>());
    Act act;
    if (written_ != nullptr) {
      const auto* application = std::get_if<syntax::Application>(&written_->asked.front().node);
      if (application == nullptr || application->name.text != action ||
          application->arguments.size() != names.size())
        other("it asks something else");
      act.action = law_.need(Entity::action, application->name, from_);
      for (const syntax::Expression& argument : application->arguments)
        act.arguments.push_back(static_cast<Index>(*law_.constant(argument, &scene.locals).least));
      for (std::size_t i = 0; i < names.size(); ++i)
        if (law_.individuals[act.arguments[i]].name != names[i])
          other("it asks about somebody else");
    } else {
      act.action = law_.need(Entity::action, named(action), from_);
      for (const std::string& name : names) act.arguments.push_back(scene.individual(name));
    }
    if (act.arguments.size() != law_.actions[act.action].roles.size())
      throw DoesNotFollow{"the act of the question has other roles"};
    question_.act = std::move(act);
  }

  void expression() {
    const std::string text = text_member(head_, "expression");
    if (written_ != nullptr) {
      question_.expression = &written_->asked.front();
      if (law_.sources.text(question_.expression->span) != text) other("it asks something else");
      const auto* application = std::get_if<syntax::Application>(&question_.expression->node);
      const auto meant = application == nullptr
                             ? std::nullopt
                             : law_.find(Space::vocabulary, application->name, from_);
      if (meant && meant->kind == Entity::action) other("it asks about an act");
      return;
    }
    Diagnostics diagnostics;
    const std::string name(at_.substr(0, at_.rfind(':', at_.rfind(':') - 1)));
    const SourceId source = command_line_.sources.add(name, text);
    auto parsed = parse_expression(command_line_.sources, source, diagnostics);
    if (!parsed) throw CannotCheck{"the question `" + text + "` cannot be read"};
    if (from_) law_.let_stand_in(source, *from_);
    command_line_.expressions.push_back(std::move(*parsed));
    question_.expression = &command_line_.expressions.back();
    spots_.add(*question_.expression);
  }

  void norm_set(const Scene& scene) {
    std::vector<Index> claimed;
    for (const json& one : member(head_, "under")) {
      const auto module = law_.module(one.get<std::string>());
      if (!module) throw DoesNotFollow{"there is no module " + one.dump()};
      claimed.push_back(*module);
    }
    const json& holder = member(head_, "as_held_by");
    if (!holder.is_null()) {
      const auto name = text_member(head_, "as_held_by");
      if (written_ != nullptr && (!written_->as_held_by || written_->as_held_by->text != name))
        other("it is not asked as held by " + name);
      question_.under =
          verify::norm_set(law_, accepted_by(scene, scene.individual(name)), {}).asked;
      return;
    }
    if (written_ != nullptr && written_->as_held_by) other("it is asked as held by somebody");
    std::vector<Index> meant;
    if (written_ != nullptr && !written_->under.empty()) {
      for (const syntax::Name& name : written_->under)
        if (const auto module = law_.module(name.text)) meant.push_back(*module);
    } else if (written_ != nullptr) {
      meant = only();
    } else {
      meant = claimed;
    }
    const auto sorted = [&](std::vector<Index> modules) {
      return verify::norm_set(law_, std::move(modules), {}).asked;
    };
    if (sorted(meant) != sorted(claimed)) other("it is asked under other modules");
    question_.under = sorted(meant);
  }

  /// The only module that no other uses.
  std::vector<Index> only() const {
    std::vector<Index> result;
    for (Index i = 0; i < law_.modules.size(); ++i) {
      const auto uses = [&](const Module& other) {
        return !other.anonymous() && (std::ranges::find(other.uses, i) != other.uses.end() ||
                                      std::ranges::find(other.includes, i) != other.includes.end());
      };
      if (!law_.modules[i].anonymous() && std::ranges::none_of(law_.modules, uses))
        result.push_back(i);
    }
    if (result.size() > 1)
      throw CannotCheck{"it is not said under which norms the question at " + at_ + " is asked"};
    return result;
  }

  void settings(const Scene& scene) {
    const json& with = member(head_, "with");
    if (written_ == nullptr) {
      for (const auto& [name, value] : with.items())
        set(law_.need(Entity::parameter, named(name), from_), value, scene);
      return;
    }
    if (with.size() != written_->with.size()) other("it sets other parameters");
    for (const syntax::Setting& setting : written_->with) {
      const std::string name(setting.parameter.text);
      if (!with.contains(name)) other("it sets " + name);
      const Index parameter = law_.need(Entity::parameter, setting.parameter, from_);
      set(parameter, with.at(name), scene);
      std::optional<std::int64_t> value;
      if (!setting.value.empty()) value = law_.constant(setting.value.front(), &scene.locals).least;
      if (question_.with[parameter] != value) other("it sets " + name + " to another value");
    }
  }

  void set(Index parameter, const json& value, const Scene& scene) {
    if (value.is_string() && value.get<std::string>() == "unknown") {
      question_.with[parameter] = std::nullopt;
      return;
    }
    if (value.is_number_integer()) {
      question_.with[parameter] = value.get<std::int64_t>();
      return;
    }
    const auto text = value.get<std::string>();
    const auto date = parse_date(text);
    question_.with[parameter] =
        date ? date->day : static_cast<std::int64_t>(scene.individual(text));
  }

  Law& law_;
  Spots& spots_;
  CommandLine& command_line_;
  const json& head_;
  std::string at_;
  const syntax::Question* written_ = nullptr;
  std::optional<Index> from_;
  Question question_;
};

}  // namespace

Question read_question(Law& law, Spots& spots, CommandLine& command_line, const json& head) {
  return Reader(law, spots, command_line, head).read();
}

void check_expectation(const Law& law, const Spots& spots, const json& head) {
  const std::string at = text_member(member(head, "question"), "at");
  const syntax::Item* item = standing(law, spots, at);
  const auto& expect = item == nullptr ? std::optional<syntax::Name>()
                                       : std::get<syntax::Question>(item->node).expect;
  const json& claimed = member(head, "expected");
  if (expect ? claimed != json(std::string(expect->text)) : !claimed.is_null())
    throw DoesNotFollow{"`expected` is not what the question says"};
  const json& as_expected = member(head, "as_expected");
  if (!expect) {
    if (!as_expected.is_null()) throw DoesNotFollow{"the question expects nothing"};
    return;
  }
  const bool meets =
      std::ranges::any_of(std::vector{"answer", "status", "must", "can"}, [&](const char* part) {
        const std::string_view word = expect->text;
        const bool of_part =
            word == "exempt"                            ? std::string_view(part) == "must"
            : word == "empowered" || word == "disabled" ? std::string_view(part) == "can"
            : word == "yes" || word == "no" || word == "contested" || word == "depends"
                ? std::string_view(part) == "answer"
                : std::string_view(part) == "status";
        return of_part && member(head, part) == json(std::string(word));
      });
  if (as_expected != json(meets))
    throw DoesNotFollow{"`as_expected` does not compare the answer with what is expected"};
}

}  // namespace grotius::verify
