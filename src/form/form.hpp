// What we ask: the questions of config/form.toml as the form, the API and the exports all use them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "form/language.hpp"

namespace postbox::form {

enum class QuestionType {
  text,     // the giver's own words
  choice,   // one option
  choices,  // any number of options
  tick,     // a box to tick
};

std::string_view code_of(QuestionType type);  // "text": in form.toml and GET /api/v1/form

// The same questions, worded for another reader. Answers are the same whichever page they came by.
enum class Variant {
  standard,     // "/"
  easy,         // "/easy": fewer and shorter words
  for_someone,  // "/for-someone": a helper writes down what a family said
};

struct Option {
  std::string value;  // in files and the API: lower case, digits, hyphens
  std::string label;  // as shown
  std::string hint;   // "" where the label says it all
};

struct Question {
  std::string id;  // key in JSON, field name in HTML: lower case, digits, underscores
  QuestionType type = QuestionType::text;
  std::string label;
  std::string hint;                // "" where none is needed
  std::vector<Option> options;     // of choice and choices, in the order shown
  std::size_t max_characters = 0;  // of text: code points
  std::string fold;  // "": shown at once; else the line that unfolds it and its neighbours of the same fold
  bool on_form = true;  // false: of `only_to` alone, which the check page asks as well
};

// Who stands behind the box and how it looks: config/look.toml.
struct Look {
  std::string partnership;                 // "": no line about it
  std::string contact;                     // in words; "" for none
  std::string contact_url;                 // https or mailto; "" for none
  std::string logo;                        // an SVG document, or ""
  std::string colour = "#b01020";          // of the box; white and paper stand against it with 4.5 : 1
  std::string colour_on_dark = "#ffaaa3";  // of links in the dark scheme; 4.5 : 1 against dark paper
  std::string exit_url = "https://www.bbc.co.uk/weather";
  std::string privacy_url;  // https, or a path of this site; "" for no link
};

struct Form {
  std::string box_name;  // "Post Box": at the head of every page
  std::string title;
  std::string introduction;
  std::vector<Question> questions;  // in the order asked; ids are unique
  std::vector<Form> variants;       // easy, then for_someone: the same questions, other words; or empty
  Language language;
  std::vector<Form> translations;  // the same form in each other language that is switched on
  Look look;
};

const Question* find_question(const Form& form, std::string_view id);

// The form in the words of a variant; the standard one where the variant has none of its own.
const Form& worded_for(const Form& form, Variant variant);

// The form in the language of this code; as it is where that language is unknown or switched off.
const Form& in_language(const Form& form, std::string_view code);

// The most bytes that any honest submission of this form can have before padding, with every text at its
// limit in four-byte characters. `check` holds it against the largest record that can be sealed. A text made
// of control characters is larger still (six bytes each in JSON): the caller measures each submission too.
std::size_t largest_encoding_bytes(const Form& form);

// GET /api/v1/form: {"questions":[{"id","type","label","options":[{"value","label"}],"max_characters"}]}.
// `options` stands only at a question that has some, `max_characters` only at text.
std::string form_as_json(const Form& form);

}  // namespace postbox::form
