#include "store/exports_folder.hpp"

#include <sqlite3.h>

#include "base/box_files.hpp"

namespace postbox::store {
namespace {

Path box_folder(const Connection& box) {
  return Path(sqlite3_db_filename(box.handle(), "main")).parent_path();
}

bool is_there(const Path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

// Of the nearest box around `path`.
bool is_in_another_box(const Path& path, const Path& own) {
  std::error_code ignored;
  for (Path folder = path; folder.has_relative_path(); folder = folder.parent_path()) {
    if (is_there(folder / box_database)) return !std::filesystem::equivalent(folder, own, ignored);
  }
  return false;
}

}  // namespace

std::string exports_to_keep(const Connection& box, const Path& exports) {
  std::error_code unknown;
  const Path inside = std::filesystem::weakly_canonical(exports, unknown)
                          .lexically_relative(std::filesystem::weakly_canonical(box_folder(box), unknown));
  const bool is_inside = !unknown && !inside.empty() && *inside.begin() != "..";
  return is_inside ? inside.native() : exports.native();
}

Path exports_kept(const Connection& box, std::string_view kept, std::string_view pack) {
  Path folder = box_folder(box);
  const Path exports = kept;
  if (kept == ".") return folder;
  if (exports.is_relative()) return folder / exports;
  const Path own = folder / "exports";
  const bool is_lost = !is_there(exports) && is_there(own / pack);
  return is_lost || is_in_another_box(exports, folder) ? own : exports;
}

}  // namespace postbox::store
