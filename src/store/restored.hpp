// A box that was restored from a backup, until its next emptying.
//
// What was delivered after the backup was made is not known to its database: `restored_from` says so, and the
// emptying looks at the packs themselves (emptying/known_packs.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/emptyings.hpp"

namespace postbox::store {

// The day on which the backup was made, "2026-11-06". Nothing where the box was not restored, or was emptied
// since.
std::optional<std::string> restored_from(Connection& box);

void note_restored(Connection& box, std::string_view backup_of);
void forget_restored(Connection& box);

// What tells a sealed record from every other whatever its key: version, key id and the ephemeral public key
// at its head. In SQL, over a row of sealed_submissions, and in memory.
inline constexpr std::string_view head_of_record = "substr(sealed, 1, 45)";
inline std::string_view head_of(std::string_view record) { return record.substr(0, 45); }

// Writes down an emptying that the backup did not know of: what has these heads was delivered with it, and
// what a person had sorted again of it was followed. The retention begins with the day `exported_on`.
void take_over(Connection& box, const Emptying& delivered, const std::vector<std::string>& heads,
               std::string_view exported_on);

// Every row of the month, whatever became of it. Those that wait may change places: within a Snapshot.
std::vector<RowKey> keys_of_month(Connection& box, Month month);

// The rows of an emptying whose packs were not in their place yet wait again, as before its claim.
void give_up_claimed(Connection& box);

// An emptying that is under way goes on into this folder.
void move_unfinished(Connection& box, const Path& exports);

}  // namespace postbox::store
