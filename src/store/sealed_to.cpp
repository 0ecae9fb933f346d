#include "store/sealed_to.hpp"

namespace postbox::store {
namespace {

std::set<std::string> read_all(Connection& box, std::string_view sql) {
  Statement question(box, sql);
  std::set<std::string> heads;
  while (question.step()) heads.emplace(question.text(0));
  return heads;
}

}  // namespace

// 13 bytes: magic, version, key id.
std::set<std::string> heads_in_box(Connection& box) {
  return read_all(box,
                  "SELECT substr(sealed, 1, 13) FROM sealed_submissions UNION "
                  "SELECT substr(sealed, 1, 13) FROM corrections UNION "
                  "SELECT substr(sealed, 1, 13) FROM month_counts");
}

std::set<std::string> heads_in_lane(Connection& box) {
  return read_all(box,
                  "SELECT DISTINCT substr(sealed, 1, 13) FROM safeguarding_items WHERE sealed IS NOT NULL");
}

}  // namespace postbox::store
