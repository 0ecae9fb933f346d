#include "safeguarding/alert_channel.hpp"

#include <utility>

#include "base/box_files.hpp"
#include "safeguarding/alert_command.hpp"
#include "store/safeguarding.hpp"

namespace postbox::safeguarding {
namespace {

constexpr std::chrono::seconds command_time_max{30};
// For a mail job that runs as another user of the group.
constexpr unsigned folder_mode = 0750;
constexpr unsigned file_mode = 0640;

std::string content_about(std::size_t unopened) { return sentence_about(unopened) + "\n"; }

void write_alert_file(FileSystem& files, const Path& folder, std::size_t unopened) {
  files.make_folder(folder, folder_mode);
  write_atomically(files, folder / alert_file, content_about(unopened), file_mode);
}

}  // namespace

BellParts bell_of_box(FileSystem& files, const Path& box_folder, std::vector<std::string> command,
                      std::function<void(bool working)> notice) {
  const Path folder = box_folder / alert_folder;
  BellParts parts;
  // Opened for each look: a database that was restored or moved in the meantime is found again.
  parts.unopened = [database = box_folder / box_database] {
    store::Connection box(database, store::Access::read_only);
    return store::unopened_links(box);
  };
  parts.ring = [&files, folder, words = std::move(command)](std::size_t unopened, const auto& stopping) {
    if (!words.empty()) return run_alert_command(words, content_about(unopened), command_time_max, stopping);
    write_alert_file(files, folder, unopened);
    return true;
  };
  parts.hush = [&files, folder] { files.remove(folder / alert_file); };
  parts.notice = std::move(notice);
  return parts;
}

}  // namespace postbox::safeguarding
