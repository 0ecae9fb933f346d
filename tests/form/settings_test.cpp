// form.toml, services.toml and signposts.toml as a partnership might write them: what is taken, what is
// refused and where the mistake is said to be.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "config/form_file.hpp"
#include "config/services_file.hpp"
#include "config/signposts_file.hpp"
#include "form/read_shipped.hpp"

using namespace postbox;

namespace {

// The shipped files, some of them replaced by the box's own.
class BoxFiles : public PosixFileSystem {
 public:
  explicit BoxFiles(std::map<std::string, std::string> own) {
    for (auto& [name, bytes] : own) own_[test::shipped_house().box / "config" / name] = bytes;
  }
  bool exists(const Path& path) const override {
    return own_.contains(path) || PosixFileSystem::exists(path);
  }
  bool is_plain_file(const Path& path) const override {
    return own_.contains(path) || PosixFileSystem::is_plain_file(path);
  }
  std::string read(const Path& path) const override {
    const auto found = own_.find(path);
    return found == own_.end() ? PosixFileSystem::read(path) : found->second;
  }
  void read_blocks(const Path& path, const std::function<void(std::string_view)>& take) const override {
    const auto found = own_.find(path);
    if (found == own_.end()) return PosixFileSystem::read_blocks(path, take);
    take(found->second);
  }

 private:
  std::map<Path, std::string> own_;
};

form::Form form_of(const std::string& toml) {
  return config::read_form(BoxFiles({{"form.toml", toml}}), test::shipped_house());
}

std::vector<form::Signpost> signposts_of(const std::string& toml) {
  return config::read_signposts(BoxFiles({{"signposts.toml", toml}}), test::shipped_house());
}

template <class Read>
std::string refusal(Read read) {
  try {
    read();
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::settings);
    return error.what();
  }
  return "taken";
}

// Mistakes are looked for from line 3 on.
const std::string head = "box_name = \"B\"\ntitle = \"T\"\n";

std::string question(const std::string& lines) { return head + "[[question]]\n" + lines; }

std::string note(const std::string& more = "") {
  return question("id = \"note\"\ntype = \"text\"\nlabel = \"Note\"\nmax_characters = 5\n" + more);
}

const std::string always_open =
    "[[signpost]]\nid = \"a\"\nname = \"A\"\nphone = \"999\"\nwhen = \"w\"\nhours = \"h\"\nchecked_on = "
    "2026-11-01\n";

}  // namespace

TEST_CASE("form.toml: a form of one question is a form") {
  const form::Form form = form_of(note());
  REQUIRE(form.questions.size() == 1);
  CHECK(form.questions[0].id == "note");
  CHECK(form.questions[0].max_characters == 5);
  CHECK(form.questions[0].hint.empty());
  CHECK(form.questions[0].fold.empty());
}

TEST_CASE("form.toml: what cannot be asked as it stands is refused with its line") {
  struct Case {
    const char* why;
    std::string toml;
    std::string refusal;
  };
  const Case cases[] = {
      {"no questions", head, "\"question\" is missing here"},
      {"no title", "box_name = \"B\"\n" + note().substr(head.size()), "needs a title"},
      {"an unknown setting", "colour = \"red\"\n" + note(), "form.toml:1: \"colour\" is not a setting"},
      {"a slip in a question", note("hnit = \"x\"\n"), "form.toml:8: \"hnit\" is not a setting"},
      {"a question without an id", question("type = \"tick\"\nlabel = \"L\"\n"),
       "form.toml:3: \"id\" is missing"},
      {"an id in capitals", question("id = \"Note\"\ntype = \"tick\"\nlabel = \"L\"\n"),
       "form.toml:4: an id has"},
      {"an id with a slash", question("id = \"a/b\"\ntype = \"tick\"\nlabel = \"L\"\n"),
       "form.toml:4: an id has"},
      {"an id of the page itself", question("id = \"step\"\ntype = \"tick\"\nlabel = \"L\"\n"),
       "form.toml:4: \"step\" is a field of the page"},
      {"an id twice", note("[[question]]\nid = \"note\"\ntype = \"tick\"\nlabel = \"L\"\n"),
       "form.toml:9: another question has the id"},
      {"an unknown type", question("id = \"a\"\ntype = \"number\"\nlabel = \"L\"\n"),
       "form.toml:5: expected a type"},
      {"no label", question("id = \"a\"\ntype = \"tick\"\nlabel = \"\"\n"),
       "form.toml:6: a question needs a label"},
      {"a text without a limit", question("id = \"a\"\ntype = \"text\"\nlabel = \"L\"\n"),
       "\"max_characters\" is missing"},
      {"a limit of nothing", question("id = \"a\"\ntype = \"text\"\nlabel = \"L\"\nmax_characters = 0\n"),
       "form.toml:7: expected a whole number from 1"},
      {"a limit of a tick", question("id = \"a\"\ntype = \"tick\"\nlabel = \"L\"\nmax_characters = 9\n"),
       "form.toml:7: only a text has"},
      {"options of a text", note("options = \"services\"\n"), "form.toml:8: only a choice has options"},
      {"a choice without options", question("id = \"a\"\ntype = \"choice\"\nlabel = \"L\"\n"),
       "\"options\" is missing"},
      {"no option", question("id = \"a\"\ntype = \"choice\"\nlabel = \"L\"\noptions = []\n"),
       "form.toml:7: a choice needs options"},
      {"an option twice",
       question(
           "id = \"a\"\ntype = \"choice\"\nlabel = \"L\"\noptions = [\n{ value = \"x\", label = \"X\" },\n"
           "{ value = \"x\", label = \"Y\" },\n]\n"),
       "form.toml:9: another option has this value"},
      {"an option with a space",
       question(
           "id = \"a\"\ntype = \"choice\"\nlabel = \"L\"\noptions = [{ value = \"x y\", label = \"X\" }]\n"),
       "form.toml:7: a value has"},
      {"an option without words",
       question(
           "id = \"a\"\ntype = \"choice\"\nlabel = \"L\"\noptions = [{ value = \"x\", label = \"\" }]\n"),
       "form.toml:7: an option needs words"},
      {"another word than services",
       question("id = \"a\"\ntype = \"choice\"\nlabel = \"L\"\noptions = \"areas\"\n"),
       "form.toml:7: expected a list of options, \"services\" or \"service-names\""},
      {"a rating of another type", question("id = \"rating\"\ntype = \"tick\"\nlabel = \"L\"\n"),
       "form.toml:5: \"rating\" must stay of type choice"},
      {"a slip in the words of a variant", note("easy = { lable = \"x\" }\n"), "form.toml:8: \"lable\""},
      {"a question that no other page asks is left out", note("easy = { on_form = false }\n"),
       "form.toml:8: only \"only_to\""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const std::string said = refusal([&] { form_of(c.toml); });
    CAPTURE(said);
    CHECK(said.find(c.refusal) != std::string::npos);
  }
}

TEST_CASE("form.toml: areas take their options from services.toml, in the fixed order") {
  const std::string toml =
      question("id = \"areas\"\ntype = \"choices\"\nlabel = \"L\"\noptions = \"services\"\n");
  const form::Form form = form_of(toml);
  const PerArea<ServiceWords> services = config::read_services(PosixFileSystem{}, test::shipped_house());
  REQUIRE(form.questions[0].options.size() == service_area_count);
  for (const ServiceArea area : service_areas) {
    const form::Option& option = form.questions[0].options[index_of(area)];
    CHECK(option.value == code_of(area));
    CHECK(option.label == services[index_of(area)].name);
  }
}

TEST_CASE("form.toml: a variant has other words for the same questions") {
  const std::string toml = "easy_unused = 1\n";  // proves below that nothing unknown is skipped
  CHECK(refusal([&] { form_of(toml + note()); }) != "taken");
  const form::Form form =
      form_of(head + "[easy]\ntitle = \"Short\"\n" +
              note("hint = \"Long hint\"\neasy = { label = \"N\", hint = \"\" }\n").substr(head.size()));
  const form::Form& easy = worded_for(form, form::Variant::easy);
  CHECK(easy.box_name == "B");
  CHECK(easy.title == "Short");
  CHECK(easy.questions[0].label == "N");
  CHECK(easy.questions[0].hint.empty());
  CHECK(easy.questions[0].max_characters == 5);
  const form::Form& helper = worded_for(form, form::Variant::for_someone);
  CHECK(helper.title == "T");
  CHECK(helper.questions[0].label == "Note");
  CHECK(worded_for(form, form::Variant::standard).questions[0].hint == "Long hint");
  CHECK(easy.questions[0].on_form);
}

TEST_CASE("services.toml: every area once, by its code") {
  const auto read = [](const std::string& toml) {
    return refusal([&] {
      config::read_services(BoxFiles({{"services.toml", toml}}), test::shipped_house());
    });
  };
  CHECK(read("[moon]\nname = \"Moon\"\n").find("\"moon\" is not one of the twelve") != std::string::npos);
  CHECK(read("[camhs]\nname = \"C\"\n").find("\"asd-pathway\" is missing") != std::string::npos);
  CHECK(read("[camhs]\nname = \"\"\n").find("services.toml:2: a service needs a name") != std::string::npos);
  CHECK(read("[camhs]\nname = \"C\"\nhnit = \"x\"\n").find("services.toml:3: \"hnit\"") != std::string::npos);
  for (const ServiceWords& words : config::read_services(PosixFileSystem{}, test::shipped_house())) {
    CHECK_FALSE(words.name.empty());
  }
}

TEST_CASE("signposts.toml: what nobody could call is refused with its line") {
  struct Case {
    const char* why;
    std::string toml;
    std::string refusal;
  };
  const auto with = [](const std::string& line) { return always_open + line; };
  const std::string day = "{ days = [\"mon\"], from = \"09:00\", until = \"17:00\" }";
  const Case cases[] = {
      {"as it should be", always_open, "taken"},
      {"none", "", "\"signpost\" is missing"},
      {"an id twice", always_open + always_open, "signposts.toml:9: another signpost has this id"},
      {"a word as a phone number",
       "[[signpost]]\nid = \"a\"\nname = \"A\"\nphone = \"call us\"\nwhen = \"w\"\n"
       "hours = \"h\"\nchecked_on = 2026-11-01\n",
       "signposts.toml:4: a phone number has"},
      {"neither phone nor url",
       "[[signpost]]\nid = \"a\"\nname = \"A\"\nwhen = \"w\"\nhours = \"h\"\nchecked_on = 2026-11-01\n",
       "give a phone, a url or both"},
      {"a url that is not safe", with("url = \"http://example.org\"\n"),
       "signposts.toml:8: a url starts with https"},
      {"a url that runs a script", with("url = \"javascript:x\"\n"),
       "signposts.toml:8: a url starts with https"},
      {"never checked", always_open.substr(0, always_open.find("checked_on")), "\"checked_on\" is missing"},
      {"closed at night and nobody else there", with("open = [" + day + "]\n"), "nobody named here answers"},
      {"no such day", with("open = [{ days = [\"monday\"], from = \"09:00\", until = \"17:00\" }]\n"),
       "signposts.toml:8: expected a day"},
      {"no such time", with("open = [{ days = [\"mon\"], from = \"9:00\", until = \"17:00\" }]\n"),
       "signposts.toml:8: expected a time"},
      {"an empty time", with("open = [{ days = [\"mon\"], from = \"\", until = \"17:00\" }]\n"),
       "signposts.toml:8: expected a time"},
      {"past midnight", with("open = [{ days = [\"mon\"], from = \"17:00\", until = \"09:00\" }]\n"),
       "signposts.toml:8: closes before it opens"},
      {"after the day's end", with("open = [{ days = [\"mon\"], from = \"17:00\", until = \"24:01\" }]\n"),
       "signposts.toml:8: expected a time"},
      {"bank holidays", "bank_holidays = [2026-12-28, 2026-12-25]\n" + always_open, "taken"},
      {"a bank holiday in quotation marks", "bank_holidays = [\"2026-12-25\"]\n" + always_open,
       "signposts.toml:1: expected a date"},
      {"a bank holiday by itself", "bank_holidays = 2026-12-25\n" + always_open,
       "signposts.toml:1: expected a list"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const std::string said = refusal([&] { signposts_of(c.toml); });
    CAPTURE(said);
    CHECK(said.find(c.refusal) != std::string::npos);
  }
}

TEST_CASE("signposts: a line for other districts is left out, and none must be left without any") {
  using namespace std::chrono;
  const std::string eden = "districts = [\"eden\"]\n";
  const std::string other =
      "[[signpost]]\nid = \"b\"\nname = \"B\"\nphone = \"1\"\nwhen = \"w\"\nhours = \"h\"\n"
      "checked_on = 2026-11-01\n";
  const auto both = signposts_of(always_open + other + eden);
  const local_days monday{2026y / November / 23};
  CHECK(form::open_signposts(both, monday, "eden").size() == 2);
  CHECK(form::open_signposts(both, monday, "carlisle").size() == 1);
  CHECK(form::open_signposts(both, monday).size() == 2);
  CHECK(refusal([&] { signposts_of(always_open + eden); }).find("nobody named here answers") !=
        std::string::npos);
}

TEST_CASE("signposts: nobody is sent to a closed line") {
  using namespace std::chrono;
  const auto shipped = config::read_signposts(PosixFileSystem{}, test::shipped_house());
  struct Case {
    const char* why;
    local_seconds at;
    bool hub;
    bool duty_team;
  };
  const local_days monday{2026y / November / 23};
  const Case cases[] = {
      {"Monday at midnight", monday, false, true},
      {"a second before nine", monday + 9h - 1s, false, true},
      {"nine on Monday", monday + 9h, true, false},
      {"a second before five on Friday", monday + days{4} + 17h - 1s, true, false},
      {"five on Friday", monday + days{4} + 17h, false, true},
      {"Saturday at noon", monday + days{5} + 12h, false, true},
      {"Sunday, the last second", monday + days{7} - 1s, false, true},
      {"the day before Christmas, a Thursday", local_days{2026y / December / 24} + 12h, true, false},
      {"Christmas, a Friday, at eleven", local_days{2026y / December / 25} + 11h, false, true},
      {"the Monday for Boxing Day", local_days{2026y / December / 28} + 12h, false, true},
      {"the Tuesday after", local_days{2026y / December / 29} + 12h, true, false},
      {"Good Friday", local_days{2027y / March / 26} + 16h, false, true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto open = form::open_signposts(shipped, c.at);
    const auto shows = [&open](const std::string& id) {
      return std::any_of(open.begin(), open.end(),
                         [&id](const form::Signpost& signpost) { return signpost.id == id; });
    };
    CHECK(shows("safeguarding-hub") == c.hub);
    CHECK(shows("emergency-duty-team") == c.duty_team);
    for (const char* id : {"emergency", "nhs-111", "childline", "samaritans"}) CHECK(shows(id));
    CHECK(open.front().phone == "999");
  }
}
