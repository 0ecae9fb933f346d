// The page around the comments: head with its style sheet, counts, headings, foot. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/html.hpp"
#include "report/bundle.hpp"
#include "report/counts.hpp"

namespace postbox::report {

// From the first byte to the opened <main>.
std::string page_head(const PackFacts& facts);

Html page_summary(const PackFacts& facts, const Wording& wording, const Counts& counts);

// The heading of one tone's comments; the section stays open until group_foot.
std::string group_head(Tone tone, std::size_t comments);
inline constexpr std::string_view group_foot = "</section>\n";

std::string page_foot();

// "Praise", "Praise and concern": for people.
const char* name_of(Tone tone);

// The style sheet, <style> element and all.
const char* style_sheet();

}  // namespace postbox::report
