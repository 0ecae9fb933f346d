// What is wrong with a set of routes: gaps, overlaps and districts that are none.
//
// The routes of one area and district are laid on a line of days in the order of their first day. Whatever is
// not covered between the first day of the earliest route and for ever is a gap; whatever begins before an
// earlier one has ended is an overlap.
#include <fmt/format.h>

#include <algorithm>

#include "deliver/routes.hpp"

namespace postbox::deliver {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days for_ever = std::chrono::year{9999} / 12 / 31;

struct Line {  // the routes of one area and district
  std::string name;
  std::vector<const Route*> routes;  // ascending by first day; as in the file where that is the same
};

sys_days last_day(const Route& route) { return route.until ? sys_days{*route.until} : for_ever; }

std::string date(sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string period(sys_days first, sys_days last) {
  return last >= for_ever ? fmt::format("from {} on", date(first))
                          : fmt::format("from {} to {}", date(first), date(last));
}

void find_gaps(const Line& line, sys_days first, std::vector<std::string>& problems) {
  sys_days uncovered = first;
  std::string after;  // the route that ends before the gap
  for (const Route* route : line.routes) {
    if (sys_days{route->from} > uncovered) {
      problems.push_back(fmt::format("{}: nobody {} ({}{} begins)", line.name,
                                     period(uncovered, sys_days{route->from} - days{1}), after,
                                     route->where));
    }
    if (last_day(*route) == for_ever) return;
    if (last_day(*route) < uncovered) continue;
    uncovered = last_day(*route) + days{1};
    after = route->where + " ends, ";
  }
  const std::string why = after.empty() ? "no route" : after.substr(0, after.size() - 2);
  problems.push_back(fmt::format("{}: nobody {} ({})", line.name, period(uncovered, for_ever), why));
}

void find_overlaps(const Line& line, std::vector<std::string>& problems) {
  for (std::size_t later = 1; later < line.routes.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const Route& one = *line.routes[earlier];
      const Route& other = *line.routes[later];
      if (sys_days{other.from} > last_day(one)) continue;
      problems.push_back(fmt::format("{}: two routes {}: to {} ({}) and to {} ({})", line.name,
                                     period(sys_days{other.from}, std::min(last_day(one), last_day(other))),
                                     one.recipient, one.where, other.recipient, other.where));
    }
  }
}

Line line_of(const std::vector<Route>& routes, ServiceArea area, const std::string* district) {
  Line line{std::string(code_of(area)) + (district != nullptr ? " in " + *district : ""), {}};
  for (const Route& route : routes) {
    if (route.area == area && (district == nullptr || route.districts.contains(*district))) {
      line.routes.push_back(&route);
    }
  }
  std::stable_sort(line.routes.begin(), line.routes.end(),
                   [](const Route* a, const Route* b) { return sys_days{a->from} < sys_days{b->from}; });
  return line;
}

sys_days earliest_day(const std::vector<Route>& routes) {
  sys_days earliest = for_ever;
  for (const Route& route : routes) earliest = std::min(earliest, sys_days{route.from});
  return earliest;
}

void find_unknown_districts(const std::vector<Route>& routes, const std::set<std::string>& districts,
                            std::vector<std::string>& problems) {
  for (const Route& route : routes) {
    for (const std::string& district : route.districts) {
      if (districts.contains(district)) continue;
      problems.push_back(fmt::format("{}: \"{}\" is not an answer to the question about the district ({})",
                                     route.where, district, code_of(route.area)));
    }
  }
}

}  // namespace

std::vector<std::string> Routes::problems(const std::set<std::string>& districts) const {
  if (routes_.empty()) return {"there is no route at all"};
  std::vector<std::string> problems;
  const sys_days first = earliest_day(routes_);
  for (const ServiceArea area : service_areas) {
    if (districts.empty()) find_gaps(line_of(routes_, area, nullptr), first, problems);
    for (const std::string& district : districts) {
      if (elsewhere_.contains(district)) continue;
      const Line line = line_of(routes_, area, &district);
      find_gaps(line, first, problems);
      find_overlaps(line, problems);
    }
  }
  if (!districts.empty()) find_unknown_districts(routes_, districts, problems);
  return problems;
}

}  // namespace postbox::deliver
