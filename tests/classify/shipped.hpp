// The classifier with the words that are shipped, compiled once for all tests.
#pragma once

#include "base/file_system.hpp"
#include "classify/classify.hpp"
#include "config/phrases_file.hpp"

namespace postbox::classify::test {

inline const Classifier& shipped() {
  static const Classifier classifier(
      config::read_vocabulary(PosixFileSystem(), {"/no/such/box", POSTBOX_SOURCE_DIR}));
  return classifier;
}

}  // namespace postbox::classify::test
