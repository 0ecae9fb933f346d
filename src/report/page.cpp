#include "report/page.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>

#include "report/bars.hpp"
#include "report/care.hpp"
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

std::size_t of(const std::map<std::string, std::size_t>& counts, const std::string& value) {
  const auto found = counts.find(value);
  return found == counts.end() ? 0 : found->second;
}

// Where nothing is compared with, the numbers before are those of an empty month and are not shown.
MonthBefore before(const PackFacts& facts) { return facts.before.value_or(MonthBefore{}); }

std::vector<Bar> tone_bars(const PackFacts& facts, const Counts& counts) {
  std::vector<Bar> rows;
  rows.reserve(tones.size());
  for (const Tone tone : tones) {
    rows.push_back({name_of(tone), counts.tone[index_of(tone)], before(facts).tone[index_of(tone)]});
  }
  return rows;
}

std::vector<Bar> rating_bars(const PackFacts& facts, const Wording& wording, const Counts& counts) {
  const MonthBefore earlier = before(facts);
  std::vector<Bar> rows;
  std::set<std::string> left;  // options of an earlier form
  for (const auto* rated : {&counts.rating, &earlier.rating}) {
    for (const auto& [value, count] : *rated) left.insert(value);
  }
  const auto bar = [&](const std::string& label, const std::string& value) {
    rows.push_back({label, of(counts.rating, value), of(earlier.rating, value)});
    left.erase(value);
  };
  for (const auto& [value, label] : wording.ratings) bar(label, value);
  left.erase("");
  for (const std::string& value : std::set(left)) bar(value, value);
  bar("Not answered", "");
  return rows;
}

std::vector<Bar> area_bars(const PackFacts& facts, const Wording& wording, const Counts& counts) {
  const MonthBefore earlier = before(facts);
  std::vector<Bar> rows;
  const auto bar = [&rows](const std::string& label, std::size_t count, std::size_t count_before) {
    if (count + count_before > 0) rows.push_back({label, count, count_before});
  };
  for (const ServiceArea area : service_areas) {
    const std::size_t i = postbox::index_of(area);
    bar(area_name(wording, area), counts.area[i], earlier.area[i]);
  }
  bar("No area found", counts.without_area, earlier.without_area);
  return rows;
}

// "Sep 2026": a column's head has little room on a telephone.
std::string short_name(Month month) {
  const std::string name = month.name();
  return name.substr(0, 3) + name.substr(name.find(' '));
}

Html tables_of(const PackFacts& facts, const Wording& wording, const Counts& counts) {
  std::optional<std::string> compared;
  if (facts.before) compared = short_name(facts.month.previous());
  Html tables = bars({"Tone", tone_bars(facts, counts), counts.all, compared});
  if (!wording.ratings.empty()) {
    tables += bars({"Rating", rating_bars(facts, wording, counts), counts.all, compared});
  }
  return tables + bars({"Service area", area_bars(facts, wording, counts), counts.all, compared});
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
                 element("strong", text(std::string(care_line) + ".")) +
                     text(" " + best_effort_line() +
                          " Families were promised that nobody would try to find out who they are. A machine "
                          "misses things: "
                          "if a comment still shows who wrote it or whom it is about, do not pass it on, and "
                          "tell the keeper "
                          "of the Post Box its reference."));
}

Html unsorted_notice() {
  return element("p", {{"class", "hint"}},
                 text("No service could be found for these, or they came in a flood and look like part of "
                      "it, or what they tell together could show who is meant. To send them on, fill in the "
                      "column send_to of "
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
  const std::string change = change_sentence(facts, counts);
  if (!change.empty()) summary += element("p", {{"class", "change"}}, text(change));
  if (facts.with_guesses) summary += unsorted_notice();
  summary += element("section", {{"class", "summary"}, {"aria-label", "In figures"}},
                     further_figures(facts, counts) +
                         element("div", {{"class", "tables"}}, tables_of(facts, wording, counts)));
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
