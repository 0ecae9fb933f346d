// The pages of the slot: what a family is answered. The routes, and what programs are answered, in slot.cpp.
#include <algorithm>
#include <array>

#include "base/base32.hpp"
#include "feedback/encoding.hpp"
#include "feedback/typed_words.hpp"
#include "intake/media_type.hpp"
#include "intake/slot.hpp"
#include "intake/token.hpp"
#include "seal/sealer.hpp"

namespace postbox::intake {
namespace {

constexpr const char* html_type = "text/html; charset=utf-8";

std::vector<form::Problem> not_stored_now() {
  return {
      {"",
       "We could not keep your feedback just now. Your words are still here: please try again in a minute.",
       form::Trouble::not_stored}};
}

constexpr std::size_t token_bytes = 16;

Decision answer(Response response) { return {std::move(response), std::nullopt}; }

Decision page(int status, const Html& html) {
  return answer(respond(status, html_type, std::string(html.markup())));
}

std::string kind_of_page(const form::PageFacts& facts) {
  return std::to_string(static_cast<int>(facts.variant)) + facts.language;
}

std::string lines_open(const form::PageFacts& facts) {
  std::string ids;
  for (const form::Signpost& open : facts.signposts) ids += ' ' + open.id;
  return ids;
}

// "pl" for "lang=" of "lang=pl". Of a query only language and page count.
std::string_view in_query(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    const std::string_view part = cut(query, "&");
    if (part.starts_with(name)) return part.substr(name.size());
  }
  return {};
}

std::string_view language_asked(std::string_view query) { return in_query(query, "lang="); }

form::Variant variant_asked(const RequestHead& head) {
  const std::string_view page = in_query(head.query, "page=");
  if (page == "easy" || head.path == "/easy") return form::Variant::easy;
  if (page == "for-someone" || head.path == "/for-someone") return form::Variant::for_someone;
  return form::Variant::standard;
}

form::Setback setback_of(const RequestHead& asked, ProblemKind kind) {
  using form::Setback;
  if (kind == ProblemKind::not_found) {
    return asked.path == "/trends" ? Setback::no_figures : Setback::no_such_page;
  }
  if (kind == ProblemKind::method_not_allowed && asked.path == "/feedback") return Setback::opened;
  if (kind == ProblemKind::body_too_large) return Setback::too_long;
  if (kind == ProblemKind::too_slow) return Setback::too_slow;
  return kind == ProblemKind::unavailable ? Setback::not_just_now : Setback::not_understood;
}

// Other than the bytes of the request, the same whenever the same is posted: a browser marks the parts of a
// multipart body anew each time.
std::string canonical(const Answers& answers) {
  return encode({"", "", Month{std::chrono::year{2000} / 1}, Channel::form, answers});
}

// Nothing of it is kept or logged.
bool is_foreign(const classify::Languages* languages, const Answers& answers) {
  return languages != nullptr && !languages->foreign(typed_words(answers)).empty();
}

// As lane and emptying will have it.
form::Reader first_reader(const Answers& answers, bool urgent, bool foreign) {
  if (urgent) return form::Reader::safeguarding;
  if (!areas_chosen(answers, question_id::only_to).empty()) return form::Reader::chosen_services;
  const bool named = !areas_chosen(answers, question_id::areas).empty();
  return foreign && !named ? form::Reader::translator : form::Reader::services;
}

// By its content type, which was found to be that of a form.
form::FormReading read_form_post(const form::Form& form, const Request& request) {
  const auto type = parse_media_type(request.head.content_type).value_or(MediaType{});
  if (is_multipart(type)) return form::read_multipart(form, request.body, type.boundary);
  return form::read_urlencoded(form, request.body);
}

}  // namespace

Decision Slot::form_page(const Request& request, form::Variant variant) const {
  form::PageFacts beside = facts(variant, {}, language_asked(request.head.query));
  beside.filling.shown = stamps_.stamp(parts_.steady_now());
  Response response;
  response.body_is_shared = true;
  response.body = shelf_.find_or_make(kind_of_page(beside) + lines_open(beside), beside.filling.shown, [&] {
    return std::string(form::form_page(parts_.form, beside, {}, {}).markup());
  });
  return answer(std::move(response));
}

Decision Slot::style_sheet() const {
  return answer(respond(200, "text/css; charset=utf-8", form::style_sheet(parts_.form.look)));
}

Decision Slot::script() {
  return answer(respond(200, "text/javascript; charset=utf-8", std::string(form::script())));
}

Decision Slot::logo() const {
  const std::string& logo = parts_.form.look.logo;
  return answer(respond(200, "image/svg+xml", logo.empty() ? std::string(form::icon()) : logo));
}

Decision Slot::icon() { return answer(respond(200, "image/svg+xml", std::string(form::icon()))); }

Decision Slot::post_form(const Request& request) const {
  const form::FormReading reading = read_form_post(parts_.form, request);
  if (const auto* malformed = std::get_if<form::Malformed>(&reading)) {
    return answer(refuse(request.head, ProblemKind::malformed, malformed->detail));
  }
  return answer_form_post(std::get<form::FormPost>(reading));
}

Decision Slot::answer_form_post(const form::FormPost& post) const {
  const form::Checked& checked = post.checked;
  if (post.step == form::Step::change) return answer(form_again(post, 200, {}));
  if (!checked.problems.empty()) return answer(form_again(post, 422, checked.problems));
  Submission submission = submission_of(checked.answers, Channel::form);
  if (post.step == form::Step::send) submission.suspected = is_suspected(checked.answers, post.filling);
  const std::string plaintext = encode(submission);
  if (plaintext.size() > seal::plaintext_bytes_max) return answer(form_again(post, 422, too_long_to_seal()));
  return post.step == form::Step::check ? check_page(post, submission)
                                        : thank_you_page(post, submission, plaintext);
}

Decision Slot::check_page(const form::FormPost& post, const Submission& submission) const {
  const Answers& answers = submission.answers;
  form::PageFacts beside = facts(post.variant, chosen(answers, question_id::district), post.language);
  const bool foreign = is_foreign(parts_.languages, answers);
  if (parts_.noticing != nullptr) beside.noticed = parts_.noticing->before_posting(answers, submission.month);
  if (foreign) beside.noticed.areas = areas_chosen(answers, question_id::areas);  // as the emptying will
  const bool urgent = parts_.lane != nullptr && parts_.lane->is_urgent(answers);
  beside.first_reader = first_reader(answers, urgent, foreign);
  beside.danger_first = urgent || foreign;  // what no machine here can read may speak of danger
  beside.filling = post.filling;
  std::array<unsigned char, token_bytes> drawn{};
  parts_.random.fill(drawn);
  beside.token = base32(drawn);
  return page(200, form::check_page(parts_.form, beside, answers));
}

Decision Slot::thank_you_page(const form::FormPost& post, const Submission& submission,
                              std::string_view plaintext) const {
  const Answers& answers = submission.answers;
  store::NewSealed to_store = sealed(submission, plaintext);
  form::PageFacts beside = facts(post.variant, chosen(answers, question_id::district), post.language);
  const bool urgent = to_store.lane_copy.has_value();
  const bool foreign = is_foreign(parts_.languages, answers);
  beside.first_reader = first_reader(answers, urgent, foreign);
  beside.danger_first = urgent || foreign;
  if (parts_.noticing != nullptr) {
    beside.noticed = parts_.noticing->after_posting(answers);
    beside.doors = parts_.noticing->doors_for(beside.noticed, answers);
  }
  Decision decision =
      page(200, form::thank_you_page(parts_.form, beside, submission.receipt, submission.month));
  decision.to_store = std::move(to_store);
  decision.once = once_of(post, beside, submission);
  return decision;
}

// A check page has a token, so that reload, a double click and Back do not post it twice.
std::optional<Once> Slot::once_of(const form::FormPost& post, const form::PageFacts& beside,
                                  const Submission& submission) const {
  if (post.token.empty()) return std::nullopt;
  const form::Form* form = &parts_.form;
  return Once{"/feedback " + post.token,
              canonical(submission.answers),
              {submission.receipt, submission.month},
              [form, beside](const Receipt& earlier) {
                return page(200, form::thank_you_page(*form, beside, earlier.code, earlier.month)).response;
              },
              [form, beside] { return page(409, form::posted_before_page(*form, beside)).response; }};
}

Response Slot::not_stored(const Request& request) const {
  if (request.head.path != "/feedback") return unavailable(request.head);
  const form::FormReading reading = read_form_post(parts_.form, request);
  const auto* post = std::get_if<form::FormPost>(&reading);
  if (post == nullptr) return unavailable(request.head);
  Response response = form_again(*post, 503, not_stored_now());
  response.retry_after_seconds = parts_.retry_after_seconds;
  return response;
}

// The same for all who met with the same, so that a flood of them costs neither work nor memory.
Response Slot::setback(const RequestHead& asked, ProblemKind kind) const {
  const form::Setback setback = setback_of(asked, kind);
  const form::PageFacts beside = facts(variant_asked(asked), {}, language_asked(asked.query));
  const bool posted = asked.method == "POST";
  const std::string key =
      kind_of_page(beside) + ' ' + std::to_string(static_cast<int>(setback)) + (posted ? " posted" : "");
  Response response;
  response.status = status_of(kind);
  response.body_is_shared = true;
  response.body = setbacks_.find_or_make(key, lines_open(beside), [&] {
    return std::string(form::setback_page(parts_.form, beside, setback, posted).markup());
  });
  return response;
}

Response Slot::form_again(const form::FormPost& post, int status,
                          const std::vector<form::Problem>& problems) const {
  form::PageFacts beside = facts(post.variant, {}, post.language);
  beside.filling = post.filling;
  beside.change = post.change;
  const Html html = form::form_page(parts_.form, beside, post.checked.answers, problems);
  return respond(status, html_type, std::string(html.markup()));
}

form::PageFacts Slot::facts(form::Variant variant, std::string_view district,
                            std::string_view language) const {
  form::PageFacts facts{variant,
                        form::open_signposts(parts_.signposts, london_time(parts_.clock.now()), district)};
  // A language that is unknown or switched off is as none.
  const form::Form& said = form::in_language(parts_.form, language);
  if (&said != &parts_.form) facts.language = said.language.code;
  return facts;
}

}  // namespace postbox::intake
