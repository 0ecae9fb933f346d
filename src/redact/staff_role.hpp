// The role that stands right beside a name: "Karen the SENCO", "our social worker, Jane Smith". Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redact/lexicon.hpp"
#include "redact/words.hpp"

namespace postbox::redact {

struct NamePlace {  // a name among the words of its text: [first, after)
  std::size_t first;
  std::size_t after;
  bool titled = false;  // an adult, whatever the sentence says
};

struct RoleBeside {
  std::string label;  // "the SENCO", "our social worker"
  std::string here;   // what stands in place of name and role here: as the label, or without its article
  std::optional<Span>
      with_name;  // role and name together; nothing where words stand between ("Karen is our SENCO")
};

std::optional<RoleBeside> role_beside(std::string_view text, const std::vector<Word>& words, NamePlace name,
                                      const Lexicon& roles);

}  // namespace postbox::redact
