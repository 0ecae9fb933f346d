// `postbox purge`: what is past its retention time goes for good.
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/box.hpp"
#include "cli/commands.hpp"
#include "cli/json_line.hpp"
#include "store/retention.hpp"
#include "store/safeguarding.hpp"

namespace postbox::cli {

int run_command(const Purge& purge, const Arguments& arguments, World& world) {
  const Box box = find_box(world, arguments.dir);
  const auto alone = purge.dry_run ? nullptr : lock_emptying(world, box.house.box);
  store::Connection connection(box.file(box_database));
  migrate_box(world, connection);
  const std::chrono::sys_days today{day_in_london(world.clock.now())};
  const std::chrono::year_month_day last_day{today - std::chrono::days{box.settings.retention_days}};
  const std::chrono::year_month_day last_lane_day{
      today - std::chrono::days{box.settings.safeguarding_retention_days}};
  // Before the rows, for their purge also empties the database's log.
  const std::int64_t lane = purge.dry_run ? store::purgeable_in_lane(connection, last_lane_day)
                                          : store::purge_lane(connection, last_lane_day);
  const store::Purged purged =
      purge.dry_run ? store::purgeable(connection, last_day) : store::purge(connection, last_day);
  if (arguments.json) {
    world.out << json_line(nlohmann::json{{"removed", purged.removed},
                                          {"kept", purged.kept},
                                          {"safeguarding", lane},
                                          {"dry_run", purge.dry_run}});
    return 0;
  }
  world.out << (purge.dry_run ? "would remove " : "removed ") << purged.removed
            << " sealed submissions past their retention of " << box.settings.retention_days << " days\n";
  if (lane > 0) {
    world.out << (purge.dry_run ? "would remove " : "removed ") << "the words of " << lane
              << " decided items of the safeguarding lane, past their retention of "
              << box.settings.safeguarding_retention_days << " days\n";
  }
  if (purged.kept > 0) {
    world.out << "kept " << purged.kept << " that did not open or are held for the safeguarding lead\n";
  }
  return 0;
}

}  // namespace postbox::cli
