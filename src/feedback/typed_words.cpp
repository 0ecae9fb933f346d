#include "feedback/typed_words.hpp"

namespace postbox {

std::string typed_words(const Answers& answers) {
  std::string all;
  for (const auto& [question, words] : answers.texts) {
    if (!all.empty()) all += "\n\n";
    all += words;
  }
  return all;
}

}  // namespace postbox
