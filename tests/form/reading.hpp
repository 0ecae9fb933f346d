// What came of reading answers, in a shape that tests can compare.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "form/answers.hpp"

namespace postbox::test {

inline const form::Checked& checked_of(const form::Reading& reading) {
  REQUIRE(std::holds_alternative<form::Checked>(reading));
  return std::get<form::Checked>(reading);
}

inline const form::FormPost& post_of(const form::FormReading& reading) {
  REQUIRE(std::holds_alternative<form::FormPost>(reading));
  return std::get<form::FormPost>(reading);
}

inline bool is_malformed(const form::Reading& reading) {
  return std::holds_alternative<form::Malformed>(reading);
}
inline bool is_malformed(const form::FormReading& reading) {
  return std::holds_alternative<form::Malformed>(reading);
}

inline std::vector<std::string> pointers(const form::Checked& checked) {
  std::vector<std::string> all;
  for (const form::Problem& problem : checked.problems) all.push_back(problem.pointer);
  return all;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

// A multipart body of these fields as a browser writes it.
inline std::string multipart(const Pairs& fields, const std::string& boundary = "XbX") {
  std::string body;
  for (const auto& [name, value] : fields) {
    body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value +
            "\r\n";
  }
  return body + "--" + boundary + "--\r\n";
}

// A url-encoded body, every byte that is not a letter or digit escaped.
inline std::string urlencoded(const Pairs& fields) {
  const auto escaped = [](const std::string& text) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (plain) {
        out += c;
      } else {
        out += {'%', digits[byte >> 4U], digits[byte & 0x0FU]};
      }
    }
    return out;
  };
  std::string body;
  for (const auto& [name, value] : fields) {
    body += (body.empty() ? "" : "&") + escaped(name) + "=" + escaped(value);
  }
  return body;
}

}  // namespace postbox::test
