// Which of the rare words a text may hold, at a glance: by runs of letters alone, without reading it into
// words.
//
// Most texts have nothing of what a combination needs, and are done with here. What is said not to be there
// is not there; what may be is looked for properly (rare_words.hpp). Pure, and linear in the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace postbox::redact {

// A bit for each list.
using ListBits = std::uint32_t;

class RareGlance {
 public:
  // An entry of these lists by its folded words, at least one.
  void add(std::span<const std::string> words, ListBits lists);

  // What is found only beside something else.
  struct Rules {
    ListBits numbers;     // comes with every number of one or two figures
    ListBits schools;     // counts behind a capital alone, as a name has it: "Bootle Primary"
    ListBits no_schools;  // a capital of these is none
    ListBits only;        // counts where a person is named behind it, not far away
    ListBits persons;
  };
  ListBits at(std::string_view text, const Rules& rules) const;

 private:
  // An entry is known by the last of its runs of letters or figures, and then by those before it.
  struct Slot {
    std::uint32_t last = 0;
    std::uint32_t before = 0;  // of all that stand before it
    std::uint8_t runs = 0;     // all of them; 0: free
    ListBits lists = 0;
  };
  class Look;

  void put(const Slot& slot);

  std::vector<Slot> slots_ = std::vector<Slot>(1024);  // open addressing by `last`, a quarter full at most
  std::size_t used_ = 0;
  ListBits beyond_ascii_ = 0;  // of entries in another script
};

}  // namespace postbox::redact
