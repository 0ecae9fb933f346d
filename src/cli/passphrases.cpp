#include "cli/passphrases.hpp"

#include "base/error.hpp"

namespace postbox::cli {
namespace {

constexpr std::uint64_t passphrase_file_bytes_max = 4096;

seal::Passphrase from_file(const World& world, const Path& file) {
  if (!world.files.exists(file)) {
    throw Error(Fault::key, "there is no passphrase file " + file.string(), "write the passphrase into it");
  }
  std::string text = read_stream_at_most(world.files, file, passphrase_file_bytes_max, Fault::key);
  if (text.ends_with('\n')) text.pop_back();
  if (text.ends_with('\r')) text.pop_back();
  if (text.empty()) {
    throw Error(Fault::key, "the passphrase file " + file.string() + " is empty",
                "write the passphrase into it");
  }
  return seal::Passphrase(std::move(text));
}

std::optional<seal::Passphrase> from_files(const World& world, const std::optional<Path>& file,
                                           const Wanted& wanted) {
  if (file) return from_file(world, *file);
  if (!world.credentials) return std::nullopt;
  const Path credential = *world.credentials / wanted.credential;
  if (!world.files.exists(credential)) return std::nullopt;
  return from_file(world, credential);
}

std::optional<seal::Passphrase> asked(const World& world, const std::string& prompt) {
  std::optional<std::string> answer = world.ask ? world.ask(prompt) : std::nullopt;
  if (!answer || answer->empty()) return std::nullopt;
  return seal::Passphrase(std::move(*answer));
}

}  // namespace

seal::Passphrase read_passphrase(const World& world, const std::optional<Path>& file, const Wanted& wanted) {
  if (auto passphrase = from_files(world, file, wanted)) return std::move(*passphrase);
  const std::string prompt = std::string("Passphrase of ") + wanted.whose + ": ";
  if (auto passphrase = asked(world, prompt)) return std::move(*passphrase);
  throw Error(Fault::key, "no passphrase was given",
              "name a file with --passphrase-file, or run the command at a terminal");
}

std::optional<seal::Passphrase> read_new_passphrase(const World& world, const std::optional<Path>& file,
                                                    const Wanted& wanted) {
  if (auto passphrase = from_files(world, file, wanted)) return passphrase;
  auto first = asked(world, std::string("New passphrase of ") + wanted.whose + ": ");
  if (!first) return std::nullopt;
  const auto second = asked(world, "The same once more: ");
  if (!second || second->view() != first->view()) {
    throw Error(Fault::key, "the two passphrases are not the same", "run the command again");
  }
  return first;
}

}  // namespace postbox::cli
