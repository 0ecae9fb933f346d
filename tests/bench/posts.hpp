// The posts that a loader sends: no two alike.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace postbox::bench {

class Posts {
 public:
  // `file`: bodies, a JSON object a line, each with a number of nine digits that is replaced by the post's
  // own, from `first` on. Throws std::runtime_error where there is no such body.
  Posts(const std::string& file, const std::string& path, std::uint64_t first);

  // The next request, head and body, until the next call.
  const std::string& next();

 private:
  struct Request {
    std::string bytes;
    std::size_t number_at;
  };
  std::vector<Request> requests_;
  std::uint64_t number_;
};

}  // namespace postbox::bench
