// Words before a handle that say who wrote or who plays: "posted by", "someone on discord called", "my name
// on there is". Folded, the nearest first. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redact/lexicon.hpp"

namespace postbox::redact {

// "posted by", "a comment from"
bool follows_post(const std::vector<std::string>& before);

// "I post as", "he goes as"
bool follows_posting_as(const std::vector<std::string>& before);

// "a boy called", but not "a game called".
bool follows_called(const std::vector<std::string>& before, const Lexicon& lexicon);

// "my user name on the forum is", "his in-game name is", "my name on there is"
bool names_user(const std::vector<std::string>& before);

// "is", "was"; of "it's" a reading keeps "it".
bool is_verb(std::string_view word);

// "my art account is", "a spam account", "my page is"
bool names_account(const std::vector<std::string>& before, const Lexicon& lexicon);

// "insta and snap"; "find me on insta, it's"; before a long word also "on insta it's" and "discord is", with
// which the sentence begins.
bool ends_at_network(const std::vector<std::string>& before, bool is_long);

// "she's kaikailund on insta", not "she's vlogging on insta": by the word before an unlisted token.
bool is_of_somebody(std::string_view last, std::string_view handle);

}  // namespace postbox::redact
