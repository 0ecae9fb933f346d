#include "form/form_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.hpp"
#include "form/given.hpp"

namespace postbox::form {
namespace {

constexpr std::size_t shown_bytes_max = 40;

const char* unfit(const Field& field) {
  for (const std::string* part : {&field.name, &field.value}) {
    if (part->find('\0') != std::string::npos) return "a field holds a NUL character";
    if (!utf8::is_valid(*part)) return "a field is not UTF-8";
  }
  return nullptr;
}

// Browsers send every line end of a text as CR LF; the person typed one.
std::string with_plain_line_ends(const std::string& text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    plain += text[i];
  }
  return plain;
}

Given given_text(const std::string& text) { return {Given::Kind::text, text, false, {}}; }

Given given_tick(const std::string& value) {
  if (value == "true" || value == "false") return {Given::Kind::boolean, {}, value == "true", {}};
  return given_text(value);  // refused by the check, unless blank
}

Given given_list(const std::vector<std::string>& values) {
  Given list{Given::Kind::list, {}, false, {}};
  for (const std::string& value : values) list.items.push_back(given_text(value));
  return list;
}

bool asks_for(QuestionType type, const Question* question) {
  return question != nullptr && question->type == type;
}

void drop_blank(std::vector<std::string>& values) {
  values.erase(std::remove_if(values.begin(), values.end(), utf8::is_blank), values.end());
}

// The same shape as the JSON of these answers: a list where several may be chosen, else a value; a name that
// was repeated all the same is a list, which the check refuses; what it holds of a text comes back in one
// field.
Given as_given(const Question* question, std::vector<std::string> values) {
  if (asks_for(QuestionType::choices, question)) return given_list(values);
  drop_blank(values);
  if (values.empty()) return given_text("");
  if (values.size() > 1) return given_list(values);
  return asks_for(QuestionType::tick, question) ? given_tick(values.front()) : given_text(values.front());
}

// A value of one of the page's own fields; nothing where it is none of ours.
template <class Value, std::size_t Count>
std::optional<Value> value_of_code(const Value (&all)[Count], std::string_view code) {
  const auto* found =
      std::find_if(std::begin(all), std::end(all), [code](Value value) { return code_of(value) == code; });
  if (found == std::end(all)) return std::nullopt;
  return *found;
}

class Post {
 public:
  void take(const Field& field) {
    if (field.name == page_field::language) {
      post_.language = field.value;
    } else if (field.name == page_field::token) {
      if (field.value.size() <= token_bytes_max) post_.token = field.value;
    } else if (field.name == page_field::step && field.value.starts_with(change_one)) {
      post_.step = Step::change;
      post_.change = field.value.substr(change_one.size());
    } else if (field.name == page_field::step) {
      take_own(field, {Step::check, Step::send, Step::change}, post_.step);
    } else if (field.name == page_field::page) {
      take_own(field, {Variant::standard, Variant::easy, Variant::for_someone}, post_.variant);
    } else if (field.name == page_field::shown) {
      if (field.value.size() <= shown_bytes_max) post_.filling.shown = field.value;
    } else if (field.name == page_field::trap) {
      post_.filling.trap_filled = post_.filling.trap_filled || !utf8::is_blank(field.value);
    } else {
      const auto [place, is_new] = values_.try_emplace(field.name);
      if (is_new) order_.push_back(field.name);
      place->second.push_back(with_plain_line_ends(field.value));
    }
  }

  FormPost finish(const Form& form) {
    std::vector<GivenAnswer> given;
    for (const std::string& name : order_) {
      const Question* question = find_question(form, name);
      if (asks_for(QuestionType::text, question)) put_together(name, values_[name]);
      given.push_back({name, as_given(question, std::move(values_[name]))});
    }
    post_.checked = check(form, given);
    post_.checked.problems.insert(post_.checked.problems.end(), problems_.begin(), problems_.end());
    return std::move(post_);
  }

 private:
  // One text was asked for. Of several none is lost: they stand in its field again, to be looked at.
  void put_together(const std::string& name, std::vector<std::string>& texts) {
    drop_blank(texts);
    if (texts.size() < 2) return;
    problems_.push_back(
        {pointer_to(name), "this came more than once; all of it is here now, one after the other"});
    texts = {fmt::format("{}", fmt::join(texts, "\n\n"))};
  }

  template <class Value, std::size_t Count>
  void take_own(const Field& field, const Value (&all)[Count], Value& value) {
    const std::optional<Value> found = value_of_code(all, field.value);
    const bool repeated = std::find(own_.begin(), own_.end(), field.name) != own_.end();
    own_.push_back(field.name);
    if (!found || repeated) {
      problems_.push_back({pointer_to(field.name), "this button is not one of the page's; please try again"});
    } else {
      value = *found;
    }
  }

  FormPost post_;
  std::vector<std::string> order_;
  std::map<std::string, std::vector<std::string>> values_;
  std::vector<std::string> own_;
  std::vector<Problem> problems_;
};

}  // namespace

std::string_view code_of(Step step) {
  switch (step) {
    case Step::check:
      return "check";
    case Step::send:
      return "send";
    case Step::change:
      return "change";
  }
  return {};
}

std::string_view code_of(Variant variant) {
  switch (variant) {
    case Variant::standard:
      return "standard";
    case Variant::easy:
      return "easy";
    case Variant::for_someone:
      return "for-someone";
  }
  return {};
}

FormReading read_fields(const Form& form, const Fields& fields) {
  if (fields.size() > form_fields_max) return Malformed{"there are too many fields"};
  Post post;
  for (const Field& field : fields) {
    if (const char* fault = unfit(field)) return Malformed{fault};
    post.take(field);
  }
  return post.finish(form);
}

}  // namespace postbox::form
