// `postbox classify`: JSON lines in, JSON lines out, for checks and for people who tune the vocabulary. Needs
// no box.
#include "classify/classify.hpp"

#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "base/exit_code.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "config/languages_file.hpp"
#include "config/name_lists_file.hpp"
#include "config/phrases_file.hpp"
#include "redact/redact.hpp"

namespace postbox::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Line {
  std::string id;
  std::string text;
};

std::optional<Line> read_line(const std::string& line) {
  const Json object = Json::parse(line, nullptr, false);
  if (!object.is_object() || !object.contains("id") || !object.contains("text")) return std::nullopt;
  if (!object["id"].is_string() || !object["text"].is_string()) return std::nullopt;
  return Line{object["id"], object["text"]};
}

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

Json answer(const Line& line, const Readers& readers, Month written, bool explain) {
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
  std::string text;
  for (std::size_t number = 1; std::getline(world.in, text); ++number) {
    if (utf8::is_valid(text) && utf8::is_blank(text)) continue;
    if (const auto line = read_line(text)) {
      world.out << answer(*line, readers, this_month, classify.explain).dump() << '\n';
    } else {
      all_good = false;
      world.err << "line " << number << ": not a JSON object with the texts \"id\" and \"text\"\n";
    }
    // Whoever asks line by line gets each answer at once; a file streams.
    if (world.in.rdbuf()->in_avail() <= 0) world.out.flush();
  }
  return all_good ? 0 : exit_code_of(Fault::data);
}

}  // namespace postbox::cli
