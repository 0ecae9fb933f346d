#include "report/page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/comment.hpp"
#include "report/summary.hpp"

namespace postbox::report {
namespace {

// Whatever the words hold, the page may not load, send or run anything.
constexpr const char* policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

std::string number_of(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

struct Bar {
  std::string label;
  std::size_t count;
};

// Drawn, not a background, which browsers leave out when they print. The length is the share of `all`, which
// the track behind it stands for; a count that is not 0 can be seen.
Html picture_of(std::size_t count, std::size_t all) {
  const double share = all == 0 ? 0 : 100.0 * static_cast<double>(count) / static_cast<double>(all);
  const double percent = count == 0 ? 0 : std::max(1.0, share);
  return element("svg", {{"viewBox", "0 0 100 10"}, {"preserveAspectRatio", "none"}},
                 element("rect", {{"class", "all"}, {"width", "100"}, {"height", "10"}}, {}) +
                     element("rect", {{"width", fmt::format("{:.1f}", percent)}, {"height", "10"}}, {}));
}

// A table whose bars are a picture of its numbers; the longest possible bar is `all`.
Html bars(const char* caption, const char* what, const std::vector<Bar>& rows, std::size_t all) {
  Html body;
  for (const Bar& row : rows) {
    body += element("tr", element("th", {{"scope", "row"}}, text(row.label)) +
                              element("td", {{"class", "count"}}, text(fmt::to_string(row.count))) +
                              element("td", {{"class", "bar"}, {"aria-hidden", "true"}},
                                      picture_of(row.count, all))) +
            trusted("\n");
  }
  const Html head =
      element("tr", element("th", {{"scope", "col"}}, text(what)) +
                        element("th", {{"scope", "col"}, {"class", "count"}}, text("How many")) +
                        element("td", {{"class", "bar"}, {"aria-hidden", "true"}}, {}));
  return element("table", element("caption", text(caption)) + element("thead", head) + trusted("\n") +
                              element("tbody", body)) +
         trusted("\n");
}

std::vector<Bar> tone_bars(const Counts& counts) {
  std::vector<Bar> rows;
  rows.reserve(tones.size());
  for (const Tone tone : tones) rows.push_back({name_of(tone), counts.tone[index_of(tone)]});
  return rows;
}

std::vector<Bar> rating_bars(const Wording& wording, const Counts& counts) {
  std::vector<Bar> rows;
  std::map<std::string, std::size_t> left = counts.rating;
  for (const auto& [value, label] : wording.ratings) {
    const auto found = left.find(value);
    rows.push_back({label, found == left.end() ? 0 : found->second});
    left.erase(value);
  }
  const std::size_t unanswered = left[""];
  left.erase("");
  for (const auto& [value, count] : left) rows.push_back({value, count});  // options of an earlier form
  rows.push_back({"Not answered", unanswered});
  return rows;
}

std::vector<Bar> area_bars(const Wording& wording, const Counts& counts) {
  std::vector<Bar> rows;
  for (const ServiceArea area : service_areas) {
    const std::size_t count = counts.area[postbox::index_of(area)];
    if (count > 0) rows.push_back({area_name(wording, area), count});
  }
  if (counts.without_area > 0) rows.push_back({"No area found", counts.without_area});
  return rows;
}

// What the tables do not show.
Html further_figures(const PackFacts& facts, const Counts& counts) {
  Html list;
  if (counts.without_words > 0) {
    list +=
        element("li", text(fmt::format("{} without words: a rating or ticks only", counts.without_words)));
  }
  if (counts.district_unknown > 0 && !facts.with_guesses) {
    list += element("li", text(fmt::format("{} where the district was not given", counts.district_unknown)));
  }
  if (list.empty()) return {};
  return element("ul", {{"class", "figures"}}, list);
}

Html care_notice() {
  return element("p", {{"class", "care"}, {"role", "note"}},
                 element("strong", text("Identifiers removed by machine, handle with care.")) +
                     text(" Families were promised that nobody would try to find out who they are. A machine "
                          "misses things: "
                          "if a comment still shows who wrote it or whom it is about, do not pass it on, and "
                          "tell the keeper "
                          "of the Post Box its reference."));
}

Html unsorted_notice() {
  return element("p", {{"class", "hint"}},
                 text("No service could be found for these. To send them on, fill in the column send_to of "
                      "feedback.xlsx with service areas; the best guesses stand beside it."));
}

}  // namespace

const char* name_of(Tone tone) {
  switch (tone) {
    case Tone::praise:
      return "Praise";
    case Tone::concern:
      return "Concern";
    case Tone::mixed:
      return "Praise and concern";
    case Tone::suggestion:
      return "Suggestion";
    case Tone::neutral:
      return "Neutral";
  }
  return "";
}

std::string page_head(const PackFacts& facts) {
  const std::string title = facts.recipient_name + ": Post Box feedback, " + facts.month.name();
  Html head =
      void_element("meta", {{"charset", "utf-8"}}) +
      void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy}}) +
      void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
      void_element("meta", {{"name", "referrer"}, {"content", "no-referrer"}}) +
      element("title", text(title)) + trusted("\n") + trusted(style_sheet());
  return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n" + std::string(element("head", head).markup()) +
         "\n<body>\n<main>\n";
}

Html page_summary(const PackFacts& facts, const Wording& wording, const Counts& counts) {
  Html who = element("p", {{"class", "what"}}, text("SEND Post Box: what families told us")) +
             element("h1", text(facts.recipient_name)) +
             element("p", {{"class", "month"}}, text(facts.month.name()));
  if (!facts.commissioner.empty()) {
    who += element("p", {{"class", "hint"}}, text("Commissioned by " + facts.commissioner));
  }
  Html summary = element("header", who) + trusted("\n") + care_notice() + trusted("\n");
  summary += element("p", {{"class", "gist"}}, text(summary_sentence(facts, wording, counts)));
  if (facts.with_guesses) summary += unsorted_notice();
  Html tables = bars("Tone", "Tone", tone_bars(counts), counts.all);
  if (!wording.ratings.empty()) tables += bars("Rating", "Rating", rating_bars(wording, counts), counts.all);
  tables += bars("Service area", "Service area", area_bars(wording, counts), counts.all);
  summary += element("section", {{"class", "summary"}, {"aria-label", "In figures"}},
                     further_figures(facts, counts) + element("div", {{"class", "tables"}}, tables));
  return summary +
         element("p", {{"class", "hint"}},
                 text("Every question is optional. Feedback about two service areas counts in both. "
                      "Areas and tone were told by machine and can be wrong.")) +
         trusted("\n");
}

std::string group_head(Tone tone, std::size_t comments) {
  const Html heading =
      element("h2", text(name_of(tone)) + element("span", text(number_of(comments, "comment", "comments"))));
  return fmt::format("<section class=\"comments {}\">\n{}\n", code_of(tone), heading.markup());
}

std::string page_foot() { return "</main>\n</body>\n</html>\n"; }

}  // namespace postbox::report
