#include "form/page.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "config/signposts_file.hpp"
#include "form/read_shipped.hpp"
#include "form/reading.hpp"

using namespace postbox;

namespace {

form::PageFacts facts(form::Variant variant = form::Variant::standard) {
  return {variant, config::read_signposts(PosixFileSystem{}, test::shipped_house())};
}

std::string page(const Answers& typed = {}, const std::vector<form::Problem>& problems = {},
                 form::Variant variant = form::Variant::standard) {
  return std::string(form::form_page(test::shipped_form(), facts(variant), typed, problems).markup());
}

bool has(const std::string& html, const std::string& part) { return html.find(part) != std::string::npos; }

std::size_t count(const std::string& html, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = html.find(part); at != std::string::npos; at = html.find(part, at + 1)) ++found;
  return found;
}

// The values of an attribute, in order: attribute_values(html, "id") of `<p id="a">` is {"a"}.
std::vector<std::string> attribute_values(const std::string& html, const std::string& name) {
  std::vector<std::string> values;
  const std::string opening = " " + name + "=\"";
  for (std::size_t at = html.find(opening); at != std::string::npos; at = html.find(opening, at + 1)) {
    const std::size_t start = at + opening.size();
    values.push_back(html.substr(start, html.find('"', start) - start));
  }
  return values;
}

// What a browser makes of an attribute value or of text.
std::string unescaped(std::string text) {
  const std::pair<const char*, const char*> marks[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [escaped, plain] : marks) {
    const std::string from = escaped;
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
      text.replace(at, from.size(), plain);
    }
  }
  return text;
}

// What a browser would post of the hidden fields of a page.
test::Pairs hidden_fields(const std::string& html) {
  test::Pairs fields;
  const std::string opening = "<input type=\"hidden\"";
  for (std::size_t at = html.find(opening); at != std::string::npos; at = html.find(opening, at + 1)) {
    const std::string tag = html.substr(at, html.find('>', at) - at);
    fields.emplace_back(attribute_values(tag, "name").at(0), unescaped(attribute_values(tag, "value").at(0)));
  }
  return fields;
}

Answers many_answers() {
  Answers answers;
  answers.texts["feedback"] =
      "\n<script>alert(\"1\")</script> & 'so'\n\n\x01\x1b \xF0\x9F\x8E\x88 </textarea>";
  answers.texts["working_well"] = " kind ";
  answers.choices["rating"] = {"very-good"};
  answers.choices["areas"] = {"camhs", "ehcp"};
  answers.choices["district"] = {"eden"};
  answers.ticks = {"risk_now"};
  return answers;
}

}  // namespace

TEST_CASE("form page: every question stands on it, optional, with a label and its options") {
  for (const form::Variant variant :
       {form::Variant::standard, form::Variant::easy, form::Variant::for_someone}) {
    const std::string html = page({}, {}, variant);
    for (const form::Question& question : form::worded_for(test::shipped_form(), variant).questions) {
      CAPTURE(question.id);
      if (!question.on_form) continue;
      CHECK(has(html, std::string(text(question.label + " ").markup()) + "<span class=\"optional\">"));
      CHECK(has(html, " name=\"" + question.id + "\""));
      for (const form::Option& option : question.options) CHECK(has(html, " value=\"" + option.value + "\""));
    }
  }
}

TEST_CASE("form page: ids are unique and every reference leads to one") {
  const std::vector<form::Problem> problems = {
      {"/feedback", "too long"}, {"/areas/1", "x"}, {"/district", "x"}};
  const std::string html = page(many_answers(), problems);
  std::vector<std::string> ids = attribute_values(html, "id");
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  const auto leads_to_one = [&ids](const std::string& id) {
    CAPTURE(id);
    CHECK(std::binary_search(ids.begin(), ids.end(), id));
  };
  for (const std::string& id : attribute_values(html, "for")) leads_to_one(id);
  for (const std::string& link : attribute_values(html, "href")) {
    if (link[0] == '#') leads_to_one(link.substr(1));
  }
  for (const std::string& described : attribute_values(html, "aria-describedby")) {
    const std::size_t space = described.find(' ');
    leads_to_one(described.substr(0, space));
    if (space != std::string::npos) leads_to_one(described.substr(space + 1));
  }
}

TEST_CASE("form page: no style or script inside it, and nothing from elsewhere") {
  for (const std::string& html :
       {page(), page(many_answers(), {{"", "x"}}),
        std::string(form::check_page(test::shipped_form(), facts(), many_answers()).markup())}) {
    CHECK(html.rfind("<!doctype html>", 0) == 0);
    CHECK(has(html, "<html lang=\"en-GB\">"));
    CHECK(count(html, "<script") == 1);  // a help that nothing depends on
    CHECK(has(html, "<script src=\"/page.js\" defer></script>"));
    CHECK_FALSE(has(html, " style="));
    CHECK_FALSE(has(html, "onclick"));
    for (const std::string& address : attribute_values(html, "href")) {
      CAPTURE(address);
      const bool link_in_a = has(html, "<a href=\"" + address + "\"");
      const bool way_out = has(html, "<a class=\"exit\" href=\"" + address + "\"");
      const bool here = address[0] == '/' || address[0] == '#' || address.rfind("tel:", 0) == 0;
      CHECK((here || link_in_a || way_out));  // a line's own site is a link to press, never something loaded
    }
  }
}

TEST_CASE("form page: what the box promises and what it cannot do") {
  const std::string html = page();
  for (const char* words : {"We do not know who you are", "Every question is optional", "for feedback only",
                            "complaint", "once a month", "Nobody reads this box as it comes in", "tel:999",
                            "tel:111", "option 2", "tel:08001111"}) {
    CAPTURE(words);
    CHECK(has(html, words));
  }
}

TEST_CASE("form page: everything typed stands in its field again") {
  const std::string html = page(many_answers(), {{"/rating", "x"}});
  CHECK(has(html,
            "\">\n\n&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;so&#39;\n\n\x01\x1b "
            "\xF0\x9F\x8E\x88 &lt;/textarea&gt;</textarea>"));
  CHECK(has(html, "\">\n kind </textarea>"));
  CHECK(count(html, " checked>") == 4);  // the rating, two areas, the tick
  CHECK(has(html, "<input id=\"rating\" type=\"radio\" name=\"rating\" value=\"very-good\" checked>"));
  CHECK(has(html, "name=\"areas\" value=\"camhs\" checked>"));
  CHECK(has(html, "<option value=\"eden\" selected>"));
}

TEST_CASE("form page: a fold is open where it holds an answer or a problem") {
  CHECK(count(page(), "<details>") == 2);
  CHECK(count(page({}, {{"/district", "x"}}), "<details open>") == 1);
  CHECK(count(page(many_answers()), "<details open>") == 2);  // areas and a district are answered
  CHECK(count(page({}, {{"/only_to/0", "x"}}), "<details open>") == 1);
}

TEST_CASE("form page: problems are said at the top, with a way to the field, and beside it") {
  const std::string html = page({}, {{"/feedback", "this is too long"}, {"/areas/3", "\"<b>\" is unknown"}});
  CHECK(has(html, "<title>Please look again: "));
  CHECK(has(html, "<a href=\"#feedback\">What would you like to tell us? This is too long.</a>"));
  CHECK(has(html, "<a href=\"#areas\">What is it about? &quot;&lt;b&gt;&quot; is unknown.</a>"));
  CHECK(has(html, "id=\"feedback-error\"><span>This is too long.</span>"));
  CHECK(has(html, "aria-describedby=\"feedback-hint feedback-error\" aria-invalid=\"true\""));
  CHECK_FALSE(has(page(), "aria-invalid"));
  CHECK_FALSE(has(page(), "role=\"alert\""));
}

TEST_CASE("form page: a blank post leads to the first question; an unknown key leads nowhere") {
  const std::string html =
      page({}, {{"", "nothing", form::Trouble::blank}, {"/<x>", "the form has no such question"}});
  CHECK(has(html, "<a href=\"#feedback\">Nothing is written or ticked yet. "));
  CHECK(has(html, "<li>&quot;&lt;x&gt;&quot;: The form has no such question.</li>"));
}

TEST_CASE("form page: each reader gets other words and comes back to the same page") {
  CHECK_FALSE(has(page(), "name=\"page\""));
  const std::string easy = page({}, {}, form::Variant::easy);
  CHECK(has(easy, "name=\"page\" value=\"easy\""));
  CHECK(has(easy, "What do you want to say?"));
  CHECK_FALSE(has(easy, "What would you like to tell us?"));
  const std::string helper = page({}, {}, form::Variant::for_someone);
  CHECK(has(helper, "name=\"page\" value=\"for-someone\""));
  CHECK(has(helper, "What would they like to tell us?"));
}

TEST_CASE("easy page: who may see it is asked on the check page alone, and what was chosen there is kept") {
  CHECK_FALSE(has(page({}, {}, form::Variant::easy), "only_to"));
  Answers typed;
  typed.choices["only_to"] = {"camhs", "transport"};
  const std::string back = page(typed, {}, form::Variant::easy);
  CHECK(has(back, "<input type=\"hidden\" name=\"only_to\" value=\"camhs\">"));
  CHECK(has(back, "<input type=\"hidden\" name=\"only_to\" value=\"transport\">"));
  CHECK(count(page({}, {{"/only_to/0", "x"}}, form::Variant::easy), "id=\"only_to\"") == 1);
  const std::string check(
      form::check_page(test::shipped_form(), facts(form::Variant::easy), many_answers()).markup());
  CHECK(has(check, "id=\"only_to\""));
}

TEST_CASE("form page: plain words, never the codes of officials") {
  for (const char* code : {">SPLD", ">SEMH", ">SLCN", ">PMLD", ">NSA", "(ASD)"}) {
    CAPTURE(code);
    CHECK_FALSE(has(page(), code));
  }
}

TEST_CASE("check page: what it carries is what was checked, byte for byte") {
  const form::Form& form = test::shipped_form();
  const Answers answers = many_answers();
  const std::string html(form::check_page(form, facts(form::Variant::easy), answers).markup());
  const test::Pairs fields = hidden_fields(html);
  const auto again = form::read_multipart(form, test::multipart(fields), "XbX");
  CHECK(test::post_of(again).checked.answers == answers);
  CHECK(test::post_of(again).checked.problems.empty());
  CHECK(test::post_of(again).variant == form::Variant::easy);
  CHECK(has(html, "name=\"step\" value=\"send\""));
  CHECK(has(html, "name=\"step\" value=\"change\""));
}

TEST_CASE("check page: shows the words and the labels of what was chosen, and nothing unanswered") {
  const std::string html(form::check_page(test::shipped_form(), facts(), many_answers()).markup());
  CHECK(has(html, "<div class=\"words\" dir=\"auto\">\n&lt;script&gt;"));
  CHECK(has(html, "<li>Very good</li>"));
  CHECK(has(html, "<li>EHC plans</li>"));
  CHECK(has(html, "<dt>Someone may be getting hurt, or may be in danger</dt><dd><p>Yes</p>"));
  CHECK_FALSE(has(html, "<dt>What could be better?"));
  CHECK(has(html, "cannot get it back"));
}

TEST_CASE("check page: each answer has its own way back, and the form begins there") {
  const form::Form& form = test::shipped_form();
  const std::string html(form::check_page(form, facts(), many_answers()).markup());
  for (const char* id : {"feedback", "working_well", "rating", "areas", "district", "risk_now"}) {
    CAPTURE(id);
    CHECK(count(html, "name=\"step\" value=\"change:" + std::string(id) + "\"") == 1);
    const auto reading = form::read_multipart(
        form, test::multipart({{"feedback", "x"}, {"step", "change:" + std::string(id)}}), "XbX");
    CHECK(test::post_of(reading).step == form::Step::change);
    form::PageFacts again = facts();
    again.change = test::post_of(reading).change;
    const std::string back(form::form_page(form, again, many_answers(), {}).markup());
    CHECK(count(back, " autofocus") == 1);
    const std::size_t at = back.find(" autofocus");
    const std::string tag = back.substr(back.rfind('<', at), at - back.rfind('<', at));
    CHECK(has(tag, "id=\"" + std::string(id) + "\""));
  }
}

TEST_CASE("check page: says which services it is for, and the giver's own choice overrules that") {
  form::PageFacts beside = facts();
  const auto shown = [&](const Answers& answers) {
    return std::string(form::check_page(test::shipped_form(), beside, answers).markup());
  };
  CHECK(has(shown(many_answers()), "We cannot tell yet"));
  beside.noticed.areas = {ServiceArea::transport, ServiceArea::ehcp};
  const std::string guessed = shown(many_answers());
  CHECK(has(guessed, "We think this is for:"));
  CHECK(has(guessed, "<ul class=\"services\"><li>Getting to school or college</li><li>EHC plans</li></ul>"));
  CHECK(count(guessed, "type=\"checkbox\" name=\"only_to\"") == service_area_count);
  CHECK_FALSE(has(guessed, " checked>"));
  Answers own = many_answers();
  own.choices["only_to"] = {"camhs"};
  const std::string chosen = shown(own);
  CHECK(has(chosen, "You chose. Only these"));
  CHECK_FALSE(has(chosen, "We think this is for:"));
  CHECK(has(chosen, "name=\"only_to\" value=\"camhs\" checked>"));
  for (const auto& [name, value] : hidden_fields(chosen)) {
    CHECK(name != "only_to");  // or it could not be unticked
  }
}

TEST_CASE("check page: what may say who somebody is, is pointed at and nothing else is changed") {
  Answers answers;
  answers.texts["feedback"] = "Ask Tom <b> on 07700 900123, Tom";
  form::PageFacts beside = facts();
  beside.noticed.marks["feedback"] = {
      {4, 7, "person"}, {15, 27, "phone"}, {29, 32, "person"}, {30, 99, "phone"}};
  beside.noticed.marks["no such question"] = {{0, 1, "person"}};
  const std::string html(form::check_page(test::shipped_form(), beside, answers).markup());
  CHECK(has(html, ">Ask <mark>Tom</mark> &lt;b&gt; on <mark>07700 900123</mark>, <mark>Tom</mark></div>"));
  CHECK(has(html, "<mark dir=\"auto\">Tom</mark> <span>a name</span>"));
  CHECK(has(html, "<span>a phone number</span>"));
  CHECK(count(html, "<mark dir=\"auto\">") == 2);  // each once
  CHECK(has(html, "We will take this out"));
  beside.noticed.marks.clear();
  CHECK_FALSE(has(std::string(form::check_page(test::shipped_form(), beside, answers).markup()), "<mark"));
}

TEST_CASE("check page: carries the token that keeps a post from coming twice") {
  form::PageFacts beside = facts();
  beside.token = "abcdefgh";
  const form::Form& form = test::shipped_form();
  const std::string html(form::check_page(form, beside, many_answers()).markup());
  const auto again = form::read_multipart(form, test::multipart(hidden_fields(html)), "XbX");
  CHECK(test::post_of(again).token == "abcdefgh");
  const auto long_one = form::read_multipart(form, test::multipart({{"token", std::string(65, 'a')}}), "XbX");
  CHECK(test::post_of(long_one).token.empty());
}

TEST_CASE("thank-you page: receipt, month of emptying, where to turn") {
  const auto month = Month::parse("2026-12");
  REQUIRE(month);
  const form::Form& form = test::shipped_form();
  const std::string html(form::thank_you_page(form, facts(), "abcdefghijklmnop2345", *month).markup());
  CHECK(has(html, ">abcdefghijklmnop2345<"));
  CHECK(has(html, "In January 2027 we empty the box."));
  CHECK(has(html, "Have you kept it?"));
  CHECK(has(html, "Samaritans"));
  CHECK(has(html, "Nobody reads this box as it comes in"));
}

TEST_CASE("thank-you page: where the words speak of danger, whom to ring comes first") {
  const form::Form& form = test::shipped_form();
  form::PageFacts beside = facts();
  const auto asides_before_thanks = [&] {
    const std::string html(
        form::thank_you_page(form, beside, "abcdefghijklmnop2345", *Month::parse("2026-12")).markup());
    CHECK(html.find("danger-title") != std::string::npos);
    CHECK(html.find("<aside") == html.rfind("<aside"));
    return html.find("<aside") < html.find("<h1");
  };
  CHECK_FALSE(asides_before_thanks());
  beside.danger_first = true;
  CHECK(asides_before_thanks());
}

TEST_CASE("thank-you page: says who gets the words, whoever that is") {
  struct Case {
    form::Reader first;
    const char* said;
    bool emptied;  // by the emptying of the month
  };
  const Case cases[] = {
      {form::Reader::services, "The service that your words are about gets them.", true},
      {form::Reader::chosen_services, "Only the services that you chose get your words.", true},
      {form::Reader::translator, "A person has them translated.", true},
      {form::Reader::safeguarding, "A service gets them only if that person passes them on.", false},
  };
  form::PageFacts beside = facts();
  for (const Case& c : cases) {
    CAPTURE(c.said);
    beside.first_reader = c.first;
    const std::string html(
        form::thank_you_page(test::shipped_form(), beside, "abcdefghijklmnop2345", *Month::parse("2026-12"))
            .markup());
    for (const Case& other : cases) CHECK(has(html, other.said) == (other.first == c.first));
    CHECK(has(html, "In January 2027 we empty the box.") == c.emptied);
    CHECK(has(html, "keeps children safe reads your words first, just as you wrote them") != c.emptied);
    CHECK(has(html, "Nobody can write back to you"));
  }
}

TEST_CASE("thank-you page: a complaint and an appeal are shown their doors, each door once") {
  form::PageFacts beside = facts();
  form::Door both;
  both.name = "Both <b>";
  both.url = "https://both.example";
  both.complaint = both.appeal = true;
  form::Door complaint;
  complaint.name = "Complaints only";
  complaint.phone = "01234 567";
  complaint.complaint = true;
  beside.doors = {both, complaint};
  const auto shown = [&] {
    return std::string(
        form::thank_you_page(test::shipped_form(), beside, "abcdefghijklmnop2345", *Month::parse("2026-12"))
            .markup());
  };
  CHECK_FALSE(has(shown(), "Both"));
  beside.noticed.purpose = {true, true};
  const std::string html = shown();
  CHECK(count(html, "<a href=\"https://both.example\">Both &lt;b&gt;</a>") == 1);
  CHECK(html.find("Do you want to appeal?") < html.find("Both &lt;b&gt;"));
  CHECK(html.find("Both &lt;b&gt;") < html.find("Do you want to make a complaint?"));
  CHECK(has(html, "href=\"tel:01234567\""));
  beside.noticed.purpose = {true, false};
  CHECK_FALSE(has(shown(), "Do you want to appeal?"));
}

TEST_CASE("thank-you page: a helper gets a slip to print") {
  const form::Form& form = test::shipped_form();
  const auto html = [&](form::Variant variant) {
    return std::string(
        form::thank_you_page(form, facts(variant), "abcdefghijklmnop2345", *Month::parse("2026-12"))
            .markup());
  };
  CHECK(has(html(form::Variant::for_someone), "class=\"receipt slip\""));
  CHECK(has(html(form::Variant::for_someone), "A slip for the family"));
  CHECK_FALSE(has(html(form::Variant::standard), "slip"));
}

TEST_CASE("form page: Easy Read has a drawing at every question, the usual form none") {
  const std::string easy = page({}, {}, form::Variant::easy);
  for (const form::Question& question :
       form::worded_for(test::shipped_form(), form::Variant::easy).questions) {
    CAPTURE(question.id);
    const std::string label(text(question.label + " ").markup());
    CHECK(has(easy, "</svg><span>" + label) == question.on_form);
  }
  CHECK_FALSE(has(page(), "class=\"sign\""));
}

TEST_CASE("pages: a privacy notice is linked at the foot of each where the partnership names one") {
  form::Form form = test::shipped_form();
  const auto pages = [&] {
    const Month month = *Month::parse("2026-12");
    return std::vector<std::string>{
        std::string(form::form_page(form, facts(), {}, {}).markup()),
        std::string(form::form_page(form, facts(form::Variant::easy), {}, {}).markup()),
        std::string(form::check_page(form, facts(), many_answers()).markup()),
        std::string(form::thank_you_page(form, facts(), "abcdefghijklmnop2345", month).markup()),
        std::string(form::posted_before_page(form, facts()).markup())};
  };
  for (const std::string& html : pages()) CHECK_FALSE(has(html, "privacy notice"));
  form.look.privacy_url = "https://send.example/privacy?a&b";
  for (form::Form& variant : form.variants) variant.look = form.look;
  for (const std::string& html : pages()) {
    CHECK(has(html.substr(html.find("<footer")),
              "<a href=\"https://send.example/privacy?a&amp;b\">How we use what you tell us"));
  }
}

TEST_CASE("setback page: says what happened, leads back to the same form and to those who help") {
  struct Case {
    form::Setback setback;
    const char* title;
  };
  const Case cases[] = {
      {form::Setback::no_such_page, "There is no such page"},
      {form::Setback::no_figures, "There are no figures yet"},
      {form::Setback::opened, "Opening this page sends nothing"},
      {form::Setback::too_long, "That is too long for the box"},
      {form::Setback::too_slow, "It took too long to get here"},
      {form::Setback::not_just_now, "This does not work just now"},
      {form::Setback::not_understood, "We could not take that"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.title);
    const auto shown = [&](bool posted) {
      return std::string(
          form::setback_page(test::shipped_form(), facts(form::Variant::easy), c.setback, posted).markup());
    };
    const std::string html = shown(false);
    CHECK(has(html, "<title>" + std::string(c.title) + " - "));
    CHECK(has(html, "<h1>" + std::string(c.title) + "</h1>"));
    CHECK(count(html, "<h1") == 1);
    CHECK(has(html, "<main id=\"main\">"));
    CHECK(has(html, "<a href=\"/easy\">To the form</a>"));
    CHECK(has(html, "tel:999"));
    CHECK_FALSE(has(html, "<form"));
    CHECK_FALSE(has(html, "Nothing was put into the box."));
    CHECK(has(shown(true), "Nothing was put into the box.") == (c.setback != form::Setback::opened));
  }
}

TEST_CASE("pages: where a form is posted to says which page and language it is") {
  const auto posted_to = [](form::Variant variant) {
    return attribute_values(page({}, {}, variant), "action");
  };
  CHECK(posted_to(form::Variant::standard) == std::vector<std::string>{"/feedback"});
  CHECK(posted_to(form::Variant::easy) == std::vector<std::string>{"/feedback?page=easy"});
  form::Form form = test::shipped_form();
  form.translations = {form};
  form.translations[0].language.code = "pl";
  for (form::Form& variant : form.translations[0].variants) variant.language.code = "pl";
  form::PageFacts beside = facts(form::Variant::for_someone);
  beside.language = "pl";
  const std::string html(form::check_page(form, beside, many_answers()).markup());
  CHECK(has(html, " action=\"/feedback?page=for-someone&amp;lang=pl\""));
}

TEST_CASE("pages: without any signpost they still stand") {
  const std::string html(form::form_page(test::shipped_form(), {}, {}, {}).markup());
  CHECK_FALSE(has(html, "People who can help"));
  CHECK(has(html, "Every question is optional"));
}

TEST_CASE("style sheet: loads nothing and knows dark, small and high-contrast screens") {
  const std::string css = form::style_sheet({});
  CHECK_FALSE(has(css, "url("));
  CHECK_FALSE(has(css, "@import"));
  CHECK(has(css, "prefers-color-scheme:dark"));
  CHECK(has(css, ":focus-visible"));
  CHECK(has(css, "forced-colors"));
}
