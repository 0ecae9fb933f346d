#include "intake/arguments.hpp"

#include <optional>
#include <string_view>

#include "base/error.hpp"

namespace postbox::intake {
namespace {

constexpr const char* see_help = "postbox-server --help lists what it understands";

// The words, and "--name=value" as two of them.
class Words {
 public:
  explicit Words(std::span<const std::string> words) : words_(words) {}

  bool more() const { return next_ < words_.size(); }

  std::string_view option() {
    const std::string_view word = words_[next_++];
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos) return word;
    value_ = word.substr(equals + 1);
    return word.substr(0, equals);
  }

  std::string value_of(std::string_view option) {
    if (value_) return std::string(*std::exchange(value_, std::nullopt));
    if (more()) return words_[next_++];
    throw Error(Fault::usage, std::string(option) + " needs a value", see_help);
  }

  void no_value(std::string_view option) const {
    if (value_) throw Error(Fault::usage, std::string(option) + " takes no value", see_help);
  }

 private:
  std::span<const std::string> words_;
  std::size_t next_ = 0;
  std::optional<std::string_view> value_;
};

Address address_of(const std::string& option, const std::string& text) {
  if (const auto address = parse_address(text)) return *address;
  throw Error(Fault::usage, option + " " + text + " is not HOST:PORT",
              "for example " + option + " 127.0.0.1:8080, or " + option + " [::1]:8080");
}

void take_flag(std::string_view option, const Words& words, Arguments& arguments) {
  words.no_value(option);
  if (option == "--insecure") {
    arguments.insecure = true;
  } else if (option == "--check") {
    arguments.check = true;
  } else if (option == "--help" || option == "-h") {
    arguments.help = true;
  } else if (option == "--version") {
    arguments.version = true;
  } else {
    throw Error(Fault::usage, "postbox-server does not understand " + std::string(option), see_help);
  }
}

}  // namespace

Arguments parse_arguments(std::span<const std::string> words) {
  Arguments arguments;
  Words left(words);
  while (left.more()) {
    const std::string_view option = left.option();
    if (option == "--dir") {
      arguments.box_folder = left.value_of(option);
    } else if (option == "--listen") {
      arguments.listen = address_of("--listen", left.value_of(option));
    } else if (option == "--metrics") {
      arguments.metrics = address_of("--metrics", left.value_of(option));
    } else {
      take_flag(option, left, arguments);
    }
  }
  return arguments;
}

std::string usage() {
  return "postbox-server [--dir DIR] [--listen HOST:PORT] [--metrics HOST:PORT] [--insecure] [--check]\n"
         "  --dir DIR           the box's folder (default: this one)\n"
         "  --listen HOST:PORT  where to serve (default: 127.0.0.1:8080; port 0 picks a free one)\n"
         "  --metrics HOST:PORT where this machine's monitor finds GET /metrics (default: nowhere)\n"
         "  --insecure          allow plain HTTP on an address that others can reach\n"
         "  --check             look at settings, keys and box, change nothing, then stop\n"
         "  --version           name and version, then stop\n";
}

}  // namespace postbox::intake
