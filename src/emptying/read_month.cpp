#include "emptying/read_month.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <utility>

#include "emptying/in_parallel.hpp"
#include "store/corrections.hpp"

namespace postbox::emptying {
namespace {

// A block ends at whichever comes first. 256 usual records are 10 ms of work for a thread; 4 MiB bound the
// memory when every record has the largest size.
constexpr std::size_t block_rows_max = 256;
constexpr std::size_t block_bytes_max = 4UL * 1024 * 1024;

struct Block {
  std::vector<store::RowKey> rows;
  std::vector<std::string> records;
  std::vector<std::string> corrections;  // "" for none
  std::size_t bytes = 0;

  bool is_full() const { return rows.size() >= block_rows_max || bytes >= block_bytes_max; }
};

using Corrections = std::map<store::RowKey, std::string>;

Block next_block(store::SealedReader& reader, const Corrections& corrections,
                 const std::vector<store::RowKey>& rows, std::size_t from) {
  Block block;
  for (std::size_t i = from; i < rows.size() && !block.is_full(); ++i) {
    block.rows.push_back(rows[i]);
    block.records.emplace_back(reader.read(rows[i]));
    const auto correction = corrections.find(rows[i]);
    block.corrections.push_back(correction == corrections.end() ? std::string() : correction->second);
    block.bytes += block.records.back().size();
  }
  return block;
}

struct Ready {
  std::vector<store::RowKey> rows;
  std::vector<std::optional<Prepared>> prepared;

  void hand_on(const std::function<void(store::RowKey, std::optional<Prepared>)>& take) {
    for (std::size_t i = 0; i < rows.size(); ++i) take(rows[i], std::move(prepared[i]));
    rows.clear();
  }
};

}  // namespace

std::vector<store::RowKey> secret_order(const seal::SecretKeys& keys, std::string_view pack,
                                        std::vector<store::RowKey> rows) {
  std::vector<std::pair<std::uint64_t, store::RowKey>> numbered;
  numbered.reserve(rows.size());
  for (const store::RowKey row : rows) {
    numbered.emplace_back(keys.secret_number("order", fmt::format("{} {}", pack, row)), row);
  }
  std::sort(numbered.begin(), numbered.end());
  std::transform(numbered.begin(), numbered.end(), rows.begin(), [](const auto& one) { return one.second; });
  return rows;
}

// Three blocks are under way: while the threads work on one, the caller hands on the one before and reads the
// one behind it.
void prepare_rows(const Rooms& rooms, Month month, std::string_view pack,
                  const std::vector<store::RowKey>& rows,
                  const std::function<void(store::RowKey, std::optional<Prepared>)>& take) {
  store::SealedReader reader(rooms.box);
  const Corrections corrections = store::waiting_corrections(rooms.box);
  std::size_t read = 0;
  const auto next = [&] {
    Block block = next_block(reader, corrections, rows, read);
    read += block.rows.size();
    return block;
  };
  Ready ready;
  for (Block block = next(), behind; !block.rows.empty(); block = std::exchange(behind, {})) {
    std::vector<std::optional<Prepared>> prepared(block.rows.size());
    in_parallel(
        rooms.workers, block.rows.size(),
        [&](std::size_t i) {
          prepared[i] = prepare(rooms, block.records[i], month, pack, block.corrections[i]);
        },
        [&] {
          ready.hand_on(take);
          behind = next();
        });
    ready = {std::move(block.rows), std::move(prepared)};
  }
  ready.hand_on(take);
}

}  // namespace postbox::emptying
