#include "report/xlsx_workbook.hpp"

#include <xlsxwriter.h>

#include <array>
#include <ctime>
#include <string>

#include "base/error.hpp"

// The library dates a workbook by gmtime(), whose one buffer all threads share, and leaves one no other way.
// So this one stands in for the C library's in the whole program: the same answer, in a buffer of each
// thread. It is the only thing of the library that threads share but the counter that its temporary names
// come from; those must not be alike in one folder, and each pack has its own.
extern "C" std::tm* gmtime(const std::time_t* timer) noexcept {
  thread_local std::tm found{};
  return gmtime_r(timer, &found);
}

namespace postbox::report {
namespace {

constexpr lxw_color_t head_ground = 0x2F4B61;  // dark blue grey, white on it 9:1
constexpr lxw_color_t care_ground = 0xFFF6DC;
constexpr lxw_color_t soft_ink = 0x56616C;
constexpr std::uint8_t paper_a4 = 9;

lxw_row_t row_of(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(std::size_t column) { return static_cast<lxw_col_t>(column); }

// The library takes texts of others as char*, and reads them only.
char* borrowed(const std::string& text) {
  return const_cast<char*>(text.c_str());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

time_t seconds_of(std::chrono::year_month_day day) {
  return std::chrono::system_clock::to_time_t(std::chrono::sys_days(day));
}

}  // namespace

struct Workbook::Library {
  Path file;
  std::string temporary;
  std::unique_ptr<lxw_workbook, void (*)(lxw_workbook*)> workbook{nullptr, lxw_workbook_free};
  std::array<lxw_format*, static_cast<std::size_t>(Look::care) + 1> looks{};

  lxw_format* look(Look wanted) const { return looks.at(static_cast<std::size_t>(wanted)); }

  void check(lxw_error error) const {
    if (error == LXW_NO_ERROR) return;
    throw Error(Fault::storage,
                "cannot write " + file.string() + ": " + lxw_strerror(error),  // names no cell's text
                "see whether the disk is full");
  }

  lxw_format* add_look(Look name) {
    lxw_format* format = workbook_add_format(workbook.get());
    if (format == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    looks.at(static_cast<std::size_t>(name)) = format;
    return format;
  }

  void add_looks() {
    add_look(Look::plain);
    format_set_text_wrap(add_look(Look::wrapped));
    lxw_format* number = add_look(Look::number);
    format_set_num_format(number, "#,##0");
    format_set_align(number, LXW_ALIGN_LEFT);
    add_head_look();
    lxw_format* title = add_look(Look::title);
    format_set_bold(title);
    format_set_font_size(title, 18);
    lxw_format* heading = add_look(Look::heading);
    format_set_bold(heading);
    format_set_font_size(heading, 13);
    format_set_bottom(heading, LXW_BORDER_THIN);
    lxw_format* label = add_look(Look::label);
    format_set_font_color(label, soft_ink);
    format_set_text_wrap(label);
    lxw_format* care = add_look(Look::care);
    format_set_text_wrap(care);
    format_set_bg_color(care, care_ground);
    format_set_bold(care);
  }

  void add_head_look() {
    lxw_format* head = add_look(Look::column_head);
    format_set_bold(head);
    format_set_font_color(head, LXW_COLOR_WHITE);
    format_set_bg_color(head, head_ground);
    format_set_text_wrap(head);
  }
};

Workbook::Workbook(const Path& file, const Path& temporary, const Facts& facts)
    : library_(new Library{file, temporary.string()}) {
  lxw_workbook_options options{};
  options.constant_memory = facts.streamed ? LXW_TRUE : LXW_FALSE;
  options.tmpdir = library_->temporary.data();
  options.use_zip64 = facts.huge ? LXW_TRUE : LXW_FALSE;
  library_->workbook.reset(workbook_new_opt(file.c_str(), &options));
  if (library_->workbook == nullptr) library_->check(LXW_ERROR_CREATING_XLSX_FILE);
  lxw_doc_properties properties{};
  properties.title = borrowed(facts.title);
  properties.created = seconds_of(facts.created);
  library_->check(workbook_set_properties(library_->workbook.get(), &properties));
  library_->add_looks();
}

Workbook::~Workbook() = default;

Sheet Workbook::add_sheet(const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(library_->workbook.get(), name.c_str());
  if (sheet == nullptr) library_->check(LXW_ERROR_CREATING_TMPFILE);
  return {*this, sheet};
}

void Workbook::finish() {
  library_->check(workbook_close(library_->workbook.release()));  // which frees it, also when it fails
}

void Sheet::write(std::size_t row, std::size_t column, const std::string& cell, Look look) {
  const auto& library = *workbook_->library_;
  library.check(
      worksheet_write_string(sheet_, row_of(row), column_of(column), cell.c_str(), library.look(look)));
}

void Sheet::write(std::size_t row, std::size_t column, std::size_t number, Look look) {
  const auto& library = *workbook_->library_;
  library.check(worksheet_write_number(sheet_, row_of(row), column_of(column), static_cast<double>(number),
                                       library.look(look)));
}

void Sheet::set_width(std::size_t column, double characters, Look look) {
  const auto& library = *workbook_->library_;
  library.check(
      worksheet_set_column(sheet_, column_of(column), column_of(column), characters, library.look(look)));
}

void Sheet::set_height(std::size_t row, double points) {
  workbook_->library_->check(worksheet_set_row(sheet_, row_of(row), points, nullptr));
}

void Sheet::freeze_first_row() { worksheet_freeze_panes(sheet_, 1, 0); }

void Sheet::set_print(bool landscape, const std::string& footer) {
  worksheet_set_paper(sheet_, paper_a4);
  if (landscape) worksheet_set_landscape(sheet_);
  worksheet_fit_to_pages(sheet_, 1, 0);
  const std::string whole = "&L" + footer + "&R&P / &N";
  workbook_->library_->check(worksheet_set_footer(sheet_, whole.c_str()));
  if (landscape) workbook_->library_->check(worksheet_repeat_rows(sheet_, 0, 0));
}

void Sheet::hide_gridlines() { worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES); }

void Sheet::add_table(const std::string& name, const std::vector<std::string>& heads, std::size_t rows) {
  const auto& library = *workbook_->library_;
  std::vector<lxw_table_column> columns(heads.size());
  std::vector<lxw_table_column*> list;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    columns[i].header = borrowed(heads[i]);
    columns[i].header_format = library.look(Look::column_head);
    list.push_back(&columns[i]);
  }
  list.push_back(nullptr);
  lxw_table_options options{};
  options.name = borrowed(name);
  options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
  options.style_type_number = 1;  // grey bands, no colours that could be taken for a judgement
  options.columns = list.data();
  library.check(worksheet_add_table(sheet_, 0, 0, row_of(rows), column_of(heads.size() - 1), &options));
}

void Sheet::add_filter(std::size_t columns, std::size_t rows) {
  workbook_->library_->check(worksheet_autofilter(sheet_, 0, 0, row_of(rows), column_of(columns - 1)));
}

void Sheet::offer(std::size_t column, std::size_t rows, const std::vector<std::string>& values,
                  const std::string& hint) {
  std::vector<char*> list;
  list.reserve(values.size() + 1);
  for (const std::string& value : values) list.push_back(borrowed(value));
  list.push_back(nullptr);
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = list.data();
  validation.dropdown = LXW_VALIDATION_ON;
  validation.show_input = LXW_VALIDATION_ON;
  validation.show_error = LXW_VALIDATION_ON;
  validation.ignore_blank = LXW_VALIDATION_ON;
  validation.error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION;
  validation.input_message = borrowed(hint);
  validation.error_message = borrowed(hint);
  workbook_->library_->check(worksheet_data_validation_range(sheet_, 1, column_of(column), row_of(rows),
                                                             column_of(column), &validation));
}

}  // namespace postbox::report
