// Labelled lines: feedback with the labels that a careful person gave it (tests/data/, tools/training/).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feedback/service_area.hpp"
#include "feedback/tone.hpp"

namespace postbox::training {

struct Labelled {
  std::string id;
  std::string text;
  AreaList areas;
  Tone tone = Tone::neutral;
  bool urgent = false;
};

// JSON lines; throws Error(Fault::data) that names `file_name` and the line.
std::vector<Labelled> read_labelled(std::string_view lines, const std::string& file_name);

}  // namespace postbox::training
