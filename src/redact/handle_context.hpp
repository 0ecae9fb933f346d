// The words around a handle that tell of one: the network, an account, "add me". Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "redact/lexicon.hpp"

namespace postbox::redact {

class HandleContext {
 public:
  // Both borrowed.
  HandleContext(std::string_view text, const Lexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  // "snapchat username is", "his username on Scratch is"
  bool follows_network(std::size_t begin) const;

  // "a fake account, kai.is.weird", "calls himself xX_Kai_Xx"
  bool follows_account(std::size_t begin) const;

  // "add kai_lund on snap", "kai_lund is my insta"
  bool precedes_network(std::size_t end) const;

  // "she's moonbeam_23 on there"
  bool follows_lead(std::size_t begin) const;

  // "someone called kaikai77 messaged her"
  bool follows_naming(std::size_t begin) const;

  // "someone called", "a message from"
  bool follows_sender(std::size_t begin) const;

  // "kai_lund, kai.l.4": one handle right after another.
  bool follows_handle(std::size_t begin) const;

  // "Snap from her class: moonbeam23, kai.lund.x": in a list behind a network and a colon.
  bool is_listed(std::size_t begin) const;

  // "we post as @kai.wild.school": somebody's own, whatever it is called after.
  bool follows_as(std::size_t sign) const;

  // "in there as KaiLundPlays", "he's KaiLundPlays"
  bool follows_person(std::size_t begin, std::size_t end) const;

  // A token in no list, where the words around say that a handle comes: "his gamertag is kaikai", "my snap
  // kaikai", "I go by kaikai on discord", "kaikai (insta)".
  bool is_announced(std::size_t begin, std::size_t end) const;

 private:
  bool is_what_somebody_is(std::size_t begin, std::size_t end, std::string_view last) const;
  bool is_told_of_network(const std::vector<std::string>& before, std::size_t end) const;
  bool is_unlisted_name(const std::vector<std::string>& before, std::size_t begin, std::size_t end) const;
  bool is_named_at_end(const std::vector<std::string>& before, std::size_t begin, std::size_t end) const;
  bool ends_clause(std::size_t end) const;
  bool ends_handle(std::size_t end) const;
  bool starts_clause(std::size_t begin) const;
  std::size_t after_network(std::size_t end) const;
  bool is_named_without_verb(std::size_t begin, std::string_view last, std::string_view second,
                             std::string_view third) const;

  std::string_view text_;
  const Lexicon& lexicon_;
};

}  // namespace postbox::redact
