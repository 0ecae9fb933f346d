#include "report/zip_file.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <functional>
#include <new>
#include <utility>

namespace postbox::report {
namespace {

constexpr std::uint64_t most16 = 0xFFFF;
constexpr std::uint64_t most32 = 0xFFFFFFFF;  // stands for "see zip64" in both widths
constexpr unsigned version = 20;
constexpr unsigned version_of_zip64 = 45;
constexpr unsigned utf8_names = 0x0800;
constexpr unsigned deflated = 8;
constexpr unsigned first_of_1980 = 1U << 5U | 1U;

// Numbers, least byte first.
class Record {
 public:
  Record& bytes(std::uint64_t value, unsigned width) {
    for (unsigned i = 0; i < width; ++i) out_ += static_cast<char>(value >> (8 * i) & 0xFFU);
    return *this;
  }
  Record& two(std::uint64_t value) { return bytes(value, 2); }
  Record& four(std::uint64_t value) { return bytes(value, 4); }
  Record& four_or_more(std::uint64_t value) { return bytes(std::min(value, most32), 4); }
  Record& eight(std::uint64_t value) { return bytes(value, 8); }
  Record& text(std::string_view text) {
    out_ += text;
    return *this;
  }
  const std::string& view() const { return out_; }

 private:
  std::string out_;
};

// What does not fit into four bytes.
std::string zip64_of(std::initializer_list<std::uint64_t> values) {
  Record numbers;
  for (const std::uint64_t value : values) numbers.eight(value);
  return values.size() == 0 ? std::string()
                            : Record().two(1).two(numbers.view().size()).text(numbers.view()).view();
}

}  // namespace

class ZipFile::Deflater {
 public:
  Deflater() {
    constexpr int raw_window = -MAX_WBITS;
    constexpr int memory = 8;
    if (deflateInit2(&stream_, Z_BEST_SPEED, Z_DEFLATED, raw_window, memory, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  void pack(std::string_view bytes, Entry& entry, Spill& into) {
    entry.crc = static_cast<std::uint32_t>(crc32_z(entry.crc, bytes_of(bytes), bytes.size()));
    entry.unpacked += bytes.size();
    while (!bytes.empty()) {
      const std::string_view some = bytes.substr(0, std::size_t{1} << 30U);
      run(some, Z_NO_FLUSH, entry, into);
      bytes.remove_prefix(some.size());
    }
  }
  void end(Entry& entry, Spill& into) {
    run({}, Z_FINISH, entry, into);
    deflateReset(&stream_);
  }

 private:
  static const Bytef* bytes_of(std::string_view text) {
    return reinterpret_cast<const Bytef*>(
        text.data());  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
  }

  void run(std::string_view bytes, int flush, Entry& entry, Spill& into) {
    // The library reads only, and says so from a later version on.
    stream_.next_in = const_cast<Bytef*>(bytes_of(bytes));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      std::array<char, 16384> packed;  // NOLINT(cppcoreguidelines-pro-type-member-init): deflate fills it
      stream_.next_out =
          reinterpret_cast<Bytef*>(packed.data());  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
      stream_.avail_out = packed.size();
      deflate(&stream_, flush);
      const std::size_t size = packed.size() - stream_.avail_out;
      entry.packed += size;
      into.add({packed.data(), size});
    } while (stream_.avail_out == 0);
  }

  z_stream stream_{};
};

ZipFile::ZipFile(FileSystem& files, Path part, BufferedFile& out)
    : out_(out), waiting_(files, std::move(part)), deflater_(std::make_unique<Deflater>()) {}

ZipFile::~ZipFile() = default;

void ZipFile::begin(const std::string& name) { entries_.push_back({.name = name}); }

void ZipFile::add(std::string_view bytes) { deflater_->pack(bytes, entries_.back(), waiting_); }

void ZipFile::end() {
  Entry& entry = entries_.back();
  deflater_->end(entry, waiting_);
  entry.at = written_;
  const bool is_long = entry.packed >= most32 || entry.unpacked >= most32;
  const std::string extra = is_long ? zip64_of({entry.unpacked, entry.packed}) : std::string();
  Record header;
  header.text("PK\x03\x04").two(is_long ? version_of_zip64 : version).two(utf8_names).two(deflated);
  header.two(0).two(first_of_1980).four(entry.crc);
  header.four(is_long ? most32 : entry.packed).four(is_long ? most32 : entry.unpacked);
  header.two(entry.name.size()).two(extra.size()).text(entry.name).text(extra);
  write(header.view());
  waiting_.pour([this](std::string_view block) { write(block); });
}

void ZipFile::add_entry(const std::string& name, std::string_view bytes) {
  begin(name);
  add(bytes);
  end();
}

void ZipFile::finish() {
  const std::uint64_t directory_at = written_;
  for (const Entry& entry : entries_) write_directory_entry(entry);
  write_end(directory_at);
}

void ZipFile::write_directory_entry(const Entry& entry) {
  const bool is_long = std::max({entry.packed, entry.unpacked, entry.at}) >= most32;
  const std::string extra = is_long ? zip64_of({entry.unpacked, entry.packed, entry.at}) : std::string();
  const unsigned needed = is_long ? version_of_zip64 : version;
  const auto size = [is_long](std::uint64_t value) { return is_long ? most32 : value; };
  Record header;
  header.text("PK\x01\x02").two(needed).two(needed).two(utf8_names).two(deflated).two(0).two(first_of_1980);
  header.four(entry.crc).four(size(entry.packed)).four(size(entry.unpacked));
  header.two(entry.name.size()).two(extra.size()).two(0).two(0).two(0).four(0).four(size(entry.at));
  write(header.text(entry.name).text(extra).view());
}

void ZipFile::write_end(std::uint64_t directory_at) {
  const std::uint64_t size = written_ - directory_at;
  const std::uint64_t count = entries_.size();
  if (directory_at >= most32 || size >= most32 || count >= most16) {
    const std::uint64_t end_at = written_;
    Record end;
    end.text("PK\x06\x06").eight(44).two(version_of_zip64).two(version_of_zip64).four(0).four(0);
    end.eight(count).eight(count).eight(size).eight(directory_at);
    end.text("PK\x06\x07").four(0).eight(end_at).four(1);
    write(end.view());
  }
  const std::uint64_t shown = std::min(count, most16);
  Record end;
  end.text("PK\x05\x06").two(0).two(0).two(shown).two(shown).four_or_more(size).four_or_more(directory_at);
  write(end.two(0).view());
}

void ZipFile::write(std::string_view bytes) {
  out_.write(bytes);
  written_ += bytes.size();
}

}  // namespace postbox::report
