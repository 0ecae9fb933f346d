// postbox-server: the public side. Settings -> store -> intake; the code that opens is not linked in.
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/exit_code.hpp"
#include "base/random.hpp"
#include "classify/purpose.hpp"
#include "intake/arguments.hpp"
#include "intake/box_writer.hpp"
#include "intake/daily_count.hpp"
#include "intake/log.hpp"
#include "intake/monitor.hpp"
#include "intake/noticing.hpp"
#include "intake/notify.hpp"
#include "intake/on_hangup.hpp"
#include "intake/process.hpp"
#include "intake/service.hpp"
#include "redact/redact.hpp"
#include "safeguarding/alert_channel.hpp"
#include "safeguarding/lane.hpp"
#include "seal/key_in_use.hpp"
#include "seal/sealer.hpp"
#include "server_house.hpp"

namespace {

using namespace postbox;

// Never throws: where standard error leads nowhere there is nobody to tell.
void complain(const std::string& sentence) {
  (void)std::fprintf(stderr, "postbox-server: %s\n", sentence.c_str());
}

void refuse_plain_http_in_public(const intake::Arguments& arguments) {
  if (arguments.insecure || intake::is_loopback(arguments.listen)) return;
  throw Error(Fault::usage, "plain HTTP on " + intake::text_of(arguments.listen) + " could be overheard",
              "listen on 127.0.0.1 behind a proxy that does TLS, or say --insecure");
}

void log_alerts(bool working) {
  intake::log(working ? intake::Event::alert_works_again : intake::Event::alert_failed);
}

// Flushed, for a script waits for this line to learn the port.
void announce(const std::string& address) {
  fmt::print("listening on http://{}\n", address);
  if (std::fflush(stdout) != 0) {
    throw Error(Fault::storage, "standard output cannot be written", "where does it lead?");
  }
}

std::chrono::sys_days today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

// Everything between the sockets and the box, put together once.
class PublicSide {
 public:
  PublicSide(const intake::Arguments& arguments, ServerHouse opened, PosixFileSystem& files,
             intake::BoxWriter& writer, const intake::Limits& limits, intake::Descriptor hangups)
      : opened_(std::move(opened)),
        files_(files),
        writer_(writer),
        limits_(limits),
        key_(opened_.keys.box),
        classifier_(std::move(opened_.vocabulary)),
        languages_(opened_.languages),
        lane_(classifier_, languages_, opened_.keys.safeguarding),
        redactor_(opened_.names),
        purposes_(opened_.doors.words),
        noticing_(classifier_, redactor_, purposes_, opened_.doors.doors),
        suspicion_(random_),
        bell_(
            safeguarding::bell_of_box(files, opened_.house.box, opened_.settings.alert_command, log_alerts)),
        service_(
            arguments.listen, limits, parts(), [this](auto submissions) { commit(submissions); },
            [this](bool working) { log_storage(working); }),
        reloader_(std::move(hangups), [this] { reload_keys(); }) {
    if (arguments.metrics) monitor_.emplace(*arguments.metrics, [this] { return figures(); });
  }

  void run(const intake::Descriptor& stop) {
    if (monitor_) fmt::print("metrics on http://{}/metrics\n", intake::text_of(monitor_->address()));
    announce(intake::text_of(service_.address()));
    intake::log(intake::Event::started);
    intake::notify_manager("READY=1");
    service_.run(stop.number());
    intake::notify_manager("STOPPING=1");
  }

 private:
  intake::SlotParts parts() {
    return {.form = opened_.form,
            .signposts = opened_.signposts,
            .clock = clock_,
            .random = random_,
            .seal = [this](std::string_view plaintext) { return seal::seal(key_.now(), plaintext); },
            .can_store =
                [this] {
                  return writer_.in_place() &&
                         intake::has_room(files_, opened_.house.box, limits_.free_disk_bytes_min);
                },
            .openapi = opened_.openapi,
            .retry_after_seconds = limits_.retry_after_seconds,
            .lane = &lane_,
            .suspicion = &suspicion_,
            .noticing = &noticing_,
            .languages = &languages_,
            .published_trends = [this] { return published_trends(); }};
  }

  // "" where there are none, or they cannot be read: then nobody is shown any. A pipe in their place would
  // keep whoever opens it waiting.
  std::string published_trends() const {
    const Path page = opened_.house.box / "published" / "trends.html";
    std::error_code unknown;
    if (!std::filesystem::is_regular_file(page, unknown)) return {};
    try {
      return files_.read(page);
    } catch (const Error&) {
      return {};
    }
  }

  // Stores a batch, and has the lane looked at when something urgent was in it.
  void commit(std::span<const store::NewSealed> submissions) {
    writer_.commit(submissions);
    accepted_.add(submissions.size(), today());
    const bool urgent = std::any_of(submissions.begin(), submissions.end(),
                                    [](const store::NewSealed& one) { return one.lane_copy.has_value(); });
    if (urgent) bell_.look();
  }

  void log_storage(bool working) {
    using intake::Event;
    if (working) return intake::log(Event::storage_works_again);
    intake::log(writer_.in_place() ? Event::storage_failed : Event::box_not_in_place);
  }

  // Both or neither.
  void reload_keys() {
    try {
      const PublicKeys keys = read_public_keys(files_, opened_.house.box);
      key_.replace(keys.box);
      lane_.replace_key(keys.safeguarding);
      intake::log(intake::Event::keys_reloaded);
    } catch (const std::exception&) {
      intake::log(intake::Event::keys_refused);
    }
  }

  intake::Figures figures() {
    const intake::Server::Load load = service_.load();
    return {service_.storage_works(), suspicion_.in_flood(std::chrono::steady_clock::now()),
            load.connections,         load.buffered_bytes,
            load.sent_away,           accepted_.told(today())};
  }

  ServerHouse opened_;  // its vocabulary was given to the classifier
  PosixFileSystem& files_;
  intake::BoxWriter& writer_;
  const intake::Limits limits_;
  const SystemClock clock_;
  SystemRandom random_;
  seal::KeyInUse key_;
  const classify::Classifier classifier_;
  const classify::Languages languages_;
  safeguarding::Lane lane_;
  const redact::Redactor redactor_;
  const classify::PurposeWatch purposes_;
  const intake::Noticing noticing_;
  intake::Suspicion suspicion_;
  intake::DailyCount accepted_;
  safeguarding::AlertBell bell_;
  intake::Service service_;
  intake::OnHangup reloader_;
  std::optional<intake::Monitor> monitor_;
};

int serve(const intake::Arguments& arguments) {
  PosixFileSystem files;
  refuse_plain_http_in_public(arguments);
  const auto in_use = hold_box(files, arguments.box_folder);
  ServerHouse opened = open_house(files, arguments.box_folder);
  for (const std::string& sentence : look_at_separation(files, opened)) complain("warning: " + sentence);
  if (!has_month(SystemClock().now())) {
    complain("warning: the clock of this machine is not set: posts get 503 until it is");
  }
  intake::Limits limits;
  limits.free_disk_bytes_min = opened.settings.disk_free_bytes_min;
  SystemRandom random;
  intake::BoxWriter writer(files, random, opened.house.box, limits.free_disk_bytes_min);
  if (arguments.check) {
    writer.commit({});
    fmt::print("the server could start: settings, keys and box are in order\n");
    return 0;
  }
  bring_up_to_date(files, opened.house);
  // Before the first thread, or one of them would take the signal and end the program.
  const intake::Descriptor stop = intake::stop_signals();
  intake::Descriptor hangups = intake::hangup_signals();
  writer.checkpoint_beside({});
  PublicSide(arguments, std::move(opened), files, writer, limits, std::move(hangups)).run(stop);
  intake::log(intake::Event::stopped);
  return 0;
}

int run(const std::vector<std::string>& words) {
  const intake::Arguments arguments = intake::parse_arguments(words);
  if (arguments.help) {
    fmt::print("{}", intake::usage());
    return 0;
  }
  if (arguments.version) {
    fmt::print("postbox-server {}\n", POSTBOX_VERSION);
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
