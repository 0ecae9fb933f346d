// Members of staff among the names of one submission, and what stands in place of theirs where a box wishes
// it (staff_first_names_in_praise): the first name in praise, else the role.
//
// A name is of staff where it stands right beside a role ("Karen the SENCO", "our social worker, Jane Smith",
// "the teacher Miss Jones"), in a place where the sentence cannot be about somebody else ("told the teacher
// Jamie was ill"), and the person is nowhere called a child or a relative. Where that cannot be told, it is a
// name like any other. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "redact/draft.hpp"
#include "redact/lexicon.hpp"

namespace postbox::redact {

enum class StaffShown {
  first_name,  // "Karen", where the lists know it as one; else the role
  role,        // "[the SENCO]"; two people of one role have their numbers: "[the teacher 2]"
};

struct StaffNames {
  const Lexicon& roles;  // marked `role` (config/staff_roles.toml)
  StaffShown shown;
};

// What stands in place of a piece of the raw text.
struct Change {
  Span span;
  std::string words;
};

// `changes`: of each draft, one for each of its findings and in their order, with tags; `numbers` of their
// persons, as many. Tags of staff are changed; a role beside the name goes with it: "Mrs Smith the SENCO" is
// "[the SENCO]".
void show_staff(const Drafts& drafts, const std::vector<std::vector<unsigned>>& numbers,
                const Lexicon& lexicon, const StaffNames& staff, std::vector<std::vector<Change>>& changes);

}  // namespace postbox::redact
