#include "backup/contents.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "backup/archive.hpp"
#include "base/month.hpp"
#include "base/utf8.hpp"
#include "seal/digest.hpp"

namespace postbox::backup {
namespace {

using Json = nlohmann::ordered_json;  // keys come out in the order written here

constexpr const char* format_name = "postbox-backup-1";

bool is_digits(std::string_view text, std::string_view digits) {
  return text.find_first_not_of(digits) == std::string_view::npos;
}

bool is_day(std::string_view text) {
  return text.size() == 10 && Month::parse(text.substr(0, 7)) && text[7] == '-' &&
         is_digits(text.substr(8), "0123456789");
}

// One part of a path: no way up, and nothing that a terminal would not show.
bool is_plain_name(std::string_view name) {
  if (name.empty() || name == "." || name == "..") return false;
  return std::none_of(name.begin(), name.end(),
                      [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; });
}

bool are_plain_names(std::string_view path) {
  for (;;) {
    const std::size_t slash = path.find('/');
    if (!is_plain_name(path.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

// Throws what the JSON library throws where a value is of another kind.
Contents contents_of(const Json& object) {
  Contents contents{.made_on = object.at("made_on"),
                    .schema = object.at("schema"),
                    .submissions = object.at("submissions"),
                    .files = {}};
  for (const Json& file : object.at("files")) {
    contents.files.push_back({file.at("path"), file.at("bytes"), file.at("sha256")});
  }
  return contents;
}

bool are_files_of_a_box(const std::vector<BackedUpFile>& files) {
  return !files.empty() && files.back().path == box_database &&
         std::all_of(files.begin(), files.end(), [](const BackedUpFile& file) {
           return belongs_into_backup(file.path) && seal::is_sha256(file.sha256);
         });
}

}  // namespace

std::string write_contents(const Contents& contents) {
  Json files = Json::array();
  for (const BackedUpFile& file : contents.files) {
    files.push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  }
  return Json{{"format", format_name},
              {"made_on", contents.made_on},
              {"schema", contents.schema},
              {"submissions", contents.submissions},
              {"files", files}}
             .dump(2) +
         "\n";
}

std::optional<Contents> read_contents(std::string_view text) {
  if (!utf8::is_valid(text)) return std::nullopt;
  try {
    Contents contents = contents_of(Json::parse(text));
    if (write_contents(contents) != text || !is_day(contents.made_on)) return std::nullopt;
    if (!are_files_of_a_box(contents.files)) return std::nullopt;
    return contents;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

bool belongs_into_backup(std::string_view path) {
  if (path.size() > entry_name_bytes_max || !utf8::is_valid(path) || !are_plain_names(path)) return false;
  return path == box_database || path.starts_with("config/") ||
         std::find(top_files.begin(), top_files.end(), path) != top_files.end();
}

}  // namespace postbox::backup
