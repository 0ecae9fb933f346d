// Any bytes may be classified: no crash, scores between 0 and 1, and the words that decided stand in the
// text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/file_system.hpp"
#include "classify/classify.hpp"
#include "config/phrases_file.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const postbox::classify::Classifier& shipped() {
  static const postbox::classify::Classifier classifier(
      postbox::config::read_vocabulary(postbox::PosixFileSystem(), {"/no/such/box", POSTBOX_SOURCE_DIR}));
  return classifier;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The bytes of the text, as libFuzzer hands them over.
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto result = shipped().classify(text);
  for (const postbox::ServiceArea area : postbox::service_areas) {
    const double score = result.scores[index_of(area)];
    require(score >= 0 && score <= 1);
  }
  for (const auto& words_of_area : shipped().explain(text)) {
    for (const auto& words : words_of_area) {
      require(!words.empty() && text.find(words) != std::string_view::npos);
    }
  }
  return 0;
}
