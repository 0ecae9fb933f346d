// Reads config/routes.toml. How the file is written stands in its own head and in config/README.md.
#pragma once

#include "base/file_system.hpp"
#include "config/house.hpp"
#include "deliver/routes.hpp"

namespace postbox::config {

// Error(Fault::settings) names file and line of: an id that is no safe folder name, a recipient that is not
// listed, an unknown area, a district twice, a last day before the first. Gaps and overlaps are no error
// here: deliver::Routes::problems names them, for they depend on the districts that the form asks about.
deliver::Routes read_routes(const FileSystem& files, const House& house);

// The same from a tree already read, such as the text of a test.
deliver::Routes routes_from(const Node& document);

}  // namespace postbox::config
