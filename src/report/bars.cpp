#include "report/bars.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace postbox::report {
namespace {

// Drawn, not a background, which browsers leave out when they print. The length is the share of `all`, which
// the track behind it stands for; a count that is not 0 can be seen.
Html picture_of(std::size_t count, std::size_t all) {
  const double share = all == 0 ? 0 : 100.0 * static_cast<double>(count) / static_cast<double>(all);
  const double percent = count == 0 ? 0 : std::max(1.0, share);
  return element("svg", {{"viewBox", "0 0 100 10"}, {"preserveAspectRatio", "none"}},
                 element("rect", {{"class", "all"}, {"width", "100"}, {"height", "10"}}, {}) +
                     element("rect", {{"width", fmt::format("{:.1f}", percent)}, {"height", "10"}}, {}));
}

Html row_of(const Bar& bar, const BarTable& table) {
  Html cells = element("th", {{"scope", "row"}}, text(bar.label)) +
               element("td", {{"class", "count"}}, text(fmt::to_string(bar.count)));
  if (table.before) {
    cells += element("td", {{"class", "count before"}}, text(fmt::to_string(bar.before)));
  }
  cells += element("td", {{"class", "bar"}, {"aria-hidden", "true"}}, picture_of(bar.count, table.all));
  return element("tr", cells) + trusted("\n");
}

// Seen only where there are two numbers to tell apart; read aloud always.
Html head_of(const BarTable& table) {
  Html heads = element("th", {{"scope", "col"}}, element("span", {{"class", "unseen"}}, text(table.what))) +
               element("th", {{"scope", "col"}, {"class", "count"}}, text(table.before ? "Now" : "How many"));
  if (table.before) heads += element("th", {{"scope", "col"}, {"class", "count"}}, text(*table.before));
  heads += element("td", {{"class", "bar"}, {"aria-hidden", "true"}}, {});
  return element("thead", {{"class", table.before ? "seen" : "unseen"}}, element("tr", heads));
}

}  // namespace

Html bars(const BarTable& table) {
  Html body;
  for (const Bar& bar : table.rows) body += row_of(bar, table);
  return element("table", element("caption", text(table.what)) + head_of(table) + trusted("\n") +
                              element("tbody", body)) +
         trusted("\n");
}

}  // namespace postbox::report
