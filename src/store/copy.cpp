#include "store/copy.hpp"

#include <fmt/core.h>

#include "base/error.hpp"
#include "store/restored.hpp"

namespace postbox::store {
namespace {

std::int64_t count(Connection& box, std::string_view question) {
  Statement statement(box, question);
  statement.step();
  return statement.integer(0);
}

// Another database beside the box's, let go of also where it could not be read.
class Attached {
 public:
  Attached(Connection& box, const Path& there) : box_(box) {
    Statement attach(box, "ATTACH DATABASE ?1 AS there");
    attach.bind(1, there.native()).run();
  }
  ~Attached() {
    try {
      box_.run("DETACH DATABASE there");
    } catch (const Error&) {  // NOLINT(bugprone-empty-catch): it goes with the connection
    }
  }
  Attached(const Attached&) = delete;
  Attached& operator=(const Attached&) = delete;

 private:
  Connection& box_;
};

}  // namespace

void write_copy(Connection& box, const Path& to) {
  Statement copy(box, "VACUUM INTO ?1");
  copy.bind(1, to.native()).run();
}

bool is_sound(Connection& box) {
  Statement integrity(box, "PRAGMA integrity_check(1)");
  return integrity.step() && integrity.text(0) == "ok";
}

std::int64_t count_submissions(Connection& box) {
  return count(box, "SELECT count(*) FROM sealed_submissions");
}

Surplus surplus_of(const Path& there, Connection& box) {
  const Attached attached(box, there);
  Surplus surplus{
      .submissions = count(box, fmt::format("SELECT count(*) FROM there.sealed_submissions WHERE {0} NOT IN "
                                            "(SELECT {0} FROM main.sealed_submissions)",
                                            head_of_record)),
      .in_lane = count(box,
                       "SELECT count(*) FROM there.safeguarding_items WHERE link NOT IN "
                       "(SELECT link FROM main.safeguarding_items)"),
      .decisions = count(box,
                         "SELECT count(*) FROM there.safeguarding_log WHERE entry NOT IN "
                         "(SELECT entry FROM main.safeguarding_log)")};
  Statement packs(box,
                  "SELECT pack FROM there.emptyings WHERE pack NOT IN (SELECT pack FROM main.emptyings) "
                  "ORDER BY id");
  while (packs.step()) surplus.packs.emplace_back(packs.text(0));
  return surplus;
}

void close_log(Connection& box) {
  Statement mode(box, "PRAGMA main.journal_mode = DELETE");
  if (!mode.step() || mode.text(0) != "delete") {
    throw Error(Fault::busy, "another program uses the box", "stop it and try again");
  }
}

}  // namespace postbox::store
