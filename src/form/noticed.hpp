// What a machine saw in a post before it was sealed, for the page that answers it. Nothing of it is kept.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "feedback/service_area.hpp"
#include "form/door.hpp"

namespace postbox::form {

// A piece of a text that may say who somebody is: bytes [begin, end) on the borders of code points.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view kind;  // "person", "nhs-number": the codes of redact
};

struct Noticed {
  AreaList areas;                                  // which services the words are about
  std::map<std::string, std::vector<Mark>> marks;  // by question; ascending, not overlapping
  Purpose purpose;
};

}  // namespace postbox::form
