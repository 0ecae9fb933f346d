#include "report/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "report/comment.hpp"

namespace postbox::report {
namespace {

std::size_t rated(const Counts& counts, std::initializer_list<const char*> values) {
  std::size_t sum = 0;
  for (const char* value : values) {
    const auto found = counts.rating.find(value);
    if (found != counts.rating.end()) sum += found->second;
  }
  return sum;
}

// The areas with the most feedback, most first; of two with as many, the one that lists name first.
std::vector<ServiceArea> common_areas(const Counts& counts) {
  std::vector<ServiceArea> areas(service_areas.begin(), service_areas.end());
  const auto count = [&counts](ServiceArea area) { return counts.area[postbox::index_of(area)]; };
  std::erase_if(areas, [&count](ServiceArea area) { return count(area) == 0; });
  std::stable_sort(areas.begin(), areas.end(),
                   [&count](ServiceArea a, ServiceArea b) { return count(a) > count(b); });
  return areas;
}

std::string about(const Wording& wording, const Counts& counts) {
  const std::vector<ServiceArea> areas = common_areas(counts);
  if (areas.empty()) return "";
  const auto named = [&](ServiceArea area) {
    return fmt::format("{} ({})", area_name(wording, area), counts.area[postbox::index_of(area)]);
  };
  // One piece of feedback has no "most often".
  std::string sentence =
      (counts.all == 1 || areas.size() == 1 ? ", about " : ", most often about ") + named(areas[0]);
  if (areas.size() > 1) sentence += " and " + named(areas[1]);
  return sentence;
}

std::string ratings(const Counts& counts) {
  const std::size_t good = rated(counts, {"very-good", "good"});
  const std::size_t poor = rated(counts, {"poor", "very-poor"});
  const std::size_t all = good + poor + rated(counts, {"neither"});
  if (all == 0) return "";
  if (all == 1) {
    return fmt::format(" The one who rated their experience said {}.", good == 1   ? "good or very good"
                                                                       : poor == 1 ? "poor or very poor"
                                                                                   : "neither good nor poor");
  }
  return fmt::format(
      " Of the {} who rated their experience, {} said good or very good and {} said poor or very poor.", all,
      good, poor);
}

}  // namespace

std::string summary_sentence(const PackFacts& facts, const Wording& wording, const Counts& counts) {
  const std::string posted = other_months(counts, facts.month);
  return fmt::format("{} {} {}{}.{}", counts.all,
                     counts.all == 1 ? "piece of feedback from" : "pieces of feedback from",
                     posted.empty() ? facts.month.name() : posted, about(wording, counts), ratings(counts));
}

std::string change_sentence(const PackFacts& facts, const Counts& counts) {
  if (!facts.before) return "";
  const std::size_t before = facts.before->all;
  const std::string now = counts.all == before  ? "as many as now"
                          : counts.all > before ? fmt::format("{} more now", counts.all - before)
                                                : fmt::format("{} fewer now", before - counts.all);
  return fmt::format("{} brought {}: {}. Small numbers go up and down by chance.",
                     facts.month.previous().name(), before == 0 ? "none" : fmt::to_string(before), now);
}

}  // namespace postbox::report
