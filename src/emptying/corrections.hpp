// What a person sorted again: found by the references of packs, kept signed and sealed, followed by the next
// emptying.
//
// Whoever can write to the database but has not the secret key cannot send a submission anywhere: a
// correction counts only with the box's signature, for the submission that it names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feedback/correction.hpp"
#include "feedback/submission.hpp"
#include "seal/opener/secret_keys.hpp"
#include "store/corrections.hpp"

namespace postbox::emptying {

struct Found {
  store::RowKey row = 0;
  Submission submission;
  AreaList areas;  // where it is to go
};

struct Matched {
  std::vector<Found> found;
  std::vector<std::string> unknown;  // references of no row in this box: another box's, purged, or misread
  std::vector<std::string> bound;    // the giver chose who alone may read it, and this is somebody else
};

// Opens the rows of finished emptyings, the latest first, until every reference is found.
Matched match(store::Connection& box, const seal::SecretKeys& keys,
              const std::vector<Correction>& corrections);

// To be kept for the next emptying, all or none. Throws Error(Fault::busy) while one is under way.
void keep(store::Connection& box, const seal::SecretKeys& keys, const std::vector<Found>& found);

// The areas of a kept correction (schema/corrections.md); nothing where it was not signed with this box's key
// or is about another submission.
std::optional<AreaList> open_correction(const seal::SecretKeys& keys, std::string_view sealed,
                                        const Submission& submission);

}  // namespace postbox::emptying
