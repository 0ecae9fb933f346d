#include "classify/reasons.hpp"

#include <algorithm>
#include <numeric>

namespace postbox::classify {
namespace {

std::string without(std::string text, std::vector<std::string> reasons) {
  std::sort(reasons.begin(), reasons.end(),
            [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  for (const std::string& reason : reasons) {
    std::string rest;
    std::size_t from = 0;
    for (std::size_t at = text.find(reason); at != std::string::npos; at = text.find(reason, from)) {
      rest.append(text, from, at - from).append(" ");
      from = at + reason.size();
    }
    text = rest.append(text, from);
  }
  return text;
}

void add(std::vector<std::string>& reasons, std::string_view typed) {
  if (std::find(reasons.begin(), reasons.end(), typed) == reasons.end()) reasons.emplace_back(typed);
}

std::vector<std::string> phrases_of(ServiceArea area, std::string_view text, const Words& words,
                                    const Evidence& evidence) {
  std::vector<Sign> signs;
  for (const Sign& sign : evidence.told.signs) {
    if (sign.kind == index_of(area)) signs.push_back(sign);
  }
  std::stable_sort(signs.begin(), signs.end(),
                   [](const Sign& a, const Sign& b) { return a.weight > b.weight; });
  std::vector<std::string> phrases;
  for (const Sign& sign : signs) {
    const std::size_t begin = words[sign.first].begin;
    add(phrases, text.substr(begin, words[sign.last - 1].end - begin));
  }
  return phrases;
}

std::vector<std::size_t> by_weight(const Words& words, const Reasoning& reasoning) {
  std::vector<double> weights;
  weights.reserve(words.size());
  for (const Word& word : words) weights.push_back(reasoning.weight_of(word));
  std::vector<std::size_t> order(words.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
  return order;
}

}  // namespace

std::vector<std::string> reasons_for(ServiceArea area, std::string_view text, const Words& words,
                                     const Evidence& evidence, const Reasoning& reasoning) {
  std::vector<std::string> reasons = phrases_of(area, text, words, evidence);
  const double share = reasoning.share_of(text);
  const std::vector<std::size_t> order = by_weight(words, reasoning);
  const auto decide = [&] {
    return !reasons.empty() && reasoning.share_of(without(std::string(text), reasons)) < share;
  };
  // Twice as many at a time: a long text must not be judged once for each of its words.
  std::size_t next = 0;
  for (std::size_t batch = 1; next < order.size() && !decide(); batch *= 2) {
    for (const std::size_t until = std::min(next + batch, order.size()); next < until; ++next) {
      const Word& word = words[order[next]];
      add(reasons, text.substr(word.begin, word.end - word.begin));
    }
  }
  return reasons;
}

}  // namespace postbox::classify
