#include "config/house.hpp"

#include "base/error.hpp"

namespace postbox::config {
namespace {

// Four times the largest, weights.txt.
constexpr std::uint64_t config_bytes_max = 32UL * 1024 * 1024;

}  // namespace

std::string read_setting_file(const FileSystem& files, const Path& path) {
  return read_at_most(files, path, config_bytes_max, Fault::settings);
}

Path find_shipped(const FileSystem& files) {
  std::error_code error;
  const Path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) throw Error(Fault::settings, "cannot find out where this program stands", "is /proc there?");
  Path up = program.parent_path();
  for (int step = 0; step < 4 && up.has_relative_path(); ++step, up = up.parent_path()) {
    for (const Path& candidate : {up, up / "share" / "postbox"}) {
      if (files.exists(candidate / "config" / "form.toml")) return candidate;
    }
  }
  throw Error(Fault::settings, "cannot find the shipped config/ and schema/ near " + program.string(),
              "install them under share/postbox beside bin/, or run the program from its build folder");
}

Node read_config(const FileSystem& files, const House& house, const std::string& name) {
  const Path own = house.box / "config" / name;
  if (files.exists(own)) return parse_toml(read_setting_file(files, own), "config/" + name);
  return parse_toml(read_setting_file(files, house.shipped / "config" / name), name);
}

std::string read_config_text(const FileSystem& files, const House& house, const std::string& name) {
  const Path own = house.box / "config" / name;
  return read_setting_file(files, files.exists(own) ? own : house.shipped / "config" / name);
}

}  // namespace postbox::config
