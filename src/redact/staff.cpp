#include "redact/staff.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "redact/person_name.hpp"
#include "redact/staff_role.hpp"

namespace postbox::redact {
namespace {

// What the submission says of one person, wherever it names them.
struct Told {
  std::string role;  // "" where none stands beside the name
  std::string first_name;
  std::set<std::string> words;  // of the name, folded
  bool is_family = false;
};

struct Mention {
  std::size_t draft;
  std::size_t finding;
  unsigned person;
  std::optional<RoleBeside> role;
};

class Staff {
 public:
  Staff(const Drafts& drafts, const std::vector<std::vector<unsigned>>& numbers, const Lexicon& lexicon,
        const StaffNames& staff)
      : lexicon_(lexicon), staff_(staff) {
    for (std::size_t i = 0; i < drafts.size(); ++i) read(drafts[i], numbers[i], i);
    forget_families();
    number_roles();
  }

  void show(std::vector<std::vector<Change>>& changes) const {
    for (const Mention& mention : mentions_) {
      const Told& told = people_.at(mention.person);
      if (told.role.empty()) continue;
      std::vector<Change>& of_text = changes[mention.draft];
      if (staff_.shown == StaffShown::first_name && !told.first_name.empty()) {
        of_text[mention.finding].words = told.first_name;
      } else {
        show_role(mention, told, of_text);
      }
    }
  }

 private:
  void read(const Draft& draft, const std::vector<unsigned>& numbers, std::size_t at) {
    const Reading reading(draft.raw());
    const std::vector<Word>& words = reading.words();
    std::size_t first = 0;
    for (std::size_t i = 0; i < draft.found().size(); ++i) {
      const Finding& finding = draft.found()[i];
      if (finding.kind != Kind::person) continue;
      while (first < words.size() && words[first].span.begin < finding.begin) ++first;
      NamePlace name{first, first};
      while (name.after < words.size() && words[name.after].span.begin < finding.end) ++name.after;
      if (name.after == name.first) continue;
      name.titled = is_title(words[name.first]) && name.after > name.first + 1;
      learn(draft, words, name, {at, i, numbers[i], role_beside(draft.raw(), words, name, staff_.roles)});
    }
  }

  void learn(const Draft& draft, const std::vector<Word>& words, NamePlace name, Mention mention) {
    Told& told = people_[mention.person];
    if (mention.role && told.role.empty()) told.role = mention.role->label;
    told.is_family = told.is_family || is_family(words, name);
    const auto own = words_of_name(draft.words_of(draft.found()[mention.finding]), lexicon_);
    told.words.insert(own.begin(), own.end());
    // A title and one word is a family name: "Mrs Smith".
    const bool has_first = own.size() > 1 || (own.size() == 1 && !name.titled);
    for (std::size_t i = name.first; has_first && i < name.after && told.first_name.empty(); ++i) {
      if (words[i].folded == own.front() && is_given(words[i])) {
        told.first_name = draft.raw().substr(words[i].span.begin, words[i].span.end - words[i].span.begin);
      }
    }
    mentions_.push_back(std::move(mention));
  }

  bool is_title(const Word& word) const {
    const Marks marks = lexicon_.marks_of(word.folded);
    return marks.has(Mark::title) || marks.has(Mark::sure_title);
  }
  bool is_given(const Word& word) const {
    const Marks marks = lexicon_.marks_of(word.folded);
    return marks.has(Mark::given) || marks.has(Mark::capitalised) || marks.has(Mark::ambiguous);
  }

  // "my son Karen", "our Karen", "Karen, my daughter", "Karen (7)".
  bool is_family(const std::vector<Word>& words, NamePlace name) const {
    const auto has = [&](std::size_t at, Mark mark) {
      return at < words.size() && lexicon_.has(words[at].folded, mark);
    };
    for (std::size_t back = 1; back <= 2 && back <= name.first; ++back) {
      if (has(name.first - back, Mark::relative)) return true;
      if (words[name.first - back + 1].before == Gap::sentence) break;
    }
    const bool owned = name.first > 0 && has(name.first - 1, Mark::owner);
    if (owned && words[name.first].before == Gap::space) return true;
    if (has(name.after, Mark::owner) && has(name.after + 1, Mark::relative)) return true;
    return name.after < words.size() && words[name.after].shape == Shape::number &&
           words[name.after].before == Gap::bracket;
  }

  // Whoever shares a word of the name with a child or a relative may be that child.
  void forget_families() {
    std::set<std::string> of_families;
    for (const auto& [number, told] : people_) {
      if (told.is_family) of_families.insert(told.words.begin(), told.words.end());
    }
    for (auto& [number, told] : people_) {
      const bool shared = std::any_of(told.words.begin(), told.words.end(),
                                      [&](const std::string& word) { return of_families.contains(word); });
      if (shared) told.role.clear();
    }
  }

  void number_roles() {
    std::map<std::string, std::size_t> of_role;
    for (const auto& [number, told] : people_) ++of_role[told.role];
    for (auto& [number, told] : people_) {
      if (told.role.empty() || of_role[told.role] < 2) continue;
      told.role += " " + std::to_string(number);
      numbered_.insert(number);
    }
  }

  void show_role(const Mention& mention, const Told& told, std::vector<Change>& of_text) const {
    Change& change = of_text[mention.finding];
    change.words = "[" + told.role + "]";
    if (!mention.role || !mention.role->with_name) return;
    const Span both = *mention.role->with_name;
    const bool is_free =
        (mention.finding == 0 || of_text[mention.finding - 1].span.end <= both.begin) &&
        (mention.finding + 1 == of_text.size() || both.end <= of_text[mention.finding + 1].span.begin);
    if (!is_free) return;
    change.span = both;
    if (!numbered_.contains(mention.person)) change.words = "[" + mention.role->here + "]";
  }

  const Lexicon& lexicon_;
  const StaffNames& staff_;
  std::vector<Mention> mentions_;
  std::map<unsigned, Told> people_;
  std::set<unsigned> numbered_;
};

}  // namespace

void show_staff(const Drafts& drafts, const std::vector<std::vector<unsigned>>& numbers,
                const Lexicon& lexicon, const StaffNames& staff, std::vector<std::vector<Change>>& changes) {
  Staff(drafts, numbers, lexicon, staff).show(changes);
}

}  // namespace postbox::redact
