// The small parts of a workbook file around its sheets (ECMA-376 part 1, 18; part 2 for the relations). Pure.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace postbox::report {

// What the parts say of a sheet.
struct SheetFacts {
  std::string name;
  std::string filter{};        // its range, "" for none
  bool repeats_first = false;  // on every sheet of paper
};

std::string root_relations_part();
// Content types, by the number of sheets and of tables.
std::string types_part(std::size_t sheets, std::size_t tables);
std::string properties_part(std::string_view title, std::chrono::year_month_day created);
std::string workbook_part(const std::vector<SheetFacts>& sheets);
std::string workbook_relations_part(std::size_t sheets);
std::string styles_part();  // in the order of Look
std::string shared_texts_part(const std::vector<std::string>& texts);
std::string table_part(std::size_t number, std::string_view name, std::string_view range,
                       const std::vector<std::string>& heads);
std::string table_relation_part(std::size_t table);

inline constexpr const char* table_relation = "rId1";

}  // namespace postbox::report
