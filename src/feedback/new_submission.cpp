#include "feedback/new_submission.hpp"

#include <array>
#include <utility>

#include "base/base32.hpp"

namespace postbox {
namespace {

constexpr std::size_t id_bytes = 16;
constexpr std::size_t receipt_bytes = 13;  // 104 bits, cut to 20 characters of five
constexpr std::size_t receipt_characters = 20;

template <std::size_t bytes>
std::string random_text(Random& random) {
  std::array<unsigned char, bytes> drawn{};
  random.fill(drawn);
  return base32(drawn);
}

}  // namespace

Submission new_submission(Random& random, Month month, Channel channel, Answers answers) {
  std::string id = random_text<id_bytes>(random);
  std::string receipt = random_text<receipt_bytes>(random).substr(0, receipt_characters);
  return Submission{std::move(id), std::move(receipt), month, channel, std::move(answers)};
}

}  // namespace postbox
