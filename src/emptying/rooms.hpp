// What an emptying works with, passed in as one: the rooms, the seams and the box's own facts. Borrowed;
// everything outlives the emptying.
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/file_system.hpp"
#include "base/random.hpp"
#include "classify/classify.hpp"
#include "classify/language.hpp"
#include "deliver/routes.hpp"
#include "disclosure/publish.hpp"
#include "redact/rare.hpp"
#include "redact/redact.hpp"
#include "report/bundle.hpp"
#include "seal/opener/secret_keys.hpp"
#include "store/connection.hpp"

namespace postbox::emptying {

struct Rooms {
  FileSystem& files;
  const Clock& clock;
  Random& random;  // for the places of rows that wait; never for a pack
  store::Connection& box;
  const seal::SecretKeys& keys;
  const seal::PublicKey& safeguarding;
  const classify::Classifier& classifier;
  const redact::Redactor& redactor;
  const deliver::Routes& routes;
  const report::Wording& wording;  // `words` and `added` say which answers stand in a pack
  // Threads that open, classify and redact, and that finish the packs; these are the same for any number.
  unsigned workers = 1;
  disclosure::Settings disclosure{};  // which counts the board may see
  // What is set apart for the keeper's look before anybody receives it; nothing: the setting is off.
  const redact::RareCombinations* held_for_a_look = nullptr;
  bool show_other_services = false;  // recipients also read the sentences about another service
  // Roles of staff, whose first names stay in praise and become the role elsewhere; nothing: the setting is
  // off.
  const redact::Lexicon* staff_roles = nullptr;
  // Keys that the safeguarding lane had before `safeguarding`, oldest first: they signed the log of their
  // time.
  std::vector<seal::PublicKey> safeguarding_before{};
  // Tells texts in other languages; nothing: every text is taken for English.
  const classify::Languages* languages = nullptr;
};

}  // namespace postbox::emptying
