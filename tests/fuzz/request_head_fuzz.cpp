// The head of a request, whole and in two pieces: never a crash, and the same reading however it is cut.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "intake/request_reader.hpp"

namespace {

using namespace postbox::intake;

void require(bool holds) {
  if (!holds) std::abort();
}

// What is taken must be what the limits allow, in one reading.
void check(const Request& request, const Limits& limits) {
  require(request.head.path.starts_with('/'));
  require(request.head.path.size() <= limits.path_bytes_max);
  require(!request.head.host.empty());
  require(request.body.size() == request.head.body_bytes.value_or(0));
  require(request.body.size() <= limits.body_bytes_max);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Limits limits;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  RequestReader whole(limits);
  RequestReader pieces(limits);
  whole.add(bytes);
  pieces.add(bytes.substr(0, size / 2));
  // One that is whole after its first piece is taken before more is read, as the loop does.
  if (pieces.state() == RequestReader::State::whole) {
    check(pieces.take(), limits);
    check(whole.take(), limits);
  }
  pieces.add(bytes.substr(size / 2));
  require(whole.state() == pieces.state());
  while (whole.state() == RequestReader::State::whole) check(whole.take(), limits);
  return 0;
}
