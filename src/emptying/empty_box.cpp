#include "emptying/empty_box.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "base/error.hpp"
#include "emptying/board.hpp"
#include "emptying/emptying_lock.hpp"
#include "emptying/history.hpp"
#include "emptying/known_packs.hpp"
#include "emptying/lane.hpp"
#include "emptying/manifest.hpp"
#include "emptying/packs.hpp"
#include "emptying/read_month.hpp"
#include "emptying/secret_order.hpp"
#include "emptying/tally.hpp"
#include "store/corrections.hpp"
#include "store/restored.hpp"
#include "store/waiting_rows.hpp"

namespace postbox::emptying {
namespace {

constexpr unsigned folder_mode = 0700;
constexpr unsigned file_mode = 0600;

Path staging_of(const store::Emptying& emptying) { return emptying.exports / (".staging-" + emptying.pack); }

class OneMonth {  // one emptying from where it stands to its end
 public:
  OneMonth(const Rooms& rooms, store::Emptying emptying, Progress& progress)
      : rooms_(rooms),
        emptying_(std::move(emptying)),
        progress_(progress),
        staging_(staging_of(emptying_)),
        folder_(emptying_.exports / emptying_.pack) {}

  Emptied finish(bool resumed) {
    std::vector<std::string> warnings;
    std::int64_t rare = 0;
    if (emptying_.state == store::EmptyingState::claimed) {
      Board board(rooms_, rooms_.disclosure, emptying_);
      warnings = board.warnings();
      const Tally tally = stage(board);
      rare = tally.rare;
      reached(Step::staged);
      publish();
      reached(Step::renamed);
      board.keep();
      store::record(rooms_.box, emptying_, tally.counts, tally.kept);
      reached(Step::recorded);
    }
    if (emptying_.state == store::EmptyingState::recorded) {
      store::mark_exported(rooms_.box, emptying_, day_in_london(rooms_.clock.now()));
      reached(Step::exported);
    }
    return {emptying_.pack, folder_, emptying_.counts, resumed, rare, std::move(warnings), for_translation()};
  }

 private:
  void reached(Step step) { progress_.reached(emptying_.pack, step); }

  Tally stage(Board& board) {
    rooms_.files.remove(staging_);
    rooms_.files.make_folder(emptying_.exports, folder_mode);
    rooms_.files.make_folder(staging_, folder_mode);
    Packs packs(rooms_, staging_, emptying_.month, board);
    Tally tally = fill(packs, board);
    auto rows = packs.finish();
    board.write(staging_);
    sign(tally.counts, std::move(rows), packs.for_translation());
    return tally;
  }

  Tally fill(Packs& packs, Board& board) {
    Tally tally;
    const Lane lane(rooms_);
    SecretOrder rows(rooms_.keys, emptying_.pack, [this](const std::function<void(store::RowKey)>& take) {
      store::each_claimed(rooms_.box, emptying_, take);
    });
    prepare_rows(
        rooms_, lane, emptying_.month, emptying_.pack, [&rows] { return rows.next(); },
        [&](store::RowKey row, std::optional<Prepared> prepared) {
          tally.add(row, prepared);
          if (prepared) {
            if (!prepared->is_sorted_again) {
              board.add(prepared->choices_and_ticks, prepared->row, prepared->link, prepared->held);
            }
            if (!prepared->held) packs.add(std::move(*prepared));
          }
          progress_.rows(emptying_.pack, static_cast<std::size_t>(tally.counts.read), rows.size());
        });
    return tally;
  }

  // From the manifest, so that it is also told by a run that found the packs in their place.
  ForTranslation for_translation() const {
    const Path manifest = folder_ / manifest_name;
    return rooms_.files.exists(manifest) ? read_for_translation(rooms_.files.read(manifest))
                                         : ForTranslation();
  }

  void sign(const store::EmptyingCounts& counts, std::map<std::string, std::int64_t> rows,
            ForTranslation for_translation) {
    if (!counts.adds_up()) {
      throw Error(Fault::storage, "the counts of this emptying do not add up; nothing was delivered",
                  "this is a mistake of the program: keep the box as it is and report it");
    }
    const std::string manifest = write_manifest({.pack = emptying_.pack,
                                                 .month = emptying_.month,
                                                 .key = rooms_.keys.public_key().id,
                                                 .counts = counts,
                                                 .rows = std::move(rows),
                                                 .for_translation = std::move(for_translation),
                                                 .files = hash_files(rooms_.files, staging_)});
    write_atomically(rooms_.files, staging_ / manifest_name, manifest, file_mode);
    write_atomically(rooms_.files, staging_ / signature_name, rooms_.keys.sign(manifest) + "\n", file_mode);
  }

  // Renames the staged packs, or finds that a run before this one had done so already.
  void publish() {
    if (!rooms_.files.exists(folder_)) {
      rooms_.files.rename(staging_, folder_);
    } else if (rooms_.files.read(folder_ / manifest_name) == rooms_.files.read(staging_ / manifest_name)) {
      rooms_.files.remove(staging_);
    } else {
      throw Error(Fault::cannot_create,
                  fmt::format("{} was written before with other settings", folder_.string()),
                  "put the settings back as they were, or move that folder away, and run the emptying again");
    }
    rooms_.files.sync_folder(emptying_.exports);
  }

  const Rooms& rooms_;
  store::Emptying emptying_;
  Progress& progress_;
  Path staging_;
  Path folder_;
};

// What an earlier run left half written, on a disk that may be gone or read only.
void clear_staging(const Rooms& rooms, const store::Emptying& begun, Progress& progress) {
  try {
    rooms.files.remove(staging_of(begun));
  } catch (const Error& error) {
    progress.say(fmt::format("warning: {}; remove {}: an earlier run began the packs there", error.what(),
                             staging_of(begun).string()));
  }
}

// A folder of the pack's name that this box did not make would stop this run, and every one after it.
void refuse_foreign_pack(const Rooms& rooms, const store::Emptying& begun, const Path& exports) {
  const Path folder = exports / begun.pack;
  if (!rooms.files.exists(folder)) return;
  const auto manifest = read_signed_manifest(rooms.files, folder, std::array{rooms.keys.public_key()});
  if (manifest && manifest->pack == begun.pack) return;
  throw Error(Fault::cannot_create, folder.string() + " is there already",
              "name another folder with --out, or move it away");
}

// An emptying that was begun goes on into the folder that is asked for now: its disk may be full, or gone.
// Where its packs are in place it ends there, for they may have been handed on.
store::Emptying go_on_in(const Rooms& rooms, store::Emptying begun, const Path& exports, Progress& progress) {
  using std::filesystem::weakly_canonical;
  if (weakly_canonical(begun.exports) == weakly_canonical(exports)) return begun;
  const bool in_place = rooms.files.exists(begun.exports / begun.pack);
  if (in_place || begun.state != store::EmptyingState::claimed) {
    progress.say(fmt::format("note: an earlier run delivered {} into {}: it ends there, not in {}",
                             begun.pack, begun.exports.string(), exports.string()));
    return begun;
  }
  refuse_foreign_pack(rooms, begun, exports);
  rooms.files.make_folder(exports, folder_mode);
  progress.say(fmt::format("note: an earlier run began {} in {}; it goes to {} now", begun.pack,
                           begun.exports.string(), exports.string()));
  clear_staging(rooms, begun, progress);
  store::move_unfinished(rooms.box, exports);
  begun.exports = exports;
  return begun;
}

Emptied empty_month(const Rooms& rooms, Month month, const Path& exports, Progress& progress) {
  rooms.files.make_folder(exports,
                          folder_mode);  // what cannot be written to is found before anything is claimed
  store::Emptying emptying = store::claim(
      rooms.box, month, exports, [&](const std::string& pack) { return rooms.files.exists(exports / pack); });
  progress.reached(emptying.pack, Step::claimed);
  return OneMonth(rooms, std::move(emptying), progress).finish(false);
}

bool is_due(const Request& request, Month month, Month this_month) {
  return month < this_month || (request.up_to_now && month == this_month);
}

void refuse_wrong_month(const Request& request, Month this_month) {
  if (!request.month || is_due(request, *request.month, this_month)) return;
  if (*request.month > this_month) {
    throw Error(Fault::usage, fmt::format("{} is in the future", request.month->text()),
                "name a month that is over, or leave --month out");
  }
  throw Error(Fault::usage, fmt::format("{} is not over yet", request.month->text()),
              "wait for the first of next month, or say --up-to-now");
}

}  // namespace

std::vector<Month> months_due(store::Connection& box, const Request& request, Month this_month,
                              const std::vector<Month>& reopened) {
  refuse_wrong_month(request, this_month);
  std::vector<Month> waiting = store::months_waiting(box);
  waiting.insert(waiting.end(), reopened.begin(), reopened.end());
  std::sort(waiting.begin(), waiting.end());
  waiting.erase(std::unique(waiting.begin(), waiting.end()), waiting.end());
  if (!request.month) {
    const auto is_early = [&](Month month) { return !is_due(request, month, this_month); };
    waiting.erase(std::remove_if(waiting.begin(), waiting.end(), is_early), waiting.end());
    return waiting;
  }
  const bool holds_something = std::find(waiting.begin(), waiting.end(), *request.month) != waiting.end();
  if (!holds_something && store::was_emptied(box, *request.month)) return {};
  return {*request.month};
}

std::vector<Emptied> empty_box(const Rooms& rooms, const Request& request, const Path& lock,
                               Progress& progress) {
  const auto alone = lock_emptying(rooms.files, lock);
  const Month this_month = month_in_london(rooms.clock.now());
  refuse_wrong_month(request, this_month);  // before anything is written
  std::vector<KnownPack> known;
  {
    const store::Snapshot as_it_is(rooms.box);
    known = find_known_packs(rooms, request.exports, progress);
  }
  take_over(rooms, known);
  take_over_counts(rooms.box, rooms.keys);
  std::vector<Emptied> done;
  if (auto unfinished = store::unfinished_emptying(rooms.box)) {
    auto going_on = go_on_in(rooms, std::move(*unfinished), request.exports, progress);
    done.push_back(OneMonth(rooms, std::move(going_on), progress).finish(true));
  }
  settle(rooms);
  store::reopen_corrected(rooms.box);
  for (const Month month : months_due(rooms.box, request, this_month)) {
    done.push_back(empty_month(rooms, month, request.exports, progress));
  }
  store::gather_waiting(rooms.box, rooms.random);
  return done;
}

}  // namespace postbox::emptying
