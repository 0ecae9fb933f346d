#include "cli/check_openness.hpp"

namespace postbox::cli {
namespace {

constexpr unsigned write_of_others = 02;
constexpr unsigned all_of_others = 077;

// Whoever may write into the folder may put another database or public key there. A group may: the server's.
void look_for_writers(const World& world, const Path& path, Findings& findings) {
  if (!world.files.exists(path) || (world.files.mode(path) & write_of_others) == 0) return;
  findings.wrong(Fault::key, path.string() + " can be written by everybody", "chmod o-w " + path.string());
}

// Opened words, for the keeper alone.
void look_for_readers(const World& world, const Path& folder, Findings& findings) {
  if (!world.files.is_folder(folder) || (world.files.mode(folder) & all_of_others) == 0) return;
  findings.wrong(Fault::key, folder.string() + " is open to others: it holds what families wrote",
                 "chmod 700 " + folder.string());
}

}  // namespace

void check_openness(const World& world, const Box& box, Findings& findings) {
  look_for_writers(world, box.house.box, findings);
  for (const char* name : {box_database, box_database_log, box_database_index, box_public_key,
                           safeguarding_public_key, settings_file, "config", "published"}) {
    look_for_writers(world, box.file(name), findings);
  }
  look_for_readers(world, box.file("exports"), findings);
}

}  // namespace postbox::cli
