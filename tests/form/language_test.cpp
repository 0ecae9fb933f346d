#include "form/language.hpp"

#include <doctest/doctest.h>

#include <set>

#include "base/error.hpp"
#include "config/messages_file.hpp"
#include "form/page.hpp"
#include "form/read_shipped.hpp"

using namespace postbox;

namespace {

const char* const drafts[] = {"pl", "ro", "uk", "ar"};

// The shipped form with this draft switched on, as a named person's check would do it.
form::Form with_draft(const std::string& code) {
  form::Form form = test::shipped_form();
  form.translations = {config::read_translation(PosixFileSystem{}, test::shipped_house(), form, code)};
  return form;
}

std::string page_in(const std::string& code, form::Variant variant = form::Variant::standard) {
  form::PageFacts facts;
  facts.variant = variant;
  facts.language = code;
  return std::string(form::form_page(with_draft(code), facts, {}, {}).markup());
}

bool has(const std::string& html, std::string_view part) { return html.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("languages: each shipped catalogue is complete") {
  for (const char* code : drafts) {
    CAPTURE(code);
    CHECK_NOTHROW(with_draft(code));  // names what is missing
  }
}

TEST_CASE("languages: a draft stays off until a named person has checked it") {
  CHECK(test::shipped_form().language.code == "en");
  for (const char* code : drafts) {
    CAPTURE(code);
    CHECK_FALSE(config::is_checked(PosixFileSystem{}, test::shipped_house(), code));
    CHECK(&form::in_language(test::shipped_form(), code) == &test::shipped_form());
  }
}

TEST_CASE("languages: a draft translates, it does not repeat the English") {
  const auto keys = form::word_keys();
  const form::Words& english = test::shipped_form().language.words;
  for (const char* code : drafts) {
    CAPTURE(code);
    const form::Form form = with_draft(code);
    const form::Form& said = form.translations[0];
    for (const form::WordKey& key : keys) {
      CAPTURE(key.key);
      CHECK(said.language.words.*key.text != english.*key.text);
    }
    for (std::size_t i = 0; i < said.questions.size(); ++i) {
      CAPTURE(said.questions[i].id);
      CHECK(said.questions[i].label != form.questions[i].label);
    }
  }
}

TEST_CASE("languages: a page says its language, its direction, and the way to the other") {
  const std::string polish = page_in("pl");
  CHECK(has(polish, "<html lang=\"pl\">"));
  CHECK(has(polish, "<a href=\"/\" lang=\"en-GB\" hreflang=\"en-GB\">English</a>"));
  CHECK(has(polish, "name=\"lang\" value=\"pl\""));
  CHECK(has(polish, "href=\"/easy?lang=pl\""));
  CHECK(has(page_in("ar"), "<html lang=\"ar\" dir=\"rtl\">"));
  CHECK(has(page_in("uk", form::Variant::easy), "<html lang=\"uk\">"));
}

TEST_CASE("languages: an unknown code is the form's own language") {
  form::PageFacts facts;
  for (const char* code : {"", "xx", "en", "../en", "pl"}) {
    CAPTURE(code);
    facts.language = code;
    CHECK(has(std::string(form::form_page(test::shipped_form(), facts, {}, {}).markup()),
              "<html lang=\"en-GB\">"));
  }
}

TEST_CASE("languages: months have names and places are filled") {
  form::Words words;
  words.months = "a,b,c,d,e,f,g,h,i,j,k,l";
  CHECK(form::month_name(words, 1) == "a");
  CHECK(form::month_name(words, 12) == "l");
  words.months = "a,b";
  CHECK(form::month_name(words, 12).empty());
  CHECK(form::filled("{} of {}.", {"1", "{}"}) == "1 of {}.");
  CHECK(form::filled("none", {"1"}) == "none");
  CHECK(form::filled("{} {}", {"1"}) == "1 {}");
}
