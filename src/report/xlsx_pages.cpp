#include "report/xlsx_pages.hpp"

#include <algorithm>
#include <array>

#include "report/care.hpp"
#include "report/comment.hpp"
#include "report/page.hpp"
#include "report/xlsx_lines.hpp"

namespace postbox::report {
namespace {

struct Meaning {
  std::string_view column;
  const char* holds;
};

constexpr std::array own_columns = {
    Meaning{
        "reference",
        "Random letters and digits, so that people can name a comment to each other. Not the receipt that "
        "the family was given; it stands in no database."},
    Meaning{"month", "The month in which it was posted. Nothing finer is kept."},
    Meaning{"areas",
            "What it is about, likeliest first: ticked by the family, or told from the words by machine. "
            "Codes: below."},
    Meaning{"rating", "What the family chose; empty where they did not. Codes: below."},
    Meaning{"tone", "What the words sound like, told by machine, which can be wrong. Codes: below."},
    Meaning{"suspected",
            "yes: it came in a flood and looked like part of it. Read it like any other; send it on if it is "
            "one."},
    Meaning{
        "rare",
        "What together could show who is meant, without any name. Read it; send it on if it may go to the "
        "service as it is."},
    Meaning{"guess_1", "The service area that fits best, a guess."},
    Meaning{"guess_2", "The service area that fits next best, a guess."},
    Meaning{"send_to",
            "For you to fill in: the code of the service area that should have it; several with ; between."},
};

const Column* find(const std::vector<Column>& columns, const std::string& head) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&head](const Column& column) { return column.question == head; });
  return found == columns.end() ? nullptr : &*found;
}

std::string meaning_of(const Wording& wording, const std::string& head) {
  for (const Meaning& own : own_columns) {
    if (own.column == head) return own.holds;
  }
  if (const Column* words = find(wording.words, head)) {
    return "The family's words to \"" + words->label +
           "\", identifiers removed by machine. They may still show who is meant. [about another service] "
           "stands "
           "for sentences that only the lead of that service was given, [for translation: ...] before what "
           "the "
           "machine could not read.";
  }
  if (const Column* added = find(wording.added, head)) {
    return "The answer to \"" + added->label + "\". Together with the words it may show who is meant.";
  }
  if (head == "words") {
    return "The family's words, identifiers removed by machine. They may still show who is meant.";
  }
  return "The rest of answers that are longer than one cell can hold: read on here from the column before.";
}

const char* meaning_of(Tone tone) {
  switch (tone) {
    case Tone::praise:
      return "something went well";
    case Tone::concern:
      return "something went badly, or worries them";
    case Tone::mixed:
      return "something went well and something went badly";
    case Tone::suggestion:
      return "asks for a change without complaining";
    case Tone::neutral:
      return "none of these";
  }
  return "";
}

void write_codes(XlsxLines& lines, const Wording& wording) {
  lines.heading("Codes in the column areas");
  for (const ServiceArea area : service_areas) {
    lines.fact(std::string(code_of(area)), area_name(wording, area));
  }
  if (!wording.ratings.empty()) lines.heading("Codes in the column rating");
  for (const auto& [value, label] : wording.ratings) lines.fact(value, label);
  lines.heading("Codes in the column tone");
  for (const Tone tone : tones) {
    lines.fact(std::string(code_of(tone)), std::string(name_of(tone)) + ": " + meaning_of(tone));
  }
}

void write_limits_of_redaction(XlsxLines& lines) {
  lines.heading("What the machine can miss");
  lines.fact("Tags",
             "Where a name, an address, a number or the like was found, a tag in square brackets stands "
             "instead: [name], [phone], [postcode] ...");
  lines.fact("How often", best_effort_line());
  lines.fact("Names",
             "Rare names, names that are also words, and names that nothing in the sentence marks as one can "
             "stay. Words that are no names can go.");
  lines.fact("The story",
             "What happened, where and when can be known to those who were there, without any name.");
  lines.fact("If you see it",
             "Do not pass it on and do not try to find out who wrote it. Tell the keeper of the Post Box its "
             "reference.");
}

void write_limits_of_cells(XlsxLines& lines) {
  lines.heading("What a cell does to words");
  lines.fact("Formulas", "No cell is a formula or a link: a comment that begins with = or - is words.");
  lines.fact("Long answers",
             "A cell holds 32,767 characters. What is longer goes on in further columns, named (2), (3) ...; "
             "nothing is left out.");
  lines.fact("Exact words", "For a program: feedback.jsonl beside this file.");
}

}  // namespace

void write_cover(Sheet sheet, const PackFacts& facts, const Counts& counts) {
  XlsxLines lines(sheet, care_line);
  lines.line("SEND Post Box: what families told us", Look::title);
  lines.gap();
  lines.pair("Handle with care", Look::care,
             std::string(care_line) + ". " + best_effort_line() +
                 " Families were promised that nobody would try to find out who they are.",
             Look::care);
  lines.gap();
  lines.fact("For", facts.recipient_name);
  if (!facts.commissioner.empty()) lines.fact("Commissioned by", facts.commissioner);
  lines.fact("Month", facts.month.name());
  const std::string posted = other_months(counts, facts.month);
  if (!posted.empty()) lines.fact("Posted in", posted);
  lines.fact("Pieces of feedback", counts.all);
  if (counts.without_words > 0) lines.fact("of which without words", counts.without_words);
  if (facts.before) lines.fact("In the month before", facts.before->all);
  if (counts.district_unknown > 0 && !facts.with_guesses) {
    lines.fact("District not given", counts.district_unknown);
  }
  lines.heading("In this workbook");
  lines.fact("Notes", "What the columns and their codes mean, and what the machine can miss.");
  lines.fact("Feedback",
             "One row for each piece of feedback. Feedback about two services stands in the packs of both.");
  if (!facts.with_guesses) return;
  lines.heading("To send these on");
  lines.fact(
      "send_to",
      "No service could be found for these, or they wait for somebody to look at them (columns suspected and "
      "rare). Fill in the column send_to (the best two guesses stand "
      "beside it), save, and give the file back to the keeper: `postbox resort` takes it in.");
}

void write_notes(Sheet sheet, const Wording& wording, const std::vector<std::string>& heads) {
  XlsxLines lines(sheet, care_line);
  lines.line("Notes", Look::title);
  lines.heading("Columns of the sheet Feedback");
  for (const std::string& head : heads) lines.fact(head, meaning_of(wording, head));
  write_codes(lines, wording);
  write_limits_of_redaction(lines);
  write_limits_of_cells(lines);
}

}  // namespace postbox::report
