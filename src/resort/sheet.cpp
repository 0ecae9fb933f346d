#include "resort/sheet.hpp"

#include "resort/csv_sheet.hpp"
#include "resort/xlsx_sheets.hpp"

namespace postbox::resort {

std::vector<Sheet> read_sheets(std::string_view file) {
  if (file.starts_with("PK")) return read_xlsx(file);
  return {read_csv(file)};
}

}  // namespace postbox::resort
