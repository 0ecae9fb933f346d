// postbox-server in this process, on the box of a played world.
#pragma once

#include <sys/eventfd.h>

#include <thread>

#include "cli/played_world.hpp"
#include "config/form_file.hpp"
#include "config/signposts_file.hpp"
#include "intake/box_writer.hpp"
#include "intake/raw_client.hpp"
#include "intake/service.hpp"
#include "seal/public_key.hpp"
#include "seal/sealer.hpp"

namespace postbox::test {

// As server_main puts it together, at the played time.
class RunningServer {
 public:
  explicit RunningServer(PlayedWorld& world)
      : house_{world.box(), POSTBOX_SOURCE_DIR},
        form_(config::read_form(files_, house_)),
        signposts_(config::read_signposts(files_, house_)),
        key_(seal::read_public_key(files_.read(world.box() / "box.pub")).value()),
        stop_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
        writer_(files_, random_, world.box(), 0),
        service_({"127.0.0.1", 0}, {},
                 {form_, signposts_, world.clock, random_,
                  [this](std::string_view p) { return seal::seal(key_, p); }, [] { return true; }, "", 30},
                 [this](std::span<const store::NewSealed> submissions) { writer_.commit(submissions); }),
        thread_([this] { service_.run(stop_.number()); }) {}
  ~RunningServer() {
    ::eventfd_write(stop_.number(), 1);
    thread_.join();
  }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  std::uint16_t port() const { return service_.address().port; }
  RawAnswer ask(const std::string& request) const { return RawClient(port()).ask(request); }

 private:
  PosixFileSystem files_;
  SystemRandom random_;
  config::House house_;
  form::Form form_;
  std::vector<form::Signpost> signposts_;
  seal::PublicKey key_;
  intake::Descriptor stop_;
  intake::BoxWriter writer_;
  intake::Service service_;
  std::thread thread_;
};

}  // namespace postbox::test
