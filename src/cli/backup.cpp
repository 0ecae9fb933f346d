// `postbox backup`: the whole box in one file, while posts come.
#include "backup/backup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/error.hpp"
#include "cli/box.hpp"
#include "cli/commands.hpp"
#include "cli/json_line.hpp"
#include "store/day_text.hpp"

namespace postbox::cli {
namespace {

constexpr const char* backup_lock = "backup.lock";

// What a box has in its folder: a backup of such a name would be taken for it, or be seen by the wrong
// people.
constexpr std::array<std::string_view, 11> own_names = {box_public_key, safeguarding_public_key,
                                                        box_handovers,  safeguarding_handovers,
                                                        settings_file,  "keys",
                                                        "config",       "exports",
                                                        "published",    "alerts",
                                                        backup_lock};

bool is_own_name(const std::string& name) {
  return name.starts_with(box_database) || name.starts_with(".") || name.starts_with(aside_prefix) ||
         std::find(own_names.begin(), own_names.end(), name) != own_names.end();
}

void refuse_place(const Backup& backup, const World& world) {
  refuse_to_replace(world.files, backup.file);
  if (!backup.replace && world.files.exists(backup.file)) {
    throw Error(Fault::cannot_create, backup.file.string() + " is there already",
                "choose another name, for example with the day in it, or say --replace");
  }
}

// A folder of the box's own has another purpose; elsewhere in the box's folder a backup is better than none.
void look_at_place(const Backup& backup, const Box& box, World& world) {
  const Path inside = std::filesystem::weakly_canonical(std::filesystem::absolute(backup.file))
                          .lexically_relative(std::filesystem::weakly_canonical(box.house.box));
  if (inside.empty() || *inside.begin() == "..") return;
  if (is_own_name(inside.begin()->string())) {
    throw Error(Fault::cannot_create, backup.file.string() + " would stand among the box's own files",
                "put backups into a folder of their own, best on another disk");
  }
  world.err
      << "warning: this backup lies in the box's own folder and is lost with it; take a copy elsewhere\n";
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t kilobyte = 1000;
  constexpr std::uint64_t megabyte = 1000 * kilobyte;
  return bytes < 10 * megabyte ? fmt::format("{} kB", (bytes + kilobyte - 1) / kilobyte)
                               : fmt::format("{} MB", bytes / megabyte);
}

void say(const backup::Contents& contents, const Path& file, bool as_json, World& world) {
  std::uint64_t bytes = 0;
  for (const backup::BackedUpFile& one : contents.files) bytes += one.bytes;
  if (as_json) {
    world.out << json_line(nlohmann::ordered_json{{"file", file.string()},
                                                  {"made_on", contents.made_on},
                                                  {"submissions", contents.submissions},
                                                  {"bytes", bytes}});
    return;
  }
  world.out << fmt::format(
      "backed up {} sealed submissions into {} ({})\n"
      "not in it: the secret keys (keep copies of them, apart from this file), exports/ and published/\n"
      "what `postbox purge` removes later stays in this file: delete old backups too\n",
      contents.submissions, file.string(), size_text(bytes));
}

}  // namespace

int run_command(const Backup& backup, const Arguments& arguments, World& world) {
  const Box box = find_box(world, arguments.dir);
  refuse_place(backup, world);
  look_at_place(backup, box, world);
  const auto alone = world.files.try_lock(box.file(backup_lock));
  if (!alone) {
    throw Error(Fault::busy, "another backup of this box is being made", "wait until it is there");
  }
  store::Connection connection(box.file(box_database));
  const backup::Source source{box.house.box, connection, store::day_text(day_in_london(world.clock.now()))};
  say(backup::write_backup(world.files, source, backup.file), backup.file, arguments.json, world);
  return 0;
}

}  // namespace postbox::cli
