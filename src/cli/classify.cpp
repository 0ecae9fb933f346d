// `postbox classify`: JSON lines in, JSON lines out, for checks and for people who tune the vocabulary. Needs
// no box.
#include "classify/classify.hpp"

#include <istream>
#include <limits>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <variant>

#include "base/exit_code.hpp"
#include "base/utf8.hpp"
#include "cli/classify_line.hpp"
#include "cli/commands.hpp"
#include "cli/json_line.hpp"
#include "config/languages_file.hpp"
#include "config/name_lists_file.hpp"
#include "config/phrases_file.hpp"
#include "redact/redact.hpp"

namespace postbox::cli {
namespace {

using Json = nlohmann::ordered_json;

// Thrice the longest answer of a form, each character written as two escapes of six bytes, is 360,000.
constexpr std::streamsize line_bytes_max = 1024L * 1024;

// Takes lines off a stream one by one; one that is too long goes by without being held.
class Lines {
 public:
  explicit Lines(std::istream& in) : in_(in), bytes_(line_bytes_max + 1, '\0') {}

  bool next() {
    in_.getline(bytes_.data(), line_bytes_max + 1);
    const bool ended = in_.eof();
    size_ = static_cast<std::size_t>(in_.gcount());
    is_too_long_ = in_.fail() && !ended && size_ > 0;
    if (is_too_long_) {
      in_.clear();
      in_.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
      return true;
    }
    if (!ended && size_ > 0) --size_;  // the line end was counted
    return !in_.fail();
  }

  bool is_too_long() const { return is_too_long_; }
  std::string_view line() const { return std::string_view(bytes_).substr(0, size_); }

 private:
  std::istream& in_;
  std::string bytes_;
  std::size_t size_ = 0;
  bool is_too_long_ = false;
};

Json areas_json(const AreaList& areas) {
  Json codes = Json::array();
  for (const ServiceArea area : areas) codes.push_back(code_of(area));
  return codes;
}

Json identifiers_json(const std::string& text, const std::vector<redact::Finding>& found) {
  Json list = Json::array();
  for (const redact::Finding& finding : found) {
    list.push_back({{"type", redact::code_of(finding.kind)},
                    {"text", text.substr(finding.begin, finding.end - finding.begin)}});
  }
  return list;
}

Json why_json(const PerArea<std::vector<std::string>>& found) {
  Json why = Json::object();
  for (const ServiceArea area : service_areas) {
    const auto& words = found[index_of(area)];
    if (!words.empty()) why[std::string(code_of(area))] = words;
  }
  return why;
}

struct Readers {
  classify::Classifier classifier;
  classify::Languages languages;
  redact::Redactor redactor;
};

Json answer(const ClassifyLine& line, const Readers& readers, Month written, bool explain) {
  const auto& [classifier, languages, redactor] = readers;
  const redact::Redaction redaction = redactor.redact(line.text, written);
  // The classifier sees the redacted text, so that the words it gives as reasons identify nobody.
  const classify::Reading reading = classifier.read(redaction.text.view());
  const classify::Classification found = reading.classification();
  Json object = {{"id", line.id}, {"areas", areas_json(found.areas)}};
  for (const ServiceArea area : service_areas) {
    object["scores"][std::string(code_of(area))] = found.scores[index_of(area)];
  }
  object["tone"] = code_of(found.tone);
  object["urgent"] = found.urgent || languages.speaks_of_danger(line.text);
  object["redacted"] = redaction.text.view();
  object["pii"] = identifiers_json(line.text, redaction.found);
  if (explain) object["why"] = why_json(reading.reasons());
  return object;
}

}  // namespace

int run_command(const Classify& classify, const Arguments& arguments, World& world) {
  const config::House house{arguments.dir, world.shipped};
  const Readers readers{classify::Classifier(config::read_vocabulary(world.files, house)),
                        classify::Languages(config::read_languages(world.files, house)),
                        redact::Redactor(config::read_name_lists(world.files, house))};
  const Month this_month = month_in_london(world.clock.now());  // of texts without a month
  bool all_good = true;
  Lines lines(world.in);
  const auto refuse = [&](std::size_t number, const char* why) {
    all_good = false;
    world.err << "line " << number << ": " << why << '\n';
  };
  for (std::size_t number = 1; lines.next(); ++number) {
    if (lines.is_too_long()) {
      refuse(number, "longer than 1 MiB");
      continue;
    }
    const std::string_view text = number == 1 ? utf8::without_byte_order_mark(lines.line()) : lines.line();
    if (utf8::is_valid(text) && utf8::is_blank(text)) continue;
    const auto read = read_classify_line(text);
    if (const auto* bad = std::get_if<BadLine>(&read)) {
      refuse(number, bad->why);
    } else {
      const auto& line = std::get<ClassifyLine>(read);
      world.out << json_line(answer(line, readers, this_month, classify.explain));
    }
    // Whoever asks line by line gets each answer at once; a file streams.
    if (world.in.rdbuf()->in_avail() <= 0) world.out.flush();
  }
  return all_good ? 0 : exit_code_of(Fault::data);
}

}  // namespace postbox::cli
