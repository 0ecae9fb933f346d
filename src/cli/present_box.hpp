// The box that is there when another comes back from a backup.
#pragma once

#include <optional>
#include <string>

#include "cli/world.hpp"
#include "store/copy.hpp"

namespace postbox::cli {

class PresentBox {
 public:
  // Looks at the box in `dir`, if any, and compares it with the one that comes back (at the newest schema).
  PresentBox(World& world, const Path& dir, store::Connection& returning);

  // Whether nothing is lost when the other takes its place.
  bool is_in_backup() const { return !is_there_ || (is_readable_ && surplus_.is_none()); }
  const store::Surplus& surplus() const { return surplus_; }

  // "holds what the backup does not: 3 submissions"
  std::string why_it_stays() const;

  // DIR/replaced-1, or the next number that is free.
  Path aside() const;

  // Copies it into a folder of its own, as a whole box, so that what it holds is not out of reach; gives that
  // folder. Nothing where there is no box, or all of it is in the backup. Throws Error(Fault::busy) while
  // another program has its database open.
  std::optional<Path> put_aside();

 private:
  Path file(const char* name) const { return dir_ / name; }
  void copy(const Path& from, const Path& to);

  World& world_;
  Path dir_;
  bool is_there_;
  bool is_readable_ = false;
  store::Surplus surplus_{};
};

}  // namespace postbox::cli
