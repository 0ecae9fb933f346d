// Who is who among the names of one submission, so that the same person gets the same number.
//
// "Jamie Carter" and a later "Jamie" are one person, "Mr Bell" and "Mrs Bell" are two; where it cannot be
// told, two numbers are given: an extra number hides nothing less.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "redact/lexicon.hpp"

namespace postbox::redact {

class Persons {
 public:
  // Numbers start after `taken`, the highest number that already stands in the texts.
  Persons(unsigned taken, const Lexicon& lexicon) : taken_(taken), lexicon_(lexicon) {}

  unsigned number_of(std::string_view name);
  std::size_t count() const { return people_.size(); }

 private:
  struct Person {
    std::string title;
    std::string given;
    std::string family;
  };
  Person read(std::string_view name) const;
  static bool same(const Person& known, const Person& other);
  static void learn(Person& known, const Person& other);
  std::vector<std::size_t> candidates(const Person& person) const;
  void index(const Person& person, std::size_t at);

  unsigned taken_;
  const Lexicon& lexicon_;
  std::vector<Person> people_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_word_;  // given and family names -> people_
};

}  // namespace postbox::redact
