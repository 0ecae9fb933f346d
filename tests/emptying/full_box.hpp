// A box with keys, a database and the shipped settings, ready to be filled and emptied.
#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "base/error.hpp"
#include "config/form_file.hpp"
#include "config/name_lists_file.hpp"
#include "config/phrases_file.hpp"
#include "config/rare_file.hpp"
#include "config/routes_file.hpp"
#include "emptying/empty_box.hpp"
#include "emptying/manifest.hpp"
#include "feedback/encoding.hpp"
#include "feedback/new_submission.hpp"
#include "seal/sealer.hpp"
#include "store/migrations.hpp"
#include "support/counting_random.hpp"
#include "support/fixed_clock.hpp"
#include "support/temp_folder.hpp"

namespace postbox::test {

inline constexpr Month october{std::chrono::year{2026} / 10};
inline constexpr Month november{std::chrono::year{2026} / 11};

// Whoever watches: nobody, or somebody who stops the run at a step.
class StopAt : public emptying::Progress {
 public:
  StopAt() = default;
  explicit StopAt(emptying::Step step) : step_(step) {}
  void rows(const std::string& /*pack*/, std::size_t /*done*/, std::size_t /*of*/) override {}
  void reached(const std::string& /*pack*/, emptying::Step step) override {
    if (step == step_) throw Error(Fault::storage, "stopped here");
  }
  void say(const std::string& sentence) override { said += sentence + '\n'; }

  std::string said;

 private:
  std::optional<emptying::Step> step_;
};

// Every file below a folder, by path relative to it.
inline std::map<std::string, std::string> files_below(const Path& folder) {
  std::map<std::string, std::string> files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files[std::filesystem::relative(entry.path(), folder).string()] = {std::istreambuf_iterator<char>(file),
                                                                       {}};
  }
  return files;
}

struct ShippedRooms {
  PosixFileSystem files;
  config::House house{"/nowhere", POSTBOX_SOURCE_DIR};
  classify::Classifier classifier{config::read_vocabulary(files, house)};
  redact::Redactor redactor{config::read_name_lists(files, house)};
  redact::RareCombinations rare{config::read_rare_combinations(files, house)};
  redact::Lexicon staff_roles{config::read_staff_roles(files, house)};
  deliver::Routes routes{config::read_routes(files, house)};
  report::Wording wording;

  ShippedRooms() {
    for (const auto& question : config::read_form(files, house).questions) {
      if (question.type == form::QuestionType::text) wording.words.push_back({question.id, question.label});
    }
    for (const ServiceArea area : service_areas) wording.area_names[index_of(area)] = code_of(area);
  }

  // Read once for all tests: the vocabulary takes its time.
  static const ShippedRooms& get() {
    static const ShippedRooms rooms;
    return rooms;
  }
};

class FullBox {
 public:
  FullBox() : keys_(make_keys()), connection_(open(store::Access::create)) {
    const Path migrations = Path(POSTBOX_SOURCE_DIR) / "schema" / "migrations";
    store::migrate(*connection_, store::read_migrations(files, migrations));
  }

  // A box with the same rows and the same keys, in a folder of its own.
  std::unique_ptr<FullBox> copy() {
    connection_->run("PRAGMA wal_checkpoint(TRUNCATE)");
    return std::unique_ptr<FullBox>(new FullBox(*this));
  }

  Submission post(Month month, Answers answers) {
    Submission submission = new_submission(random, month, Channel::api, std::move(answers));
    put(month, seal::seal(keys_->public_key(), encode(submission)));
    return submission;
  }

  Submission post(Month month, const std::string& words, const std::string& area = {},
                  const std::string& district = {}) {
    Answers answers;
    answers.texts["feedback"] = words;
    if (!area.empty()) answers.choices["areas"] = {area};
    if (!district.empty()) answers.choices["district"] = {district};
    return post(month, std::move(answers));
  }

  // As the slot seals what looks like part of a flood.
  void post_suspected(Month month, const std::string& words, const std::string& area,
                      const std::string& district) {
    Submission submission = new_submission(random, month, Channel::form, {});
    submission.answers.texts["feedback"] = words;
    submission.answers.choices = {{"areas", {area}}, {"district", {district}}};
    submission.suspected = true;
    put(month, seal::seal(keys_->public_key(), encode(submission)));
  }

  void put(Month month, const std::string& sealed) {
    store::append(*connection_, random, std::vector<store::NewSealed>{{month, sealed}});
  }

  emptying::Rooms rooms() { return rooms(files); }
  emptying::Rooms rooms(FileSystem& disk) {
    const ShippedRooms& shipped = ShippedRooms::get();
    return {disk,
            clock,
            random,
            *connection_,
            *keys_,
            safeguarding_keys_->public_key(),
            shipped.classifier,
            shipped.redactor,
            shipped.routes,
            shipped.wording,
            workers,
            {},
            hold_for_a_look ? &shipped.rare : nullptr,
            false,
            staff_first_names_in_praise ? &shipped.staff_roles : nullptr};
  }

  std::vector<emptying::Emptied> empty(const emptying::Request& asked = {}) {
    StopAt nowhere;
    return empty(files, nowhere, asked);
  }
  std::vector<emptying::Emptied> empty(FileSystem& disk, emptying::Progress& progress,
                                       emptying::Request asked = {}) {
    if (asked.exports.empty()) asked.exports = exports();
    return emptying::empty_box(rooms(disk), asked, folder_ / "emptying.lock", progress);
  }

  Path exports() const { return folder_ / "exports"; }
  std::map<std::string, std::string> exported() const { return files_below(exports()); }
  std::string exported(const std::string& path) const {
    const auto all = exported();
    const auto found = all.find(path);
    return found == all.end() ? "(no such file)" : found->second;
  }
  store::Connection& connection() { return *connection_; }
  const seal::SecretKeys& keys() const { return *keys_; }
  const seal::SecretKeys& safeguarding_keys() const { return *safeguarding_keys_; }
  Path folder() const { return folder_.path(); }

  PosixFileSystem files;
  FixedClock clock;  // 6 November 2026
  CountingRandom random;
  unsigned workers = 2;
  bool hold_for_a_look = true;
  bool staff_first_names_in_praise = false;

 private:
  explicit FullBox(const FullBox& original)
      : random(original.random), keys_(original.keys_), safeguarding_keys_(original.safeguarding_keys_) {
    std::filesystem::copy_file(original.folder_ / "box.db", folder_ / "box.db");
    connection_ = open(store::Access::read_write);
  }

  static std::shared_ptr<const seal::SecretKeys> make_keys() {
    seal::start();
    return std::make_shared<const seal::SecretKeys>(seal::SecretKeys::generate());
  }
  std::unique_ptr<store::Connection> open(store::Access access) const {
    return std::make_unique<store::Connection>(folder_ / "box.db", access);
  }

  TempFolder folder_;
  std::shared_ptr<const seal::SecretKeys> keys_;
  std::shared_ptr<const seal::SecretKeys> safeguarding_keys_ = make_keys();
  std::unique_ptr<store::Connection> connection_;
};

}  // namespace postbox::test
