#include "disclosure/network.hpp"

#include <limits>

namespace postbox::disclosure {
namespace {

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();

struct Way {
  std::int64_t cost = unreached;
  std::vector<std::size_t> newly_hidden;
};

// The cheapest way from a node to all others (Bellman and Ford: the networks are small).
class Search {
 public:
  Search(const std::vector<Arc>& arcs, std::size_t without, std::size_t start, std::size_t nodes)
      : arcs_(arcs), cost_(nodes, unreached), came_by_(nodes, arcs.size()), came_from_(nodes, start) {
    cost_[start] = 0;
    for (bool better = true; better;) {
      better = false;
      for (std::size_t i = 0; i < arcs.size(); ++i) {
        if (i != without && take(i)) better = true;
      }
    }
  }

  Way to(std::size_t goal) const {
    Way way{cost_[goal], {}};
    if (way.cost == unreached) return way;
    for (std::size_t node = goal; came_by_[node] < arcs_.size(); node = came_from_[node]) {
      if (!arcs_[came_by_[node]].is_hidden) way.newly_hidden.push_back(came_by_[node]);
    }
    return way;
  }

 private:
  bool take(std::size_t i) {
    const Arc& arc = arcs_[i];
    if (!arc.is_hidden && !arc.cost_to_hide) return false;
    const std::int64_t cost = arc.is_hidden ? 0 : *arc.cost_to_hide;
    const bool forward = step(i, arc.from, arc.to, cost);  // one more of it
    const bool back = arc.value > arc.least && step(i, arc.to, arc.from, cost);
    return forward || back;
  }
  bool step(std::size_t arc, std::size_t from, std::size_t to, std::int64_t cost) {
    if (cost_[from] == unreached || cost_[from] + cost >= cost_[to]) return false;
    cost_[to] = cost_[from] + cost;
    came_by_[to] = arc;
    came_from_[to] = from;
    return true;
  }

  const std::vector<Arc>& arcs_;
  std::vector<std::int64_t> cost_;
  std::vector<std::size_t> came_by_;
  std::vector<std::size_t> came_from_;
};

}  // namespace

std::optional<std::vector<std::size_t>> needed_to_protect(const std::vector<Arc>& arcs, std::size_t arc,
                                                          std::size_t nodes) {
  const Arc& asked = arcs[arc];
  Way best = Search(arcs, arc, asked.to, nodes).to(asked.from);  // it could be one more
  if (asked.value > asked.least) {
    Way other = Search(arcs, arc, asked.from, nodes).to(asked.to);  // or one less
    if (other.cost < best.cost) best = std::move(other);
  }
  if (best.cost == unreached) return std::nullopt;
  return best.newly_hidden;
}

}  // namespace postbox::disclosure
