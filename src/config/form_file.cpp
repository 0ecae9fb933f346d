#include "config/form_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "config/look_file.hpp"
#include "config/messages_file.hpp"
#include "config/services_file.hpp"
#include "feedback/submission.hpp"

namespace postbox::config {
namespace {

using form::Form;
using form::Language;
using form::Option;
using form::Question;
using form::QuestionType;

constexpr std::int64_t max_characters_most = 30000;  // three such texts no longer fit any record
constexpr std::array<std::string_view, 2> variant_keys = {"easy", "for_someone"};
// The pages' own fields.
constexpr std::array<std::string_view, 6> taken_ids = {"step", "page", "shown", "website", "lang", "token"};

bool is_made_of(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

std::string text_or(const Node& node, std::string_view key, const std::string& otherwise) {
  const Node* found = node.find(key);
  return found == nullptr ? otherwise : found->text();
}

std::string read_id(const Node& node) {
  const std::string& id = node.text();
  if (!is_made_of(id, "abcdefghijklmnopqrstuvwxyz0123456789_")) {
    node.refuse("an id has lower-case letters, digits and underscores");
  }
  if (std::find(taken_ids.begin(), taken_ids.end(), id) != taken_ids.end()) {
    node.refuse(fmt::format("\"{}\" is a field of the page itself", id), "choose another id");
  }
  return id;
}

QuestionType read_type(const Node& node) {
  for (const QuestionType type :
       {QuestionType::text, QuestionType::choice, QuestionType::choices, QuestionType::tick}) {
    if (code_of(type) == node.text()) return type;
  }
  node.refuse("expected a type: text, choice, choices or tick");
}

Option read_option(const Node& node) {
  node.only({"value", "label", "hint"});
  Option option{node.at("value").text(), node.at("label").text(), text_or(node, "hint", "")};
  if (!is_made_of(option.value, "abcdefghijklmnopqrstuvwxyz0123456789-")) {
    node.at("value").refuse("a value has lower-case letters, digits and hyphens");
  }
  if (option.label.empty()) node.at("label").refuse("an option needs words to choose it by");
  return option;
}

class FormReader {
 public:
  explicit FormReader(const PerArea<ServiceWords>& services) : services_(services) {}

  Form read(const Node& file) const {
    file.only({"box_name", "title", "introduction", "languages", "easy", "for_someone", "question"});
    Form form = read_heading(file, {});
    form.box_name = file.at("box_name").text();
    const Node& list = file.at("question");
    for (const Node& node : list.items()) add_question(node, form);
    if (form.questions.empty()) list.refuse("a form needs a question");
    for (const std::string_view key : variant_keys) form.variants.push_back(read_variant(file, form, key));
    return form;
  }

 private:
  static Form read_heading(const Node& node, const Form& otherwise) {
    Form form;
    form.title = text_or(node, "title", otherwise.title);
    form.introduction = text_or(node, "introduction", otherwise.introduction);
    if (form.title.empty()) node.refuse("the form needs a title");
    return form;
  }

  void add_question(const Node& node, Form& form) const {
    node.only({"id", "type", "label", "hint", "options", "max_characters", "fold", "easy", "for_someone"});
    Question question = read_question(node);
    if (find_question(form, question.id) != nullptr) {
      node.at("id").refuse(fmt::format("another question has the id \"{}\"", question.id));
    }
    form.questions.push_back(std::move(question));
  }

  Question read_question(const Node& node) const {
    Question question;
    question.id = read_id(node.at("id"));
    question.type = read_type(node.at("type"));
    question.label = node.at("label").text();
    question.hint = text_or(node, "hint", "");
    question.fold = text_or(node, "fold", "");
    if (question.label.empty()) node.at("label").refuse("a question needs a label");
    read_limits(node, question);
    return question;
  }

  void read_limits(const Node& node, Question& question) const {
    const bool is_text = question.type == QuestionType::text;
    const bool is_chosen = question.type == QuestionType::choice || question.type == QuestionType::choices;
    if (is_text) {
      const Node& most = node.at("max_characters");
      question.max_characters = static_cast<std::size_t>(most.integer_between(1, max_characters_most));
    } else if (const Node* most = node.find("max_characters")) {
      most->refuse("only a text has max_characters");
    }
    if (is_chosen) {
      question.options = read_options(node.at("options"));
    } else if (const Node* options = node.find("options")) {
      options->refuse("only a choice has options");
    }
  }

  std::vector<Option> read_options(const Node& node) const {
    if (node.kind() == Node::Kind::text) return service_options(node);
    std::vector<Option> options;
    std::set<std::string> values;
    for (const Node& item : node.items()) {
      options.push_back(read_option(item));
      if (!values.insert(options.back().value).second) item.refuse("another option has this value");
    }
    if (options.empty()) node.refuse("a choice needs options");
    return options;
  }

  std::vector<Option> service_options(const Node& node) const {
    const bool in_short = node.text() == "service-names";
    if (node.text() != "services" && !in_short) {
      node.refuse(R"(expected a list of options, "services" or "service-names")");
    }
    std::vector<Option> options;
    for (const ServiceArea area : service_areas) {
      const ServiceWords& words = services_[index_of(area)];
      options.push_back({std::string(code_of(area)), words.name, in_short ? "" : words.hint});
    }
    return options;
  }

  // The same questions in other words; what a variant does not word anew stays as it is.
  static Form read_variant(const Node& file, const Form& form, std::string_view key) {
    Form variant = form;
    if (const Node* heading = file.find(key)) {
      heading->only({"title", "introduction"});
      variant = read_heading(*heading, form);
      variant.box_name = form.box_name;
      variant.questions = form.questions;
    }
    const std::vector<Node>& nodes = file.at("question").items();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (const Node* words = nodes[i].find(key)) reword(*words, variant.questions[i]);
    }
    return variant;
  }

  static void reword(const Node& words, Question& question) {
    words.only({"label", "hint", "fold", "on_form"});
    question.label = text_or(words, "label", question.label);
    question.hint = text_or(words, "hint", question.hint);
    question.fold = text_or(words, "fold", question.fold);
    if (question.label.empty()) words.at("label").refuse("a question needs a label");
    if (const Node* on_form = words.find("on_form")) {
      question.on_form = on_form->boolean();
      if (!question.on_form && question.id != question_id::only_to) {
        on_form->refuse("only \"only_to\" is asked on another page as well");
      }
    }
  }

  const PerArea<ServiceWords>& services_;
};

// Questions that the program itself understands must keep the type it understands.
void refuse_other_types(const Node& file, const Form& form) {
  const std::pair<const char*, QuestionType> fixed[] = {
      {question_id::areas, QuestionType::choices}, {question_id::only_to, QuestionType::choices},
      {question_id::rating, QuestionType::choice}, {question_id::district, QuestionType::choice},
      {question_id::risk_now, QuestionType::tick},
  };
  const std::vector<Node>& nodes = file.at("question").items();
  for (const auto& [id, type] : fixed) {
    const Question* question = find_question(form, id);
    if (question == nullptr || question->type == type) continue;
    nodes[static_cast<std::size_t>(question - form.questions.data())].at("type").refuse(
        fmt::format("\"{}\" must stay of type {}", id, code_of(type)));
  }
}

// What the pages say, and how they look, in all words for all readers.
void furnish(const FileSystem& files, const House& house, Form& form) {
  form.language = read_language(files, house, Language{}.code);
  form.look = read_look(files, house);
  for (Form& variant : form.variants) {
    variant.language = form.language;
    variant.look = form.look;
  }
}

void add_translations(const FileSystem& files, const House& house, const Node& codes, Form& form) {
  std::vector<Form> translations;
  for (const Node& node : codes.items()) {
    const std::string& code = node.text();
    if (!is_made_of(code, "abcdefghijklmnopqrstuvwxyz-")) node.refuse("expected a code such as \"pl\"");
    if (is_checked(files, house, code)) translations.push_back(read_translation(files, house, form, code));
  }
  form.translations = std::move(translations);
}

}  // namespace

Form read_form(const FileSystem& files, const House& house) {
  const PerArea<ServiceWords> services = read_services(files, house);
  const Node file = read_config(files, house, "form.toml");
  Form form = FormReader(services).read(file);
  refuse_other_types(file, form);
  furnish(files, house, form);
  if (const Node* codes = file.find("languages")) add_translations(files, house, *codes, form);
  return form;
}

}  // namespace postbox::config
