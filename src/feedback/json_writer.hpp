// Canonical JSON, written by hand straight into one string.
//
// Every post passes here before it is sealed: a document in between would be the dearest step of its way but
// for the seal itself, and a second copy of its words. What is escaped, and how: schema/sealed_record.md.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/json_text.hpp"

namespace postbox {

class JsonWriter {
 public:
  void raw(std::string_view text) { out_ += text; }

  void text(std::string_view text) {
    out_ += '"';
    for (;;) {
      const std::size_t plain = json::plain_bytes(text);
      out_ += text.substr(0, plain);
      if (plain == text.size()) break;
      escaped(static_cast<unsigned char>(text[plain]));
      text.remove_prefix(plain + 1);
    }
    out_ += '"';
  }

  template <class Values>
  void list(const Values& values) {
    const char* between = "[";
    for (const auto& value : values) {
      raw(std::exchange(between, ","));
      text(value);
    }
    raw(values.empty() ? "[]" : "]");
  }

  template <class Map, class WriteValue>
  void object(const Map& map, const WriteValue& write_value) {
    const char* between = "{";
    for (const auto& [key, value] : map) {
      raw(std::exchange(between, ","));
      text(key);
      raw(":");
      write_value(value);
    }
    raw(map.empty() ? "{}" : "}");
  }

  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  std::string take() { return std::move(out_); }

 private:
  void escaped(unsigned char byte) {
    constexpr std::string_view short_form = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";
    constexpr std::string_view digits = "0123456789abcdef";
    const std::size_t at = short_form.find(static_cast<char>(byte));
    out_ += '\\';
    if (at != std::string_view::npos) {
      out_ += letters[at];
      return;
    }
    out_ += "u00";
    out_ += digits[byte >> 4U];
    out_ += digits[byte & 0xFU];
  }

  std::string out_;
};

}  // namespace postbox
