#include "emptying/publish_trends.hpp"

#include "base/error.hpp"
#include "emptying/board_files.hpp"
#include "emptying/history.hpp"
#include "emptying/manifest.hpp"

namespace postbox::emptying {
namespace {

// Nothing in it is a secret: disclosure has passed every figure.
constexpr unsigned folder_mode = 0755;
constexpr unsigned file_mode = 0644;

}  // namespace

PublishedTrends publish_trends(FileSystem& files, store::Connection& box, const seal::SecretKeys& keys,
                               const report::Wording& wording, const disclosure::Settings& settings,
                               Month this_month, const Path& folder) {
  if (files.exists(folder / manifest_name)) {
    throw Error(Fault::cannot_create, folder.string() + " holds a pack", "name another folder with --out");
  }
  History history = read_history(keys, store::all_month_counts(box));
  history.months.erase(history.months.lower_bound(this_month), history.months.end());
  if (history.months.empty()) return {std::nullopt, history.warnings};
  const Month last = history.months.rbegin()->first;
  const Path staging = folder.parent_path() / (".trends-" + folder.filename().string());
  files.remove(staging);
  files.make_folder(folder, folder_mode);
  files.make_folder(staging, folder_mode);
  write_board_files(files, staging, history.months, wording, {last, history.warnings, settings}, file_mode);
  for (const std::string& name : files.list(staging)) refuse_to_replace(files, folder / name);
  for (const std::string& name : files.list(staging)) files.rename(staging / name, folder / name);
  files.sync_folder(folder);
  files.remove(staging);
  return {last, history.warnings};
}

}  // namespace postbox::emptying
