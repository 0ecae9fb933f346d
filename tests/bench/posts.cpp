#include "posts.hpp"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>
#include <string_view>

namespace postbox::bench {
namespace {

constexpr std::string_view place_of_number = "000000000";

}  // namespace

Posts::Posts(const std::string& file, const std::string& path, std::uint64_t first) : number_(first) {
  std::ifstream bodies(file);
  for (std::string body; std::getline(bodies, body);) {
    std::string bytes = fmt::format(
        "POST {} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        path, body.size());
    const std::size_t place = body.find(place_of_number);
    if (place == std::string::npos) {
      throw std::runtime_error("a body without " + std::string(place_of_number));
    }
    requests_.push_back({bytes + body, bytes.size() + place});
  }
  if (requests_.empty()) throw std::runtime_error("no bodies in " + file);
}

const std::string& Posts::next() {
  Request& request = requests_[number_ % requests_.size()];
  request.bytes.replace(request.number_at, place_of_number.size(), fmt::format("{:09}", number_));
  ++number_;
  return request.bytes;
}

}  // namespace postbox::bench
