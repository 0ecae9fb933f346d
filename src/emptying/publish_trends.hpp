// The board's files made again, for everybody: from the counts of every emptying so far, without one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/file_system.hpp"
#include "disclosure/publish.hpp"
#include "report/bundle.hpp"
#include "seal/opener/secret_keys.hpp"
#include "store/connection.hpp"

namespace postbox::emptying {

// What the server may read of all that an emptying makes (the folder `published` of a box).
inline constexpr const char* published_folder = "published";

struct PublishedTrends {
  std::optional<Month> month;  // the last one with figures; nothing: there are none, nothing was written
  std::vector<std::string> warnings{};  // months that were left out
};

// Puts trends.html, .csv and .xlsx into `folder`, each in place of the one before; the folder is made where
// it is not there. The same counts give the same bytes. Months before `this_month` alone: of one that still
// grows two versions would tell by subtraction what came in between. Throws Error(Fault::cannot_create) for a
// folder that holds a pack.
PublishedTrends publish_trends(FileSystem& files, store::Connection& box, const seal::SecretKeys& keys,
                               const report::Wording& wording, const disclosure::Settings& settings,
                               Month this_month, const Path& folder);

}  // namespace postbox::emptying
