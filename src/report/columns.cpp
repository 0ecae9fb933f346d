#include "report/columns.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/error.hpp"

namespace postbox::report {
namespace {

constexpr std::array before_words = {"reference", "month", "areas", "rating", "tone"};
constexpr std::array for_sorting = {"suspected", "rare", "guess_1", "guess_2", "send_to"};

std::string_view guess(const DeliveredRow& row, std::size_t rank) {
  return rank < row.guesses.size() ? code_of(row.guesses[rank]) : std::string_view();
}

void refuse_doubles(const std::vector<std::string>& headers) {
  std::set<std::string> seen;
  for (const std::string& header : headers) {
    if (seen.insert(header).second) continue;
    throw Error(Fault::settings, "two columns of the packs would be called \"" + header + "\"",
                "give the question another id in form.toml, or take it out of the added columns");
  }
}

}  // namespace

bool is_own_column(std::string_view header) {
  return std::find(before_words.begin(), before_words.end(), header) != before_words.end() ||
         std::find(for_sorting.begin(), for_sorting.end(), header) != for_sorting.end();
}

Columns::Columns(const Wording& wording, bool with_guesses)
    : words_(wording.words), added_(wording.added), with_guesses_(with_guesses) {
  // A form without a question for words may have had one when the submission was posted.
  if (words_.empty()) words_.push_back({"words", "Words"});
  headers_.assign(before_words.begin(), before_words.end());
  for (const Column& column : words_) headers_.push_back(column.question);
  for (const Column& column : added_) headers_.push_back(column.question);
  if (with_guesses_) headers_.insert(headers_.end(), for_sorting.begin(), for_sorting.end());
  refuse_doubles(headers_);
}

RowCells Columns::cells(const DeliveredRow& row) const {
  RowCells cells(headers_.size());
  cells.add(row.reference);
  cells.add_made(row.month.text());
  cells.add_made(codes_of(row.areas));
  cells.add(row.rating);
  cells.add(code_of(row.tone));
  const std::string old = old_words(row);
  for (const Column& column : words_) {
    const auto found = row.words.find(column.question);
    const std::string_view words = found == row.words.end() ? std::string_view() : found->second.view();
    if (&column != &words_.back() || old.empty()) {
      cells.add(words);
    } else {
      cells.add_made(words.empty() ? old : std::string(words) + '\n' + old);
    }
  }
  for (const Column& column : added_) {
    const auto found = row.added.find(column.question);
    cells.add(found == row.added.end() ? std::string_view() : found->second);
  }
  if (with_guesses_) {
    for (const std::string_view cell :
         {std::string_view(row.suspected ? "yes" : ""), std::string_view(row.rare), guess(row, 0),
          guess(row, 1), std::string_view()}) {
      cells.add(cell);
    }
  }
  return cells;
}

std::vector<std::pair<std::string_view, std::string_view>> Columns::words(const DeliveredRow& row) const {
  std::vector<std::pair<std::string_view, std::string_view>> words;
  for (const Column& column : words_) {
    const auto found = row.words.find(column.question);
    if (found != row.words.end() && !found->second.empty()) {
      words.emplace_back(column.label, found->second.view());
    }
  }
  for (const auto& [question, text] : row.words) {
    if (!has_column(question) && !text.empty()) words.emplace_back(question, text.view());
  }
  return words;
}

bool Columns::has_column(const std::string& question) const {
  return std::any_of(words_.begin(), words_.end(),
                     [&question](const Column& column) { return column.question == question; });
}

std::string Columns::old_words(const DeliveredRow& row) const {
  std::string words;
  for (const auto& [question, text] : row.words) {
    if (has_column(question) || text.empty()) continue;
    if (!words.empty()) words += '\n';
    words += "[" + question + "]\n";
    words += text.view();
  }
  return words;
}

std::string codes_of(const AreaList& areas) {
  std::string all;
  for (const ServiceArea area : areas) {
    if (!all.empty()) all += "; ";
    all += code_of(area);
  }
  return all;
}

}  // namespace postbox::report
