// Any bytes may be classified: no crash, scores between 0 and 1, the words that decided stand in the text,
// its sentences can be left out whole, and its language is one of those that are known.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/file_system.hpp"
#include "classify/classify.hpp"
#include "classify/language.hpp"
#include "config/languages_file.hpp"
#include "config/phrases_file.hpp"

namespace {

using postbox::TextRange;

void require(bool holds) {
  if (!holds) std::abort();
}

const postbox::config::House house{"/no/such/box", POSTBOX_SOURCE_DIR};

const postbox::classify::Classifier& shipped() {
  static const postbox::classify::Classifier classifier(
      postbox::config::read_vocabulary(postbox::PosixFileSystem(), house));
  return classifier;
}

const postbox::classify::Languages& languages() {
  static const postbox::classify::Languages all(
      postbox::config::read_languages(postbox::PosixFileSystem(), house));
  return all;
}

bool is_border(std::string_view text, std::size_t at) {
  const auto is_white = [](char c) { return std::string_view(" \t\r\n").find(c) != std::string_view::npos; };
  return at == 0 || at == text.size() || is_white(text[at]) || is_white(text[at - 1]);
}

void try_parts(std::string_view text) {
  const auto parts = shipped().read(text).parts();
  std::size_t from = 0;
  for (const auto& part : parts) {
    require(part.where.begin >= from && part.where.begin < part.where.end && part.where.end <= text.size());
    require(is_border(text, part.where.begin) && is_border(text, part.where.end));
    from = part.where.end;
  }
  for (const postbox::ServiceArea own : postbox::service_areas) {
    postbox::AreaList others(postbox::service_areas.begin(), postbox::service_areas.end());
    others.erase(std::find(others.begin(), others.end(), own));
    const auto left_out = postbox::classify::about_others(parts, {own}, others);
    require(left_out.empty() || parts.size() > 1);
    from = 0;
    for (const TextRange& range : left_out) {
      require(range.begin >= from && range.begin < range.end && range.end <= text.size());
      from = range.end + 1;
    }
  }
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
  for (const auto& words_of_area : shipped().read(text).reasons()) {
    for (const auto& words : words_of_area) {
      require(!words.empty() && text.find(words) != std::string_view::npos);
    }
  }
  try_parts(text);
  languages().foreign(text);
  return 0;
}
