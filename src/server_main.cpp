// postbox-server: the public side. Settings -> store -> intake; the code that opens is not linked in.
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/exit_code.hpp"
#include "base/file_system.hpp"
#include "base/random.hpp"
#include "classify/purpose.hpp"
#include "config/doors_file.hpp"
#include "config/form_file.hpp"
#include "config/house.hpp"
#include "config/name_lists_file.hpp"
#include "config/phrases_file.hpp"
#include "config/settings.hpp"
#include "config/signposts_file.hpp"
#include "intake/arguments.hpp"
#include "intake/box_writer.hpp"
#include "intake/log.hpp"
#include "intake/noticing.hpp"
#include "intake/process.hpp"
#include "intake/separation.hpp"
#include "intake/service.hpp"
#include "redact/redact.hpp"
#include "safeguarding/alert_channel.hpp"
#include "safeguarding/lane.hpp"
#include "seal/public_key.hpp"
#include "seal/sealer.hpp"
#include "store/migrations.hpp"

namespace {

using namespace postbox;

// Never throws: where standard error leads nowhere there is nobody to tell.
void complain(const std::string& sentence) {
  (void)std::fprintf(stderr, "postbox-server: %s\n", sentence.c_str());
}

// Everything the server reads once, at its start.
struct Opened {
  config::House house;
  config::Settings settings;
  form::Form form;
  std::vector<form::Signpost> signposts;
  seal::PublicKey key;
  seal::PublicKey safeguarding_key;
  std::string openapi;
};

seal::PublicKey read_public_key(const FileSystem& files, const Path& box, const char* name) {
  const Path path = box / name;
  if (!files.exists(path)) {
    throw Error(Fault::missing_input, "there is no box in " + box.string() + ": " + name + " is missing",
                "`postbox init --dir DIR` makes one; --dir DIR names another folder");
  }
  if (const auto key = seal::read_public_key(files.read(path))) return *key;
  throw Error(Fault::key, path.string() + " is not a public key of a box",
              "compare its fingerprint with the keeper's, and copy it again");
}

std::string read_openapi(const FileSystem& files, const Path& shipped) {
  const Path path = shipped / "schema" / "openapi.json";
  return files.exists(path) ? files.read(path) : std::string();
}

Opened open_house(const FileSystem& files, const Path& box) {
  const seal::PublicKey key = read_public_key(files, box, "box.pub");
  const seal::PublicKey safeguarding_key = read_public_key(files, box, "safeguarding.pub");
  const config::House house{box, config::find_shipped(files)};
  return {house,
          config::read_settings(files, house),
          config::read_form(files, house),
          config::read_signposts(files, house),
          key,
          safeguarding_key,
          read_openapi(files, house.shipped)};
}

void look_at_separation(const FileSystem& files, const Opened& opened) {
  const auto found =
      intake::readable_secrets(files, opened.house.box, config::keys_folder(opened.house, opened.settings));
  for (const std::string& sentence : found) {
    complain("warning: " + sentence);
  }
  if (!found.empty() && opened.settings.require_separation) {
    throw Error(Fault::settings, "require_separation is set, and this server can read what it must not",
                "run it as a user of its own, or keep keys and exports on the keeper's machine");
  }
}

void refuse_plain_http_in_public(const intake::Arguments& arguments) {
  if (arguments.insecure || intake::is_loopback(arguments.listen)) return;
  throw Error(Fault::usage, "plain HTTP on " + intake::text_of(arguments.listen) + " could be overheard",
              "listen on 127.0.0.1 behind a proxy that does TLS, or say --insecure");
}

intake::SlotParts parts_of(const Opened& opened, const safeguarding::Lane& lane, const Clock& clock,
                           Random& random, const intake::Limits& limits, std::function<bool()> can_store,
                           intake::Suspicion& suspicion, const intake::Noticing& noticing) {
  const auto seal_to_box = [key = opened.key](std::string_view plaintext) {
    return seal::seal(key, plaintext);
  };
  return {.form = opened.form,
          .signposts = opened.signposts,
          .clock = clock,
          .random = random,
          .seal = seal_to_box,
          .can_store = std::move(can_store),
          .openapi = opened.openapi,
          .retry_after_seconds = limits.retry_after_seconds,
          .lane = &lane,
          .suspicion = &suspicion,
          .noticing = &noticing};
}

void log_storage(bool working) {
  intake::log(working ? intake::Event::storage_works_again : intake::Event::storage_failed);
}

void log_alerts(bool working) {
  intake::log(working ? intake::Event::alert_works_again : intake::Event::alert_failed);
}

// A box of an older version has no safeguarding lane: urgent posts could not be stored.
void bring_up_to_date(const FileSystem& files, const config::House& house) {
  store::Connection connection(house.box / "box.db");
  store::migrate(connection, store::read_migrations(files, house.shipped / "schema" / "migrations"));
}

// Stores a batch, and has the lane looked at when something urgent was in it.
void commit(intake::BoxWriter& writer, safeguarding::AlertBell& bell,
            std::span<const store::NewSealed> submissions) {
  writer.commit(submissions);
  const bool urgent = std::any_of(submissions.begin(), submissions.end(),
                                  [](const store::NewSealed& one) { return one.lane_copy.has_value(); });
  if (urgent) bell.look();
}

// Flushed, for a script waits for this line to learn the port.
void announce(const std::string& address) {
  fmt::print("listening on http://{}\n", address);
  if (std::fflush(stdout) != 0) {
    throw Error(Fault::storage, "standard output cannot be written", "where does it lead?");
  }
}

int serve(const intake::Arguments& arguments) {
  PosixFileSystem files;
  refuse_plain_http_in_public(arguments);
  const Opened opened = open_house(files, arguments.box_folder);
  look_at_separation(files, opened);
  intake::Limits limits;
  limits.free_disk_bytes_min = opened.settings.disk_free_bytes_min;
  const SystemClock clock;
  SystemRandom random;
  const Path& box = opened.house.box;
  intake::BoxWriter writer(files, random, box, limits.free_disk_bytes_min);
  if (arguments.check) {
    writer.commit({});
    fmt::print("the server could start: settings, keys and box are in order\n");
    return 0;
  }
  bring_up_to_date(files, opened.house);
  const intake::Descriptor stop = intake::stop_signals();
  const classify::Classifier classifier(config::read_vocabulary(files, opened.house));
  const safeguarding::Lane lane(classifier, opened.safeguarding_key);
  const redact::Redactor redactor(config::read_name_lists(files, opened.house));
  const config::Doors doors = config::read_doors(files, opened.house);
  const classify::PurposeWatch purposes(doors.words);
  const intake::Noticing noticing(classifier, redactor, purposes, doors.doors);
  safeguarding::AlertBell bell(
      safeguarding::bell_of_box(files, box, opened.settings.alert_command, log_alerts));
  const auto room = [&] { return intake::has_room(files, box, limits.free_disk_bytes_min); };
  intake::Suspicion suspicion(random);
  intake::Service service(
      arguments.listen, limits, parts_of(opened, lane, clock, random, limits, room, suspicion, noticing),
      [&](auto submissions) { commit(writer, bell, submissions); }, log_storage);
  announce(intake::text_of(service.address()));
  intake::log(intake::Event::started);
  service.run(stop.number());
  intake::log(intake::Event::stopped);
  return 0;
}

int run(const std::vector<std::string>& words) {
  const intake::Arguments arguments = intake::parse_arguments(words);
  if (arguments.help) {
    fmt::print("{}", intake::usage());
    return 0;
  }
  intake::harden_process(2 * intake::Limits{}.connections_max);
  seal::start();
  return serve(arguments);
}

}  // namespace

int main(int count, char** words) {
  try {
    return run(std::vector<std::string>(words + 1, words + count));
  } catch (const postbox::Error& error) {
    complain(error.what());
    if (!error.hint().empty()) complain(error.hint());
    return postbox::exit_code_of(error.fault());
  } catch (const std::exception&) {
    complain("something unforeseen happened; nothing that was acknowledged is lost");
    return 70;
  }
}
