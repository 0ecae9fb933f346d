// bench-emptying: the monthly job in parts, timed after the key is open.
//
//   bench-emptying DIR PASSPHRASE-FILE SHIPPED WORKERS tables    open, redact, classify, route; CSV and JSON
//   lines bench-emptying DIR PASSPHRASE-FILE SHIPPED WORKERS packs     the same with all four files of a pack
//   bench-emptying DIR PASSPHRASE-FILE SHIPPED WORKERS empty     a whole emptying; the box is empty then
//
// `tables` and `packs` change nothing in the box and can be repeated. Prints a JSON object; peak_mib is the
// most memory at once after the key was open (its unlocking takes 256 MiB, on purpose).
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/clock.hpp"
#include "cli/box.hpp"
#include "cli/furnish.hpp"
#include "cli/passphrases.hpp"
#include "emptying/empty_box.hpp"
#include "emptying/in_parallel.hpp"
#include "emptying/packs.hpp"
#include "emptying/read_month.hpp"
#include "emptying/secret_order.hpp"
#include "report/bundle.hpp"
#include "report/csv.hpp"
#include "report/jsonl.hpp"

namespace {

using namespace postbox;
using Json = nlohmann::ordered_json;

constexpr unsigned folder_mode = 0700;

// The two plain files of a pack alone, like a report::Bundle of all four.
class Tables {
 public:
  Tables(FileSystem& files, const Path& folder, const report::Wording& wording)
      : columns_(std::make_unique<report::Columns>(wording, false)) {
    files.make_folder(folder, folder_mode);
    writers_.push_back(std::make_unique<report::CsvWriter>(files, folder / "feedback.csv", *columns_));
    writers_.push_back(std::make_unique<report::JsonlWriter>(files, folder / "feedback.jsonl", *columns_));
  }

  void add(const DeliveredRow& row) {
    const report::RowCells cells = columns_->cells(row);
    for (const auto& writer : writers_) writer->add(row, cells);
  }
  void finish() {
    for (const auto& writer : writers_) writer->finish();
  }

 private:
  std::unique_ptr<report::Columns> columns_;
  std::vector<std::unique_ptr<report::RowWriter>> writers_;
};

class NobodyWatches : public emptying::Progress {
  void rows(const std::string& /*pack*/, std::size_t /*done*/, std::size_t /*of*/) override {}
  void reached(const std::string& /*pack*/, emptying::Step /*step*/) override {}
};

// One month into a folder for each recipient; `open` makes what writes there. How many rows.
template <class Open>
std::size_t write_month(const emptying::Rooms& rooms, Month month, const Open& open) {
  std::map<std::string, decltype(open("", month))> packs;
  const auto add_to = [&](const std::string& recipient, const DeliveredRow& row) {
    auto& pack = packs[recipient];
    if (!pack) pack = open(recipient, month);
    pack->add(row);
  };
  const std::string name = month.text();
  const auto waiting = store::keys_waiting(rooms.box, month);
  emptying::SecretOrder rows(rooms.keys, name, [&waiting](const std::function<void(store::RowKey)>& take) {
    for (const store::RowKey row : waiting) take(row);
  });
  const emptying::Lane lane(rooms);
  emptying::prepare_rows(
      rooms, lane, month, name, [&rows] { return rows.next(); },
      [&](store::RowKey, std::optional<emptying::Prepared> prepared) {
        if (!prepared || prepared->held) return;
        if (prepared->destinations.empty()) {
          add_to(emptying::unsorted_folder, prepared->row);
        }
        for (const auto& destination : prepared->destinations) {
          add_to(destination.recipient, prepared->row);
        }
      });
  std::vector<typename decltype(packs)::mapped_type*> all;
  for (auto& [recipient, pack] : packs) all.push_back(&pack);
  emptying::in_parallel(rooms.workers, all.size(), [&](std::size_t i) { (*all[i])->finish(); });
  return rows.size();
}

// Every month of the box that waits; how many rows.
template <class Open>
std::size_t write_months(const emptying::Rooms& rooms, const Path& folder, const Open& open) {
  std::size_t rows = 0;
  for (const Month month : store::months_waiting(rooms.box)) {
    rooms.files.remove(folder);
    rooms.files.make_folder(folder, folder_mode);
    rows += write_month(rooms, month, open);
  }
  rooms.files.remove(folder);
  return rows;
}

std::size_t write_tables(const emptying::Rooms& rooms, const Path& folder) {
  return write_months(rooms, folder, [&](const std::string& recipient, Month) {
    return std::make_unique<Tables>(rooms.files, folder / recipient, rooms.wording);
  });
}

std::size_t write_packs(const emptying::Rooms& rooms, const Path& folder) {
  return write_months(rooms, folder, [&](const std::string& recipient, Month month) {
    const report::PackFacts facts{
        .recipient_name = recipient, .month = month, .with_guesses = false, .commissioner = {}};
    return std::make_unique<report::Bundle>(rooms.files, folder / recipient, rooms.wording, facts);
  });
}

std::size_t empty(const emptying::Rooms& rooms, const Path& folder, const Path& lock) {
  NobodyWatches nobody;
  std::size_t rows = 0;
  for (const auto& one : emptying::empty_box(rooms, {.up_to_now = true, .exports = folder}, lock, nobody)) {
    if (one.counts.refused > 0) throw std::runtime_error("records of this box did not open");
    rows += static_cast<std::size_t>(one.counts.read);
  }
  return rows;
}

// Linux forgets the peak so far; see proc(5), clear_refs.
void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

double peak_mib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  }
  return 0;
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

std::size_t measured(const emptying::Rooms& rooms, const cli::Box& box, const std::string& what) {
  if (what == "empty") return empty(rooms, box.file("exports"), box.file("emptying.lock"));
  return what == "packs" ? write_packs(rooms, box.file("bench-packs"))
                         : write_tables(rooms, box.file("bench-packs"));
}

int run(const std::vector<std::string>& words) {
  PosixFileSystem files;
  const SystemClock clock;
  SystemRandom random;
  std::istringstream nothing;
  const cli::World world{.files = files,
                         .clock = clock,
                         .random = random,
                         .in = nothing,
                         .out = std::cout,
                         .err = std::cerr,
                         .shipped = words[2],
                         .credentials = {},
                         .ask = {},
                         .workers = static_cast<unsigned>(std::stoul(words[3]))};
  const cli::Box box = find_box(world, std::filesystem::absolute(words[0]));
  store::Connection connection(box.file(box_database));
  const cli::Furnished furnished(world, box.house, box.settings);
  const seal::SecretKeys keys = unlock(world, box.secret_key(cli::box_secret_key),
                                       read_passphrase(world, words[1], cli::box_passphrase));
  const seal::PublicKey safeguarding = read_public_key_file(world, box.file(safeguarding_public_key));
  const emptying::Rooms rooms = rooms_of(world, box, furnished, connection, keys, safeguarding);
  forget_peak();
  const double cpu = cpu_seconds();
  const auto begin = std::chrono::steady_clock::now();
  const std::size_t rows = measured(rooms, box, words[4]);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::cout << Json{{"rows", rows},
                    {"seconds", took.count()},
                    {"cpu_seconds", cpu_seconds() - cpu},
                    {"peak_mib", peak_mib()}}
                   .dump()
            << '\n';
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 6) {
    std::cerr << "usage: bench-emptying DIR PASSPHRASE-FILE SHIPPED WORKERS tables|packs|empty\n";
    return 64;
  }
  try {
    return run({words + 1, words + count});
  } catch (const std::exception& error) {
    std::cerr << "bench-emptying: " << error.what() << '\n';
    return 1;
  }
}
