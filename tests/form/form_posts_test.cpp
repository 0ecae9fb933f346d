#include <doctest/doctest.h>

#include "form/answers.hpp"
#include "form/read_shipped.hpp"
#include "form/reading.hpp"

using namespace postbox;
using test::Pairs;
using namespace std::string_literals;

namespace {

std::string many(std::size_t count, const std::string& one) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += one;
  return all;
}

std::string part(const std::string& head, const std::string& value = "x") {
  return "--XbX\r\n" + head + "\r\n\r\n" + value + "\r\n--XbX--\r\n";
}

const std::string plain_head = "Content-Disposition: form-data; name=\"feedback\"";

}  // namespace

TEST_CASE("urlencoded: what is not url-encoded is malformed") {
  struct Case {
    const char* why;
    std::string body;
  };
  const Case cases[] = {
      {"a percent sign alone", "feedback=100%"},
      {"half an escape", "feedback=%4"},
      {"no hexadecimal digits", "feedback=%zz"},
      {"a sign as a digit", "feedback=%+1"},
      {"a bad escape in a name", "feed%GGback=x"},
      {"a NUL escaped", "feedback=a%00b"},
      {"a NUL bare", "feedback=a\0b"s},
      {"a NUL in a name", "feed%00back=x"},
      {"not UTF-8", "feedback=%C3%28"},
      {"a surrogate", "feedback=%ED%A0%80"},
      {"not UTF-8, bare", "feedback=\xFF"},
      {"a name that is not UTF-8", "%FF=x"},
      {"not UTF-8 in a button", "feedback=x&step=%FF"},
      {"too many fields", many(form::form_fields_max + 1, "areas=ehcp&")},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(test::is_malformed(form::read_urlencoded(test::shipped_form(), c.body)));
  }
}

TEST_CASE("urlencoded: every honest way to write a field") {
  struct Case {
    const char* why;
    std::string body;
    std::string words;
  };
  const Case cases[] = {
      {"plus is a space", "feedback=so+kind", "so kind"},
      {"an escaped plus is a plus", "feedback=1%2B1", "1+1"},
      {"small digits", "feedback=%c3%a9", "\xC3\xA9"},
      {"UTF-8 left bare, as command lines do", "feedback=\xC3\xA9", "\xC3\xA9"},
      {"an equals sign in the value", "feedback=a=b", "a=b"},
      {"an escaped ampersand", "feedback=a%26b", "a&b"},
      {"nothing between ampersands", "&&feedback=x&", "x"},
      {"a name in escapes", "%66eedback=x", "x"},
      {"as many fields as can be", "feedback=x&" + many(form::form_fields_max - 1, "areas=ehcp&"), "x"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto reading = form::read_urlencoded(test::shipped_form(), c.body);
    CHECK(test::post_of(reading).checked.answers.texts.at("feedback") == c.words);
    CHECK(test::post_of(reading).checked.problems.empty());
  }
}

TEST_CASE("form posts: the button and the page are not answers") {
  struct Case {
    const char* why;
    std::string body;
    form::Step step;
    form::Variant variant;
    std::vector<std::string> pointers;
  };
  using form::Step;
  using form::Variant;
  const Case cases[] = {
      {"no button: nothing is sent by accident", "feedback=x", Step::check, Variant::standard, {}},
      {"check", "feedback=x&step=check", Step::check, Variant::standard, {}},
      {"send", "step=send&feedback=x", Step::send, Variant::standard, {}},
      {"change", "feedback=x&step=change", Step::change, Variant::standard, {}},
      {"the easy page", "feedback=x&page=easy&step=send", Step::send, Variant::easy, {}},
      {"the helper's page", "feedback=x&page=for-someone", Step::check, Variant::for_someone, {}},
      {"a button alone says nothing", "step=send", Step::send, Variant::standard, {""}},
      {"no such button", "feedback=x&step=delete", Step::check, Variant::standard, {"/step"}},
      {"an empty button", "feedback=x&step=", Step::check, Variant::standard, {"/step"}},
      {"two buttons", "feedback=x&step=check&step=send", Step::check, Variant::standard, {"/step"}},
      {"no such page", "feedback=x&page=moon", Step::check, Variant::standard, {"/page"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto reading = form::read_urlencoded(test::shipped_form(), c.body);
    const form::FormPost& post = test::post_of(reading);
    CHECK(post.step == c.step);
    CHECK(post.variant == c.variant);
    CHECK(test::pointers(post.checked) == c.pointers);
  }
}

TEST_CASE("form posts: of a text that comes more than once nothing is lost, and its giver is asked") {
  struct Case {
    const char* why;
    Pairs fields;
    std::string words;
    std::vector<std::string> pointers;
  };
  const Case cases[] = {
      {"twice", {{"feedback", "a"}, {"feedback", "b"}}, "a\n\nb", {"/feedback"}},
      {"twice the same", {{"feedback", "a"}, {"feedback", "a"}}, "a\n\na", {"/feedback"}},
      {"thrice, with others between",
       {{"feedback", "a"}, {"working_well", "x"}, {"feedback", "b"}, {"rating", "good"}, {"feedback", "c"}},
       "a\n\nb\n\nc",
       {"/feedback"}},
      {"a blank one says nothing", {{"feedback", ""}, {"feedback", "a"}, {"feedback", " \r\n"}}, "a", {}},
      {"white space and lines are theirs",
       {{"feedback", " a\r\n"}, {"feedback", "\r\nb "}},
       " a\n\n\n\nb ",
       {"/feedback"}},
      {"together too long, and whole",
       {{"feedback", std::string(6000, 'a')}, {"feedback", std::string(6000, 'b')}},
       std::string(6000, 'a') + "\n\n" + std::string(6000, 'b'),
       {"/feedback", "/feedback"}},
      {"beside another wrong answer",
       {{"feedback", "a"}, {"feedback", "b"}, {"rating", "superb"}},
       "a\n\nb",
       {"/rating", "/feedback"}},
  };
  const form::Form& form = test::shipped_form();
  for (const Case& c : cases) {
    CAPTURE(c.why);
    for (const auto& reading : {form::read_urlencoded(form, test::urlencoded(c.fields)),
                                form::read_multipart(form, test::multipart(c.fields), "XbX")}) {
      const form::Checked& checked = test::post_of(reading).checked;
      CHECK(checked.answers.texts.at("feedback") == c.words);
      CHECK(test::pointers(checked) == c.pointers);
    }
  }
}

TEST_CASE("multipart: what is not a plain multipart form is malformed") {
  struct Case {
    const char* why;
    std::string body;
  };
  const Case cases[] = {
      {"nothing", ""},
      {"another boundary", "--other\r\n" + plain_head + "\r\n\r\nx\r\n--other--\r\n"},
      {"the final boundary is missing", "--XbX\r\n" + plain_head + "\r\n\r\nx\r\n"},
      {"the final boundary is a middle one", "--XbX\r\n" + plain_head + "\r\n\r\nx\r\n--XbX\r\n"},
      {"something after the final boundary", part(plain_head) + "more"},
      {"half the final boundary", "--XbX\r\n" + plain_head + "\r\n\r\nx\r\n--XbX-"},
      {"a boundary that runs on", "--XbX\r\n" + plain_head + "\r\n\r\nx\r\n--XbXmore\r\n--XbX--\r\n"},
      {"white space and more behind a boundary", "--XbX \t x\r\n" + plain_head + "\r\n\r\nx\r\n--XbX--\r\n"},
      {"white space before a part's line feed", "--XbX \n" + plain_head + "\r\n\r\nx\r\n--XbX--\r\n"},
      {"white space within the end", "--XbX\r\n" + plain_head + "\r\n\r\nx\r\n--XbX- -\r\n"},
      {"line ends without CR", "--XbX\n" + plain_head + "\n\nx\n--XbX--\n"},
      {"no empty line after the head", "--XbX\r\n" + plain_head + "\r\nx\r\n--XbX--\r\n"},
      {"no head", "--XbX\r\n\r\nx\r\n--XbX--\r\n"},
      {"a head without end",
       "--XbX\r\n" + plain_head + many(300, "\r\nX-Long: xxxxxx") + "\r\n\r\nx\r\n--XbX--\r\n"},
      {"a head line without a colon", part("hello")},
      {"a file", part(plain_head + "; filename=\"a.txt\"")},
      {"a file without a name", part(plain_head + "; filename=\"\"")},
      {"a file without a name and with a type",
       part(plain_head + "; filename=\"\"\r\nContent-Type: application/octet-stream")},
      {"an empty file with a name", part(plain_head + "; filename=\"a.txt\"", "")},
      {"no file, twice", part(plain_head + "; filename=\"\"; filename=\"\"", "")},
      {"no file and no field", part("Content-Disposition: form-data; filename=\"\"", "")},
      {"a file in another alphabet", part(plain_head + "; filename*=UTF-8''a.txt")},
      {"a file named first", part("Content-Disposition: form-data; filename=\"a\"; name=\"feedback\"")},
      {"no name", part("Content-Disposition: form-data")},
      {"an attachment", part("Content-Disposition: attachment; name=\"feedback\"")},
      {"two names", part(plain_head + "\r\n" + plain_head)},
      {"a quotation mark open", part("Content-Disposition: form-data; name=\"feedback")},
      {"a backslash in the name", part("Content-Disposition: form-data; name=\"feed\\\"back\"")},
      {"another content type", part(plain_head + "\r\nContent-Type: application/json")},
      {"another charset", part(plain_head + "\r\nContent-Type: text/plain; charset=utf-16")},
      {"parts within the part", part(plain_head + "\r\nContent-Type: multipart/mixed; boundary=y")},
      {"an encoding that changes bytes", part(plain_head + "\r\nContent-Transfer-Encoding: base64")},
      {"a NUL", part(plain_head, "a\0b"s)},
      {"not UTF-8", part(plain_head, "\xC3(")},
      {"a name that is not UTF-8", part("Content-Disposition: form-data; name=\"\xFF\"")},
      {"too many parts", many(form::form_fields_max + 1,
                              "--XbX\r\nContent-Disposition: form-data; name=\"areas\"\r\n\r\nehcp\r\n") +
                             "--XbX--\r\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(test::is_malformed(form::read_multipart(test::shipped_form(), c.body, "XbX")));
  }
}

TEST_CASE("multipart: every honest way to write a field") {
  struct Case {
    const char* why;
    std::string body;
    std::string words;
  };
  const Case cases[] = {
      {"as browsers do", part(plain_head), "x"},
      {"something before the first boundary", "hello\r\n--Xb\r\n" + part(plain_head), "x"},
      {"an empty line before the first boundary", "\r\n" + part(plain_head), "x"},
      {"white space behind the boundaries", "--XbX \t\r\n" + plain_head + "\r\n\r\nx\r\n--XbX-- \t\r\n", "x"},
      {"white space at the very end", "--XbX\r\n" + plain_head + "\r\n\r\nx\r\n--XbX--  ", "x"},
      {"a field for files of which none was chosen",
       "--XbX\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"\"\r\n"
       "Content-Type: application/octet-stream\r\n\r\n\r\n" +
           part(plain_head),
       "x"},
      {"no line end at the very end", "--XbX\r\n" + plain_head + "\r\n\r\nx\r\n--XbX--", "x"},
      {"the name without quotation marks", part("Content-Disposition: form-data; name=feedback"), "x"},
      {"head in other case and spacing", part("content-disposition:FORM-DATA;name=\"feedback\""), "x"},
      {"a text type", part(plain_head + "\r\nContent-Type: text/plain; charset=\"UTF-8\""), "x"},
      {"a length, as some clients add", part(plain_head + "\r\nContent-Length: 1"), "x"},
      {"an encoding that changes nothing", part(plain_head + "\r\nContent-Transfer-Encoding: 8bit"), "x"},
      {"lines and dashes in the words", part(plain_head, "a\r\n--Xb\r\n--\r\n\r\nb"), "a\n--Xb\n--\n\nb"},
      {"the boundary in the middle of a line", part(plain_head, "a --XbX-- b"), "a --XbX-- b"},
      {"a line end at the end of the words", part(plain_head, "a\r\n"), "a\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto reading = form::read_multipart(test::shipped_form(), c.body, "XbX");
    CHECK(test::post_of(reading).checked.answers.texts.at("feedback") == c.words);
    CHECK(test::post_of(reading).checked.problems.empty());
  }
}

TEST_CASE("multipart: a form without any field is blank, not malformed") {
  const auto reading = form::read_multipart(test::shipped_form(), "--XbX--\r\n", "XbX");
  CHECK(test::pointers(test::post_of(reading).checked) == std::vector<std::string>{""});
}

TEST_CASE("multipart: a name may hold a semicolon") {
  const auto reading =
      form::read_multipart(test::shipped_form(), test::multipart({{"feedback", "x"}, {"a;b", "y"}}), "XbX");
  CHECK(test::pointers(test::post_of(reading).checked) == std::vector<std::string>{"/a;b"});
}

TEST_CASE("multipart: a boundary is what RFC 2046 allows") {
  const auto read_with = [](const std::string& boundary) {
    return form::read_multipart(test::shipped_form(), test::multipart({{"feedback", "x"}}, boundary),
                                boundary);
  };
  CHECK_FALSE(test::is_malformed(read_with("----WebKitFormBoundary7MA4YWxkTrZu0gW")));
  CHECK_FALSE(test::is_malformed(read_with("a b'()+_,-./:=?")));
  CHECK_FALSE(test::is_malformed(read_with(std::string(70, 'b'))));
  CHECK(test::is_malformed(read_with(std::string(71, 'b'))));
  CHECK(test::is_malformed(read_with("")));
  CHECK(test::is_malformed(read_with("ends with a space ")));
  CHECK(test::is_malformed(read_with("a\r\nb")));
}
