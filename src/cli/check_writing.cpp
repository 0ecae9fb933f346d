#include "cli/check_writing.hpp"

#include <fmt/format.h>

#include <cerrno>

namespace postbox::cli {
namespace {

std::string hint_for(const std::error_code& why, const Path& box) {
  switch (why.value()) {
    case EROFS:
      return "mount its disk for writing; where the system itself made it read only, the disk fails: make a "
             "backup now";
    case ENOSPC:
    case EDQUOT:
      return "make room on its disk, also for new files (`df`, `df -i`), or raise the quota";
    case EACCES:
    case EPERM:
      return fmt::format(
          "run this as the user to whom the box belongs, or give them leave: `ls -ld {0} {0}/box.db*`, then "
          "chown or chmod u+w (`lsattr` shows what not even root may write)",
          box.string());
    default:
      return "see that its disk is there and works";
  }
}

// False where something was found: what holds up one of the files mostly holds up all, and is said once.
bool can_be_written(const World& world, const Path& box, const Path& path, Findings& findings) {
  if (const std::error_code why = world.files.why_not_writable(path)) {
    findings.wrong(Fault::storage, fmt::format("{} cannot be written: {}", path.string(), why.message()),
                   hint_for(why, box));
    return false;
  }
  // Root may write all of it, and the server that runs as the box's owner may not.
  if (world.files.is_writable_by_owner_of(box, path)) return true;
  findings.wrong(
      Fault::storage,
      fmt::format("{} cannot be written by the user to whom {} belongs", path.string(), box.string()),
      path == box ? fmt::format("chmod u+w {}", box.string())
                  : fmt::format("chown --reference={0} {0}/box.db*; chmod u+w {0}/box.db*", box.string()));
  return false;
}

}  // namespace

void check_writing(const World& world, const Box& box, Findings& findings) {
  const Path& folder = box.house.box;
  if (!can_be_written(world, folder, folder, findings)) return;
  for (const char* name : {box_database, box_database_log, box_database_index}) {
    const Path file = box.file(name);
    if (world.files.is_plain_file(file) && !can_be_written(world, folder, file, findings)) return;
  }
}

}  // namespace postbox::cli
