#include "classify/parts.hpp"

#include <algorithm>
#include <array>

namespace postbox::classify {
namespace {

// Chosen on tests/data/parts.txt: README.md.
constexpr float clear_min = 0.7F;   // alone it is clearly about an area
constexpr float none_max = 0.07F;   // alone it says next to nothing of an area
constexpr float danger_max = 0.1F;  // or of danger

// Whoever begins so speaks of what was just said.
constexpr std::array<std::string_view, 14> pointers = {"she",     "he",    "they",  "it",    "this",
                                                       "that",    "these", "those", "which", "who",
                                                       "because", "so",    "then",  "there"};

constexpr std::size_t leaning_words_max = 5;  // "Still no plan."

bool leans_back(const Words& words, const WholeSentence& sentence) {
  if (sentence.last_word - sentence.first_word <= leaning_words_max) return true;
  const std::string_view first = words[sentence.first_word].folded;
  return std::find(pointers.begin(), pointers.end(), first) != pointers.end();
}

Bearing bearing_of(float share, bool named) {
  if (share >= clear_min && named) return Bearing::clear;
  return named || share > none_max ? Bearing::doubtful : Bearing::none;
}

Bearing bearing_on(const AreaList& areas, const Part& part) {
  Bearing highest = Bearing::none;
  for (const ServiceArea area : areas) highest = std::max(highest, part.on[index_of(area)]);
  return highest;
}

}  // namespace

std::vector<Part> parts_of(std::string_view text, const Words& words,
                           const std::function<std::optional<Alone>(const WholeSentence&)>& judge) {
  std::vector<Part> parts;
  for (const WholeSentence& sentence : whole_sentences(text, words)) {
    Part& part = parts.emplace_back(Part{sentence.where});
    const std::optional<Alone> alone = judge(sentence);
    if (!alone) continue;
    for (const ServiceArea area : service_areas) {
      part.on[index_of(area)] = bearing_of(alone->shares[index_of(area)], alone->named[index_of(area)]);
    }
    part.is_for_all = alone->shares[urgent_head] > danger_max;
    part.leans_back = leans_back(words, sentence);
  }
  return parts;
}

std::vector<TextRange> about_others(const std::vector<Part>& parts, const AreaList& own,
                                    const AreaList& others) {
  std::vector<TextRange> ranges;
  const bool has_own = std::any_of(parts.begin(), parts.end(),
                                   [&](const Part& part) { return bearing_on(own, part) == Bearing::clear; });
  if (!has_own) return ranges;
  bool goes_on = false;
  for (const Part& part : parts) {
    const bool goes = !part.is_for_all && (goes_on || !part.leans_back) &&
                      bearing_on(own, part) == Bearing::none && bearing_on(others, part) == Bearing::clear;
    if (goes && goes_on) {
      ranges.back().end = part.where.end;
    } else if (goes) {
      ranges.push_back(part.where);
    }
    goes_on = goes;
  }
  return ranges;
}

}  // namespace postbox::classify
