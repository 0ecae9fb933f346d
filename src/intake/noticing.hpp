// What the page that answers a post can tell its giver: which services it seems to be about, what in it may
// say who somebody is, and whether it belongs before another door as well. In memory, for one answer; kept
// nowhere.
#pragma once

#include <vector>

#include "classify/classify.hpp"
#include "classify/purpose.hpp"
#include "feedback/submission.hpp"
#include "form/door.hpp"
#include "form/noticed.hpp"
#include "redact/redact.hpp"

namespace postbox::intake {

// Safe from several threads. Borrows all of it.
class Noticing {
 public:
  Noticing(const classify::Classifier& classifier, const redact::Redactor& redactor,
           const classify::PurposeWatch& purposes, const std::vector<form::Door>& doors)
      : classifier_(classifier), redactor_(redactor), purposes_(purposes), doors_(doors) {}

  // For the check page. The services are found as the emptying will find them: in the redacted words, beside
  // what was ticked.
  form::Noticed before_posting(const Answers& answers, Month written) const;

  // For the thank-you page: the purpose, and the services where a door depends on them.
  form::Noticed after_posting(const Answers& answers) const;

  // The doors for what was noticed. The giver's own choice of services goes first.
  std::vector<form::Door> doors_for(const form::Noticed& noticed, const Answers& answers) const;

 private:
  const classify::Classifier& classifier_;
  const redact::Redactor& redactor_;
  const classify::PurposeWatch& purposes_;
  const std::vector<form::Door>& doors_;
};

}  // namespace postbox::intake
