// A zip archive whose entries are stored as they are, to make workbooks of any shape for tests.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace postbox::test {

class StoredZip {
 public:
  void add(std::string_view name, std::string_view content) {
    const auto offset = static_cast<std::uint32_t>(entries_.size());
    const std::string facts = facts_of(name, content);
    entries_ += "PK\x03\x04" + facts;
    entries_ += name;
    entries_ += content;
    directory_ += "PK\x01\x02" + number(20, 2) + facts + number(0, 2) + number(0, 2) + number(0, 2) +
                  number(0, 4) + number(offset, 4);
    directory_ += name;
    ++count_;
  }

  std::string bytes() const {
    return entries_ + directory_ + "PK\x05\x06" + number(0, 4) + number(count_, 2) + number(count_, 2) +
           number(static_cast<std::uint32_t>(directory_.size()), 4) +
           number(static_cast<std::uint32_t>(entries_.size()), 4) + number(0, 2);
  }

 private:
  static std::string number(std::uint32_t value, int bytes) {
    std::string little;
    for (int i = 0; i < bytes; ++i) little += static_cast<char>((value >> (8 * i)) & 0xFFU);
    return little;
  }

  // From "version needed" to the length of the extra field.
  static std::string facts_of(std::string_view name, std::string_view content) {
    const auto size = static_cast<std::uint32_t>(content.size());
    return number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x21, 2) +
           number(crc_of(content), 4) + number(size, 4) + number(size, 4) +
           number(static_cast<std::uint32_t>(name.size()), 2) + number(0, 2);
  }

  static std::uint32_t crc_of(std::string_view content) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : content) {
      crc ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
  }

  std::string entries_;
  std::string directory_;
  std::uint32_t count_ = 0;
};

}  // namespace postbox::test
