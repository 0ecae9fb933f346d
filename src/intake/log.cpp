#include "intake/log.hpp"

#include <cstdio>

namespace postbox::intake {
namespace {

const char* words_for(Event event) {
  switch (event) {
    case Event::started:
      return "started";
    case Event::stopped:
      return "stopped";
    case Event::storage_failed:
      return "storage failed: posts get 503 until it works; see disk space, rights and `postbox check`";
    case Event::box_not_in_place:
      return "box.db or its log is no longer the file that was opened (removed, moved, emptied or written "
             "over): posts get 503. Moved back it is used again; otherwise stop the server, bring the last "
             "backup back with `postbox restore FILE --replace`, and start it";
    case Event::storage_works_again:
      return "storage works again";
    case Event::alert_failed:
      return "the alert of the safeguarding lane failed: it is tried again every minute; see alert_command";
    case Event::alert_works_again:
      return "the alert of the safeguarding lane works again";
    case Event::keys_reloaded:
      return "public keys read anew";
    case Event::keys_refused:
      return "the public keys could not be read anew: sealing goes on with those of before; see `postbox "
             "check`";
  }
  return "";
}

}  // namespace

// Where standard error leads nowhere any more the slot works on, so what fprintf says is left aside.
void log(Event event) { (void)std::fprintf(stderr, "postbox-server: %s\n", words_for(event)); }

}  // namespace postbox::intake
