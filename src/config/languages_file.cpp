#include "config/languages_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "classify/script.hpp"
#include "classify/words.hpp"

namespace postbox::config {
namespace {

std::vector<std::string> words_in(const Node& node) {
  std::vector<std::string> words;
  std::istringstream all(node.text());
  for (std::string word; all >> word;) {
    const classify::Words folded(word);
    if (folded.size() != 1 || folded[0].folded != word) {
      node.refuse(fmt::format("\"{}\" is not one word in small letters", word),
                  "leave out marks and apostrophes");
    }
    words.push_back(std::move(word));
  }
  if (words.empty()) node.refuse("a list without words");
  return words;
}

std::map<std::string, std::string> read_scripts(const Node& table) {
  std::map<std::string, std::string> scripts;
  for (const auto& [script, name] : table.members()) {
    if (!classify::is_script(script)) name.refuse(fmt::format("no script is called \"{}\" here", script));
    if (name.text().empty()) name.refuse("a script without a name");
    scripts[script] = name.text();
  }
  for (std::size_t script = 1; script < classify::script_count; ++script) {
    table.at(classify::script_name(script));  // a text in it must be called something
  }
  return scripts;
}

classify::Language read_language(const std::string& name, const Node& table,
                                 const std::set<std::string>& english) {
  table.only({"script", "letters", "words"});
  const Node& script = table.at("script");
  if (!classify::is_script(script.text())) {
    script.refuse(fmt::format("no script is called \"{}\"", script.text()));
  }
  classify::Language language{name, script.text(), table.at("letters").text(), words_in(table.at("words"))};
  for (const std::string& word : language.words) {
    if (!english.contains(word)) continue;
    table.at("words").refuse(fmt::format("\"{}\" stands under [english] too", word),
                             "leave one of the two out");
  }
  return language;
}

bool is_english(const classify::DangerPhrase& phrase, const std::set<std::string>& english) {
  return std::all_of(phrase.words.begin(), phrase.words.end(),
                     [&english](const std::string& word) { return english.contains(word); });
}

std::vector<classify::DangerPhrase> read_danger(const Node& table, const std::set<std::string>& english) {
  std::vector<classify::DangerPhrase> phrases;
  for (const auto& [language, list] : table.members()) {
    for (const Node& item : list.items()) {
      auto phrase = classify::parse_danger_phrase(item.text());
      if (!phrase) {
        item.refuse(
            fmt::format(R"("{}" is no phrase)", item.text()),
            R"(words, the last with "*" for any ending, one word of at least four bytes, or one "*word*")");
      }
      if (is_english(*phrase, english)) {
        item.refuse(fmt::format("\"{}\" is English", item.text()), "English danger stands in urgent.toml");
      }
      phrases.push_back(std::move(*phrase));
    }
  }
  return phrases;
}

}  // namespace

classify::LanguageWords read_languages(const FileSystem& files, const House& house) {
  const Node file = read_config(files, house, "languages.toml");
  file.only({"english", "scripts", "languages", "danger"});
  classify::LanguageWords words;
  file.at("english").only({"words"});
  words.english = words_in(file.at("english").at("words"));
  words.scripts = read_scripts(file.at("scripts"));
  const std::set<std::string> english(words.english.begin(), words.english.end());
  for (const auto& [name, table] : file.at("languages").members()) {
    words.languages.push_back(read_language(name, table, english));
  }
  words.danger = read_danger(file.at("danger"), english);
  return words;
}

}  // namespace postbox::config
