#include "config/name_lists_file.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace postbox::config {
namespace {

using redact::Lexicon;
using redact::Mark;

struct List {
  std::string_view key;
  Mark mark;
};
using Lists = std::initializer_list<List>;

constexpr std::string_view white_space = " \n\t\r";

// A list of texts, each holding one or many words between white space: long lists stay readable so.
void add_words(Lexicon& lexicon, const Node& list, Mark mark) {
  for (const Node& line : list.items()) {
    const std::string_view text = line.text();
    std::size_t begin = text.find_first_not_of(white_space);
    if (begin == std::string_view::npos) line.refuse("an entry without words", "remove the empty text");
    while (begin != std::string_view::npos) {
      const std::size_t end = std::min(text.find_first_of(white_space, begin), text.size());
      lexicon.add(text.substr(begin, end - begin), mark);
      begin = text.find_first_not_of(white_space, end);
    }
  }
}

// A list of whole entries, which may be phrases. "Bob's your uncle" is typed "bobs your uncle" too.
void add_phrases(Lexicon& lexicon, const Node& list, Mark mark) {
  for (const Node& entry : list.items()) {
    std::string phrase(entry.text());
    if (phrase.empty()) entry.refuse("an entry without words", "remove the empty text");
    lexicon.add(phrase, mark);
    const auto apostrophes = std::remove(phrase.begin(), phrase.end(), '\'');
    if (apostrophes == phrase.end()) continue;
    phrase.erase(apostrophes, phrase.end());
    lexicon.add(phrase, mark);
  }
}

using Keys = std::initializer_list<std::string_view>;

// Every list of the file must be there, and nothing else but "source" and `also`.
Node read_lists(Lexicon& lexicon, const FileSystem& files, const House& house, const std::string& name,
                Lists lists, Keys also = {}) {
  Node file = read_config(files, house, name);
  for (const auto& member : file.members()) {
    const std::string& key = member.first;
    const bool known =
        key == "source" || std::find(also.begin(), also.end(), key) != also.end() ||
        std::any_of(lists.begin(), lists.end(), [&](const List& list) { return list.key == key; });
    if (!known) member.second.refuse("a list that nobody knows: " + key, "see the head of the shipped file");
  }
  file.at("source").text();
  for (const List& list : lists) add_words(lexicon, file.at(list.key), list.mark);
  return file;
}

}  // namespace

redact::Lexicon read_staff_roles(const FileSystem& files, const House& house) {
  Lexicon roles;
  add_phrases(roles, read_lists(roles, files, house, "staff_roles.toml", {}, {"roles"}).at("roles"),
              Mark::role);
  return roles;
}

redact::Lexicon read_name_lists(const FileSystem& files, const House& house) {
  Lexicon lexicon;
  read_lists(lexicon, files, house, "names.toml",
             {{"given", Mark::given},
              {"capitalised", Mark::capitalised},
              {"ambiguous", Mark::ambiguous},
              {"calendar", Mark::calendar},
              {"seldom", Mark::seldom},
              {"family", Mark::family},
              {"place_family", Mark::place_family},
              {"place_given", Mark::place_given}});
  read_lists(lexicon, files, house, "more_names.toml",
             {{"given", Mark::capitalised}, {"family", Mark::family}});
  const Node others =
      read_lists(lexicon, files, house, "not_names.toml",
                 {{"words", Mark::not_name}, {"common", Mark::everyday}}, {"phrases", "figures"});
  add_phrases(lexicon, others.at("phrases"), Mark::not_name);
  add_phrases(lexicon, others.at("figures"), Mark::figure);
  // A town is no person's name of itself, and may be the second half of one.
  const Node towns = read_lists(lexicon, files, house, "towns.toml",
                                {{"towns", Mark::not_name}, {"towns", Mark::place_family}}, {"phrases"});
  add_phrases(lexicon, towns.at("phrases"), Mark::not_name);
  read_lists(lexicon, files, house, "dictionary.toml", {{"words", Mark::dictionary}});
  read_lists(lexicon, files, house, "name_cues.toml",
             {{"title", Mark::title},
              {"sure_title", Mark::sure_title},
              {"rank", Mark::rank},
              {"kin_title", Mark::kin_title},
              {"relative", Mark::relative},
              {"owner", Mark::owner},
              {"role", Mark::role},
              {"naming", Mark::naming},
              {"named_thing", Mark::named_thing},
              {"animal", Mark::animal},
              {"character_word", Mark::character_word},
              {"greeting", Mark::greeting},
              {"parting", Mark::parting},
              {"being", Mark::being},
              {"third_person", Mark::third_person},
              {"person_verb", Mark::person_verb},
              {"to_person", Mark::to_person},
              {"base_follower", Mark::base_follower},
              {"institution", Mark::institution},
              {"date_word", Mark::date_word},
              {"place_word", Mark::place_word},
              {"particle", Mark::particle},
              {"abbreviation", Mark::abbreviation}});
  return lexicon;
}

}  // namespace postbox::config
