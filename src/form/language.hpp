// Every word that the pages say of themselves, in one language: config/messages/<code>.toml. What is asked
// stands in form.hpp; what a family writes is never touched.
//
// "{}" in a text is a place for a number, a month or a label.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace postbox::form {

struct Words {
  // On every page.
  std::string skip, exit, exit_note, languages, other_pages, usual_form, easy_form, for_someone_form;
  std::string help_title, danger_title, danger_text, danger_more, optional, contact, privacy;
  // The form.
  std::string promise_anonymous, promise_anonymous_more, promise_optional, promise_optional_more;
  std::string promise_feedback, promise_feedback_more, promise_monthly, promise_monthly_more;
  std::string room, no_answer, look_again, look_again_more, left, over;
  std::string error_title, error_more, error_window;
  std::string trouble_blank, trouble_too_long, trouble_two_parts, trouble_not_stored;
  // The check page.
  std::string check_title, check_lead, check_final, change, change_what, change_all, yes, post;
  std::string looks_title, looks_more, looks_person, looks_email, looks_phone, looks_postcode, looks_address;
  std::string looks_nhs_number, looks_ni_number, looks_date_of_birth, looks_handle, looks_vehicle;
  std::string who_title, who_we_think, who_you_chose, who_unknown, who_urgent, who_choose, who_choose_more;
  // The thank-you page.
  std::string thanks_title, thanks_lead, receipt_title, receipt_kept, receipt_what, slip_title, slip_more;
  std::string next_title, next_emptied, next_names, next_service, next_chosen, next_translated;
  std::string next_held, next_held_more, next_nobody, months, again;
  std::string complaint_title, complaint_more, appeal_title, appeal_more;
  // Answers that are none of these pages.
  std::string posted_before, posted_before_more, to_the_form;
  std::string lost_title, lost_more, no_figures_title, no_figures_more, opened_title, opened_more;
  std::string too_long_title, too_long_more, too_slow_title, too_slow_more, busy_title, busy_more;
  std::string unread_title, unread_more, not_sent, words_back, words_reload;
};

// How a text is called in a catalogue.
struct WordKey {
  std::string_view key;
  std::string Words::*text;
};

std::span<const WordKey> word_keys();  // each member of Words once

struct Language {
  std::string code = "en";    // of ?lang= and of the file's name
  std::string tag = "en-GB";  // BCP 47, as HTML names it
  std::string name = "English";
  bool right_to_left = false;
  Words words;
};

// The text with each "{}" replaced by the next of `values`.
std::string filled(std::string_view text, std::initializer_list<std::string_view> values);

// The name of a month, 1 to 12, from `months`: "January,February,...".
std::string_view month_name(const Words& words, unsigned month);

}  // namespace postbox::form
