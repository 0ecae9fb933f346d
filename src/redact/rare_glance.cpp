#include "redact/rare_glance.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "redact/letters.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t runs_max = 8;  // of an entry; the words of a longer one before them are not looked at
// "the only other one, a ten year old deaf-blind girl": five words, parted at hyphens and apostrophes.
constexpr std::size_t runs_to_person_max = 16;

constexpr std::uint32_t mixed(std::uint32_t hash, std::uint32_t more) { return (hash ^ more) * 16777619U; }

// FNV-1a.
struct Run {
  std::uint32_t hash = 2166136261U;
  std::size_t size = 0;
  bool capital = false;
  bool joined = false;  // to the run before, as by an apostrophe

  void add(char small) {
    hash = mixed(hash, static_cast<unsigned char>(small));
    ++size;
  }
  // What is left of a possessive, which no word has: "Mary's".
  bool is_possessive() const { return size == 1 && hash == mixed(Run().hash, 's'); }
};

std::uint32_t hash_of(const char* word) {
  Run run;
  for (; *word != 0; ++word) run.add(*word);
  return run.hash;
}

// What may stand within the name of a school: is_link of school.cpp.
bool is_link(std::uint32_t run) {
  static const std::array links = {hash_of("of"), hash_of("and"), hash_of("the"), hash_of("c"),
                                   hash_of("e"),  hash_of("ce"),  hash_of("rc")};
  return std::find(links.begin(), links.end(), run) != links.end();
}

constexpr std::array<bool, 256> letter_table = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = true;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = true;
  return table;
}();

bool is_accent(char32_t c) { return c >= 0x300 && c <= 0x36F; }

// The runs of an entry, its possessives left out; none where it has letters of another script.
std::vector<std::uint32_t> runs_of(std::span<const std::string> words) {
  std::vector<std::uint32_t> runs;
  Run run;
  const auto end = [&] {
    if (run.size > 0 && !run.is_possessive()) runs.push_back(run.hash);
    run = {};
  };
  for (const std::string& word : words) {
    char before = 0;
    for (const char c : word) {
      if (!is_ascii(c)) return {};
      if (!is_ascii_letter(c) || !is_ascii_letter(before)) {
        if (!(is_digit(c) && is_digit(before))) end();
      }
      if (is_ascii_letter(c) || is_digit(c)) run.add(c);
      before = c;
    }
    end();
  }
  return runs;
}

}  // namespace

// One way through a text, run by run.
class RareGlance::Look {
 public:
  Look(const RareGlance& glance, const Rules& rules) : glance_(glance), rules_(rules) {}

  ListBits through(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t begin = at;
      while (at < text.size() && letter_table[static_cast<unsigned char>(text[at])]) {
        run_.add(static_cast<char>(text[at++] | 0x20));
      }
      if (at > begin && run_.size == at - begin) run_.capital = is_ascii_upper(text[begin]);
      if (at == text.size()) break;
      at += is_ascii(text[at]) ? between(text.substr(at)) : beyond_ascii(text.substr(at));
    }
    end_run();
    return found_;
  }

 private:
  // How much of the text was taken.
  std::size_t between(std::string_view rest) {
    end_run();
    std::size_t size = 0;
    while (size < rest.size() && is_digit(rest[size])) run_.add(rest[size++]);
    if (size == 0) {
      run_.joined = rest[0] == '\'' || rest[0] == '`' || rest[0] == '-';
      return 1;
    }
    if (size <= 2) found_ |= rules_.numbers;
    end_run();
    return size;
  }

  // As fold() has it: an accent of its own is none of the word.
  std::size_t beyond_ascii(std::string_view rest) {
    found_ |= glance_.beyond_ascii_;
    const utf8::Decoded next = utf8::decode(rest);
    const char32_t letter = next.size == 0 ? 0 : fold(next.code_point);
    if (letter < 0x80 && is_ascii_letter(static_cast<char>(letter))) {
      run_.capital = run_.capital || run_.size == 0;  // perhaps
      run_.add(static_cast<char>(letter));
    } else if (!is_accent(letter)) {
      end_run();
      run_.joined = true;
      named_ = named_ || is_letter(letter);  // perhaps a capital
    }
    return std::max<std::size_t>(next.size, 1);
  }

  void end_run() {
    if (run_.size == 0) {
      run_.joined = false;
      return;
    }
    if (!run_.is_possessive()) {
      runs_[++count_ % runs_max] = run_.hash;
      weigh(entries_here());
    }
    run_ = {};
  }

  ListBits entries_here() const {
    ListBits lists = 0;
    const std::size_t last = glance_.slots_.size() - 1;
    for (std::size_t i = run_.hash & last; glance_.slots_[i].runs != 0; i = (i + 1) & last) {
      const Slot& slot = glance_.slots_[i];
      if (slot.last == run_.hash && slot.before == before(slot.runs)) lists |= slot.lists;
    }
    return lists;
  }

  // Of the runs before this one; of a run that is none where the text has not so many.
  std::uint32_t before(std::size_t runs) const {
    std::uint32_t hash = 0;
    for (std::size_t i = 1; i < runs; ++i) hash = mixed(hash, runs_[(count_ - i) % runs_max]);
    return hash;
  }

  void weigh(ListBits lists) {
    if ((lists & rules_.schools) != 0 && named_) found_ |= rules_.schools;
    if ((lists & rules_.persons) != 0 && count_ <= only_until_) found_ |= rules_.only;
    if ((lists & rules_.only) != 0) only_until_ = count_ + runs_to_person_max;
    found_ |= lists & ~(rules_.schools | rules_.no_schools | rules_.only | rules_.persons);
    // A name goes on over capitals, links, words for a school and what is joined to them.
    const bool is_none = (lists & (rules_.no_schools | rules_.schools)) != 0 && !run_.joined;
    const bool begins = (run_.capital || run_.joined) && run_.size > 1 && !is_none;
    const bool goes_on = run_.capital || run_.joined || (lists & rules_.schools) != 0 || is_link(run_.hash);
    named_ = begins || (named_ && goes_on);
  }

  const RareGlance& glance_;
  const Rules& rules_;
  Run run_;
  std::array<std::uint32_t, runs_max> runs_{};  // the last ones
  std::size_t count_ = 0;
  std::size_t only_until_ = 0;
  bool named_ = false;  // the name of a school may have begun
  ListBits found_ = 0;
};

void RareGlance::add(std::span<const std::string> words, ListBits lists) {
  const std::vector<std::uint32_t> runs = runs_of(words);
  if (runs.empty()) {
    beyond_ascii_ |= lists;
    return;
  }
  Slot slot{runs.back(), 0, 1, lists};
  for (std::size_t i = runs.size() - 1; i-- > 0 && slot.runs < runs_max; ++slot.runs) {
    slot.before = mixed(slot.before, runs[i]);
  }
  if (++used_ * 4 > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& each : old) {
      if (each.runs != 0) put(each);
    }
  }
  put(slot);
}

void RareGlance::put(const Slot& slot) {
  const std::size_t last = slots_.size() - 1;  // the size is a power of two
  std::size_t place = slot.last & last;
  while (slots_[place].runs != 0) place = (place + 1) & last;
  slots_[place] = slot;
}

ListBits RareGlance::at(std::string_view text, const Rules& rules) const {
  return Look(*this, rules).through(text);
}

}  // namespace postbox::redact
