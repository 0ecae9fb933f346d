#include "form/language.hpp"

namespace postbox::form {
namespace {

constexpr WordKey keys[] = {
    {"skip", &Words::skip},
    {"exit", &Words::exit},
    {"exit_note", &Words::exit_note},
    {"languages", &Words::languages},
    {"other_pages", &Words::other_pages},
    {"usual_form", &Words::usual_form},
    {"easy_form", &Words::easy_form},
    {"for_someone_form", &Words::for_someone_form},
    {"help_title", &Words::help_title},
    {"danger_title", &Words::danger_title},
    {"danger_text", &Words::danger_text},
    {"danger_more", &Words::danger_more},
    {"optional", &Words::optional},
    {"contact", &Words::contact},
    {"privacy", &Words::privacy},
    {"promise_anonymous", &Words::promise_anonymous},
    {"promise_anonymous_more", &Words::promise_anonymous_more},
    {"promise_optional", &Words::promise_optional},
    {"promise_optional_more", &Words::promise_optional_more},
    {"promise_feedback", &Words::promise_feedback},
    {"promise_feedback_more", &Words::promise_feedback_more},
    {"promise_monthly", &Words::promise_monthly},
    {"promise_monthly_more", &Words::promise_monthly_more},
    {"room", &Words::room},
    {"no_answer", &Words::no_answer},
    {"look_again", &Words::look_again},
    {"look_again_more", &Words::look_again_more},
    {"left", &Words::left},
    {"over", &Words::over},
    {"error_title", &Words::error_title},
    {"error_more", &Words::error_more},
    {"error_window", &Words::error_window},
    {"trouble_blank", &Words::trouble_blank},
    {"trouble_too_long", &Words::trouble_too_long},
    {"trouble_two_parts", &Words::trouble_two_parts},
    {"trouble_not_stored", &Words::trouble_not_stored},
    {"check_title", &Words::check_title},
    {"check_lead", &Words::check_lead},
    {"check_final", &Words::check_final},
    {"change", &Words::change},
    {"change_what", &Words::change_what},
    {"change_all", &Words::change_all},
    {"yes", &Words::yes},
    {"post", &Words::post},
    {"looks_title", &Words::looks_title},
    {"looks_more", &Words::looks_more},
    {"looks_person", &Words::looks_person},
    {"looks_email", &Words::looks_email},
    {"looks_phone", &Words::looks_phone},
    {"looks_postcode", &Words::looks_postcode},
    {"looks_address", &Words::looks_address},
    {"looks_nhs_number", &Words::looks_nhs_number},
    {"looks_ni_number", &Words::looks_ni_number},
    {"looks_date_of_birth", &Words::looks_date_of_birth},
    {"looks_handle", &Words::looks_handle},
    {"looks_vehicle", &Words::looks_vehicle},
    {"who_title", &Words::who_title},
    {"who_we_think", &Words::who_we_think},
    {"who_you_chose", &Words::who_you_chose},
    {"who_unknown", &Words::who_unknown},
    {"who_urgent", &Words::who_urgent},
    {"who_choose", &Words::who_choose},
    {"who_choose_more", &Words::who_choose_more},
    {"thanks_title", &Words::thanks_title},
    {"thanks_lead", &Words::thanks_lead},
    {"receipt_title", &Words::receipt_title},
    {"receipt_kept", &Words::receipt_kept},
    {"receipt_what", &Words::receipt_what},
    {"slip_title", &Words::slip_title},
    {"slip_more", &Words::slip_more},
    {"next_title", &Words::next_title},
    {"next_emptied", &Words::next_emptied},
    {"next_names", &Words::next_names},
    {"next_service", &Words::next_service},
    {"next_chosen", &Words::next_chosen},
    {"next_translated", &Words::next_translated},
    {"next_held", &Words::next_held},
    {"next_held_more", &Words::next_held_more},
    {"next_nobody", &Words::next_nobody},
    {"months", &Words::months},
    {"again", &Words::again},
    {"complaint_title", &Words::complaint_title},
    {"complaint_more", &Words::complaint_more},
    {"appeal_title", &Words::appeal_title},
    {"appeal_more", &Words::appeal_more},
    {"posted_before", &Words::posted_before},
    {"posted_before_more", &Words::posted_before_more},
    {"to_the_form", &Words::to_the_form},
    {"lost_title", &Words::lost_title},
    {"lost_more", &Words::lost_more},
    {"no_figures_title", &Words::no_figures_title},
    {"no_figures_more", &Words::no_figures_more},
    {"opened_title", &Words::opened_title},
    {"opened_more", &Words::opened_more},
    {"too_long_title", &Words::too_long_title},
    {"too_long_more", &Words::too_long_more},
    {"too_slow_title", &Words::too_slow_title},
    {"too_slow_more", &Words::too_slow_more},
    {"busy_title", &Words::busy_title},
    {"busy_more", &Words::busy_more},
    {"unread_title", &Words::unread_title},
    {"unread_more", &Words::unread_more},
    {"not_sent", &Words::not_sent},
    {"words_back", &Words::words_back},
    {"words_reload", &Words::words_reload},
};
static_assert(sizeof(Words) == std::size(keys) * sizeof(std::string),
              "a text without a key, or two with one");

}  // namespace

std::span<const WordKey> word_keys() { return keys; }

std::string filled(std::string_view text, std::initializer_list<std::string_view> values) {
  std::string out;
  for (const std::string_view value : values) {
    const std::size_t place = text.find("{}");
    if (place == std::string_view::npos) break;
    out.append(text.substr(0, place)).append(value);
    text.remove_prefix(place + 2);
  }
  return out.append(text);
}

std::string_view month_name(const Words& words, unsigned month) {
  std::string_view names = words.months;
  for (unsigned before = 1; before < month; ++before) {
    const std::size_t comma = names.find(',');
    if (comma == std::string_view::npos) return {};
    names.remove_prefix(comma + 1);
  }
  return names.substr(0, names.find(','));
}

}  // namespace postbox::form
