// Which sentences of a text are about which services, so that a lead need not read what is for another one.
//
// When in doubt a sentence stays. It goes for a lead only if, judged alone, it is clearly about a service
// that somebody else gets the text for, names it, and has next to nothing of the lead's own. One that may
// speak of danger stays for all; so does one that leans on a sentence that stays, by its first word ("She",
// "That") or because it is short. Where no sentence is clearly the lead's, all of them stay. What no other
// lead gets is never left out. Linear in the text. Pure.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "classify/weights.hpp"
#include "classify/whole_sentences.hpp"
#include "feedback/service_area.hpp"
#include "feedback/text_range.hpp"

namespace postbox::classify {

enum class Bearing { none, doubtful, clear };

// A sentence, or several where it is not sure where one ends. One that names no service is never left out, so
// nothing else is told of it.
struct Part {
  TextRange where;  // without the white space around
  PerArea<Bearing> on{};
  bool is_for_all = false;  // it may speak of danger
  bool leans_back = false;  // "She said ...", "Still no plan.": it goes only with the sentence before
};

// A sentence judged as if it were all of a text.
struct Alone {
  PerHead shares{};
  PerArea<bool> named{};  // a phrase of the vocabulary speaks of the area
};
// `judge`: nothing for a sentence that names no service.
std::vector<Part> parts_of(std::string_view text, const Words& words,
                           const std::function<std::optional<Alone>(const WholeSentence&)>& judge);

// What somebody who answers for the areas `own` need not read, when others get the text for the areas
// `others`: ascending; sentences that follow each other are one range.
std::vector<TextRange> about_others(const std::vector<Part>& parts, const AreaList& own,
                                    const AreaList& others);

}  // namespace postbox::classify
