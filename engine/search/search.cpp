#include "engine/search/search.hpp"

#include "engine/search/core.hpp"

namespace grotius::search {

Search::Search(const ground::Program& program, const ground::Knowledge& knowledge,
               std::span<const ground::NodeId> required)
    : core_(std::make_unique<Core>(prepare(program, knowledge, required))) {
  core_->narrow();
}
Search::~Search() = default;
Search::Search(Search&&) noexcept = default;
Search& Search::operator=(Search&&) noexcept = default;

Outcome Search::find(std::span<const ground::NodeId> goals, std::uint64_t budget) {
  goals_.clear();
  for (ground::NodeId goal : goals) goals_.push_back(core_->gates().of_node[ground::index(goal)]);
  return core_->query(goals_, budget);
}

Outcome Search::find(std::span<const Wanted> goals, std::uint64_t budget) {
  goals_.clear();
  for (const Wanted& goal : goals)
    goals_.push_back(core_->gates().of_node[ground::index(goal.node)] ^ (goal.holds ? 0u : 1u));
  return core_->query(goals_, budget);
}

Outcome Search::consistent() const { return core_->consistent(); }
const std::vector<std::int64_t>& Search::model() const { return core_->model(); }
const std::string& Search::reason() const { return core_->reason(); }
std::uint64_t Search::decisions() const { return core_->decisions(); }

}  // namespace grotius::search
