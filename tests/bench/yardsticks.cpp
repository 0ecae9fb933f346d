// bench-yardsticks: what the parts cost with nothing around them, on this machine at this moment.
//
//   bench-yardsticks seal MILLISECONDS            crypto_box_seal, one thread
//   bench-yardsticks open MILLISECONDS THREADS    crypto_box_seal_open of distinct records
//   bench-yardsticks fsync FOLDER COUNT           append 4 KiB and fsync
//
// Records are of 1 KiB, the usual size in a box. Prints a JSON object.
#include <fcntl.h>
#include <sodium.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::ordered_json;
using Plaintext = std::array<unsigned char, 1024>;
using Sealed = std::array<unsigned char, std::tuple_size_v<Plaintext> + crypto_box_SEALBYTES>;

struct Keys {
  std::array<unsigned char, crypto_box_PUBLICKEYBYTES> open{};
  std::array<unsigned char, crypto_box_SECRETKEYBYTES> secret{};
  Keys() { crypto_box_keypair(open.data(), secret.data()); }
};

Sealed seal(const Keys& keys, unsigned char filling) {
  Plaintext plaintext{};
  plaintext.fill(filling);
  Sealed sealed{};
  crypto_box_seal(sealed.data(), plaintext.data(), plaintext.size(), keys.open.data());
  return sealed;
}

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto of = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return of(usage.ru_utime) + of(usage.ru_stime);
}

// Calls `work` with 0, 1, 2 ... on one thread until the time is over; how often.
template <class Work>
std::size_t repeat(std::chrono::milliseconds length, const Work& work) {
  const auto end = Clock::now() + length;
  std::size_t count = 0;
  while (Clock::now() < end) work(count++);
  return count;
}

Json measure_seal(std::chrono::milliseconds length) {
  const Keys keys;
  const auto begin = Clock::now();
  const double cpu = cpu_seconds();
  const std::size_t count = repeat(length, [&](std::size_t i) { seal(keys, static_cast<unsigned char>(i)); });
  return {{"per_second", static_cast<double>(count) / seconds_since(begin)},
          {"cpu_us", 1e6 * (cpu_seconds() - cpu) / static_cast<double>(count)}};
}

Json measure_open(std::chrono::milliseconds length, unsigned threads) {
  const Keys keys;
  std::vector<Sealed> records;
  records.reserve(256);
  for (int i = 0; i < 256; ++i) records.push_back(seal(keys, static_cast<unsigned char>(i)));
  std::vector<std::size_t> counts(threads);
  const auto begin = Clock::now();
  {
    std::vector<std::jthread> running;
    running.reserve(counts.size());
    for (std::size_t& count : counts) {
      running.emplace_back([&] {
        count = repeat(length, [&](std::size_t i) {
          Plaintext plaintext{};
          const Sealed& record = records[i % records.size()];
          if (crypto_box_seal_open(plaintext.data(), record.data(), record.size(), keys.open.data(),
                                   keys.secret.data()) != 0) {
            std::terminate();
          }
        });
      });
    }
  }
  const auto all = static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::size_t{0}));
  return {{"threads", threads}, {"per_second", all / seconds_since(begin)}};
}

Json measure_fsync(const std::string& folder, std::size_t count) {
  const std::string path = folder + "/fsync.part";
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const std::array<char, 4096> page{};
  std::vector<double> times;
  for (std::size_t i = 0; i < count; ++i) {
    const auto begin = Clock::now();
    if (::write(file, page.data(), page.size()) != static_cast<ssize_t>(page.size()) || ::fsync(file) != 0) {
      throw std::runtime_error("cannot write to " + path);
    }
    times.push_back(1e6 * seconds_since(begin));
  }
  ::close(file);
  ::unlink(path.c_str());
  std::sort(times.begin(), times.end());
  return {{"p50_us", times.at(times.size() / 2)}, {"p99_us", times.at(times.size() * 99 / 100)}};
}

Json measure(const std::vector<std::string>& words) {
  if (words.size() == 2 && words[0] == "seal") {
    return measure_seal(std::chrono::milliseconds(std::stoul(words[1])));
  }
  if (words.size() != 3) throw std::invalid_argument("usage");
  if (words[0] == "open") {
    return measure_open(std::chrono::milliseconds(std::stoul(words[1])),
                        static_cast<unsigned>(std::stoul(words[2])));
  }
  if (words[0] == "fsync") return measure_fsync(words[1], std::stoul(words[2]));
  throw std::invalid_argument("usage");
}

}  // namespace

int main(int count, char** words) {
  try {
    if (sodium_init() < 0) return 1;
    std::cout << measure({words + 1, words + count}).dump() << '\n';
    return 0;
  } catch (const std::invalid_argument&) {
    std::cerr
        << "usage: bench-yardsticks seal MILLISECONDS | open MILLISECONDS THREADS | fsync FOLDER COUNT\n";
    return 64;
  } catch (const std::exception& error) {
    std::cerr << "bench-yardsticks: " << error.what() << '\n';
    return 1;
  }
}
