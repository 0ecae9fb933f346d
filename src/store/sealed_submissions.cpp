#include "store/sealed_submissions.hpp"

#include "base/error.hpp"

namespace postbox::store {
namespace {

constexpr std::string_view unclaimed = "NOT EXISTS (SELECT 1 FROM claims WHERE submission = key)";

Month month_of(std::string_view text) {
  if (const auto month = Month::parse(text)) return *month;
  throw Error(Fault::storage, "the box's database holds a month that is none", "restore the last backup");
}

}  // namespace

void Appender::append(Random& random, std::span<const NewSealed> submissions) {
  const auto numbers = random_numbers(random, submissions.size());
  Transaction transaction(box_);
  waiting_.look();
  for (std::size_t i = 0; i < submissions.size(); ++i) {
    const NewSealed& submission = submissions[i];
    waiting_.put_in(submission.month.text(), submission.sealed, numbers[i]);
    if (submission.lane_copy) lane_.add(submission.month, *submission.lane_copy);
  }
  transaction.commit();
}

void append(Connection& box, Random& random, std::span<const NewSealed> submissions) {
  Appender(box).append(random, submissions);
}

LaneAppender::LaneAppender(Connection& box)
    : insert_(box,
              "INSERT INTO safeguarding_items (link, month, state, sealed) VALUES (?1, ?2, 'new', ?3) "
              "ON CONFLICT (link) DO NOTHING") {}

void LaneAppender::add(Month month, const LaneCopy& copy) {
  const std::string text = month.text();
  insert_.bind(1, copy.link).bind(2, text).bind_blob(3, copy.sealed).run();
}

std::vector<Month> months_waiting(Connection& box) {
  std::vector<Month> months;
  Statement question(box, "SELECT DISTINCT month FROM sealed_submissions WHERE " + std::string(unclaimed) +
                              " ORDER BY month");
  while (question.step()) months.push_back(month_of(question.text(0)));
  return months;
}

std::vector<RowKey> keys_waiting(Connection& box, Month month) {
  std::vector<RowKey> keys;
  const std::string text = month.text();
  Statement question(box,
                     "SELECT key FROM sealed_submissions WHERE month = ?1 AND " + std::string(unclaimed));
  question.bind(1, text);
  while (question.step()) keys.push_back(question.integer(0));
  return keys;
}

std::string_view SealedReader::read(RowKey key) {
  statement_.reset();
  statement_.bind(1, key);
  if (!statement_.step()) {
    throw Error(Fault::storage, "a claimed submission is no longer in the box",
                "somebody removed it by hand; restore the last backup");
  }
  return statement_.text(0);
}

}  // namespace postbox::store
