#include "store/month_counts.hpp"

#include <fmt/core.h>

#include "base/error.hpp"

namespace postbox::store {
namespace {

std::string question_where(std::string_view condition) {
  return fmt::format(
      "SELECT emptyings.id, month, pack, sealed FROM emptyings LEFT JOIN month_counts "
      "ON emptying = emptyings.id WHERE {} ORDER BY emptyings.id, part",
      condition);
}

std::vector<SealedCounts> read_all(Statement& question) {
  std::vector<SealedCounts> all;
  std::int64_t last = 0;
  while (question.step()) {
    if (all.empty() || question.integer(0) != last) {
      last = question.integer(0);
      const auto month = Month::parse(question.text(1));
      if (!month) throw Error(Fault::storage, "the box's database holds an emptying without a month");
      all.push_back({std::string(question.text(2)), *month, {}});
    }
    if (!question.is_null(3)) all.back().parts.emplace_back(question.text(3));
  }
  return all;
}

}  // namespace

void keep_month_counts(Connection& box, const Emptying& emptying, const std::vector<std::string>& parts) {
  Transaction transaction(box);
  Statement clear(box, "DELETE FROM month_counts WHERE emptying = ?1");
  clear.bind(1, emptying.id).run();
  Statement insert(box, "INSERT INTO month_counts (emptying, part, sealed) VALUES (?1, ?2, ?3)");
  std::int64_t number = 0;
  for (const std::string& part : parts) {
    insert.bind(1, emptying.id).bind(2, number++).bind_blob(3, part).run();
  }
  transaction.commit();
}

std::vector<SealedCounts> month_counts_before(Connection& box, const Emptying& emptying) {
  Statement question(box, question_where("emptyings.id < ?1"));
  question.bind(1, emptying.id);
  return read_all(question);
}

std::vector<SealedCounts> all_month_counts(Connection& box) {
  Statement question(box, question_where("state <> 'claimed'"));
  return read_all(question);
}

}  // namespace postbox::store
