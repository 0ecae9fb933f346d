// Who receives what: service area x district x date -> recipients, read from config/routes.toml.
//
// A month's feedback goes where the routes of that month's first day say, so that an old month emptied again
// gives the old answer. A month before the first route has no recipient: its feedback is unsorted. Pure.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/month.hpp"
#include "feedback/service_area.hpp"

namespace postbox::deliver {

struct Recipient {
  std::string id;    // folder name of its pack: see is_recipient_id
  std::string name;  // "Cumberland Council, school transport team"
};

// A safe folder name: 1 to 64 lower-case letters, digits and hyphens, beginning with a letter or digit.
// `board` and `unsorted` are folders of every export, so they are nobody's.
bool is_recipient_id(std::string_view id);

struct Route {
  ServiceArea area = ServiceArea::camhs;
  std::set<std::string> districts;  // option values of the district question
  std::chrono::year_month_day from;
  std::optional<std::chrono::year_month_day> until;  // the last day; nothing: still holds
  std::string recipient;
  std::string where;         // "routes.toml:12", for `check`
  std::string commissioner;  // who paid for the service then, "" where that is the recipient itself
};

struct Destination {
  std::string recipient;
  bool district_known = true;  // false: the county-wide or first-named recipient of that area

  friend bool operator==(const Destination&, const Destination&) = default;
};

class Routes {
 public:
  // `routes` in the order of the file: the first named comes first. `elsewhere`: answers to the district
  // question for which no body is named, such as outside-cumbria.
  Routes(std::vector<Recipient> recipients, std::vector<Route> routes, std::set<std::string> elsewhere = {});

  // Ascending by recipient id, each once. Empty: nobody is named for any of these areas then.
  //
  // A district that no route of the file names ("" when it was not answered, or elsewhere) goes to the first
  // route of that area that holds, with district_known = false. A district that the file does name, but not
  // for this area and date, goes to nobody: a guess could hand it to another body. `problems` finds that.
  std::vector<Destination> destinations(const AreaList& areas, std::string_view district, Month month) const;

  // The same of each area alone: a recipient id, kept by these routes; nullptr for nobody.
  PerArea<const std::string*> by_area(std::string_view district, Month month) const;

  const Recipient* find(std::string_view id) const;
  const std::vector<Recipient>& recipients() const { return recipients_; }

  // Who commissioned what this recipient did in that month: each name once, joined by " and "; "" for none.
  std::string commissioner_of(std::string_view recipient, Month month) const;

  // Gaps and overlaps, each named with its line, area, district and dates, and districts that are none.
  // Empty: every area of every district in `districts` (the options of the district question, elsewhere
  // included or not) has exactly one route on every day from the first day of the earliest route. Without
  // any district the question is not asked: then every area must have a route on every day.
  std::vector<std::string> problems(const std::set<std::string>& districts) const;

 private:
  bool names(std::string_view district) const;

  std::vector<Recipient> recipients_;
  std::vector<Route> routes_;
  PerArea<std::vector<std::size_t>> routes_of_;  // of each area, in the order of the file
  std::set<std::string> elsewhere_;
  std::set<std::string, std::less<>> named_districts_;
};

}  // namespace postbox::deliver
