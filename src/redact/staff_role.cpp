#include "redact/staff_role.hpp"

#include <algorithm>

#include "redact/one_of.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t role_words_max = 5;  // "speech and language therapist"

class Beside {
 public:
  Beside(std::string_view text, const std::vector<Word>& words, NamePlace name, const Lexicon& roles)
      : text_(text), words_(words), name_(name), roles_(roles) {}

  std::optional<RoleBeside> find() const {
    if (auto role = before_name()) return role;
    return behind_name();
  }

 private:
  std::string_view folded(std::size_t at) const {
    return at < words_.size() ? std::string_view(words_[at].folded) : std::string_view();
  }
  Gap gap(std::size_t at) const { return at < words_.size() ? words_[at].before : Gap::sentence; }

  bool is_role(std::size_t first, std::size_t after) const {
    std::string joined;
    for (std::size_t i = first; i < after; ++i) {
      if (i > first && gap(i) != Gap::space) return false;
      joined.append(joined.empty() ? "" : " ").append(words_[i].folded);
    }
    // "ta, Lynne" is thanks; the assistant is a TA.
    const bool is_word = first + 1 < after || words_[first].shape == Shape::upper || joined.size() > 3;
    return is_word && roles_.has(joined, Mark::role);
  }

  static bool is_article(std::string_view word) {
    return one_of({"the", "our", "my", "his", "her", "their"}, word);
  }

  bool starts_sentence(std::size_t at) const { return at == 0 || gap(at) == Gap::sentence; }

  // Nobody of whom the sentence goes on: "the escort Jamie loves".
  bool ends_clause(std::size_t after) const {
    return gap(after) != Gap::space || one_of({"for", "who"}, folded(after));
  }
  bool is_told(std::size_t at) const {
    for (std::size_t back = 1; back <= 3 && back <= at && gap(at - back + 1) != Gap::sentence; ++back) {
      if (one_of({"told", "tell", "tells", "telling", "asked", "ask", "informed", "warned", "reminded",
                  "said", "says", "explained"},
                 folded(at - back))) {
        return true;
      }
    }
    return false;
  }
  bool is_surely_staff(std::size_t first, std::size_t after) const {
    return name_.titled || (!is_told(first) && (starts_sentence(first) || ends_clause(after)));
  }

  // Whoever wrote it: "thanks to the driver, Lynne" at the end, or a name on a line of its own.
  bool may_be_signature() const {
    const Word& first = words_[name_.first];
    return first.line_start || (first.before != Gap::space && name_.after == words_.size());
  }

  // "her teacher Miss Jones", "our SENCO, Mrs Smith,", "a nurse called Jane".
  std::optional<RoleBeside> before_name() const {
    const bool called = name_.first > 0 && one_of({"called", "named"}, folded(name_.first - 1));
    const std::size_t after = name_.first - (called ? 1 : 0);
    for (std::size_t count = std::min(role_words_max, after); count > 0; --count) {
      if (!is_role(after - count, after)) continue;
      std::size_t first = after - count;
      if (first > 0 && is_article(folded(first - 1)) && gap(first) == Gap::space) --first;
      const bool apart = gap(name_.first) == Gap::comma || gap(name_.first) == Gap::other;
      if (!apart && gap(name_.first) != Gap::space) return std::nullopt;
      if (apart && gap(name_.after) == Gap::space) return std::nullopt;
      if (may_be_signature()) return std::nullopt;
      if (!called && !is_surely_staff(first, name_.after)) return std::nullopt;
      return told({first, after}, after - count, Span{words_[first].span.begin, end_of_name()}, apart);
    }
    return std::nullopt;
  }

  // "Karen the SENCO", "Karen, the SENCO,", "Karen (SENCO)", "Karen is our SENCO".
  std::optional<RoleBeside> behind_name() const {
    std::size_t first = name_.after;
    const bool being = one_of({"is", "was"}, folded(first)) && gap(first) == Gap::space;
    if (being) ++first;
    const std::size_t role = is_article(folded(first)) ? first + 1 : first;
    for (std::size_t count = role_words_max; count > 0; --count) {
      if (role + count > words_.size() || !is_role(role, role + count)) continue;
      const std::size_t after = role + count;
      if (!stands_behind(first, role, after, being)) return std::nullopt;
      if (being) return told({first, after}, role, std::nullopt, false);
      const bool in_brackets = gap(first) == Gap::bracket;
      const Span both{begin_of_name(), words_[after - 1].span.end + (in_brackets ? 1 : 0)};
      return told({first, after}, role, both, gap(first) == Gap::comma);
    }
    return std::nullopt;
  }

  // "and Karen the SENCO has": an apposition needs less, for nobody says "Jamie the teacher" of a pupil.
  bool is_subject_or_sure(std::size_t after) const {
    const bool joined = name_.first > 0 && one_of({"and", "but", "thanks", "thank"}, folded(name_.first - 1));
    return joined || is_surely_staff(name_.first, after);
  }

  bool stands_behind(std::size_t first, std::size_t role, std::size_t after, bool being) const {
    if (role > first && gap(role) != Gap::space) return false;
    if (words_[after - 1].possessive && !name_.titled) return false;  // "Jamie the teacher's pet"
    switch (gap(first)) {
      case Gap::space:
        return role > first && (being || is_subject_or_sure(after));
      case Gap::comma:
        return gap(after) != Gap::space;
      case Gap::bracket:
        return text_.substr(words_[after - 1].span.end).starts_with(')');
      case Gap::glued:
      case Gap::other:
      case Gap::sentence:
      case Gap::masked:
        return false;
    }
    return false;
  }

  std::size_t begin_of_name() const { return words_[name_.first].span.begin; }
  std::size_t end_of_name() const { return words_[name_.after - 1].span.end; }

  // `phrase`: article and role as words; `role`: where the role begins in it.
  RoleBeside told(Span phrase, std::size_t role, std::optional<Span> with_name, bool apart) const {
    const std::string_view typed =
        text_.substr(words_[role].span.begin, words_[phrase.end - 1].span.end - words_[role].span.begin);
    const std::string article(role > phrase.begin ? words_[phrase.begin].folded : "the");
    RoleBeside found{article + " " + std::string(typed), {}, with_name};
    // "our lovely SENCO Karen": what stands before the role goes on to.
    const bool goes_on =
        role == phrase.begin && phrase.begin < name_.first && gap(phrase.begin) == Gap::space;
    found.here = goes_on ? std::string(typed) : found.label;
    // The comma that closes "our SENCO, Mrs Smith," goes with what it closed.
    if (apart && with_name && text_.substr(with_name->end).starts_with(',')) ++found.with_name->end;
    return found;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  NamePlace name_;
  const Lexicon& roles_;
};

}  // namespace

std::optional<RoleBeside> role_beside(std::string_view text, const std::vector<Word>& words, NamePlace name,
                                      const Lexicon& roles) {
  return Beside(text, words, name, roles).find();
}

}  // namespace postbox::redact
