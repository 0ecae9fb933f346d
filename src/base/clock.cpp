#include "base/clock.hpp"

namespace postbox {
namespace {

using namespace std::chrono;

sys_seconds summer_edge(year y, month m) { return sys_days{y / m / Sunday[last]} + hours{1}; }

}  // namespace

sys_seconds SystemClock::now() const { return floor<seconds>(system_clock::now()); }

local_seconds london_time(sys_seconds at) {
  const year y = year_month_day{floor<days>(at)}.year();
  const bool summer = at >= summer_edge(y, March) && at < summer_edge(y, October);
  return local_seconds{(at + hours{summer ? 1 : 0}).time_since_epoch()};
}

year_month_day day_in_london(sys_seconds at) { return year_month_day{floor<days>(london_time(at))}; }

Month month_in_london(sys_seconds at) {
  const year_month_day day = day_in_london(at);
  return Month{day.year() / day.month()};
}

bool has_month(sys_seconds at) {
  const year y = day_in_london(at).year();
  return y >= year{2000} && y <= year{2099};
}

}  // namespace postbox
