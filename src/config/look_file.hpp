// config/look.toml: who stands behind the box, its colour, and where "Exit this page" leads.
#pragma once

#include "config/house.hpp"
#include "form/form.hpp"

namespace postbox::config {

// Error(Fault::settings) names file and line, also for a colour on which the words could not be read.
form::Look read_look(const FileSystem& files, const House& house);

}  // namespace postbox::config
