// `postbox purge`: what is past its retention time goes for good.
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/box.hpp"
#include "cli/commands.hpp"
#include "store/retention.hpp"

namespace postbox::cli {

int run_command(const Purge& purge, const Arguments& arguments, World& world) {
  const Box box = find_box(world, arguments.dir);
  store::Connection connection(box.file(database));
  migrate_box(world, connection);
  const std::chrono::sys_days today{day_in_london(world.clock.now())};
  const std::chrono::year_month_day last_day{today - std::chrono::days{box.settings.retention_days}};
  const store::Purged purged =
      purge.dry_run ? store::purgeable(connection, last_day) : store::purge(connection, last_day);
  if (arguments.json) {
    world.out << nlohmann::json{{"removed", purged.removed},
                                {"kept", purged.kept},
                                {"dry_run", purge.dry_run}}
                     .dump()
              << '\n';
    return 0;
  }
  world.out << (purge.dry_run ? "would remove " : "removed ") << purged.removed
            << " sealed submissions past their retention of " << box.settings.retention_days << " days\n";
  if (purged.kept > 0) {
    world.out << "kept " << purged.kept << " that did not open or are held for the safeguarding lead\n";
  }
  return 0;
}

}  // namespace postbox::cli
