#include "config/phrases_file.hpp"

#include <fmt/format.h>

#include <future>
#include <map>
#include <string>

namespace postbox::config {
namespace {

using classify::Phrases;
using classify::WeightedPhrases;
using classify::WordLists;

constexpr const char* phrase_hint = "the first lines of the file tell how phrases are written";

double share(const Node& node) {
  const double value = node.real();
  if (!(value > 0 && value < 1)) node.refuse("expected a number above 0 and below 1");
  return value;
}

// Reads lists of phrases and remembers them, so that none stands twice in one part of a file.
class PhraseReader {
 public:
  explicit PhraseReader(const WordLists& lists) : lists_(lists) {}

  Phrases read(const Node& list) {
    Phrases phrases;
    for (const Node& item : list.items()) {
      check(item);
      phrases.push_back(item.text());
    }
    return phrases;
  }

  // A table of lists, each named by a level of `weights`.
  WeightedPhrases read(const Node& table, const std::map<std::string, double>& weights) {
    WeightedPhrases phrases;
    for (const auto& [level, list] : table.members()) {
      const auto weight = weights.find(level);
      if (weight == weights.end()) {
        list.refuse(fmt::format("\"{}\" has no weight", level), "the weights stand under [weights]");
      }
      for (std::string& phrase : read(list)) phrases.push_back({std::move(phrase), weight->second});
    }
    return phrases;
  }

 private:
  void check(const Node& item) {
    if (const auto fault = classify::fault_in(item.text(), lists_)) {
      item.refuse(fmt::format("\"{}\": {}", item.text(), *fault), phrase_hint);
    }
    const auto [first, is_new] = seen_.emplace(classify::normal_form(item.text()), item.where());
    if (!is_new) {
      item.refuse(fmt::format("\"{}\" stands here already, at {}", item.text(), first->second),
                  "leave one of the two out");
    }
  }

  const WordLists& lists_;
  std::map<std::string, std::string> seen_;  // normal form -> where
};

std::map<std::string, double> read_weights(const Node& table) {
  std::map<std::string, double> weights;
  for (const auto& [level, weight] : table.members()) weights.emplace(level, share(weight));
  return weights;
}

WordLists read_lists(const Node& table) {
  const WordLists no_lists;  // a list names no other list
  WordLists lists;
  for (const auto& [name, list] : table.members()) {
    lists[name] = PhraseReader(no_lists).read(list);
    for (const Node& item : list.items()) {
      if (item.text().find_first_of(" |{") != std::string::npos) {
        item.refuse("a list holds single words", phrase_hint);
      }
    }
  }
  return lists;
}

PerArea<WeightedPhrases> read_areas(const Node& table, const std::map<std::string, double>& weights,
                                    const WordLists& lists) {
  PerArea<WeightedPhrases> areas;
  for (const auto& [code, phrases] : table.members()) {
    const auto area = area_of_code(code);
    if (!area) {
      phrases.refuse(fmt::format("\"{}\" is not a service area", code), "see services.toml for their codes");
    }
    areas[index_of(*area)] = PhraseReader(lists).read(phrases, weights);
  }
  return areas;
}

void read_area_words(const Node& file, classify::Vocabulary& vocabulary) {
  file.only({"threshold", "likeliest", "tick", "weights", "lists", "areas", "no_area", "mention"});
  vocabulary.lists = read_lists(file.at("lists"));
  classify::AreaWords& words = vocabulary.areas;
  words.threshold = share(file.at("threshold"));
  const Node* likeliest = file.find("likeliest");
  words.likeliest = likeliest == nullptr ? words.threshold : share(*likeliest);
  if (words.likeliest < words.threshold) likeliest->refuse("must not be below the threshold");
  words.tick = share(file.at("tick"));
  if (words.tick < words.likeliest) file.at("tick").refuse("a tick alone must be enough for an area");
  words.areas = read_areas(file.at("areas"), read_weights(file.at("weights")), vocabulary.lists);
  words.of_no_area = PhraseReader(vocabulary.lists).read(file.at("no_area"));
  const Node& mention = file.at("mention");
  mention.only({"before", "after", "turn"});
  words.mention_before = PhraseReader(vocabulary.lists).read(mention.at("before"));
  words.mention_after = PhraseReader(vocabulary.lists).read(mention.at("after"));
  words.turn = PhraseReader(vocabulary.lists).read(mention.at("turn"));
}

void read_tone_words(const Node& file, classify::Vocabulary& vocabulary) {
  file.only({"weights", "praise", "concern", "suggestion", "negation", "no_tone"});
  classify::ToneWords& words = vocabulary.tone;
  const std::map<std::string, double> weights = read_weights(file.at("weights"));
  PhraseReader reader(vocabulary.lists);  // one for all: no phrase may be both praise and concern
  words.praise = reader.read(file.at("praise"), weights);
  words.concern = reader.read(file.at("concern"), weights);
  words.suggestion = reader.read(file.at("suggestion"), weights);
  words.negation = PhraseReader(vocabulary.lists).read(file.at("negation"));
  words.of_no_tone = reader.read(file.at("no_tone"));
}

void read_urgent_words(const Node& file, classify::Vocabulary& vocabulary) {
  file.only({"threshold", "plain", "weights", "danger", "now", "over", "harmless"});
  classify::UrgentWords& words = vocabulary.urgent;
  PhraseReader reader(vocabulary.lists);
  words.threshold = share(file.at("threshold"));
  // A copy of the file that is older than these phrases has none.
  if (const Node* plain = file.find("plain")) words.plain = reader.read(*plain);
  words.danger = reader.read(file.at("danger"), read_weights(file.at("weights")));
  words.now = reader.read(file.at("now"));
  words.over = reader.read(file.at("over"));
  words.harmless = reader.read(file.at("harmless"));
}

void read_ideas(const Node& file, classify::Vocabulary& vocabulary) {
  file.only({"ideas"});
  for (const auto& [name, phrases] : file.at("ideas").members()) {
    vocabulary.ideas.push_back({name, PhraseReader(vocabulary.lists).read(phrases)});
  }
}

}  // namespace

classify::Vocabulary read_words(const FileSystem& files, const House& house) {
  classify::Vocabulary vocabulary;
  read_area_words(read_config(files, house, "phrases.toml"), vocabulary);
  read_tone_words(read_config(files, house, "tone.toml"), vocabulary);
  read_urgent_words(read_config(files, house, "urgent.toml"), vocabulary);
  read_ideas(read_config(files, house, "ideas.toml"), vocabulary);
  return vocabulary;
}

classify::Vocabulary read_vocabulary(const FileSystem& files, const House& house) {
  // The longest file of all is read beside the others.
  auto weights = std::async(std::launch::async, [&] {
    return classify::read_weights(read_config_text(files, house, "weights.txt"));
  });
  classify::Vocabulary vocabulary = read_words(files, house);
  vocabulary.weights = weights.get();
  return vocabulary;
}

}  // namespace postbox::config
