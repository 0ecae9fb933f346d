// Reads the files out of a zip archive, by its central directory, and checks each one's size and CRC.
// Anything that is not as promised throws.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace postbox::test {

struct ZipEntry {
  std::string content;
  std::uint32_t written_at = 0;  // DOS time and date
};

class ZipReader {
 public:
  static std::map<std::string, ZipEntry> read(std::string_view archive) {
    return ZipReader(archive).entries();
  }

 private:
  explicit ZipReader(std::string_view archive) : archive_(archive) {}

  std::map<std::string, ZipEntry> entries() const {
    const std::size_t end = archive_.rfind("PK\x05\x06");
    if (end == std::string_view::npos) throw std::runtime_error("not a zip archive");
    std::size_t at = number(end + 16, 4);
    std::map<std::string, ZipEntry> found;
    for (std::size_t left = number(end + 10, 2); left > 0; --left) {
      if (part(at, 4) != "PK\x01\x02") throw std::runtime_error("no entry of the directory");
      const std::size_t name_size = number(at + 28, 2);
      const std::string name(part(at + 46, name_size));
      if (!found.emplace(name, entry(at)).second) throw std::runtime_error("twice: " + name);
      at += 46 + name_size + number(at + 30, 2) + number(at + 32, 2);
    }
    return found;
  }

  ZipEntry entry(std::size_t at) const {
    const std::size_t header = number(at + 42, 4);
    const std::size_t begin = header + 30 + number(header + 26, 2) + number(header + 28, 2);
    const auto packed = part(begin, number(at + 20, 4));
    ZipEntry entry{unpacked(packed, number(at + 24, 4)), static_cast<std::uint32_t>(number(at + 12, 4))};
    const auto* bytes = reinterpret_cast<const Bytef*>(entry.content.data());
    if (crc32(0, bytes, static_cast<uInt>(entry.content.size())) != number(at + 16, 4)) {
      throw std::runtime_error("a wrong check sum");
    }
    return entry;
  }

  static std::string unpacked(std::string_view packed, std::size_t size) {
    std::string content(size, '\0');
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(content.data());
    stream.avail_out = static_cast<uInt>(size);
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::runtime_error("no memory to inflate");
    const int result = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    if (result != Z_STREAM_END || stream.avail_out != 0) {
      throw std::runtime_error("damaged or of another size");
    }
    return content;
  }

  std::string_view part(std::size_t at, std::size_t size) const {
    if (at > archive_.size() || size > archive_.size() - at) throw std::runtime_error("beyond the archive");
    return archive_.substr(at, size);
  }
  std::size_t number(std::size_t at, std::size_t bytes) const {
    std::size_t value = 0;
    for (std::size_t i = bytes; i > 0; --i) {
      value = value << 8U | static_cast<unsigned char>(part(at + i - 1, 1)[0]);
    }
    return value;
  }

  std::string_view archive_;
};

}  // namespace postbox::test
