// One recipient's pack as files: feedback.csv, feedback.jsonl, feedback.xlsx, report.html, written row by row
// as the emptying gives them.
//
// No clock time stands in any file: the same rows in the same order give the same bytes. Every column is
// described in schema/report_columns.md. Nothing here has seen an opened submission: words come as
// RedactedText.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_system.hpp"
#include "feedback/delivered_row.hpp"

namespace postbox::report {

// A question whose answers stand in the pack, in the order of the form.
struct Column {
  std::string question;  // id, the header in CSV and JSONL
  std::string label;     // as shown in the report
};

// What the reports call things; the same for every pack of one emptying.
struct Wording {
  std::vector<Column> words;                                 // the free-text questions
  std::vector<Column> added;                                 // further questions that a setting adds
  PerArea<std::string> area_names;                           // in plain words
  std::vector<std::pair<std::string, std::string>> ratings;  // option value, label; in the order of the form
};

// What the same recipient was given the month before, whole: all its packs together.
struct MonthBefore {
  std::size_t all = 0;
  std::array<std::size_t, tones.size()> tone{};
  std::map<std::string, std::size_t> rating{};  // by option value; "" where it was not answered
  PerArea<std::size_t> area{};
  std::size_t without_area = 0;
};

struct PackFacts {
  std::string recipient_name;
  Month month;                // the month that was emptied
  bool with_guesses = false;  // unsorted/: the two best guesses and an empty `send_to` column to fill in
  std::string commissioner;   // who commissioned the service then, shown in the report; "" for nobody
  std::optional<MonthBefore> before{};  // to compare with; nothing where it is not known
};

// Whether the packs have a column of this name already, so that no question of the form can have it as id
// unless it is that very answer (`areas`, `rating`).
bool is_own_column(std::string_view header);

class Bundle {
 public:
  // Creates `folder` (0700) and the files in it (0600); a file that is there already is in the way. Throws
  // Error(Fault::settings) where two columns would have the same name. `files` must live longer.
  Bundle(FileSystem& files, const Path& folder, const Wording& wording, PackFacts facts);
  ~Bundle();
  Bundle(const Bundle&) = delete;
  Bundle& operator=(const Bundle&) = delete;

  // In the order in which rows shall stand. Uses at most about 1 MiB of memory for all rows together; what
  // the report and the workbook need later lies in part files beside them meanwhile.
  void add(const DeliveredRow& row);
  // Writes what can only be written at the end and syncs every file and the folder. To be called once. Takes
  // at most about 25 MiB of memory for a while, for the table of a workbook; a small pack's next to nothing.
  // Without it the pack is incomplete, and part files may be left.
  void finish();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace postbox::report
