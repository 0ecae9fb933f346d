#include "cli/present_box.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/temporary.hpp"
#include "cli/box.hpp"
#include "store/migrations.hpp"

namespace postbox::cli {
namespace {

constexpr unsigned folder_mode = 0700;
constexpr unsigned file_mode = 0600;

void add(std::vector<std::string>& all, std::int64_t count, const char* one, const char* many) {
  if (count > 0) all.push_back(fmt::format("{} {}", count, count == 1 ? one : many));
}

}  // namespace

PresentBox::PresentBox(World& world, const Path& dir, store::Connection& returning)
    : world_(world), dir_(dir), is_there_(world.files.exists(dir / box_database)) {
  if (!is_there_) return;
  try {
    const auto version = [this] {
      store::Connection there(file(box_database), store::Access::read_only);
      return store::schema_version(there);
    }();
    if (version != store::schema_version(returning)) return;
    surplus_ = store::surplus_of(file(box_database), returning);
    is_readable_ = true;
  } catch (const Error& error) {
    if (error.fault() == Fault::busy) throw;
  }
}

std::string PresentBox::why_it_stays() const {
  if (!is_readable_) {
    return "cannot be compared with the backup: its database is damaged, or of another version";
  }
  std::vector<std::string> what;
  add(what, surplus_.submissions, "submission", "submissions");
  add(what, surplus_.in_lane, "urgent item", "urgent items");
  add(what, surplus_.decisions, "safeguarding decision", "safeguarding decisions");
  if (!surplus_.packs.empty()) {
    what.push_back(fmt::format("the emptying {}", fmt::join(surplus_.packs, ", ")));
  }
  return fmt::format("holds what the backup does not: {}", fmt::join(what, ", "));
}

Path PresentBox::aside() const {
  for (int number = 1;; ++number) {
    Path folder = dir_ / fmt::format("{}{}", aside_prefix, number);
    if (!world_.files.exists(folder)) return folder;
  }
}

std::optional<Path> PresentBox::put_aside() {
  if (is_readable_) {
    store::Connection there(file(box_database));
    store::close_log(there);
  }
  if (is_in_backup()) return std::nullopt;
  const Temporary staging(world_.files, dir_ / ".replacing");
  world_.files.make_folder(staging.path(), folder_mode);
  for (const char* name : {box_database, box_database_log, box_public_key, safeguarding_public_key,
                           box_handovers, safeguarding_handovers, settings_file}) {
    if (world_.files.exists(file(name))) copy(file(name), staging.path() / name);
  }
  world_.files.sync_folder(staging.path());
  const Path folder = aside();
  world_.files.rename(staging.path(), folder);
  return folder;
}

void PresentBox::copy(const Path& from, const Path& to) {
  const auto out = world_.files.create(to, file_mode);
  world_.files.read_blocks(from, [&out](std::string_view block) { out->write(block); });
  out->sync();
}

}  // namespace postbox::cli
