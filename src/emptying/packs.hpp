// The packs of one emptying while they are written: a bundle per recipient, and unsorted/.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "deliver/routes.hpp"
#include "emptying/board.hpp"
#include "emptying/manifest.hpp"
#include "emptying/prepare.hpp"
#include "report/bundle.hpp"
#include "store/emptyings.hpp"

namespace postbox::emptying {

inline constexpr const char* unsorted_folder = "unsorted";

class Packs {
 public:
  // `folder` must exist and be empty. `board` counts what each recipient is given, and knows what it was
  // given the month before.
  Packs(const Rooms& rooms, Path folder, Month month, Board& board);

  // Into the bundle of every destination, or into unsorted/. A held one must not come here.
  void add(Prepared prepared);
  // Completes every file, several packs at once. Rows by recipient id, `unsorted` included.
  std::map<std::string, std::int64_t> finish();
  ForTranslation for_translation() const { return for_translation_; }

 private:
  struct Pack {
    std::unique_ptr<report::Bundle> bundle;
    std::int64_t rows = 0;
  };
  void add_to(const std::string& recipient, const Prepared& prepared);
  Pack open(const std::string& recipient) const;

  const Rooms& rooms_;
  Path folder_;
  Month month_;
  Board& board_;
  std::map<std::string, Pack> packs_;
  ForTranslation for_translation_;
};

}  // namespace postbox::emptying
