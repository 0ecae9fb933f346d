#include "store/corrections.hpp"

#include "base/error.hpp"

namespace postbox::store {
namespace {

constexpr const char* is_over =
    "claims JOIN emptyings ON emptyings.id = claims.emptying JOIN corrections USING (submission) "
    "WHERE claims.outcome IS NULL AND emptyings.state = 'exported'";

}  // namespace

void keep_corrections(Connection& box, const std::map<RowKey, std::string>& sealed) {
  Transaction transaction(box);
  if (const auto unfinished = unfinished_emptying(box)) {
    throw Error(Fault::busy, "the emptying of " + unfinished->pack + " is not finished; nothing was kept",
                "run `postbox empty` to its end and sort again then");
  }
  Statement insert(box,
                   "INSERT INTO corrections (submission, sealed) VALUES (?1, ?2) "
                   "ON CONFLICT (submission) DO UPDATE SET sealed = excluded.sealed");
  for (const auto& [key, bytes] : sealed) insert.bind(1, key).bind_blob(2, bytes).run();
  transaction.commit();
}

std::map<RowKey, std::string> waiting_corrections(Connection& box) {
  std::map<RowKey, std::string> sealed;
  Statement question(box, "SELECT submission, sealed FROM corrections");
  while (question.step()) sealed.emplace(question.integer(0), question.text(1));
  return sealed;
}

std::vector<MonthRow> corrected_rows(Connection& box) {
  std::vector<MonthRow> rows;
  Statement question(box, "SELECT submission, emptyings.month FROM " + std::string(is_over));
  while (question.step()) {
    const auto month = Month::parse(question.text(1));
    if (!month) throw Error(Fault::storage, "the box's database holds an emptying without a month");
    rows.push_back({question.integer(0), *month});
  }
  return rows;
}

void reopen_corrected(Connection& box) {
  const std::string unclaim =
      "DELETE FROM claims WHERE submission IN (SELECT submission FROM " + std::string(is_over) + ")";
  box.run(unclaim.c_str());
}

void drop_followed_corrections(Connection& box, const Emptying& emptying) {
  Statement drop(box,
                 "DELETE FROM corrections WHERE submission IN "
                 "(SELECT submission FROM claims WHERE emptying = ?1 AND outcome IS NULL)");
  drop.bind(1, emptying.id).run();
}

}  // namespace postbox::store
