// `postbox trends`: the board's figures, published.
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/box.hpp"
#include "cli/commands.hpp"
#include "cli/furnish.hpp"
#include "cli/json_line.hpp"
#include "config/form_file.hpp"
#include "config/services_file.hpp"
#include "emptying/publish_trends.hpp"

namespace postbox::cli {

int run_command(const Trends& trends, const Arguments& arguments, World& world) {
  const Box box = find_box(world, arguments.dir);
  store::Connection connection(box.file(box_database));
  migrate_box(world, connection);
  const report::Wording wording =
      wording_of(config::read_form(world.files, box.house), config::read_services(world.files, box.house),
                 box.settings.added_columns);
  const seal::SecretKeys keys = unlock_box(world, box, connection, trends.key, trends.passphrase_file);
  const Path out = trends.out.value_or(box.file(emptying::published_folder));
  const Path folder = std::filesystem::absolute(out).lexically_normal();
  const emptying::PublishedTrends published =
      emptying::publish_trends(world.files, connection, keys, wording, {.shown_min = box.settings.shown_min},
                               month_in_london(world.clock.now()), folder);
  for (const std::string& warning : published.warnings) world.err << "warning: " << warning << '\n';
  if (!published.month) world.err << "no month that is over has figures yet; nothing was written\n";
  if (arguments.json) {
    nlohmann::ordered_json said = {{"folder", nullptr}, {"month", nullptr}};
    if (published.month) said = {{"folder", folder.string()}, {"month", published.month->text()}};
    world.out << json_line(said);
  } else if (published.month) {
    world.out << folder.string() << ": figures up to " << published.month->text() << '\n';
  }
  return 0;
}

}  // namespace postbox::cli
