#include "emptying/packs.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "emptying/in_parallel.hpp"

namespace postbox::emptying {

Packs::Packs(const Rooms& rooms, Path folder, Month month, Board& board)
    : rooms_(rooms), folder_(std::move(folder)), month_(month), board_(board) {}

void Packs::add(Prepared prepared) {
  if (prepared.destinations.empty()) add_to(unsorted_folder, prepared);
  for (const deliver::Destination& destination : prepared.destinations) {
    prepared.row.district_known = destination.district_known;
    const auto own = prepared.own_words.find(destination.recipient);
    const bool has_own = own != prepared.own_words.end();
    if (has_own) std::swap(prepared.row.words, own->second);
    add_to(destination.recipient, prepared);
    if (has_own) std::swap(prepared.row.words, own->second);
  }
}

std::map<std::string, std::int64_t> Packs::finish() {
  std::map<std::string, std::int64_t> rows;
  std::vector<Pack*> largest_first;  // so that no thread is left with the longest when the others are done
  for (auto& [recipient, pack] : packs_) {
    rows[recipient] = pack.rows;
    largest_first.push_back(&pack);
  }
  std::stable_sort(largest_first.begin(), largest_first.end(),
                   [](const Pack* a, const Pack* b) { return a->rows > b->rows; });
  in_parallel(rooms_.workers, largest_first.size(), [&](std::size_t i) {
    largest_first[i]->bundle->finish();
    largest_first[i]->bundle.reset();  // its memory is the next one's
  });
  packs_.clear();
  return rows;
}

void Packs::add_to(const std::string& recipient, const Prepared& prepared) {
  auto found = packs_.find(recipient);
  if (found == packs_.end()) found = packs_.emplace(recipient, open(recipient)).first;
  found->second.bundle->add(prepared.row);
  ++found->second.rows;
  if (!prepared.language.empty()) ++for_translation_[recipient][prepared.language];
  board_.add_delivered(recipient, prepared.row);
}

Packs::Pack Packs::open(const std::string& recipient) const {
  const deliver::Recipient* known = rooms_.routes.find(recipient);
  const report::PackFacts facts{.recipient_name = known != nullptr ? known->name : "Unsorted feedback",
                                .month = month_,
                                .with_guesses = recipient == unsorted_folder,
                                .commissioner = rooms_.routes.commissioner_of(recipient, month_),
                                .before = board_.month_before(recipient)};
  return {std::make_unique<report::Bundle>(rooms_.files, folder_ / recipient, rooms_.wording, facts), 0};
}

}  // namespace postbox::emptying
