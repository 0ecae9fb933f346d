// The packs of one emptying while they are written: a bundle per recipient, and unsorted/.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "deliver/routes.hpp"
#include "emptying/prepare.hpp"
#include "report/bundle.hpp"
#include "store/emptyings.hpp"

namespace postbox::emptying {

inline constexpr const char* unsorted_folder = "unsorted";

class Packs {
 public:
  // `folder` must exist and be empty.
  Packs(FileSystem& files, Path folder, const deliver::Routes& routes, const report::Wording& wording,
        Month month);

  // Into the bundle of every destination, or into unsorted/. A held one must not come here.
  void add(const Prepared& prepared);
  // Completes every file. Rows by recipient id, `unsorted` included.
  std::map<std::string, std::int64_t> finish();

 private:
  struct Pack {
    std::unique_ptr<report::Bundle> bundle;
    std::int64_t rows = 0;
  };
  void add_to(const std::string& recipient, const DeliveredRow& row);
  Pack open(const std::string& recipient) const;

  FileSystem& files_;
  Path folder_;
  const deliver::Routes& routes_;
  const report::Wording& wording_;
  Month month_;
  std::map<std::string, Pack> packs_;
};

}  // namespace postbox::emptying
