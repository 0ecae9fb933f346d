// What lies in a box's folder, by name.
#pragma once

namespace postbox {

inline constexpr const char* box_database = "box.db";
inline constexpr const char* box_database_log = "box.db-wal";  // SQLite's: commits that are not yet in box.db
inline constexpr const char* box_database_index = "box.db-shm";  // SQLite's: what is where in that log
inline constexpr const char* box_public_key = "box.pub";
inline constexpr const char* safeguarding_public_key = "safeguarding.pub";
inline constexpr const char* box_handovers = "box.handovers";
inline constexpr const char* safeguarding_handovers = "safeguarding.handovers";
inline constexpr const char* settings_file = "postbox.toml";

}  // namespace postbox
