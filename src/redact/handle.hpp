// Names on social networks and games: "@kestrel.draws", "insta: no_more_bricks", "tiktok.com/@someone".
// "@Kendal", "@school" and "@ 3pm" stay. Pure.
#pragma once

#include <string_view>

#include "redact/name_lists.hpp"
#include "redact/span.hpp"

namespace postbox::redact {

Spans find_handles(std::string_view text, const NameLists& lists);

}  // namespace postbox::redact
