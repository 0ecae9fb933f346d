#include "intake/same_site.hpp"

#include "intake/token.hpp"

namespace postbox::intake {
namespace {

// A proxy may name the port that browsers leave out, or leave out the one they name.
std::string_view without_usual_port(std::string_view host) {
  for (const std::string_view port : {":443", ":80"}) {
    if (host.ends_with(port)) return host.substr(0, host.size() - port.size());
  }
  return host;
}

// The scheme is left aside: behind a proxy that ends TLS the page is https and we are not.
bool names_host(std::string_view origin, std::string_view host) {
  const std::size_t scheme_end = origin.find("://");
  if (scheme_end == std::string_view::npos) return false;
  const std::string origin_host = lower_case(origin.substr(scheme_end + 3));
  return without_usual_port(origin_host) == without_usual_port(host);
}

}  // namespace

bool is_from_another_site(const RequestHead& head) {
  const std::string& site = head.sec_fetch_site;
  if (!site.empty() && site != "same-origin" && site != "none") return true;
  return !head.origin.empty() && !names_host(head.origin, head.host);
}

}  // namespace postbox::intake
