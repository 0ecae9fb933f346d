#include "emptying/read_month.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "emptying/in_order.hpp"
#include "store/corrections.hpp"

namespace postbox::emptying {
namespace {

// A block ends at whichever comes first: 32 usual records are 5 ms of work for a thread, and bytes bound the
// memory when every record has the largest size.
constexpr std::size_t block_rows_max = 32;
constexpr std::size_t block_bytes_max = 1024UL * 1024;
// One is worked on and another waits for it, or waits to be handed on.
constexpr std::size_t blocks_for_each_worker = 4;

struct Block {
  std::vector<store::RowKey> rows;
  std::vector<std::string> records;
  std::vector<std::string> corrections;  // "" for none
  std::size_t bytes = 0;
  std::vector<std::optional<Prepared>> prepared{};

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

std::vector<std::optional<Prepared>> prepare_block(const Rooms& rooms, const Lane& lane, const Block& block,
                                                   Month month, std::string_view pack) {
  std::vector<SealedRow> rows;
  rows.reserve(block.rows.size());
  for (std::size_t i = 0; i < block.rows.size(); ++i) {
    rows.push_back({block.records[i], block.corrections[i]});
  }
  return prepare(rooms, lane, rows, month, pack);
}

}  // namespace

void prepare_rows(const Rooms& rooms, const Lane& lane, Month month, std::string_view pack,
                  const NextRows& next,
                  const std::function<void(store::RowKey, std::optional<Prepared>)>& take) {
  Blocks blocks(rooms.box, next);
  std::vector<Block> under_way(blocks_for_each_worker * std::max(1U, rooms.workers));
  in_order(rooms.workers, under_way.size(),
           {.fetch =
                [&](std::size_t at) {
                  under_way[at] = blocks.next();
                  return !under_way[at].rows.empty();
                },
            .work =
                [&](std::size_t at) {
                  under_way[at].prepared = prepare_block(rooms, lane, under_way[at], month, pack);
                },
            .hand_on =
                [&](std::size_t at) {
                  Block done = std::exchange(under_way[at], {});
                  for (std::size_t i = 0; i < done.rows.size(); ++i) {
                    take(done.rows[i], std::move(done.prepared[i]));
                  }
                }});
}

}  // namespace postbox::emptying
