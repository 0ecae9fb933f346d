// Tells the service manager how the server is, where it asked to be told (sd_notify(3)). A few lines of our
// own, for the library would bring a large part of systemd into the program that faces the public.
#pragma once

#include <string_view>

namespace postbox::intake {

// "READY=1", "RELOADING=1", "STOPPING=1". Nothing where $NOTIFY_SOCKET is not set or nobody listens there:
// the server works on.
void notify_manager(std::string_view state);

}  // namespace postbox::intake
