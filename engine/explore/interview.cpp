#include "engine/explore/interview.hpp"

#include <algorithm>
#include <set>

#include "engine/explore/interview_cells.hpp"
#include "engine/explore/interview_choice.hpp"
#include "engine/explore/interview_prospects.hpp"
#include "engine/explore/interview_table.hpp"

namespace grotius::explore {

using analyse::Inquiry;
using analyse::Verdict;
using ground::InputId;

namespace {

/// Where the interview stands after what was said.
struct InterviewState {
  std::optional<Table> table;  ///< where the completions are few: those that are left, of what can still be asked
  Answers possible = 0;
  std::optional<InputId> next;
};

}  // namespace

class Interview::Impl {
 public:
  Impl(const model::Question& question, const InterviewOptions& options) : question_(question), options_(options) {}

  bool begin(analyse::Worlds& worlds, Diagnostics& diagnostics) {
    const auto world = worlds.world(question_, diagnostics);
    if (!world) return false;
    inquiry_.world = *world;
    if (!ground_question(inquiry_, question_, options_.open, diagnostics)) return false;
    at_first_ = inquiry_.knowledge;
    open_ = inquiry_.open;
    open_.insert(open_.end(), inquiry_.open_apart.begin(), inquiry_.open_apart.end());
    try {
      stand();
      if (standing_.possible == 0) return report(diagnostics);
    } catch (const analyse::GaveUp& why) {
      give_up(why.reason);
    }
    publish();
    return true;
  }

  Taken reply(std::optional<std::int64_t> value) {
    const InputId input = next->input;
    if (value && !in_domain(next->domain, *value)) return Taken::out_of_range;
    const InterviewState before = standing_;
    said.push_back({input, value});
    try {
      if (standing_.table) {
        if (narrow(*standing_.table, said.back())) {
          choose();
        } else {
          standing_.possible = 0;
        }
      } else {
        stand();
      }
      if (standing_.possible == 0) {
        said.pop_back();
        standing_ = before;
        if (!standing_.table) learn();
        return Taken::impossible;
      }
    } catch (const analyse::GaveUp& why) {
      give_up(why.reason);
    }
    publish();
    return Taken::taken;
  }

  bool back() {
    if (said.empty()) return false;
    said.pop_back();
    reason.clear();
    try {
      stand();
    } catch (const analyse::GaveUp& why) {
      give_up(why.reason);
    }
    publish();
    return true;
  }

  std::vector<Outlook> outlook() {
    std::vector<Outlook> list;
    try {
      if (next && standing_.table) by_cells(list);
      if (next && !standing_.table) by_search(list);
    } catch (const analyse::GaveUp&) {
      list.clear();
    }
    return list;
  }

  std::vector<InputId> unsaid() const {
    std::vector<InputId> rest;
    for (InputId input : open_)
      if (std::ranges::find(said, input, &Said::input) == said.end()) rest.push_back(input);
    return rest;
  }

  const model::Question& question() const { return question_; }
  const Inquiry& inquiry() const { return inquiry_; }

  std::vector<Said> said;
  std::vector<Verdict> possible;
  std::optional<Inquired> next;
  std::string reason;

 private:
  static bool in_domain(const ground::Domain& domain, std::int64_t value) {
    if (!domain.values.empty()) return std::ranges::find(domain.values, value) != domain.values.end();
    return Range{domain.low, domain.high}.contains(value);
  }

  bool report(Diagnostics& diagnostics) {
    analyse::report_impossible(inquiry_, options_.seconds, diagnostics);
    return false;
  }

  /// Values of the inputs that are not open: as they are known; of those that only requirements tie together, values that meet these. Nothing
  /// where there are none.
  std::optional<analyse::Completion> others() const {
    if (inquiry_.open_apart.empty()) {
      analyse::Completion values;
      for (const ground::Domain& domain : inquiry_.knowledge) values.push_back(some_value(domain));
      return values;
    }
    std::vector<search::Wanted> wanted;
    for (ground::NodeId node : undone_) wanted.push_back({node, false});
    const std::vector<ground::NodeId> required = inquiry_.required();
    search::Search search(inquiry_.program, inquiry_.knowledge, required);
    const search::Outcome found = search.find(wanted);
    if (found == search::Outcome::none) return std::nullopt;
    if (found == search::Outcome::found) return search.model();
    const auto solver = solve::make_solver(inquiry_.program, inquiry_.knowledge, {options_.seconds});
    for (ground::NodeId node : required) solver->require(solve::node_is(node, true));
    for (ground::NodeId node : undone_) solver->require(solve::node_is(node, false));
    const solve::Outcome outcome = solver->check();
    if (outcome == solve::Outcome::unknown) throw analyse::GaveUp{solver->reason()};
    if (outcome == solve::Outcome::unsatisfiable) return std::nullopt;
    return solver->model();
  }

  /// What the inquiry knows after everything that was said, and `further`.
  void learn(const std::optional<Said>& further = std::nullopt) {
    ground::Knowledge knowledge = at_first_;
    undone_.clear();
    silent_.clear();
    const auto add = [&](const Said& one) {
      if (!one.value) {
        silent_.insert(one.input);
        return;
      }
      knowledge[ground::index(one.input)] = {{*one.value}, {}, {}};
      const bool deed = inquiry_.program[one.input].kind == ground::Input::Kind::deed;
      if (deed && *one.value == 0) undone_.push_back(inquiry_.done[ground::index(one.input)]);
    };
    for (const Said& one : said) add(one);
    if (further) add(*further);
    know(inquiry_, std::move(knowledge));
  }

  /// From the beginning: of what is known and can be asked, a table if it is small, else by search.
  void stand() {
    learn();
    standing_ = {};
    const auto rest = others();
    if (!rest) return;
    standing_.table = tabulate(inquiry_, undone_, *rest, options_.rows);
    if (standing_.table) {
      for (InputId input : silent_)
        if (const auto column = column_of(*standing_.table, input)) standing_.table = forget(*standing_.table, *column);
      choose();
      return;
    }
    Prospects prospects(inquiry_, undone_, silent_, options_.seconds);
    standing_.possible = prospects.possible();
    standing_.next = prospects.best();
  }

  static std::optional<std::size_t> column_of(const Table& table, InputId input) {
    const auto column = std::ranges::find(table.columns, input, &Column::input);
    if (column == table.columns.end()) return std::nullopt;
    return static_cast<std::size_t>(column - table.columns.begin());
  }

  /// False where no row has the value.
  static bool narrow(Table& table, const Said& one) {
    const auto column = column_of(table, one.input);
    if (!one.value) {
      table = forget(table, *column);
      return true;
    }
    const auto cell = table.columns[*column].cell(*one.value);
    if (!cell) return false;
    table = select(table, *column, *cell);
    return table.rows() > 0;
  }

  // Columns that cannot matter are left out, each with the rows joined that it alone told apart, so that the choice has less to do.
  void choose() {
    Table& table = *standing_.table;
    standing_.possible = table.possible();
    standing_.next.reset();
    for (std::size_t column = 0; column < table.columns.size();) {
      if (matters(table, column)) {
        ++column;
      } else {
        table = forget(table, column);
      }
    }
    if (const auto column = Choice(table).best()) standing_.next = table.columns[*column].input;
  }

  void give_up(const std::string& why) {
    standing_ = {};
    for (Verdict verdict : {Verdict::yes, Verdict::no, Verdict::contested, Verdict::silent})
      standing_.possible |= only(verdict);
    reason = why;
  }

  void publish() {
    possible = listed(standing_.possible);
    next.reset();
    if (standing_.next) next = Inquired{*standing_.next, at_first_[ground::index(*standing_.next)]};
  }

  void by_cells(std::vector<Outlook>& list) const {
    const Table& table = *standing_.table;
    const std::size_t column = *column_of(table, next->input);
    for (std::size_t cell = 0; cell < table.columns[column].cells.size(); ++cell) {
      Answers answers = 0;
      for (std::size_t row = 0; row < table.rows(); ++row)
        if (table.at(row, column) == cell) answers |= table.answers[row];
      add(list, table.columns[column].cells[cell], answers);
    }
  }

  void by_search(std::vector<Outlook>& list) {
    constexpr std::size_t kMost = 64;
    const auto cells = cells_of(inquiry_, {inquiry_.program, inquiry_.certain}, next->input, kMost);
    if (!cells) return;
    for (const Range& cell : *cells) {
      learn(Said{next->input, some_value(cell)});
      add(list, cell, Prospects(inquiry_, undone_, silent_, options_.seconds).possible());
    }
    learn();
  }

  /// Neighbouring values that leave the same are one.
  static void add(std::vector<Outlook>& list, const Range& values, Answers answers) {
    if (answers == 0) return;
    std::vector<Verdict> left = listed(answers);
    const bool joins = !list.empty() && list.back().possible == left && list.back().values.high && values.low &&
                       *list.back().values.high + 1 == *values.low && !(values.low == values.high);
    if (joins) {
      list.back().values.high = values.high;
    } else {
      list.push_back({values, std::move(left)});
    }
  }

  model::Question question_;
  InterviewOptions options_;
  Inquiry inquiry_;
  ground::Knowledge at_first_;
  std::vector<InputId> open_;
  Undone undone_;
  std::set<InputId> silent_;
  InterviewState standing_;
};

std::unique_ptr<Interview> Interview::begin(analyse::Worlds& worlds, const model::Question& question,
                                            const InterviewOptions& options, Diagnostics& diagnostics) {
  auto impl = std::make_unique<Impl>(question, options);
  if (!impl->begin(worlds, diagnostics)) return nullptr;
  return std::unique_ptr<Interview>(new Interview(std::move(impl)));
}

Interview::Interview(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Interview::~Interview() = default;

const model::Question& Interview::question() const { return impl_->question(); }
const ground::World& Interview::world() const { return impl_->inquiry().world; }
const ground::Input& Interview::input(InputId id) const { return impl_->inquiry().program[id]; }
const std::vector<Verdict>& Interview::possible() const { return impl_->possible; }
const std::optional<Inquired>& Interview::next() const { return impl_->next; }
const std::string& Interview::reason() const { return impl_->reason; }
std::vector<Outlook> Interview::outlook() { return impl_->outlook(); }
Taken Interview::reply(std::optional<std::int64_t> value) { return impl_->reply(value); }
bool Interview::back() { return impl_->back(); }
const std::vector<Said>& Interview::said() const { return impl_->said; }
std::vector<InputId> Interview::unsaid() const { return impl_->unsaid(); }

}  // namespace grotius::explore
