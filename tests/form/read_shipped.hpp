// The form as shipped, and forms of a few lines for tests of what a partnership might write.
#pragma once

#include <string>

#include "base/file_system.hpp"
#include "config/form_file.hpp"
#include "form/form.hpp"

namespace postbox::test {

inline config::House shipped_house() {
  return {Path(POSTBOX_SOURCE_DIR) / "no-box", Path(POSTBOX_SOURCE_DIR)};
}

inline const form::Form& shipped_form() {
  static const form::Form form = config::read_form(PosixFileSystem{}, shipped_house());
  return form;
}

}  // namespace postbox::test
