#include "config/rare_file.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace postbox::config {
namespace {

using redact::Clue;
using redact::Combination;
using redact::RareList;

constexpr std::array lists = {std::pair{"conditions", RareList::condition},
                              std::pair{"needs", RareList::need},
                              std::pair{"families", RareList::family},
                              std::pair{"backgrounds", RareList::background},
                              std::pair{"roles", RareList::role},
                              std::pair{"places", RareList::place},
                              std::pair{"small_places", RareList::small_place},
                              std::pair{"only", RareList::only},
                              std::pair{"nobody_else", RareList::nobody_else},
                              std::pair{"people", RareList::person},
                              std::pair{"groups", RareList::group},
                              std::pair{"school_words", RareList::school},
                              std::pair{"no_school_words", RareList::no_school}};

Clue clue_of(const Node& node) {
  const auto clue = redact::clue_of_code(node.text());
  if (clue) return *clue;
  node.refuse("no clue is called \"" + node.text() + "\"", "the head of the shipped file names them all");
}

void add_combinations(const Node& list, bool in_one_sentence, std::vector<Combination>& combinations) {
  for (const Node& entry : list.items()) {
    Combination combination{{}, in_one_sentence};
    for (const Node& clue : entry.items()) combination.clues.push_back(clue_of(clue));
    if (combination.clues.size() < 2) {
      entry.refuse("a combination of fewer than two clues", "one clue alone would hold every other post");
    }
    combinations.push_back(std::move(combination));
  }
}

void refuse_unknown_keys(const Node& file) {
  for (const auto& member : file.members()) {
    const std::string& key = member.first;
    const bool known =
        key == "source" || key == "together" || key == "in_one_sentence" ||
        std::any_of(lists.begin(), lists.end(), [&](const auto& list) { return list.first == key; });
    if (!known) member.second.refuse("a list that nobody knows: " + key, "see the head of the shipped file");
  }
}

}  // namespace

redact::RareCombinations read_rare_combinations(const FileSystem& files, const House& house) {
  const Node file = read_config(files, house, "rare.toml");
  refuse_unknown_keys(file);
  file.at("source").text();
  redact::RareWords words;
  for (const auto& [key, list] : lists) {
    for (const Node& entry : file.at(key).items()) {
      if (utf8::is_blank(entry.text())) entry.refuse("an entry without words", "remove the empty text");
      words.add(entry.text(), list);
    }
  }
  std::vector<Combination> combinations;
  add_combinations(file.at("together"), false, combinations);
  add_combinations(file.at("in_one_sentence"), true, combinations);
  return {std::move(words), std::move(combinations)};
}

}  // namespace postbox::config
