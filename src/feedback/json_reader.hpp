// What JsonWriter writes, read back piece by piece in the order in which it was written.
//
// Every record of an emptying passes here: like the writer it makes no document. It takes more than the
// writer writes (any escape, keys in any order), so whoever needs the one form of bytes compares with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/json_text.hpp"

namespace postbox {

class JsonReader {
 public:
  // `rest` is valid UTF-8 and must live longer.
  explicit JsonReader(std::string_view rest) : rest_(rest) {}

  bool raw(std::string_view text) { return json::take(rest_, text); }
  std::optional<std::string> text() { return json::take_text(rest_); }
  bool is_at_end() const { return rest_.empty(); }

  // Texts into a vector or a set.
  template <class Values>
  bool list(Values& values) {
    if (!raw("[")) return false;
    if (raw("]")) return true;
    do {
      auto value = text();
      if (!value) return false;
      values.insert(values.end(), *std::move(value));
    } while (raw(","));
    return raw("]");
  }

  // `read_value` reads into the value that it is given.
  template <class Map, class ReadValue>
  bool object(Map& map, const ReadValue& read_value) {
    if (!raw("{")) return false;
    if (raw("}")) return true;
    do {
      auto key = text();
      if (!key || !raw(":") || !read_value(map[*std::move(key)])) return false;
    } while (raw(","));
    return raw("}");
  }

 private:
  std::string_view rest_;
};

}  // namespace postbox
