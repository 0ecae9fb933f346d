// `postbox init`: a new box whose keys are proven before anybody relies on them.
#include <fmt/core.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "cli/box.hpp"
#include "cli/commands.hpp"
#include "cli/json_line.hpp"
#include "cli/passphrases.hpp"
#include "cli/proven_keys.hpp"
#include "cli/terminal_text.hpp"

namespace postbox::cli {
namespace {

constexpr unsigned secret_mode = 0600;
constexpr unsigned public_mode = 0644;
constexpr unsigned folder_mode = 0700;
constexpr std::size_t short_passphrase_characters = 12;

struct Passphrases {
  seal::Passphrase box;
  std::optional<seal::Passphrase> safeguarding;  // nothing: the same for both

  const seal::Passphrase& for_safeguarding() const { return safeguarding ? *safeguarding : box; }
};

void warn_about(const Passphrases& passphrases, World& world) {
  if (passphrases.for_safeguarding().view() == passphrases.box.view()) {
    world.err << "warning: both keys have the same passphrase; whoever empties the box can also open the "
                 "safeguarding lane\n";
  }
  if (passphrases.box.view().size() < short_passphrase_characters) {
    world.err << "warning: the passphrase is short; four or five random words are easier to keep and harder "
                 "to guess\n";
  }
}

Passphrases read_passphrases(const Init& init, World& world) {
  auto box = read_new_passphrase(world, init.passphrase_file, box_passphrase);
  if (!box) {
    throw Error(Fault::key, "no passphrase was given for the box's key",
                "name a file with --passphrase-file, or run the command at a terminal");
  }
  // Without a word about the second key at a script's call, one passphrase serves both.
  std::optional<seal::Passphrase> safeguarding;
  if (init.safeguarding_passphrase_file || !init.passphrase_file) {
    safeguarding = read_new_passphrase(world, init.safeguarding_passphrase_file, safeguarding_passphrase);
  }
  return {std::move(*box), std::move(safeguarding)};
}

struct NewFile {
  Path path;
  std::string bytes;
  unsigned mode;
};

// A key pair as its two files, proven.
void add_key_pair(std::vector<NewFile>& made, const Path& secret, const Path& open,
                  const seal::Passphrase& passphrase) {
  const seal::SecretKeys keys = seal::SecretKeys::generate();
  NewFile secret_file{secret, seal::write_key_file(keys, passphrase), secret_mode};
  NewFile public_file{open, seal::write_public_key(keys.public_key()), public_mode};
  prove_key_pair(secret_file.bytes, public_file.bytes, passphrase);
  made.push_back(std::move(secret_file));
  made.push_back(std::move(public_file));
}

void refuse_to_overwrite(const World& world, const std::vector<Path>& paths) {
  for (const Path& path : paths) {
    if (world.files.exists(path)) {
      throw Error(Fault::cannot_create, path.string() + " is there already: a box is never overwritten",
                  "choose another folder with --dir");
    }
  }
}

bool is_open_to_others(const World& world, const Path& folder) {
  return (world.files.mode(folder) & 077U) != 0;
}

// A folder that is there and open to others is closed where it has nothing but `expected` in it; whoever has
// other things in it may want them to be seen.
void refuse_open_folder(const World& world, const Path& folder, const std::set<std::string>& expected) {
  if (!world.files.is_folder(folder) || !is_open_to_others(world, folder)) return;
  for (const std::string& name : world.files.list(folder)) {
    if (expected.contains(name)) continue;
    throw Error(
        Fault::cannot_create,
        fmt::format("{} is open to others and holds other things ({})", folder.string(),
                    name_for_terminal(name)),
        fmt::format("name a folder that is not there yet, or close this one: chmod 700 {}", folder.string()));
  }
}

std::string settings_text(const World& world, const std::optional<Path>& keys_folder) {
  std::string text = world.files.read(world.shipped / "config" / settings_file);
  if (!keys_folder) return text;
  const std::string shipped = "keys_folder = \"keys\"";
  const std::size_t at = text.find(shipped);
  const std::string folder = std::filesystem::absolute(*keys_folder).string();
  if (!utf8::is_valid(folder) || folder.find('\x7F') != std::string::npos) {  // TOML holds neither
    throw Error(Fault::usage, "the name of the folder for the keys is no UTF-8 text",
                "choose another with --keys-dir");
  }
  return text.replace(at, shipped.size(), "keys_folder = " + nlohmann::json(folder).dump());
}

// Takes away again what a failure leaves half made, and only that.
class Undo {
 public:
  explicit Undo(FileSystem& files) : files_(files) {}
  ~Undo() {
    for (const Path& path : made_) remove_quietly(path);
  }
  Undo(const Undo&) = delete;
  Undo& operator=(const Undo&) = delete;
  void note(const Path& path) { made_.push_back(path); }
  void keep() { made_.clear(); }

 private:
  void remove_quietly(const Path& path) noexcept {
    try {
      files_.remove(path);
    } catch (const Error&) {  // NOLINT(bugprone-empty-catch): the first error is on its way and says more
    }
  }

  FileSystem& files_;
  std::vector<Path> made_;
};

void make_private(World& world, const Path& folder, Undo& undo) {
  if (world.files.make_folder(folder, folder_mode)) {
    undo.note(folder);
  } else if (is_open_to_others(world, folder)) {
    world.files.close_to_others(folder);
  }
}

void write_new(World& world, const NewFile& file, Undo& undo) {
  const auto out = world.files.create(file.path, file.mode);
  undo.note(file.path);
  out->write(file.bytes);
  out->sync();
}

void make_database(const World& world, const Path& path, Undo& undo) {
  for (const char* suffix : {"", "-wal", "-shm"}) undo.note(Path(path) += suffix);
  store::Connection connection(path, store::Access::create);
  migrate_box(world, connection);
}

// All or nothing; the public key comes last, for without it there is no box.
void write_all(World& world, const Path& dir, const Path& keys, const std::vector<NewFile>& made) {
  Undo undo(world.files);
  make_private(world, dir, undo);
  make_private(world, keys, undo);
  make_database(world, dir / box_database, undo);
  for (const NewFile& file : made) write_new(world, file, undo);
  world.files.sync_folder(dir);
  undo.keep();
}

void show(const Box& box, const Arguments& arguments, World& world) {
  const auto safeguarding = read_public_key_file(world, box.file(safeguarding_public_key));
  if (arguments.json) {
    world.out << json_line(nlohmann::json{{"box", seal::fingerprint(box.key)},
                                          {"safeguarding", seal::fingerprint(safeguarding)}});
    return;
  }
  world.out << "box made in " << std::filesystem::absolute(box.house.box).lexically_normal().string() << '\n'
            << "box key           " << seal::fingerprint(box.key) << '\n'
            << "safeguarding key  " << seal::fingerprint(safeguarding) << '\n';
}

}  // namespace

int run_command(const Init& init, const Arguments& arguments, World& world) {
  const Path& dir = arguments.dir;
  const config::House house{dir, world.shipped};
  const Path keys =
      init.keys_folder.value_or(config::keys_folder(house, config::read_settings(world.files, house)));
  refuse_to_overwrite(world, {dir / box_public_key, dir / safeguarding_public_key, dir / box_database,
                              keys / box_secret_key, keys / safeguarding_secret_key});
  refuse_open_folder(world, dir, {settings_file, "config", keys.filename().string()});
  refuse_open_folder(world, keys, {});
  const Passphrases passphrases = read_passphrases(init, world);
  warn_about(passphrases, world);

  std::vector<NewFile> made;
  add_key_pair(made, keys / box_secret_key, dir / box_public_key, passphrases.box);
  add_key_pair(made, keys / safeguarding_secret_key, dir / safeguarding_public_key,
               passphrases.for_safeguarding());
  if (!world.files.exists(dir / settings_file)) {
    made.push_back({dir / settings_file, settings_text(world, init.keys_folder), public_mode});
  }
  write_all(world, dir, keys, made);
  show(find_box(world, dir), arguments, world);
  return 0;
}

}  // namespace postbox::cli
