#include "config/name_lists_file.hpp"

#include <sstream>

namespace postbox::config {
namespace {

// A list of texts, each holding one or many words between white space: long lists stay readable so.
redact::WordSet read_words(const Node& list) {
  redact::WordSet words;
  for (const Node& line : list.items()) {
    std::istringstream text(line.text());
    const std::size_t before = words.size();
    bool any = false;
    for (std::string word; text >> word; any = true) words.insert(word);
    if (!any && words.size() == before) line.refuse("an entry without words", "remove the empty text");
  }
  return words;
}

// A list of whole entries, which may be phrases.
redact::WordSet read_phrases(const Node& list) {
  redact::WordSet phrases;
  for (const Node& entry : list.items()) {
    if (entry.text().empty()) entry.refuse("an entry without words", "remove the empty text");
    phrases.insert(entry.text());
  }
  return phrases;
}

}  // namespace

redact::NameLists read_name_lists(const FileSystem& files, const House& house) {
  const Node names = read_config(files, house, "names.toml");
  names.only({"source", "given", "capitalised", "ambiguous", "calendar", "family"});
  names.at("source").text();
  const Node others = read_config(files, house, "not_names.toml");
  others.only({"source", "words", "phrases", "common"});
  others.at("source").text();

  redact::NameLists lists;
  lists.given_names = read_words(names.at("given"));
  lists.capitalised_names = read_words(names.at("capitalised"));
  lists.ambiguous_names = read_words(names.at("ambiguous"));
  lists.calendar_names = read_words(names.at("calendar"));
  lists.family_names = read_words(names.at("family"));
  lists.not_names = read_words(others.at("words"));
  lists.not_names.merge(read_phrases(others.at("phrases")));
  lists.common_words = read_words(others.at("common"));
  return lists;
}

}  // namespace postbox::config
