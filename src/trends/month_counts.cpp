#include "trends/month_counts.hpp"

namespace postbox::trends {
namespace {

constexpr const char* ticked = "true";

bool decides_the_area(const std::string& question) {
  return question == question_id::areas || question == question_id::only_to;
}

void add_one(Counts& counts, const Answers& answers, Tone tone) {
  ++counts.all;
  ++counts.tone[static_cast<std::size_t>(tone)];
  for (const auto& [question, values] : answers.choices) {
    if (decides_the_area(question)) continue;
    for (const std::string& value : values) ++counts.answers[question][value];
  }
  for (const std::string& question : answers.ticks) ++counts.answers[question][ticked];
}

void merge_one(Counts& into, const Counts& more) {
  into.all += more.all;
  for (std::size_t i = 0; i < into.tone.size(); ++i) into.tone[i] += more.tone[i];
  for (const auto& [question, values] : more.answers) {
    for (const auto& [value, count] : values) into.answers[question][value] += count;
  }
}

void merge_pack(PackCounts& into, const PackCounts& more) {
  into.all += more.all;
  for (std::size_t i = 0; i < into.tone.size(); ++i) into.tone[i] += more.tone[i];
  for (const auto& [value, count] : more.rating) into.rating[value] += count;
  for (std::size_t i = 0; i < into.areas.size(); ++i) into.areas[i] += more.areas[i];
  into.without_area += more.without_area;
}

}  // namespace

void add(MonthCounts& counts, const Answers& answers, const AreaList& areas, Tone tone) {
  add_one(counts.whole, answers, tone);
  if (areas.empty()) add_one(counts.without_area, answers, tone);
  for (const ServiceArea area : areas) add_one(counts.areas[index_of(area)], answers, tone);
}

void add(PackCounts& counts, const AreaList& areas, std::string_view rating, Tone tone) {
  ++counts.all;
  ++counts.tone[static_cast<std::size_t>(tone)];
  ++counts.rating[std::string(rating)];
  if (areas.empty()) ++counts.without_area;
  for (const ServiceArea area : areas) ++counts.areas[index_of(area)];
}

void merge(MonthCounts& into, const MonthCounts& more) {
  merge_one(into.whole, more.whole);
  merge_one(into.without_area, more.without_area);
  into.held.insert(more.held.begin(), more.held.end());
  for (const auto& [recipient, counts] : more.packs) merge_pack(into.packs[recipient], counts);
  for (std::size_t i = 0; i < into.areas.size(); ++i) merge_one(into.areas[i], more.areas[i]);
}

}  // namespace postbox::trends
