// Odd but well-meant, and odd and ill-meant: posts through the whole slot with the shipped form.
//
// tests/data/json/STATUS/*.json: bodies of the API, in folders named after the status they get.
// tests/data/naughty_strings.json: texts, by kind; each goes as JSON, as a form and as multipart.
#include <doctest/doctest.h>
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

#include "base/utf8.hpp"
#include "config/form_file.hpp"
#include "feedback/encoding.hpp"
#include "intake/slot.hpp"
#include "support/counting_random.hpp"
#include "support/fixed_clock.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::intake;

namespace {

Path data_folder() { return Path(POSTBOX_SOURCE_DIR) / "tests" / "data"; }

// Its "sealed" record is the plaintext, so that the test can look into it.
struct OpenSlot {
  form::Form form = config::read_form(PosixFileSystem{}, {"no-box", std::string(POSTBOX_SOURCE_DIR)});
  std::vector<form::Signpost> signposts;
  test::FixedClock clock;
  test::CountingRandom random;
  Slot slot =
      Slot({form, signposts, clock, random, [](std::string_view plaintext) { return std::string(plaintext); },
            [] { return true; }, "", 30});

  Decision post(const char* path, const char* type, std::string body) const {
    Request request;
    request.head.method = "POST";
    request.head.path = path;
    request.head.host = "box.example";
    request.head.content_type = type;
    request.head.body_bytes = body.size();
    request.body = std::move(body);
    return slot.handle(request);
  }
};

// What was stored as the answer to `feedback`; nothing where nothing was.
std::optional<std::string> stored_text(const Decision& decision) {
  if (!decision.to_store) return std::nullopt;
  const auto submission = decode(decision.to_store->sealed);
  REQUIRE(submission);
  REQUIRE(submission->answers.texts.contains("feedback"));
  return submission->answers.texts.at("feedback");
}

std::string url_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) out += fmt::format("%{:02x}", static_cast<unsigned char>(c));
  return out;
}

std::string as_part(std::string_view name, std::string_view value) {
  return fmt::format("--naughty-weir-7\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n", name,
                     value);
}

std::string with_plain_line_ends(std::string text) {
  for (std::size_t at = 0; (at = text.find("\r\n", at)) != std::string::npos;) text.erase(at, 1);
  return text;
}

std::vector<Path> files_of(const Path& folder) {
  std::vector<Path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("slot: every file of the JSON suite gets the status of its folder") {
  OpenSlot open;
  const PosixFileSystem disk;
  std::size_t count = 0;
  for (const Path& folder : files_of(data_folder() / "json")) {
    for (const Path& file : files_of(folder)) {
      CAPTURE(file.string());
      const Decision decision = open.post("/api/v1/feedback", "application/json", disk.read(file));
      CHECK(std::to_string(decision.response.status) == folder.filename().string());
      CHECK(decision.to_store.has_value() == (decision.response.status == 201));
      CHECK(nlohmann::json::accept(*decision.response.body));
      ++count;
    }
  }
  CHECK(count >= 200);
}

TEST_CASE("slot: a naughty string is stored to the byte or refused, and three ways of sending it agree") {
  OpenSlot open;
  const auto all = nlohmann::json::parse(PosixFileSystem{}.read(data_folder() / "naughty_strings.json"));
  std::size_t count = 0;
  for (const auto& kind : all.items()) {
    for (const std::string text : kind.value()) {
      CAPTURE(kind.key());
      CAPTURE(text);
      const Decision json =
          open.post("/api/v1/feedback", "application/json", nlohmann::json{{"feedback", text}}.dump());
      const Decision form = open.post("/feedback", "application/x-www-form-urlencoded",
                                      "step=send&feedback=" + url_encoded(text));
      const Decision multipart =
          open.post("/feedback", "multipart/form-data; boundary=naughty-weir-7",
                    as_part("feedback", text) + as_part("step", "send") + "--naughty-weir-7--\r\n");
      const bool says_something = !utf8::is_blank(text);
      CHECK(json.response.status == (says_something ? 201 : 422));
      CHECK(form.response.status == (says_something ? 200 : 422));
      CHECK(multipart.response.status == form.response.status);
      CHECK(stored_text(json).value_or(text) == text);
      // The one change ever made: a browser writes every line end of a form as CR LF.
      CHECK(stored_text(form).value_or(with_plain_line_ends(text)) == with_plain_line_ends(text));
      CHECK(stored_text(multipart) == stored_text(form));
      ++count;
    }
  }
  CHECK(count >= 500);
}
