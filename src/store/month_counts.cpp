#include "store/month_counts.hpp"

#include "base/error.hpp"

namespace postbox::store {

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
  std::vector<SealedCounts> all;
  Statement question(box,
                     "SELECT emptyings.id, month, pack, sealed FROM emptyings LEFT JOIN month_counts "
                     "ON emptying = emptyings.id WHERE emptyings.id < ?1 ORDER BY emptyings.id, part");
  question.bind(1, emptying.id);
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

}  // namespace postbox::store
