#include "emptying/board_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace postbox::emptying {
namespace {

// The picture's own units.
constexpr double width = 720;
constexpr double height = 250;
constexpr double left = 40;
constexpr double right = 62;  // room for the names of the lines
constexpr double top = 12;
constexpr double bottom = 48;  // room for months and years
constexpr double line_names_apart = 13;

std::string number(double value) { return fmt::format("{:.1f}", value); }

// 1, 2 or 5 times a power of ten, so that about four steps reach the top.
double tick_step(double most) {
  double step = 1;
  for (const double next : {2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0}) {
    if (most / step <= 5) break;
    step = next;
  }
  return most / step <= 5 ? step : std::ceil(most / 5);
}

double highest(const trends::Series& series, const std::optional<trends::Xmr>& xmr) {
  double most = xmr ? xmr->upper : 0;
  for (const auto& value : series) {
    if (value) most = std::max(most, static_cast<double>(*value));
  }
  return std::max(most, 4.0);
}

class Chart {
 public:
  Chart(const BoardFigures& figures, const trends::Series& series, const std::optional<trends::Xmr>& xmr)
      : figures_(figures),
        series_(series),
        xmr_(xmr),
        step_(tick_step(highest(series, xmr))),
        most_(std::ceil(highest(series, xmr) / step_) * step_) {}

  Html draw(const std::string& label) const {
    return element(
        "svg", {{"viewBox", fmt::format("0 0 {} {}", width, height)}, {"role", "img"}, {"aria-label", label}},
        gaps() + scale() + months() + limits() + line() + points());
  }

 private:
  double x(std::size_t i) const {
    return left +
           (static_cast<double>(i) + 0.5) * (width - left - right) / static_cast<double>(series_.size());
  }
  double y(double value) const {
    return height - bottom - std::max(value, 0.0) / most_ * (height - top - bottom);
  }

  static Html words(const char* kind, double at_x, double at_y, const std::string& what) {
    return element("text", {{"class", kind}, {"x", number(at_x)}, {"y", number(at_y)}}, text(what));
  }
  static Html across(const char* kind, double at_y) {
    return element("path", {{"class", kind}, {"d", fmt::format("M{} {:.1f}H{}", left, at_y, width - right)}},
                   {});
  }

  Html gaps() const {
    Html all;
    const double band = (width - left - right) / static_cast<double>(series_.size());
    for (std::size_t i = 0; i < series_.size(); ++i) {
      if (series_[i]) continue;
      all += element("rect",
                     {{"class", "gap"},
                      {"x", number(x(i) - band / 2)},
                      {"y", number(top)},
                      {"width", number(band)},
                      {"height", number(height - top - bottom)}},
                     {});
      all += words("what", x(i), height - bottom - 6,
                   figures_.months[i].is_known ? disclosure::hidden_marker : "\u2013");
    }
    return all;
  }

  Html scale() const {
    Html all;
    const auto steps = std::lround(most_ / step_);
    for (long step = 0; step <= steps; ++step) {
      const double value = static_cast<double>(step) * step_;
      all += across(step == 0 ? "axis" : "grid", y(value));
      all += words("tick", left - 8, y(value) + 4, fmt::format("{:.0f}", value));
    }
    return all;
  }

  Html months() const {
    Html all;
    for (std::size_t i = 0; i < figures_.months.size(); ++i) {
      const Month month = figures_.months[i].month;
      all += words("what", x(i), height - bottom + 17, month.name().substr(0, 1));
      const bool is_january = unsigned{month.value().month()} == 1;
      if (i != 0 && !is_january) continue;
      all += words("year", x(i) - 4, height - bottom + 34, month.text().substr(0, 4));
    }
    return all;
  }

  Html limits() const {
    if (!xmr_) return {};
    const double lower = std::max(xmr_->lower, 0.0);
    Html all = across("near", y(xmr_->near_upper));
    if (xmr_->near_lower > 0) all += across("near", y(xmr_->near_lower));
    all += across("limit", y(xmr_->upper)) + across("limit", y(lower)) + across("mean", y(xmr_->mean));
    const double name_x = width - right + 6;
    all += words("name", name_x, y(xmr_->mean) + 4, "mean");
    if (y(xmr_->mean) - y(xmr_->upper) > line_names_apart) {
      all += words("name", name_x, y(xmr_->upper) + 4, "upper");
    }
    if (y(lower) - y(xmr_->mean) > line_names_apart) all += words("name", name_x, y(lower) + 4, "lower");
    return all;
  }

  Html line() const {
    std::string path;
    for (std::size_t i = 0; i < series_.size(); ++i) {
      if (!series_[i]) continue;
      const char move = i > 0 && series_[i - 1] ? 'L' : 'M';
      path += fmt::format("{}{:.1f} {:.1f}", move, x(i), y(static_cast<double>(*series_[i])));
    }
    return path.empty() ? Html() : element("path", {{"class", "line"}, {"d", path}}, {});
  }

  Html points() const {
    Html all;
    for (std::size_t i = 0; i < series_.size(); ++i) {
      if (!series_[i]) continue;
      const double at = y(static_cast<double>(*series_[i]));
      const Html title =
          element("title", text(fmt::format("{}: {}", figures_.months[i].month.name(), *series_[i])));
      if (xmr_ && xmr_->special[i].any()) {
        all += element(
            "path",
            {{"class", "special"}, {"d", fmt::format("M{:.1f} {:.1f}l7 7l-7 7l-7 -7z", x(i), at - 7)}},
            title);
      } else {
        all += element("circle", {{"class", "point"}, {"cx", number(x(i))}, {"cy", number(at)}, {"r", "4"}},
                       title);
      }
    }
    return all;
  }

  const BoardFigures& figures_;
  const trends::Series& series_;
  const std::optional<trends::Xmr>& xmr_;
  double step_;
  double most_;
};

std::string limits_in_words(const trends::Xmr& xmr) {
  std::string words =
      fmt::format("Mean {:.1f} a month; {} {:.1f} to {:.1f}.", xmr.mean,
                  xmr.has_trial_limits() ? "trial limits" : "limits", std::max(xmr.lower, 0.0), xmr.upper);
  if (xmr.lower_is_cut()) words += " The lower limit is cut at 0, for a count cannot be less.";
  if (xmr.has_trial_limits()) {
    words += fmt::format(" Trial limits: they rest on {} months, fewer than {}, and will still move.",
                         xmr.points, trends::Xmr::trial_points);
  }
  return words;
}

using Rule = bool trends::SpecialCause::*;

// Two months side by side that a rule marks: one stretch, unless they lie on two sides of the mean. A steady
// rise crosses it.
bool go_together(const trends::Series& series, const trends::Xmr& xmr, Rule rule, std::size_t month) {
  const auto is_above = [&](std::size_t i) { return static_cast<double>(series[i].value_or(0)) > xmr.mean; };
  return rule == &trends::SpecialCause::trend || is_above(month) == is_above(month + 1);
}

// "March 2026 to September 2026" for each stretch of months that a rule marks.
std::vector<std::string> stretches(const BoardFigures& figures, const trends::Series& series,
                                   const trends::Xmr& xmr, Rule rule) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < xmr.special.size(); ++i) {
    if (!(xmr.special[i].*rule)) continue;
    const std::size_t first = i;
    while (i + 1 < xmr.special.size() && xmr.special[i + 1].*rule && go_together(series, xmr, rule, i)) ++i;
    const std::string from = figures.months[first].month.name();
    found.push_back(first == i ? from : from + " to " + figures.months[i].month.name());
  }
  return found;
}

}  // namespace

trends::Series series_of(const BoardFigures& figures, std::size_t row) {
  trends::Series series;
  for (const MonthFigures& month : figures.months) {
    series.push_back(month.is_known ? month.rows[row].shown() : std::nullopt);
  }
  return series;
}

Html board_chart(const BoardFigures& figures, const trends::Series& series,
                 const std::optional<trends::Xmr>& xmr, const std::string& name) {
  return Chart(figures, series, xmr)
      .draw("Chart: " + name + ", month by month. The table below has the figures.");
}

std::vector<std::string> chart_in_words(const BoardFigures& figures, const trends::Series& series,
                                        const std::optional<trends::Xmr>& xmr) {
  if (!xmr) {
    const bool has_any = std::any_of(series.begin(), series.end(), [](const auto& value) { return value; });
    return {has_any ? "No limits: there are no two months in a row with a figure."
                    : "No month has a figure that can be shown."};
  }
  std::vector<std::string> lines = {limits_in_words(*xmr)};
  const std::pair<Rule, const char*> rules[] = {
      {&trends::SpecialCause::outside, "Outside the limits"},
      {&trends::SpecialCause::run, "7 or more in a row on one side of the mean"},
      {&trends::SpecialCause::trend, "7 or more in a row steadily rising or falling"},
      {&trends::SpecialCause::near, "2 of 3 months near the same limit"},
  };
  for (const auto& [rule, words] : rules) {
    const auto when = stretches(figures, series, *xmr, rule);
    if (!when.empty()) lines.push_back(fmt::format("\u25C6 {}: {}.", words, fmt::join(when, "; ")));
  }
  if (lines.size() == 1) lines.emplace_back("Nothing special: the usual up and down.");
  return lines;
}

}  // namespace postbox::emptying
