// The keeper's commands in a world of our own: a temporary folder, a fixed clock, streams that are read back.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/run.hpp"
#include "support/counting_random.hpp"
#include "support/fixed_clock.hpp"
#include "support/temp_folder.hpp"

namespace postbox::test {

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

class PlayedWorld {
 public:
  Outcome run(const std::vector<std::string>& words, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    cli::World world{.files = disk == nullptr ? files : *disk,
                     .clock = clock,
                     .random = random,
                     .in = in,
                     .out = out,
                     .err = err,
                     .shipped = POSTBOX_SOURCE_DIR,
                     .credentials = credentials,
                     .ask = ask,
                     .workers = 2};
    const int code = cli::run(words, world);
    return {code, out.str(), err.str()};
  }

  // The same on this world's box.
  Outcome on_box(std::vector<std::string> words, const std::string& input = "") {
    words.insert(words.end(), {"--dir", box().string()});
    return run(words, input);
  }

  Path write(const std::string& name, const std::string& text) {
    write_atomically(files, folder / name, text, 0600);
    return folder / name;
  }

  Path box() const { return folder / "box"; }

  TempFolder folder;
  PosixFileSystem files;
  FileSystem* disk = nullptr;  // goes before `files` for the commands; borrowed
  FixedClock clock;            // 6 November 2026
  CountingRandom random;
  std::optional<Path> credentials;
  std::function<std::optional<std::string>(const std::string&)> ask;
};

// A world with a new box whose passphrase lies in the file `passphrase`. Making keys takes seconds, so all
// tests start from copies of one box.
class WorldWithBox : public PlayedWorld {
 public:
  WorldWithBox() {
    std::filesystem::copy(first_box().box(), box(), std::filesystem::copy_options::recursive);
    passphrase = write("passphrase", "correct horse battery\n").string();
  }
  std::string passphrase;

 private:
  static const PlayedWorld& first_box() {
    static PlayedWorld world;
    static const Outcome made =
        world.on_box({"init", "--passphrase-file", world.write("p", "correct horse battery\n").string(),
                      "--safeguarding-passphrase-file", world.write("s", "another one entirely").string()});
    if (made.code != 0) throw std::runtime_error("no box: " + made.err);
    return world;
  }
};

}  // namespace postbox::test
