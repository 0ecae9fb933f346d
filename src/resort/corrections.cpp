#include "resort/corrections.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/error.hpp"

namespace postbox::resort {
namespace {

constexpr std::string_view blanks = " \t\r\n\xC2\xA0";  // U+00A0 too, which spreadsheets put in

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string folded(std::string_view text) {
  std::string small(trimmed(text));
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

// Twelve characters of base32, in small letters by now. Anything else is no reference of any pack, and
// perhaps a comment.
bool is_reference(std::string_view text) {
  return text.size() == 12 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
         });
}

struct Heads {
  std::size_t reference = 0;
  std::size_t send_to = 0;
};

// The one column of this head; the row's size where there is none.
std::size_t column_of(const Row& row, std::string_view head) {
  const auto is_head = [head](const std::string& cell) { return folded(cell) == head; };
  if (std::count_if(row.begin(), row.end(), is_head) > 1) {
    throw Error(Fault::data, fmt::format("a sheet has two columns with the head {}", head),
                "take one of them out, so that it is clear which counts");
  }
  return static_cast<std::size_t>(std::find_if(row.begin(), row.end(), is_head) - row.begin());
}

std::optional<Heads> heads_of(const Sheet& sheet) {
  if (sheet.empty()) return std::nullopt;
  const Row& row = sheet.front();
  const Heads heads{column_of(row, "reference"), column_of(row, "send_to")};
  if (heads.reference == row.size() || heads.send_to == row.size()) return std::nullopt;
  return heads;
}

std::string cell(const Row& row, std::size_t column) {
  return column < row.size() ? folded(row[column]) : std::string();
}

class CorrectionReader {
 public:
  explicit CorrectionReader(const PerArea<std::string>& area_names) {
    for (const ServiceArea area : service_areas) {
      areas_[std::string(code_of(area))] = area;
      areas_.emplace(folded(area_names[index_of(area)]), area);
    }
    areas_.erase("");
  }

  void read(const Sheet& sheet, const Heads& heads) {
    for (number_ = 2; number_ <= sheet.size(); ++number_) read_row(sheet[number_ - 1], heads);
  }

  Sorted sorted() { return std::move(sorted_); }

 private:
  void read_row(const Row& row, const Heads& heads) {
    const std::string reference = cell(row, heads.reference);
    const std::string send_to = cell(row, heads.send_to);
    if (send_to.empty()) {
      if (!reference.empty()) ++sorted_.left_empty;
    } else if (reference.empty()) {
      problem("has no reference");
    } else if (!is_reference(reference)) {
      problem("has something else than a reference in its column");
    } else if (const auto areas = areas_in(send_to)) {
      add({reference, *areas});
    }
  }

  void add(Correction correction) {
    const auto [seen, is_new] = seen_.emplace(correction.reference, correction.areas);
    if (is_new) {
      sorted_.corrections.push_back(std::move(correction));
    } else if (seen->second != correction.areas) {
      problem("sends a reference elsewhere than a row before it");
    }
  }

  std::optional<AreaList> areas_in(std::string_view send_to) {
    AreaList areas;
    while (!send_to.empty()) {
      const auto end = std::min(send_to.find_first_of(";\n"), send_to.size());
      const std::string name(trimmed(send_to.substr(0, end)));
      send_to.remove_prefix(std::min(end + 1, send_to.size()));
      if (name.empty()) continue;
      const auto found = areas_.find(name);
      if (found == areas_.end()) {
        problem("names something in send_to that is no service area");
        return std::nullopt;
      }
      if (std::count(areas.begin(), areas.end(), found->second) == 0) areas.push_back(found->second);
    }
    if (areas.empty()) problem("names no service area in send_to");
    return areas.empty() ? std::nullopt : std::optional(areas);
  }

  // Never with what stands there: a comment pasted into the wrong column must not come up on a screen.
  void problem(const std::string& what) {
    sorted_.problems.push_back(fmt::format("row {} {}", number_, what));
  }

  std::map<std::string, ServiceArea> areas_;  // by code and by name, in small letters
  std::map<std::string, AreaList> seen_;
  std::size_t number_ = 0;
  Sorted sorted_;
};

}  // namespace

Sorted read_corrections(const std::vector<Sheet>& sheets, const PerArea<std::string>& area_names) {
  CorrectionReader reader(area_names);
  bool is_any = false;
  for (const Sheet& sheet : sheets) {
    const auto heads = heads_of(sheet);
    if (!heads) continue;
    is_any = true;
    reader.read(sheet, *heads);
  }
  if (!is_any) {
    throw Error(Fault::data, "the file has no sheet with the columns reference and send_to",
                "take feedback.xlsx or feedback.csv of unsorted/ and fill in its column send_to");
  }
  return reader.sorted();
}

}  // namespace postbox::resort
