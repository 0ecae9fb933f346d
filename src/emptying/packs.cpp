#include "emptying/packs.hpp"

#include <utility>

namespace postbox::emptying {

Packs::Packs(FileSystem& files, Path folder, const deliver::Routes& routes, const report::Wording& wording,
             Month month)
    : files_(files), folder_(std::move(folder)), routes_(routes), wording_(wording), month_(month) {}

void Packs::add(const Prepared& prepared) {
  if (prepared.destinations.empty()) add_to(unsorted_folder, prepared.row);
  for (const deliver::Destination& destination : prepared.destinations) {
    DeliveredRow row = prepared.row;
    row.district_known = destination.district_known;
    add_to(destination.recipient, row);
  }
}

std::map<std::string, std::int64_t> Packs::finish() {
  std::map<std::string, std::int64_t> rows;
  for (auto& [recipient, pack] : packs_) {
    pack.bundle->finish();
    rows[recipient] = pack.rows;
  }
  packs_.clear();
  return rows;
}

void Packs::add_to(const std::string& recipient, const DeliveredRow& row) {
  auto found = packs_.find(recipient);
  if (found == packs_.end()) found = packs_.emplace(recipient, open(recipient)).first;
  found->second.bundle->add(row);
  ++found->second.rows;
}

Packs::Pack Packs::open(const std::string& recipient) const {
  const deliver::Recipient* known = routes_.find(recipient);
  const report::PackFacts facts{.recipient_name = known != nullptr ? known->name : "Unsorted feedback",
                                .month = month_,
                                .with_guesses = recipient == unsorted_folder,
                                .commissioner = routes_.commissioner_of(recipient, month_)};
  return {std::make_unique<report::Bundle>(files_, folder_ / recipient, wording_, facts), 0};
}

}  // namespace postbox::emptying
