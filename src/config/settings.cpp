#include "config/settings.hpp"

#include "base/box_files.hpp"

namespace postbox::config {
namespace {

constexpr std::int64_t mebibyte = 1024L * 1024;
constexpr std::int64_t retention_days_max = 3650;
// Below 3 a shown 1 or 2 would be one family; 50 is more than any month of a county would show.
constexpr std::int64_t shown_min_least = 3;
constexpr std::int64_t shown_min_most = 50;
constexpr std::int64_t disk_free_mib_max = 1024L * 1024;

Node read_file(const FileSystem& files, const House& house) {
  const Path own = house.box / settings_file;
  if (files.exists(own)) return parse_toml(read_setting_file(files, own), settings_file);
  return parse_toml(read_setting_file(files, house.shipped / "config" / settings_file),
                    "config/postbox.toml");
}

std::vector<std::string> alert_command_of(const Node& node) {
  std::vector<std::string> words = node.texts();
  if (!words.empty() && words.front().empty()) {
    node.refuse("the first word names the program to run", "for example [\"/usr/local/bin/ring-the-lead\"]");
  }
  return words;
}

}  // namespace

Settings read_settings(const FileSystem& files, const House& house) {
  const Node file = read_file(files, house);
  file.only({"keys_folder", "retention_days", "safeguarding_retention_days", "alert_command",
             "require_separation", "disk_free_mib_min", "shown_min", "hold_for_a_look", "show_other_services",
             "staff_first_names_in_praise", "added_columns"});
  Settings settings;
  if (const Node* node = file.find("keys_folder")) settings.keys_folder = node->text();
  if (const Node* node = file.find("retention_days")) {
    settings.retention_days = static_cast<unsigned>(node->integer_between(1, retention_days_max));
  }
  if (const Node* node = file.find("safeguarding_retention_days")) {
    settings.safeguarding_retention_days =
        static_cast<unsigned>(node->integer_between(1, retention_days_max));
  }
  if (const Node* node = file.find("alert_command")) settings.alert_command = alert_command_of(*node);
  if (const Node* node = file.find("require_separation")) settings.require_separation = node->boolean();
  if (const Node* node = file.find("disk_free_mib_min")) {
    settings.disk_free_bytes_min =
        static_cast<std::uint64_t>(node->integer_between(0, disk_free_mib_max) * mebibyte);
  }
  if (const Node* node = file.find("shown_min")) {
    settings.shown_min = node->integer_between(shown_min_least, shown_min_most);
  }
  if (const Node* node = file.find("hold_for_a_look")) settings.hold_for_a_look = node->boolean();
  if (const Node* node = file.find("show_other_services")) settings.show_other_services = node->boolean();
  if (const Node* node = file.find("staff_first_names_in_praise")) {
    settings.staff_first_names_in_praise = node->boolean();
  }
  if (const Node* node = file.find("added_columns")) settings.added_columns = node->texts();
  return settings;
}

Path keys_folder(const House& house, const Settings& settings) { return house.box / settings.keys_folder; }

}  // namespace postbox::config
