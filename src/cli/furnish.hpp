// The rooms of an emptying as the box's settings furnish them.
#pragma once

#include <memory>

#include "classify/classify.hpp"
#include "classify/language.hpp"
#include "cli/box.hpp"
#include "deliver/routes.hpp"
#include "emptying/rooms.hpp"
#include "feedback/service_words.hpp"
#include "feedback/submission.hpp"
#include "form/form.hpp"
#include "redact/rare.hpp"
#include "redact/redact.hpp"
#include "report/bundle.hpp"

namespace postbox::cli {

struct Furnished {
  explicit Furnished(const World& world, const config::House& house, const config::Settings& settings);

  form::Form form;
  classify::Classifier classifier;
  redact::Redactor redactor;
  redact::RareCombinations rare;
  redact::Lexicon staff_roles;
  classify::Languages languages;
  deliver::Routes routes;
  report::Wording wording;
};

// All of an emptying of this box. Borrowed: everything passed in outlives it.
emptying::Rooms rooms_of(const World& world, const Box& box, const Furnished& furnished,
                         store::Connection& connection, const seal::SecretKeys& keys,
                         const seal::PublicKey& safeguarding);

// Throws Error(Fault::settings) where a setting adds a column that no question fills.
report::Wording wording_of(const form::Form& form, const PerArea<ServiceWords>& services,
                           const std::vector<std::string>& added_columns);

}  // namespace postbox::cli
