// `postbox check`: what is wrong with a box and what to do; changes nothing.
#include <fmt/format.h>

#include "cli/box.hpp"
#include "cli/check_keys.hpp"
#include "cli/check_openness.hpp"
#include "cli/check_writing.hpp"
#include "cli/commands.hpp"
#include "cli/findings.hpp"
#include "cli/furnish.hpp"
#include "cli/succession.hpp"
#include "config/doors_file.hpp"
#include "config/form_file.hpp"
#include "config/languages_file.hpp"
#include "config/name_lists_file.hpp"
#include "config/phrases_file.hpp"
#include "config/rare_file.hpp"
#include "config/routes_file.hpp"
#include "config/services_file.hpp"
#include "config/signposts_file.hpp"
#include "emptying/manifest.hpp"
#include "safeguarding/log.hpp"
#include "seal/sealer.hpp"
#include "store/copy.hpp"
#include "store/emptyings.hpp"
#include "store/migrations.hpp"
#include "store/restored.hpp"
#include "store/safeguarding.hpp"
#include "store/sealed_submissions.hpp"

namespace postbox::cli {
namespace {

class BoxCheck {
 public:
  BoxCheck(const Box& box, World& world, Findings& findings)
      : box_(box), world_(world), findings_(findings) {}

  void run() {
    findings_.about("form", [this] { check_form(); });
    findings_.about("routes", [this] { check_routes(); });
    findings_.about("phrases", [this] { config::read_vocabulary(world_.files, box_.house); });
    findings_.about("languages", [this] { config::read_languages(world_.files, box_.house); });
    findings_.about("names", [this] {
      config::read_name_lists(world_.files, box_.house);
      config::read_staff_roles(world_.files, box_.house);
    });
    findings_.about("rare", [this] { config::read_rare_combinations(world_.files, box_.house); });
    findings_.about("signposts", [this] { check_signposts(); });
    findings_.about("doors", [this] { check_doors(); });
    findings_.about("settings", [this] { check_what_packs_show(); });
    findings_.about("keys", [this] { check_keys(world_, box_, findings_); });
    findings_.about("openness", [this] { check_openness(world_, box_, findings_); });
    findings_.about("disk", [this] { check_disk(); });
    findings_.about("writing", [this] { check_writing(world_, box_, findings_); });
    findings_.about("database", [this] { check_database(); });
    findings_.about("clock", [this] { check_clock(); });
    if (is_readable_) {
      findings_.about("chain", [this] { check_chain(); });
      findings_.about("safeguarding", [this] { check_unopened(); });
      findings_.about("packs", [this] { check_packs(); });
    }
    findings_.about("deliveries", [this] { check_deliveries(); });
  }

 private:
  void check_form() {
    const form::Form form = config::read_form(world_.files, box_.house);
    const std::size_t bytes = form::largest_encoding_bytes(form);
    if (bytes <= seal::plaintext_bytes_max) return;
    findings_.wrong(Fault::settings,
                    fmt::format("a full answer to form.toml can have {} bytes; the largest record holds {}",
                                bytes, seal::plaintext_bytes_max),
                    "lower max_characters or ask fewer questions");
  }

  std::set<std::string> districts() const {
    const form::Form form = config::read_form(world_.files, box_.house);
    std::set<std::string> all;
    if (const form::Question* question = form::find_question(form, question_id::district)) {
      for (const form::Option& option : question->options) all.insert(option.value);
    }
    return all;
  }

  void check_routes() {
    const deliver::Routes routes = config::read_routes(world_.files, box_.house);
    for (const std::string& problem : routes.problems(districts())) {
      findings_.wrong(Fault::settings, problem,
                      "mend routes.toml: one recipient for every area, district and day");
    }
  }

  // Numbers and addresses change; one that nobody looked at for a year may send a family to a dead line.
  void check_age(const std::string& name, std::chrono::year_month_day checked_on, const char* file) {
    const std::chrono::sys_days today{day_in_london(world_.clock.now())};
    if (today - std::chrono::sys_days{checked_on} <= std::chrono::days{365}) return;
    findings_.warn(fmt::format("{} was last checked more than a year ago", name),
                   fmt::format("try it, then put today's date into {}", file));
  }

  // On a bank holiday that is not in the list, a line with office hours would be named while it is closed.
  // One list is that of all lines, so it is said once.
  void check_bank_holidays(const std::vector<form::Signpost>& signposts) {
    const std::chrono::local_days today{day_in_london(world_.clock.now())};
    std::vector<std::string> named;
    for (const form::Signpost& one : signposts) {
      const auto& days = one.bank_holidays;
      if (!one.open.empty() && (days.empty() || days.back() < today)) named.push_back(one.name);
    }
    if (named.empty()) return;
    findings_.warn(fmt::format("no bank holiday to come is named, and these have opening hours: {}",
                               fmt::join(named, ", ")),
                   "write those to come under bank_holidays in signposts.toml");
  }

  void check_signposts() {
    const std::vector<form::Signpost> signposts = config::read_signposts(world_.files, box_.house);
    for (const form::Signpost& signpost : signposts) {
      check_age(signpost.name, signpost.checked_on, "signposts.toml");
    }
    check_bank_holidays(signposts);
  }

  void check_doors() {
    for (const form::Door& door : config::read_doors(world_.files, box_.house).doors) {
      check_age(door.name, door.checked_on, "doors.toml");
    }
  }

  void check_what_packs_show() {
    if (box_.settings.show_other_services) {
      findings_.warn("recipients also read what is about another service",
                     "set show_other_services to false unless the services have agreed to it");
    }
    wording_of(config::read_form(world_.files, box_.house), config::read_services(world_.files, box_.house),
               box_.settings.added_columns);
    for (const std::string& column : box_.settings.added_columns) {
      findings_.warn(
          fmt::format("{} stands in every pack: it makes it easier to tell who wrote something", column),
          "take it out of added_columns unless every recipient needs it");
    }
    if (box_.settings.staff_first_names_in_praise) {
      findings_.warn("first names of staff stay in praise: they are personal data and stand in the packs",
                     "see that staff agreed, or set staff_first_names_in_praise = false");
    }
  }

  // Feedback of a month to come tells of a clock that was, or is, wrong; no emptying takes it before its
  // time.
  void check_clock() {
    const auto now = world_.clock.now();
    if (!has_month(now)) {
      findings_.wrong(Fault::storage,
                      fmt::format("the clock of this machine stands in {}", int{day_in_london(now).year()}),
                      "set it: until then posts are refused");
      return;
    }
    if (!is_readable_) return;
    store::Connection connection(box_.file(box_database), store::Access::read_only);
    if (store::schema_version(connection) < 2) return;
    const std::vector<Month> waiting = store::months_waiting(connection);
    if (waiting.empty() || waiting.back() <= month_in_london(now)) return;
    findings_.warn(fmt::format("the box holds feedback of {}, and the clock stands in {}",
                               waiting.back().text(), month_in_london(now).text()),
                   "set the clock; if it is right now, this feedback waits until its month is over");
  }

  void check_disk() {
    const std::uint64_t free = world_.files.free_bytes(box_.house.box);
    if (free >= box_.settings.disk_free_bytes_min) return;
    findings_.wrong(Fault::storage, "the disk is nearly full: the server takes no more posts",
                    "make room, or run `postbox purge`");
  }

  void check_database() {
    store::Connection connection(box_.file(box_database), store::Access::read_only);
    const auto migrations = store::read_migrations(world_.files, world_.shipped / "schema" / "migrations");
    if (store::schema_version(connection) > migrations.size()) {
      findings_.wrong(Fault::settings, "the box was made by a newer version of this program",
                      "install the newer version");
    }
    if (store::schema_version(connection) == 0) {
      findings_.wrong(Fault::storage, "box.db is empty: there is no box in it",
                      "bring the last backup back: `postbox restore FILE --replace`");
      return;
    }
    if (!store::is_sound(connection)) {
      findings_.wrong(
          Fault::storage, "the database is damaged",
          "bring the last backup back: `postbox restore FILE --replace` keeps what is here aside");
      return;
    }
    if (store::schema_version(connection) < migrations.size()) {
      findings_.warn("the schema is older than this program", "any other command brings it up to date");
    } else if (const auto unfinished = store::unfinished_emptying(connection)) {
      findings_.warn(fmt::format("the emptying of {} is not finished", unfinished->pack),
                     "run `postbox empty`");
    }
    check_restored(connection);
    is_readable_ = true;
  }

  void check_restored(store::Connection& connection) {
    if (store::schema_version(connection) < 8) return;  // nobody restored it with this program
    const auto backup_of = store::restored_from(connection);
    if (!backup_of) return;
    findings_.warn(fmt::format("the box was restored from a backup of {}", *backup_of),
                   "see that exports/ has every pack delivered since that day: the next `postbox empty` "
                   "recognises them; without them their posts go out a second time");
  }

  // A box of an older version has no lane yet.
  static bool has_lane(store::Connection& connection) { return store::schema_version(connection) >= 4; }

  void check_chain() {
    store::Connection connection(box_.file(box_database), store::Access::read_only);
    if (!has_lane(connection)) return;
    const auto keys = read_succession(world_, box_.house.box, safeguarding_names).all();
    const auto log = safeguarding::check_log(keys, store::lane_log(connection));
    for (const std::string& problem : safeguarding::problems(log, store::lane_items(connection))) {
      findings_.wrong(
          Fault::data, problem,
          "somebody changed the database by hand; find out who, and compare with the last backup");
    }
  }

  void check_unopened() {
    store::Connection connection(box_.file(box_database), store::Access::read_only);
    if (!has_lane(connection)) return;
    const std::size_t unopened = store::unopened_links(connection).size();
    if (unopened == 0) return;
    findings_.warn(
        fmt::format("{} unopened {} in the safeguarding lane", unopened, unopened == 1 ? "item" : "items"),
        "tell the safeguarding lead today: `postbox urgent`");
  }

  void check_packs() {
    std::vector<std::string> missing;
    store::Connection connection(box_.file(box_database), store::Access::read_only);
    for (const store::Emptying& emptying : emptyings_of(connection)) {
      const Path folder = emptying.exports / emptying.pack;
      if (emptying.state != store::EmptyingState::exported) continue;
      if (!world_.files.exists(folder)) {
        missing.push_back(folder.string());
        continue;
      }
      for (const std::string& change :
           emptying::changes_since_signed(world_.files, folder / emptying::manifest_name, signing_keys())) {
        findings_.wrong(Fault::data, fmt::format("{}: {}", emptying.pack, change),
                        "do not pass this pack on; find out who changed it");
      }
    }
    if (missing.empty()) return;
    // A pack that the keeper has moved away is nobody's fault.
    findings_.warn(fmt::format("delivered, and not where they were put: {}", fmt::join(missing, ", ")),
                   "nothing, where you moved or removed them yourself; otherwise find out who did");
  }

  // A database that was emptied, or made anew beside the old keys, has forgotten what it delivered: its posts
  // are lost, or would go out twice. Of a restored box it is known already (check_restored).
  void check_deliveries() {
    std::set<std::string> known;
    std::set<Path> folders = {std::filesystem::weakly_canonical(box_.file("exports"))};
    if (is_readable_) {
      store::Connection connection(box_.file(box_database), store::Access::read_only);
      if (store::schema_version(connection) >= 8 && store::restored_from(connection)) return;
      for (const store::Emptying& emptying : emptyings_of(connection)) {
        known.insert(emptying.pack);
        folders.insert(std::filesystem::weakly_canonical(emptying.exports));
      }
    }
    for (const Path& exports : folders) {
      for (const emptying::Manifest& pack : emptying::signed_packs(world_.files, exports, signing_keys())) {
        if (known.contains(pack.pack)) continue;
        findings_.wrong(Fault::data,
                        fmt::format("{} was delivered from this box, and the database knows nothing of it",
                                    (exports / pack.pack).string()),
                        "box.db was replaced or emptied: stop the server and bring the last backup back with "
                        "`postbox restore FILE --replace`");
      }
    }
  }

  // A pack is signed with the key of its time.
  std::vector<seal::PublicKey> signing_keys() const {
    return read_succession(world_, box_.house.box, box_names).all();
  }

  // None where no emptying was ever recorded.
  static std::vector<store::Emptying> emptyings_of(store::Connection& connection) {
    if (store::schema_version(connection) < 2) return {};
    return store::all_emptyings(connection);
  }

  const Box& box_;
  World& world_;
  Findings& findings_;
  bool is_readable_ = false;  // the database
};

// `named`: a manifest, or the folder of the pack in which it lies.
int check_manifest(const Path& named, const Box& box, const Arguments& arguments, World& world) {
  const Path inside = named / emptying::manifest_name;
  const Path manifest = world.files.exists(inside) ? inside : named;
  if (!world.files.exists(manifest)) {
    throw Error(Fault::missing_input, "there is no " + manifest.string(), "name the manifest.json of a pack");
  }
  const std::vector<seal::PublicKey> keys = read_succession(world, box.house.box, box_names).all();
  Findings findings;
  findings.about(manifest.string(), [&] {
    for (const std::string& change : emptying::changes_since_signed(world.files, manifest, keys)) {
      findings.wrong(Fault::data, change, "do not pass this pack on; find out who changed it");
    }
  });
  return findings.show(arguments.json, world.out);
}

}  // namespace

int run_command(const Check& check, const Arguments& arguments, World& world) {
  const Box box = find_box(world, arguments.dir);
  if (check.manifest) return check_manifest(*check.manifest, box, arguments, world);
  Findings findings;
  BoxCheck(box, world, findings).run();
  return findings.show(arguments.json, world.out);
}

}  // namespace postbox::cli
