#include "emptying/board_names.hpp"

#include "emptying/board_figures.hpp"
#include "feedback/submission.hpp"
#include "report/page.hpp"

namespace postbox::emptying {

std::string board_row_name(const report::Wording& wording, std::size_t row) {
  if (row >= board_rows) return "All feedback";
  if (row == service_area_count) return "No area found";
  const std::string& name = wording.area_names[row];
  return name.empty() ? std::string(board_row_code(row)) : name;
}

std::string question_name(const std::string& question) {
  if (question == "tone") return "Tone";
  return question == question_id::rating ? "Rating" : question;
}

std::string value_name(const report::Wording& wording, const std::string& question,
                       const std::string& value) {
  if (question == "tone") {
    for (const Tone tone : tones) {
      if (code_of(tone) == value) return report::name_of(tone);
    }
  }
  if (question == question_id::rating) {
    for (const auto& [known, label] : wording.ratings) {
      if (known == value) return label;
    }
  }
  return value;
}

}  // namespace postbox::emptying
