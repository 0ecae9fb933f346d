#include "emptying/read_month.hpp"

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

// The rows in blocks, with what waits for each.
class Blocks {
 public:
  Blocks(store::Connection& box, const NextRows& next)
      : reader_(box), corrections_(store::waiting_corrections(box)), next_rows_(next) {}

  // Without rows: none are left.
  Block next() {
    Block block;
    for (; !block.is_full(); ++at_) {
      if (at_ == rows_.size()) {
        rows_ = next_rows_();
        at_ = 0;
      }
      if (rows_.empty()) break;
      add(block, rows_[at_]);
    }
    return block;
  }

 private:
  void add(Block& block, store::RowKey row) {
    block.rows.push_back(row);
    block.records.emplace_back(reader_.read(row));
    const auto correction = corrections_.find(row);
    block.corrections.push_back(correction == corrections_.end() ? std::string() : correction->second);
    block.bytes += block.records.back().size();
  }

  store::SealedReader reader_;
  std::map<store::RowKey, std::string> corrections_;
  const NextRows& next_rows_;
  std::vector<store::RowKey> rows_;
  std::size_t at_ = 0;
};

struct Ready {
  std::vector<store::RowKey> rows;
  std::vector<std::optional<Prepared>> prepared;

  void hand_on(const std::function<void(store::RowKey, std::optional<Prepared>)>& take) {
    for (std::size_t i = 0; i < rows.size(); ++i) take(rows[i], std::move(prepared[i]));
    rows.clear();
  }
};

}  // namespace

// Three blocks are under way: while the threads work on one, the caller hands on the one before and reads the
// one behind it.
void prepare_rows(const Rooms& rooms, const Lane& lane, Month month, std::string_view pack,
                  const NextRows& next,
                  const std::function<void(store::RowKey, std::optional<Prepared>)>& take) {
  Blocks blocks(rooms.box, next);
  Ready ready;
  for (Block block = blocks.next(), behind; !block.rows.empty(); block = std::exchange(behind, {})) {
    std::vector<std::optional<Prepared>> prepared(block.rows.size());
    in_parallel(
        rooms.workers, block.rows.size(),
        [&](std::size_t i) {
          prepared[i] = prepare(rooms, lane, block.records[i], month, pack, block.corrections[i]);
        },
        [&] {
          ready.hand_on(take);
          behind = blocks.next();
        });
    ready = {std::move(block.rows), std::move(prepared)};
  }
  ready.hand_on(take);
}

}  // namespace postbox::emptying
