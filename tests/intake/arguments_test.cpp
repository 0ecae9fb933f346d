#include "intake/arguments.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "base/error.hpp"

using namespace postbox;
using namespace postbox::intake;

namespace {

Arguments parse(const std::vector<std::string>& words) { return parse_arguments(words); }

}  // namespace

TEST_CASE("arguments: without words it serves this folder on loopback") {
  const Arguments arguments = parse({});
  CHECK(arguments.box_folder == ".");
  CHECK(text_of(arguments.listen) == "127.0.0.1:8080");
  CHECK_FALSE(arguments.insecure);
  CHECK_FALSE(arguments.check);
}

TEST_CASE("arguments: every word is understood in both spellings") {
  const Arguments apart = parse({"--dir", "/srv/box", "--listen", "0.0.0.0:80", "--metrics", "127.0.0.1:9108",
                                 "--insecure", "--check"});
  CHECK(apart.box_folder == "/srv/box");
  CHECK(text_of(apart.listen) == "0.0.0.0:80");
  CHECK(apart.insecure);
  CHECK(apart.metrics->port == 9108);
  CHECK(apart.check);
  const Arguments joined = parse({"--dir=/srv/a=b", "--listen=[::1]:0"});
  CHECK(joined.box_folder == "/srv/a=b");
  CHECK(text_of(joined.listen) == "[::1]:0");
}

TEST_CASE("arguments: what is not understood is a usage error") {
  const std::vector<std::vector<std::string>> wrong = {
      {"--port", "80"},     {"serve"},           {"--dir"},           {"--listen"},
      {"--listen", "8080"}, {"--check=yes"},     {"--listen", ":80"}, {"--listen", "a:"},
      {"--listen=a:99999"}, {"--listen=::1:80"}, {"--listen=a:8x"},   {"--listen=a:-1"}};
  for (const auto& words : wrong) {
    CAPTURE(words.front());
    try {
      parse(words);
      FAIL("was taken");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::usage);
      CHECK_FALSE(error.hint().empty());
    }
  }
}

TEST_CASE("address: loopback is told from what others can reach") {
  CHECK(is_loopback(Address{"127.0.0.1", 80}));
  CHECK(is_loopback(Address{"127.9.9.9", 80}));
  CHECK(is_loopback(Address{"::1", 80}));
  CHECK(is_loopback(Address{"localhost", 80}));
  CHECK_FALSE(is_loopback(Address{"0.0.0.0", 80}));
  CHECK_FALSE(is_loopback(Address{"::", 80}));
  CHECK_FALSE(is_loopback(Address{"192.0.2.1", 80}));
}

TEST_CASE("address: port 0 becomes a free one, and a taken one is said so") {
  const Listener first = listen_on({"127.0.0.1", 0});
  CHECK(first.address.port != 0);
  CHECK_THROWS_AS(listen_on({"127.0.0.1", first.address.port}), Error);
}
