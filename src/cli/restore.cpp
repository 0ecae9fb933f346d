// `postbox restore`: a box comes back from a backup.
//
// The database is the box: it is made ready beside the old one and takes its place in one step, so that a
// stop at any point leaves the one or the other. Settings and public keys come back where they are missing;
// those that are there stay.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/error.hpp"
#include "cli/box.hpp"
#include "cli/commands.hpp"
#include "cli/json_line.hpp"
#include "cli/present_box.hpp"
#include "cli/staged_backup.hpp"
#include "cli/succession.hpp"
#include "store/migrations.hpp"
#include "store/restored.hpp"
#include "store/retention.hpp"
#include "store/safeguarding.hpp"
#include "store/sealed_submissions.hpp"

namespace postbox::cli {
namespace {

constexpr unsigned private_folder_mode = 0700;
constexpr unsigned config_folder_mode = 0755;

struct Returned {
  std::int64_t submissions = 0;
  std::int64_t removed = 0;  // past their retention
  std::vector<std::string> waiting{};
  std::size_t unopened = 0;  // items of the safeguarding lane
  std::optional<Path> aside{};
  std::int64_t only_aside = 0;      // submissions
  std::vector<std::string> kept{};  // files that are not those of the backup
};

class RestoreCommand {
 public:
  RestoreCommand(const Restore& restore, const Arguments& arguments, World& world)
      : restore_(restore), world_(world), dir_(arguments.dir) {}

  Returned run(const StagedBackup& staged) {
    refuse_foreign(staged.box_key(), box_names);
    refuse_foreign(staged.safeguarding_key(), safeguarding_names);
    prepare(staged);
    bring_back_missing(staged);
    take_place(staged);
    return std::move(returned_);
  }

 private:
  Path file(const char* name) const { return dir_ / name; }

  // A backup from before a rotation is of this box too: its key has handed over to the one here.
  void refuse_foreign(const seal::PublicKey& in_backup, const KeyNames& names) const {
    if (!world_.files.exists(file(names.public_key))) return;
    const std::vector<seal::PublicKey> own = read_succession(world_, dir_, names).all();
    if (std::find(own.begin(), own.end(), in_backup) != own.end()) return;
    throw Error(
        Fault::data,
        fmt::format("this backup is of another box: its {} is not the one here, nor one that it had before",
                    names.public_key),
        fmt::format("name another folder with --dir. Is the key here the older one, move {} and {} away: "
                    "both come back from the backup",
                    names.public_key, names.handovers));
  }

  // Up to date, free of what is past its retention, and in one file.
  void prepare(const StagedBackup& staged) {
    const auto migrations = store::read_migrations(world_.files, world_.shipped / "schema" / "migrations");
    if (staged.contents().schema > static_cast<std::int64_t>(migrations.size())) {
      throw Error(Fault::data, "this backup was made by a newer version of this program",
                  "install the newer version");
    }
    store::Connection box(staged.database());
    if (!store::is_sound(box)) {
      throw Error(Fault::data, "the database in this backup is damaged", "try another backup");
    }
    store::migrate(box, migrations);
    PresentBox present(world_, dir_, box);
    refuse_loss(present);
    remove_old(box, staged);
    store::note_restored(box, staged.contents().made_on);
    mend_unfinished(box, staged);
    count(box);
    store::close_log(box);
    returned_.only_aside = present.surplus().submissions;
    returned_.aside = present.put_aside();
  }

  void refuse_loss(const PresentBox& present) const {
    if (restore_.replace || present.is_in_backup()) return;
    throw Error(Fault::cannot_create, "the box in " + dir_.string() + " " + present.why_it_stays(),
                "say --replace: the box here is then kept aside in " + present.aside().string());
  }

  // A backup keeps what was purged since. The settings are those that will hold.
  void remove_old(store::Connection& box, const StagedBackup& staged) {
    const Path& folder = world_.files.exists(file(settings_file)) ? dir_ : staged.folder();
    const config::Settings settings = config::read_settings(world_.files, {folder, world_.shipped});
    const std::chrono::sys_days today{day_in_london(world_.clock.now())};
    store::purge_lane(box, today - std::chrono::days{settings.safeguarding_retention_days});
    returned_.removed = store::purge(box, today - std::chrono::days{settings.retention_days}).removed;
  }

  // After a rotation an emptying that was under way cannot go on, for the key orders the rows and signs; it
  // was over before that, and its pack is known again.
  void mend_unfinished(store::Connection& box, const StagedBackup& staged) {
    const Path own = file(box_public_key);
    if (world_.files.exists(own) && read_public_key_file(world_, own) != staged.box_key()) {
      store::give_up_claimed(box);
    }
  }

  void count(store::Connection& box) {
    returned_.submissions = store::count_submissions(box);
    returned_.unopened = store::unopened_links(box).size();
    for (const Month month : store::months_waiting(box)) returned_.waiting.push_back(month.text());
  }

  void bring_back_missing(const StagedBackup& staged) {
    for (const backup::BackedUpFile& one : staged.contents().files) {
      if (one.path == box_database) continue;
      const Path place = dir_ / one.path;
      if (!world_.files.exists(place)) {
        make_folders(world_.files, place.parent_path(), config_folder_mode);
        world_.files.rename(staged.folder() / one.path, place);
      } else if (world_.files.read(place) != world_.files.read(staged.folder() / one.path)) {
        returned_.kept.push_back(one.path);
      }
    }
  }

  // The log of the box that goes must be gone before: SQLite would take it for that of the new one.
  void take_place(const StagedBackup& staged) {
    world_.files.give_to_owner_of(world_.files.exists(file(box_database)) ? file(box_database) : dir_,
                                  staged.database());
    for (const char* log : {box_database_log, box_database_index}) world_.files.remove(file(log));
    world_.files.sync_folder(dir_);
    world_.files.rename(staged.database(), file(box_database));
    world_.files.sync_folder(dir_);
  }

  const Restore& restore_;
  World& world_;
  Path dir_;
  Returned returned_;
};

std::unique_ptr<FileLock> hold_alone(World& world, const Path& dir) {
  if (auto lock = world.files.try_lock_folder(dir, Sharing::alone)) return lock;
  throw Error(Fault::busy, "the box in " + dir.string() + " is in use by postbox-server or another command",
              "stop the server (systemctl stop postbox-server) and try again");
}

// The box's own keys, which stay where the backup is from before a rotation.
struct PresentKeys {
  seal::PublicKey box;
  seal::PublicKey safeguarding;
};

PresentKeys present_keys(const World& world, const Path& dir) {
  return {read_public_key_file(world, dir / box_public_key),
          read_public_key_file(world, dir / safeguarding_public_key)};
}

void say_key(const char* what, const seal::PublicKey& present, const seal::PublicKey& of_backup,
             std::ostream& out) {
  out << fmt::format("{:<18}{}\n", what, seal::fingerprint(present));
  if (of_backup == present) return;
  out << fmt::format("  before its rotation, and what the backup is sealed to: {}\n",
                     seal::fingerprint(of_backup));
}

void say_json(const Returned& returned, const StagedBackup& staged, const Path& dir, World& world) {
  const PresentKeys present = present_keys(world, dir);
  world.out << json_line(
      nlohmann::ordered_json{{"made_on", staged.contents().made_on},
                             {"submissions", returned.submissions},
                             {"removed", returned.removed},
                             {"waiting", returned.waiting},
                             {"put_aside", returned.aside.value_or(Path()).string()},
                             {"box", seal::fingerprint(present.box)},
                             {"safeguarding", seal::fingerprint(present.safeguarding)},
                             {"backup_box", seal::fingerprint(staged.box_key())},
                             {"backup_safeguarding", seal::fingerprint(staged.safeguarding_key())}});
}

void say(const Returned& returned, const StagedBackup& staged, const Path& dir, World& world) {
  world.out << fmt::format("the box in {} is again that of {}: {} sealed submissions\n",
                           std::filesystem::absolute(dir).lexically_normal().string(),
                           staged.contents().made_on, returned.submissions);
  if (!returned.waiting.empty()) {
    world.out << fmt::format("  not emptied yet: {}\n", fmt::join(returned.waiting, ", "));
  }
  if (returned.removed > 0) {
    world.out << fmt::format("  left out, for their retention is over: {}\n", returned.removed);
  }
  const PresentKeys present = present_keys(world, dir);
  say_key("box key", present.box, staged.box_key(), world.out);
  say_key("safeguarding key", present.safeguarding, staged.safeguarding_key(), world.out);
}

// What a person has to see to before the box is used again.
void tell_what_to_do(const Returned& returned, const StagedBackup& staged, const Path& dir, World& world) {
  const Box box = find_box(world, dir);
  world.err
      << "to do: compare the fingerprints with those that `postbox init` printed; a backup is not signed\n";
  if (!world.files.exists(box.secret_key(box_secret_key))) {
    world.err << "to do: the secret keys are in no backup: bring your copies to "
              << box.secret_key("").parent_path().string() << "/, or name them with --key\n";
  }
  world.err << "to do: see that exports/ has every pack delivered since " << staged.contents().made_on
            << ": the next `postbox empty` recognises them; without them their posts go out a second time\n";
  if (returned.unopened > 0) {
    world.err << "to do: tell the safeguarding lead: " << returned.unopened
              << " unopened in the lane, and no decision since " << staged.contents().made_on
              << " is known any more (`postbox urgent`)\n";
  }
  for (const std::string& name : returned.kept) {
    world.err << "note: " << name << " is not as in the backup and stays as it is here\n";
  }
  if (!returned.aside) return;
  world.err << "note: the box that was here is kept in " << returned.aside->string();
  if (returned.only_aside > 0) {
    world.err << "; " << returned.only_aside
              << (returned.only_aside == 1 ? " submission is there alone" : " submissions are there alone");
  }
  world.err << "; remove it when nothing of it is needed\n";
}

}  // namespace

int run_command(const Restore& restore, const Arguments& arguments, World& world) {
  if (!world.files.exists(restore.file)) {
    throw Error(Fault::missing_input, "there is no file " + restore.file.string(),
                "name a file that `postbox backup` wrote");
  }
  world.files.make_folder(arguments.dir, private_folder_mode);
  auto alone = hold_alone(world, arguments.dir);
  // Held without the folder by a script that keeps emptyings away.
  const bool may_be_held = world.files.exists(arguments.dir / emptying_lock);
  const auto no_emptying = may_be_held ? lock_emptying(world, arguments.dir) : nullptr;
  const StagedBackup staged(world.files, restore.file, arguments.dir);
  const Returned returned = RestoreCommand(restore, arguments, world).run(staged);
  alone.reset();
  if (arguments.json) {
    say_json(returned, staged, arguments.dir, world);
  } else {
    say(returned, staged, arguments.dir, world);
  }
  tell_what_to_do(returned, staged, arguments.dir, world);
  return 0;
}

}  // namespace postbox::cli
