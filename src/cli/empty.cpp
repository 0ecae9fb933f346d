// `postbox empty`: the keeper empties the box.
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/error.hpp"
#include "base/exit_code.hpp"
#include "cli/box.hpp"
#include "cli/commands.hpp"
#include "cli/furnish.hpp"
#include "cli/json_line.hpp"
#include "cli/progress_view.hpp"
#include "cli/succession.hpp"
#include "emptying/empty_box.hpp"
#include "emptying/lane.hpp"
#include "emptying/rehearsal.hpp"
#include "store/corrections.hpp"
#include "store/sealed_to.hpp"

namespace postbox::cli {
namespace {

using Json = nlohmann::ordered_json;

Json counts_json(const store::EmptyingCounts& counts) {
  return {{"read", counts.read},           {"opened", counts.opened},     {"refused", counts.refused},
          {"delivered", counts.delivered}, {"unsorted", counts.unsorted}, {"held", counts.held}};
}

void show_counts(const store::EmptyingCounts& counts, std::ostream& out) {
  out << "  read " << counts.read << " = opened " << counts.opened << " + refused " << counts.refused << '\n'
      << "  opened " << counts.opened << " = delivered " << counts.delivered << " + unsorted "
      << counts.unsorted << " + held " << counts.held << '\n';
}

// "3 in DIR/unsorted (Arabic 1, Polish 2)", of each folder in `where`
std::vector<std::string> counts_for_translation(const emptying::ForTranslation& all, const Path& where) {
  std::vector<std::string> said;
  for (const auto& [folder, languages] : all) {
    std::int64_t count = 0;
    std::string each;
    for (const auto& [language, of_it] : languages) {
      count += of_it;
      each += (each.empty() ? "" : ", ") + language + " " + std::to_string(of_it);
    }
    said.push_back(std::to_string(count) + " in " + (where / folder).string() + " (" + each + ")");
  }
  return said;
}

// Before anything else: nobody knows yet what they say.
void tell_for_translation(const emptying::Emptied& emptied, std::ostream& err) {
  for (const std::string& counts : counts_for_translation(emptied.for_translation, emptied.folder)) {
    err << "for translation: " << counts << "; nobody has read what they say: have them translated today\n";
  }
}

// What a person has to see to, whatever else went well, and in which month's pack.
void warn_about(const emptying::Emptied& emptied, std::ostream& err) {
  const store::EmptyingCounts& counts = emptied.counts;
  if (emptied.rare > 0) {
    err << "note: " << emptied.pack << ": " << emptied.rare
        << " of the unsorted could show who is meant (column rare): read them in unsorted/, and send on what "
           "may go "
           "with `postbox resort`\n";
  }
  if (counts.held > 0) {
    err << "warning: " << emptied.pack << ": " << counts.held
        << " held: somebody may be in danger; tell the safeguarding lead today (`postbox urgent`)\n";
  }
  if (counts.refused > 0) {
    err << "warning: " << emptied.pack << ": " << counts.refused
        << " did not open (damaged, forged or sealed to another key); they stay in the box\n";
  }
}

class EmptyCommand {
 public:
  EmptyCommand(const Empty& empty, const Arguments& arguments, World& world)
      : empty_(empty), arguments_(arguments), world_(world), box_(find_box(world, arguments.dir)) {}

  int run() {
    refuse_place();
    store::Connection connection(box_.file(box_database));
    migrate_box(world_, connection);
    if (nothing_to_do(connection)) {
      if (arguments_.json) world_.out << "[]\n";
      world_.err << "nothing is due\n";
      return 0;
    }
    const Furnished furnished(world_, box_.house, box_.settings);
    const seal::SecretKeys keys = unlock_box(world_, box_, connection, empty_.key, empty_.passphrase_file);
    const seal::PublicKey safeguarding = read_public_key_file(world_, box_.file(safeguarding_public_key));
    const emptying::Rooms rooms = rooms_of(world_, box_, furnished, connection, keys, safeguarding);
    if (empty_.dry_run) return rehearse(rooms);
    const int code = empty(rooms);
    tell_retired(connection);
    return code;
  }

 private:
  // A pack among the box's own files would be taken for one of them, or be seen by the wrong people.
  void refuse_place() const {
    if (!empty_.out) return;
    const auto whole = [](const Path& path) {
      return std::filesystem::weakly_canonical(std::filesystem::absolute(path));
    };
    const Path out = whole(*empty_.out);
    bool is_own =
        out == whole(box_.secret_key("").parent_path());  // maybe on a stick that may take packs too
    for (const char* own : {"keys", "config", "published", "alerts"}) {
      const Path inside = out.lexically_relative(whole(box_.file(own)));
      is_own = is_own || (!inside.empty() && *inside.begin() != "..");
    }
    if (!is_own) return;
    throw Error(Fault::cannot_create,
                "packs in " + empty_.out->string() + " would stand among the box's own files",
                "name another folder with --out");
  }

  emptying::Request request() const {
    const Path out = empty_.out.value_or(box_.file("exports"));
    return {empty_.month, empty_.up_to_now, std::filesystem::absolute(out).lexically_normal()};
  }

  // Known before anybody is asked for a passphrase; also refuses a wrong month.
  bool nothing_to_do(store::Connection& connection) const {
    const Month now = month_in_london(world_.clock.now());
    return emptying::months_due(connection, request(), now).empty() &&
           !store::unfinished_emptying(connection) && !emptying::may_settle(connection) &&
           store::corrected_rows(connection).empty();
  }

  int empty(const emptying::Rooms& rooms) {
    ProgressView progress(world_.err, world_.err_is_terminal);
    const auto all = emptying::empty_box(rooms, request(), box_.file(emptying_lock), progress);
    Json list = Json::array();
    bool refused = false;
    for (const emptying::Emptied& one : all) tell_for_translation(one, world_.err);
    for (const emptying::Emptied& one : all) {
      refused = refused || one.counts.refused > 0;
      list.push_back({{"pack", one.pack},
                      {"folder", one.folder.string()},
                      {"counts", counts_json(one.counts)},
                      {"for_translation", one.for_translation}});
      if (!arguments_.json) {
        world_.out << one.folder.string() << (one.resumed ? " (begun by an earlier run)" : "") << '\n';
        show_counts(one.counts, world_.out);
      }
      warn_about(one, world_.err);
      for (const std::string& warning : one.warnings) world_.err << "warning: " << warning << '\n';
    }
    if (arguments_.json) world_.out << json_line(list);
    if (all.empty()) world_.err << "nothing is due\n";
    return refused ? exit_code_of(Fault::data) : 0;
  }

  // Never removed by a program: a backup of before the rotation may still need it.
  void tell_retired(store::Connection& connection) {
    const Path present = empty_.key.value_or(box_.secret_key(box_secret_key));
    const Succession succession = read_succession(world_, box_.house.box, box_names);
    if (succession.handovers.empty()) return;
    const std::size_t needed = still_needed(succession, store::heads_in_box(connection)).size();
    for (std::size_t i = 0; i + needed < succession.handovers.size(); ++i) {
      const auto file = find_secret(world_, present, box_names, succession.handovers[i].from);
      if (!file) continue;
      world_.err << "note: nothing in the box is sealed to the earlier key in " << file->string()
                 << " any more. Backups from before " << succession.handovers[i].on
                 << " need it; when you have none of them left, remove the file\n";
    }
  }

  int rehearse(const emptying::Rooms& rooms) {
    ProgressView progress(world_.err, world_.err_is_terminal);
    Json list = Json::array();
    for (const emptying::Rehearsal& one : emptying::rehearse(rooms, request(), progress)) {
      list.push_back({{"month", one.month.text()},
                      {"counts", counts_json(one.counts)},
                      {"rows", one.rows},
                      {"for_translation", one.for_translation},
                      {"dry_run", true}});
      if (arguments_.json) continue;
      world_.out << one.month.text() << ", a rehearsal: nothing was claimed or written\n";
      show_counts(one.counts, world_.out);
      for (const auto& [recipient, rows] : one.rows) world_.out << "  " << recipient << ": " << rows << '\n';
      for (const std::string& counts : counts_for_translation(one.for_translation, {})) {
        world_.out << "  for translation: " << counts << '\n';
      }
    }
    if (arguments_.json) world_.out << json_line(list);
    return 0;
  }

  const Empty& empty_;
  const Arguments& arguments_;
  World& world_;
  Box box_;
};

}  // namespace

int run_command(const Empty& empty, const Arguments& arguments, World& world) {
  return EmptyCommand(empty, arguments, world).run();
}

}  // namespace postbox::cli
