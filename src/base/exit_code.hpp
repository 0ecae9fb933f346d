// How a program of the house ends: the exit codes of sysexits.h. Pure.
#pragma once

#include "base/error.hpp"

namespace postbox {

constexpr int exit_code_of(Fault fault) {
  switch (fault) {
    case Fault::usage:
      return 64;
    case Fault::data:
      return 65;
    case Fault::missing_input:
      return 66;
    case Fault::cannot_create:
      return 73;
    case Fault::storage:
      return 74;
    case Fault::busy:
      return 75;
    case Fault::key:
      return 77;
    case Fault::settings:
      return 78;
  }
  return 70;  // no Fault has it: the program itself is wrong
}

}  // namespace postbox
