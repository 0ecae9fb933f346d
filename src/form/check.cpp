#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "form/given.hpp"

namespace postbox::form {
namespace {

// A longer value is somebody's text in the wrong place: it is refused without being quoted.
constexpr std::size_t quoted_characters_max = 40;

std::string_view name_of(Given::Kind kind) {
  switch (kind) {
    case Given::Kind::text:
      return "text";
    case Given::Kind::boolean:
      return "true or false";
    case Given::Kind::number:
      return "a number";
    case Given::Kind::null:
      return "null";
    case Given::Kind::list:
      return "a list";
    case Given::Kind::object:
      return "an object";
  }
  return {};
}

Problem not_an_option(std::string pointer, const std::string& value) {
  const bool quoted = utf8::length(value) <= quoted_characters_max;
  return {std::move(pointer),
          quoted ? fmt::format("\"{}\" is not one of the answers to choose from", value)
                 : "this is not one of the answers to choose from",
          Trouble::no_option};
}

// Empty or white-space text says nothing, whatever was asked.
bool says_nothing(const Given& value) {
  return value.kind == Given::Kind::text && utf8::is_blank(value.text);
}

class Checking {
 public:
  explicit Checking(const Form& form) : form_(form) {}

  void take(const GivenAnswer& given) {
    const Question* question = find_question(form_, given.key);
    if (question == nullptr) return refuse(pointer_to(given.key), "the form has no question of this name");
    if (given.value.kind == Given::Kind::null) {
      return refuse(pointer_to(given.key), "null is not an answer: leave the key out");
    }
    if (!says_nothing(given.value)) take(*question, given.value);
  }

  Checked finish() {
    const Answers& answers = checked_.answers;
    const bool blank = answers.texts.empty() && answers.choices.empty() && answers.ticks.empty();
    if (blank && checked_.problems.empty()) {
      refuse({"", "nothing is written or ticked yet: every question is optional, but please answer one",
              Trouble::blank});
    }
    return std::move(checked_);
  }

 private:
  void take(const Question& question, const Given& value) {
    switch (question.type) {
      case QuestionType::text:
        return take_text(question, value);
      case QuestionType::choice:
        return take_choice(question, value);
      case QuestionType::choices:
        return take_choices(question, value);
      case QuestionType::tick:
        return take_tick(question, value);
    }
  }

  void take_text(const Question& question, const Given& value) {
    if (value.kind != Given::Kind::text) return expected("text", question, value);
    const std::size_t length = utf8::length(value.text);
    if (length > question.max_characters) {
      refuse({pointer_to(question.id),
              fmt::format("this is {} characters long; the most we can take is {}", with_commas(length),
                          with_commas(question.max_characters)),
              Trouble::too_long, length});
    }
    checked_.answers.texts.emplace(question.id, value.text);
  }

  void take_choice(const Question& question, const Given& value) {
    if (value.kind != Given::Kind::text) return expected("one of the answers", question, value);
    if (!is_option(question, value.text)) return refuse(not_an_option(pointer_to(question.id), value.text));
    checked_.answers.choices[question.id] = {value.text};
  }

  void take_choices(const Question& question, const Given& value) {
    if (value.kind != Given::Kind::list) return expected("a list of answers", question, value);
    for (std::size_t i = 0; i < value.items.size(); ++i) check_item(question, value.items[i], i);
    std::vector<std::string> chosen;
    for (const Option& option : question.options) {
      if (names(value, option.value)) chosen.push_back(option.value);
    }
    if (!chosen.empty()) checked_.answers.choices[question.id] = std::move(chosen);
  }

  void check_item(const Question& question, const Given& item, std::size_t index) {
    if (says_nothing(item)) return;
    const std::string pointer = fmt::format("{}/{}", pointer_to(question.id), index);
    if (item.kind != Given::Kind::text) {
      refuse(pointer, fmt::format("expected one of the answers, not {}", name_of(item.kind)));
    } else if (!is_option(question, item.text)) {
      refuse(not_an_option(pointer, item.text));
    }
  }

  void take_tick(const Question& question, const Given& value) {
    if (value.kind != Given::Kind::boolean) return expected("true or false", question, value);
    if (value.boolean) checked_.answers.ticks.insert(question.id);
  }

  static bool is_option(const Question& question, const std::string& value) {
    return std::any_of(question.options.begin(), question.options.end(),
                       [&](const Option& option) { return option.value == value; });
  }

  static bool names(const Given& list, const std::string& option) {
    return std::any_of(list.items.begin(), list.items.end(), [&](const Given& item) {
      return item.kind == Given::Kind::text && item.text == option;
    });
  }

  void expected(std::string_view what, const Question& question, const Given& value) {
    refuse(pointer_to(question.id), fmt::format("expected {}, not {}", what, name_of(value.kind)));
  }

  void refuse(std::string pointer, std::string detail) { refuse({std::move(pointer), std::move(detail)}); }

  void refuse(Problem problem) {
    if (checked_.problems.size() == problems_max) return;
    checked_.problems.push_back(std::move(problem));
  }

  const Form& form_;
  Checked checked_;
};

}  // namespace

std::string pointer_to(std::string_view key) {
  std::string pointer = "/";
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t from_end = 3; from_end < digits.size(); from_end += 4) {
    digits.insert(digits.size() - from_end, ",");
  }
  return digits;
}

Checked check(const Form& form, const std::vector<GivenAnswer>& given) {
  Checking checking(form);
  for (const GivenAnswer& answer : given) checking.take(answer);
  return checking.finish();
}

}  // namespace postbox::form
