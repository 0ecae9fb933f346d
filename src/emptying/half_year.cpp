#include "emptying/half_year.hpp"

#include <algorithm>

#include "emptying/board_month.hpp"

namespace postbox::emptying {
namespace {

using disclosure::Before;
using disclosure::Count;
using disclosure::PublishedCount;
using disclosure::PublishedTable;
using disclosure::Table;
using trends::Counts;
using trends::MonthCounts;

constexpr const char* tone_question = "tone";

std::int64_t count_of(const Counts& counts, const std::string& question, const std::string& value) {
  if (question == tone_question) {
    for (std::size_t i = 0; i < tones.size(); ++i) {
      if (code_of(tones[i]) == value) return counts.tone[i];
    }
    return 0;
  }
  const auto answers = counts.answers.find(question);
  if (answers == counts.answers.end()) return 0;
  const auto found = answers->second.find(value);
  return found == answers->second.end() ? 0 : found->second;
}

std::vector<std::string> values_of(const MonthCounts& counts, const std::string& question,
                                   const report::Wording& wording) {
  std::vector<std::string> values;
  if (question == tone_question) {
    for (const Tone tone : tones) values.emplace_back(code_of(tone));
    return values;
  }
  if (question == question_id::rating) {
    for (const auto& [value, label] : wording.ratings) values.push_back(value);
  }
  const auto answers = counts.whole.answers.find(question);
  if (answers == counts.whole.answers.end()) return values;
  for (const auto& [value, count] : answers->second) {
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  }
  return values;
}

class HalfYear {
 public:
  HalfYear(const std::vector<const MonthCounts*>& months, const report::Wording& wording,
           const disclosure::Settings& settings)
      : months_(months), wording_(wording), settings_(settings), sum_(*months_.front()) {
    for (std::size_t i = 1; i < months_.size(); ++i) trends::merge(sum_, *months_[i]);
  }

  HalfYearFigures figures() {
    decide_totals_after_months();
    HalfYearFigures figures{
        .first = months_.front()->month, .last = months_.back()->month, .submissions = {}, .questions = {}};
    // A total stands in the tables of every question: hidden in one, it is hidden in all.
    do {
      figures.questions = publish_questions();
    } while (hide_totals_of(figures.questions));
    figures.submissions = published_totals();
    return figures;
  }

 private:
  Table table_of_months() const {
    Table table;
    table.cells.resize(board_rows);
    for (const MonthCounts* month : months_) {
      const auto before = [](const PublishedCount& count) {
        return count.is_hidden() ? Before::hidden : Before::shown;
      };
      const PublishedTable published = publish_month(*month, settings_);
      for (std::size_t row = 0; row < board_rows; ++row) {
        table.cells[row].push_back({row_of(*month, row).all, before(published.cells[row].front())});
      }
      table.column_totals.push_back({month->whole.all, before(published.column_totals.front())});
    }
    for (std::size_t row = 0; row < board_rows; ++row) table.row_totals.push_back({row_of(sum_, row).all});
    table.total = Count{sum_.whole.all};
    return table;
  }

  void decide_totals_after_months() {
    const PublishedTable published = disclosure::publish(table_of_months(), settings_);
    totals_.clear();
    for (std::size_t row = 0; row < board_rows; ++row) {
      totals_.push_back({row_of(sum_, row).all, hidden_or_open(published.row_totals[row])});
    }
    totals_.push_back({sum_.whole.all, hidden_or_open(*published.total)});
  }
  static Before hidden_or_open(const PublishedCount& count) {
    return count.is_hidden() ? Before::hidden : Before::undecided;
  }

  std::vector<QuestionFigures> publish_questions() const {
    std::vector<std::string> questions = {tone_question, question_id::rating};
    for (const auto& [question, values] : sum_.whole.answers) {
      if (question != question_id::rating) questions.push_back(question);
    }
    std::vector<QuestionFigures> all;
    for (const std::string& question : questions) {
      const auto values = values_of(sum_, question, wording_);
      if (values.empty()) continue;
      all.push_back({question, values, disclosure::publish(table_of(question, values), settings_)});
    }
    return all;
  }

  Table table_of(const std::string& question, const std::vector<std::string>& values) const {
    Table table;
    bool has_several_answers = false;  // to one question: then its options do not add up to anything
    for (std::size_t row = 0; row < board_rows; ++row) {
      table.cells.emplace_back();
      std::int64_t silent = totals_[row].value;
      for (const std::string& value : values) {
        const std::int64_t count = count_of(row_of(sum_, row), question, value);
        table.cells.back().push_back({count});
        silent -= count;
      }
      table.unlisted.push_back(silent);
      has_several_answers = has_several_answers || silent < 0;
    }
    for (const std::string& value : values) {
      table.column_totals.push_back({count_of(sum_.whole, question, value)});
    }
    if (has_several_answers) {
      table.unlisted.clear();
      return table;
    }
    table.row_totals.assign(totals_.begin(), totals_.end() - 1);
    table.total = totals_.back();
    return table;
  }

  // True when a question's table has hidden a total that another one may still show.
  bool hide_totals_of(const std::vector<QuestionFigures>& questions) {
    bool changed = false;
    const auto note = [&](Count& total, const PublishedCount& published) {
      if (!published.is_hidden() || total.before == Before::hidden) return;
      total.before = Before::hidden;
      changed = true;
    };
    for (const QuestionFigures& one : questions) {
      for (std::size_t row = 0; row < one.table.row_totals.size(); ++row) {
        note(totals_[row], one.table.row_totals[row]);
      }
      if (one.table.total) note(totals_.back(), *one.table.total);
    }
    return changed;
  }

  // All decided by now: one table without sums hands them on.
  std::vector<PublishedCount> published_totals() const {
    Table table;
    for (const Count& total : totals_) table.cells.push_back({total});
    std::vector<PublishedCount> totals;
    for (const auto& row : disclosure::publish(table, settings_).cells) totals.push_back(row.front());
    return totals;
  }

  const std::vector<const MonthCounts*>& months_;
  const report::Wording& wording_;
  const disclosure::Settings& settings_;
  MonthCounts sum_;
  std::vector<Count> totals_;  // board_rows, then all
};

}  // namespace

HalfYearFigures half_year_figures(const std::vector<const MonthCounts*>& months,
                                  const report::Wording& wording, const disclosure::Settings& settings) {
  return HalfYear(months, wording, settings).figures();
}

}  // namespace postbox::emptying
