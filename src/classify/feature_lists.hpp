// The features of a text, a list for each sentence: each once, in the order of their first place.
//
// A sentence that has the features of one before it says nothing new ("school school school", a thought sent
// ten times, a page of one emoji): are_new() tells those apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "classify/weights.hpp"

namespace postbox::classify {

class FeatureLists {
 public:
  std::size_t size() const { return ends_.size(); }
  bool empty() const { return ends_.empty(); }
  std::span<const Feature> all() const { return features_; }
  std::span<const Feature> operator[](std::size_t sentence) const {
    const std::size_t begin = sentence == 0 ? 0 : ends_[sentence - 1];
    return std::span(features_).subspan(begin, ends_[sentence] - begin);
  }

  // Of each of the sentences [first, last), whether none before it among them has the same features. One
  // without any is new.
  std::vector<bool> are_new(std::size_t first, std::size_t last) const;

  void reserve(std::size_t sentences, std::size_t features) {
    ends_.reserve(sentences);
    prints_.reserve(sentences);
    features_.reserve(features);
  }
  // Some twice.
  void add_sentence(std::span<const Feature> features);

 private:
  std::vector<Feature> features_;
  std::vector<std::size_t> ends_;
  std::vector<std::uint64_t> prints_;  // of each sentence: the same for the same features in any order
  std::vector<Feature> seen_;          // of the sentence that is added
};

}  // namespace postbox::classify
