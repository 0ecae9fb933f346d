#include "config/messages_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace postbox::config {
namespace {

using form::Form;
using form::Language;
using form::Option;
using form::Question;

std::size_t places_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("{}"); at != std::string_view::npos; at = text.find("{}", at + 2)) ++count;
  return count;
}

Node read_catalogue(const FileSystem& files, const House& house, const std::string& code) {
  return read_config(files, house, "messages/" + code + ".toml");
}

const std::string& said(const Node& node, std::string_view key) {
  const Node& found = node.at(key);
  if (found.text().empty()) found.refuse(fmt::format("\"{}\" has no words", key));
  return found.text();
}

void refuse_other_words(const Node& words) {
  const auto keys = form::word_keys();
  for (const auto& [key, node] : words.members()) {
    const std::string& name = key;
    if (std::none_of(keys.begin(), keys.end(), [&](const form::WordKey& one) { return one.key == name; })) {
      node.refuse(fmt::format("no page has a text called \"{}\"", name));
    }
  }
}

Language language_of(const Node& file, const std::string& code) {
  file.only(
      {"tag", "name", "right_to_left", "checked_by", "checked_on", "words", "form", "question", "service"});
  Language language;
  language.code = code;
  language.tag = said(file, "tag");
  language.name = said(file, "name");
  if (const Node* node = file.find("right_to_left")) language.right_to_left = node->boolean();
  const Node& words = file.at("words");
  for (const form::WordKey& key : form::word_keys()) language.words.*key.text = said(words, key.key);
  refuse_other_words(words);
  if (form::month_name(language.words, 12).empty()) words.at("months").refuse("name twelve months");
  return language;
}

// A text with fewer places than the first language has would leave out a number or a month.
void refuse_lost_places(const Node& words, const form::Words& own, const form::Words& first) {
  for (const form::WordKey& key : form::word_keys()) {
    if (places_in(own.*key.text) != places_in(first.*key.text)) {
      words.at(key.key).refuse(
          fmt::format("keep the {} place(s) {{}} of this text", places_in(first.*key.text)));
    }
  }
}

class Translator {
 public:
  Translator(const Node& file, Language language) : file_(file), language_(std::move(language)) {}

  Form translate(const Form& form) const {
    Form other = form;
    other.translations.clear();
    other.language = language_;
    const Node& heading = file_.at("form");
    heading.only({"box_name", "title", "introduction", "easy_title", "easy_introduction", "for_someone_title",
                  "for_someone_introduction"});
    other.box_name = said(heading, "box_name");
    other.title = said(heading, "title");
    other.introduction = said(heading, "introduction");
    for (Question& question : other.questions) translate(question, {});
    for (std::size_t i = 0; i < other.variants.size(); ++i) {
      translate_variant(other, other.variants[i], i == 0 ? "easy" : "for_someone");
    }
    return other;
  }

 private:
  // A variant's own words where the catalogue has some, else the usual ones of this language.
  void translate_variant(const Form& usual, Form& variant, const std::string& which) const {
    const Node& heading = file_.at("form");
    variant.language = language_;
    variant.box_name = usual.box_name;
    variant.title = said(heading, which + "_title");
    variant.introduction = said(heading, which + "_introduction");
    variant.questions = usual.questions;
    for (Question& question : variant.questions) translate(question, which);
  }

  void translate(Question& question, const std::string& variant) const {
    const Node& words = file_.at("question").at(question.id);
    words.only({"label", "hint", "fold", "options", "easy", "for_someone"});
    if (!variant.empty()) {
      if (const Node* own = words.find(variant)) reword(*own, question);
      return;
    }
    question.label = said(words, "label");
    if (!question.hint.empty()) question.hint = said(words, "hint");
    if (!question.fold.empty()) question.fold = said(words, "fold");
    for (Option& option : question.options) translate(option, words.find("options"));
  }

  static void reword(const Node& own, Question& question) {
    own.only({"label", "hint", "fold"});
    if (const Node* label = own.find("label")) question.label = label->text();
    if (const Node* hint = own.find("hint")) question.hint = hint->text();
    if (const Node* fold = own.find("fold")) question.fold = fold->text();
  }

  // Services are worded once for all questions that offer them.
  void translate(Option& option, const Node* options) const {
    if (options != nullptr) {
      option.label = said(*options, option.value);
      return;
    }
    const Node& words = file_.at("service").at(option.value);
    words.only({"name", "hint"});
    option.label = said(words, "name");
    if (!option.hint.empty()) option.hint = said(words, "hint");
  }

  const Node& file_;
  Language language_;
};

}  // namespace

Language read_language(const FileSystem& files, const House& house, const std::string& code) {
  return language_of(read_catalogue(files, house, code), code);
}

bool is_checked(const FileSystem& files, const House& house, const std::string& code) {
  const Node file = read_catalogue(files, house, code);
  const Node* by = file.find("checked_by");
  if (by == nullptr || by->text().empty()) return false;
  (void)file.at("checked_on").date();
  return true;
}

Form read_translation(const FileSystem& files, const House& house, const Form& form,
                      const std::string& code) {
  const Node file = read_catalogue(files, house, code);
  Language language = language_of(file, code);
  refuse_lost_places(file.at("words"), language.words, form.language.words);
  return Translator(file, std::move(language)).translate(form);
}

}  // namespace postbox::config
