// The slot: one request in, the answer and perhaps one sealed submission out. No sockets, no threads, no
// disk.
//
// Routes, statuses and bodies are those of schema/openapi.yaml. Routes are literal; a path is never decoded
// and never becomes the name of a file. Safe to call from several threads when the seams are.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "classify/language.hpp"
#include "form/answers.hpp"
#include "form/form.hpp"
#include "form/page.hpp"
#include "form/signpost.hpp"
#include "intake/idempotency.hpp"
#include "intake/noticing.hpp"
#include "intake/page_shelf.hpp"
#include "intake/page_stamp.hpp"
#include "intake/problem.hpp"
#include "intake/request.hpp"
#include "intake/suspicion.hpp"
#include "safeguarding/lane.hpp"
#include "store/sealed_submissions.hpp"

namespace postbox::intake {

// What the slot stands on; the references are borrowed for its life.
struct SlotParts {
  const form::Form& form;
  const std::vector<form::Signpost>& signposts;
  const Clock& clock;
  Random& random;
  // A plaintext of at most seal::plaintext_bytes_max bytes as the record to store.
  std::function<std::string(std::string_view)> seal;
  // Whether a submission could be stored at this moment.
  std::function<bool()> can_store;
  std::string openapi;  // the JSON document, "" where none is shipped
  unsigned retry_after_seconds = 30;
  // Looks at each submission before it is sealed; without one nothing is urgent.
  const safeguarding::Lane* lane = nullptr;
  std::function<Instant()> steady_now = std::chrono::steady_clock::now;
  // Judges each submission before it is sealed; without it nothing is ever suspected.
  Suspicion* suspicion = nullptr;
  // What the check page and the thank-you page tell of a post; without it they tell nothing.
  const Noticing* noticing = nullptr;
  // Tells posts in another language, whose givers are shown at once where to turn; without it none is told.
  const classify::Languages* languages = nullptr;
  // The page of figures that were published, "" where none were; without it there is none.
  std::function<std::string()> published_trends = {};
};

// A post that names itself, so that it can come twice and be stored once.
struct Once {
  std::string name;  // the Idempotency-Key, or the token of a check page
  std::string body;  // what it says: another body under the same name is another post
  Receipt receipt;
  std::function<Response(const Receipt&)> again;  // its answer, with an earlier receipt
  std::function<Response()> refused;              // where the name was used for another body
};

struct Decision {
  Response response;  // where there is something to store: to be sent once it is durable, and only then
  std::optional<store::NewSealed> to_store;
  std::optional<Once> once{};  // beside to_store
};

// The refusal of a post that fits no sealed record, although each of its answers is within its limit.
std::vector<form::Problem> too_long_to_seal();

class Slot {
 public:
  explicit Slot(SlotParts parts);

  Decision handle(const Request& request) const;

  // The answer to a request whose submission could not be stored: a family finds its words in the form again.
  Response not_stored(const Request& request) const;

  // The same for everybody else, and for a request that could not be worked on for want of memory.
  Response unavailable(const RequestHead& asked) const;

  // The answer to a request that was never whole. Quick enough for the thread that all wait for.
  Response refused(const RequestHead& known, Refusal why) const;

  // The answer where the head alone is refused, whatever the body; as quick as refused().
  std::optional<Response> refused_before_body(const RequestHead& head) const;

 private:
  struct Route;
  static const Route* find_route(std::string_view path);
  // Where a request goes, or why its head is refused.
  std::variant<const Route*, Response> admit(const RequestHead& head) const;

  Decision form_page(const Request& request, form::Variant variant) const;
  Decision style_sheet() const;
  static Decision icon();
  Decision logo() const;
  static Decision script();
  Decision form_json() const;
  Decision openapi() const;
  Decision trends(const Request& request) const;
  static Decision alive();
  Decision ready(const Request& request) const;
  Decision post_form(const Request& request) const;
  Decision post_json(const Request& request) const;

  // A page where a person asked, a problem where a program did; `detail` is for programs.
  Response refuse(const RequestHead& asked, ProblemKind kind, std::string_view detail = {}) const;
  Response setback(const RequestHead& asked, ProblemKind kind) const;

  Decision answer_form_post(const form::FormPost& post) const;
  Decision check_page(const form::FormPost& post, const Submission& submission) const;
  Decision thank_you_page(const form::FormPost& post, const Submission& submission,
                          std::string_view plaintext) const;
  std::optional<Once> once_of(const form::FormPost& post, const form::PageFacts& beside,
                              const Submission& submission) const;
  Submission submission_of(Answers answers, Channel channel) const;
  // The body of a 201: receipt, month, and whom to turn to now.
  std::string created_json(const Submission& submission) const;
  bool is_suspected(const Answers& answers, const form::Filling& filling) const;
  // What is to be stored of a submission: sealed for the box and, where it is urgent, for the lane.
  store::NewSealed sealed(const Submission& submission, std::string_view plaintext) const;
  form::PageFacts facts(form::Variant variant, std::string_view district = {},
                        std::string_view language = {}) const;
  Response form_again(const form::FormPost& post, int status,
                      const std::vector<form::Problem>& problems) const;

  SlotParts parts_;
  PageStamps stamps_;
  std::string form_json_;
  mutable PageShelf shelf_;
  mutable PageShelf published_;  // apart, for its page is read from the disk
  mutable PageShelf setbacks_;   // apart, for the loop must not wait while a form is made
};

}  // namespace postbox::intake
