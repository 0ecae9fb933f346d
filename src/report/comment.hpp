// One comment of the report. Pure.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "base/html.hpp"
#include "report/bundle.hpp"

namespace postbox::report {

// `words`: by label, as Columns::words gives them; at least one.
Html comment(const DeliveredRow& row, const std::vector<std::pair<std::string_view, std::string_view>>& words,
             const Wording& wording, const PackFacts& facts);

// In plain words; the code where there are none.
std::string area_name(const Wording& wording, ServiceArea area);

// The label of a rating's option value; the value itself where the form has it no longer.
std::string rating_label(const Wording& wording, const std::string& value);

}  // namespace postbox::report
