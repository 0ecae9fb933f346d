#include "store/restored.hpp"

#include <fmt/core.h>

#include <set>

#include "store/exports_folder.hpp"

namespace postbox::store {
namespace {

std::int64_t add_exported(Connection& box, const Emptying& delivered, std::string_view day) {
  const std::string month = delivered.month.text();
  const EmptyingCounts& counts = delivered.counts;
  const std::string kept = exports_to_keep(box, delivered.exports);
  Statement insert(
      box,
      "INSERT INTO emptyings (month, pack, exports, state, read, opened, refused, delivered, "
      "unsorted, held, exported_on) VALUES (?1, ?2, ?3, 'exported', ?4, ?5, ?6, ?7, ?8, ?9, ?10) "
      "RETURNING id");
  insert.bind(1, month).bind(2, delivered.pack).bind(3, kept);
  insert.bind(4, counts.read).bind(5, counts.opened).bind(6, counts.refused);
  insert.bind(7, counts.delivered).bind(8, counts.unsorted).bind(9, counts.held).bind(10, day);
  insert.step();
  const std::int64_t id = insert.integer(0);
  insert.run();
  return id;
}

// As they stand now, within a transaction: nobody changes places meanwhile.
std::vector<RowKey> rows_with(Connection& box, const std::vector<std::string>& heads) {
  const std::set<std::string_view> wanted(heads.begin(), heads.end());
  std::vector<RowKey> rows;
  Statement question(box, fmt::format("SELECT key, {} FROM sealed_submissions", head_of_record));
  while (question.step()) {
    if (wanted.contains(question.text(1))) rows.push_back(question.integer(0));
  }
  return rows;
}

}  // namespace

std::optional<std::string> restored_from(Connection& box) {
  Statement question(box, "SELECT backup_of FROM restored");
  if (!question.step()) return std::nullopt;
  return std::string(question.text(0));
}

void note_restored(Connection& box, std::string_view backup_of) {
  Statement insert(box, "INSERT OR REPLACE INTO restored (only_one, backup_of) VALUES (1, ?1)");
  insert.bind(1, backup_of).run();
}

void forget_restored(Connection& box) { box.run("DELETE FROM restored"); }

void take_over(Connection& box, const Emptying& delivered, const std::vector<std::string>& heads,
               std::string_view exported_on) {
  Transaction transaction(box);
  const std::int64_t id = add_exported(box, delivered, exported_on);
  const std::vector<RowKey> rows = rows_with(box, heads);
  Statement claim(box,
                  "INSERT INTO claims (submission, emptying) VALUES (?1, ?2) ON CONFLICT (submission) "
                  "DO UPDATE SET emptying = excluded.emptying, outcome = NULL");
  Statement follow(box, "DELETE FROM corrections WHERE submission = ?1");
  for (const RowKey row : rows) {
    claim.bind(1, row).bind(2, id).run();
    follow.bind(1, row).run();
  }
  transaction.commit();
}

std::vector<RowKey> keys_of_month(Connection& box, Month month) {
  std::vector<RowKey> keys;
  const std::string text = month.text();
  Statement question(box, "SELECT key FROM sealed_submissions WHERE month = ?1");
  question.bind(1, text);
  while (question.step()) keys.push_back(question.integer(0));
  return keys;
}

void give_up_claimed(Connection& box) {
  Transaction transaction(box);
  box.run("DELETE FROM claims WHERE emptying IN (SELECT id FROM emptyings WHERE state = 'claimed')");
  box.run("DELETE FROM emptyings WHERE state = 'claimed'");
  transaction.commit();
}

void move_unfinished(Connection& box, const Path& exports) {
  Statement move(box, "UPDATE emptyings SET exports = ?1 WHERE state <> 'exported'");
  const std::string kept = exports_to_keep(box, exports);
  move.bind(1, kept).run();
}

}  // namespace postbox::store
