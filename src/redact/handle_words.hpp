// The words that give a name on a network away, and the addresses that end in one. Folded words. Pure.
#pragma once

#include <string_view>

#include "redact/lexicon.hpp"

namespace postbox::redact {

// Mark::network for all that is_network(), is_own_handle() or is_of_post() knows, Mark::joiner for
// "underscore" and "dot".
void mark_handle_words(Lexicon& lexicon);

// "insta", "xbox", "gamertag": what stands before a handle, or after "on" behind it.
bool is_network(std::string_view word);

// Of these the networks that no other word is: "discord", "tiktok"; not "steam" and "teams".
bool is_sure_network(std::string_view word);

// What names a person there and not the network as such: "his gamertag is", unlike "facebook is".
// What a list of handles stands behind: "Snap from her class: a, b.c".
bool heads_list(std::string_view word);

// Where a player's name may have the tag of a clan before it: "steam [KES] Wrathful".
bool is_played_on(std::string_view word);

bool is_own_handle(std::string_view word);

// "posted", "shared", "comment", "dm": what somebody puts there, before "by" or "from".
bool is_of_post(std::string_view word);

// "name", "is", "me", "on": may stand between the network and the handle.
bool is_handle_filler(std::string_view word);

// "add", "follow", "as": what stands before a handle that names its network afterwards.
bool leads_to_handle(std::string_view word);

// Whether `address` (folded) ends in what a handle follows after a slash: "tiktok.com", "linkedin.com/in".
bool ends_in_site(std::string_view address);

// A host alone: "instagram.com".
bool is_site(std::string_view host);

// "cumbriacouncil", "nhsengland": what ends or begins so speaks for many.
bool is_of_body(std::string_view handle);

// "facebook.com/groups", "youtube.com/watch": pages that are no person's.
bool is_common_page(std::string_view page);

}  // namespace postbox::redact
