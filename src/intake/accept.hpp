// What an Accept header says that its sender would take (RFC 9110, 12.5.1). Pure.
#pragma once

#include <string_view>

namespace postbox::intake {

// Whether a page is wanted and not a document for programs: text/html is named, and not ranked below one in
// JSON that is named too. A browser names it; who takes anything (`*/*`, or no header at all) is a program.
bool wants_page(std::string_view accept);

}  // namespace postbox::intake
