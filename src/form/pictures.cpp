#include "form/pictures.hpp"

#include <algorithm>
#include <iterator>

namespace postbox::form {
namespace {

struct Picture {
  std::string_view what;
  const char* lines;  // in a square of 48
  bool face = false;  // with the round and the eyes that all faces share
};

constexpr Picture pictures[] = {
    {"feedback", R"(<path d="M6 8h36v24H22l-9 9v-9H6z"/><path d="M13 16h22M13 24h14"/>)"},
    {"working_well", "<path d=\"M5 22h8v20H5zM13 24l9-18c5 0 5 5 3 14h17l-4 22H13\"/>"},
    {"could_be_better", "<path d=\"M5 26h8V6H5zM13 24l9 18c5 0 5-5 3-14h17L38 6H13\"/>"},
    {"rating", "<path d=\"M24 5l6 13 13 1-10 9 3 14-12-7-12 7 3-14-10-9 13-1z\"/>"},
    {"rating-very-good", "<path d=\"M13 27h22c-2 12-20 12-22 0z\"/>", true},
    {"rating-good", "<path d=\"M15 29c4 6 14 6 18 0\"/>", true},
    {"rating-neither", "<path d=\"M15 31h18\"/>", true},
    {"rating-poor", "<path d=\"M15 34c4-6 14-6 18 0\"/>", true},
    {"rating-very-poor", "<path d=\"M13 36c2-11 20-11 22 0zM13 14l6 3M35 14l-6 3\"/>", true},
    {"rating-dont-know", "<path d=\"M15 17c1-12 19-12 19 0 0 8-10 8-10 15M24 40v2\"/>"},
    {"areas", "<path d=\"M23 5v38M23 9h15l5 5-5 5H23M23 24H10l-5 5 5 5h13\"/>"},
    {"risk_now", "<path d=\"M24 5l20 37H4zM24 18v11M24 34v3\"/>"},
    {"only_to", R"(<path d="M3 24c10-18 32-18 42 0-10 18-32 18-42 0z"/><circle cx="24" cy="24" r="6"/>)"},
    {"when", "<path d=\"M6 10h36v32H6zM6 19h36M15 5v9M33 5v9M14 27h5M29 27h5M14 35h5\"/>"},
    {"about_you", R"(<circle cx="24" cy="14" r="9"/><path d="M6 44c2-24 34-24 36 0z"/>)"},
    {"age_group", "<path d=\"M6 28h36v15H6zM12 28v-8h24v8M24 20v-9M24 6v1M6 35c6 5 12-5 18 0s12-5 18 0\"/>"},
    {"district", R"(<path d="M24 44C4 20 12 5 24 5s20 15 0 39z"/><circle cx="24" cy="19" r="5"/>)"},
    {"primary_need", "<path d=\"M24 42C-4 22 12 0 24 14 36 0 52 22 24 42z\"/>"},
    {"sen_status", "<path d=\"M8 5h24l8 8v30H8zM15 20h18M15 27h18M15 34h10\"/>"},
    {"setting", "<path d=\"M5 22L24 7l19 15M9 19v24h30V19M19 43V29h10v14\"/>"},
    {"ethnicity",
     "<circle cx=\"16\" cy=\"15\" r=\"7\"/><circle cx=\"33\" cy=\"15\" r=\"7\"/>"
     "<path d=\"M3 42c1-22 25-22 26 0zM33 27c8 0 12 7 12 15H33\"/>"},
    {"gender", R"(<circle cx="24" cy="11" r="7"/><path d="M24 18v14M12 25h24M24 32l-8 12M24 32l8 12"/>)"},
    {"step-anonymous",
     R"(<path d="M4 17h40c0 20-14 18-20 11-6 7-20 9-20-11z"/><path d="M12 22h7M29 22h7"/>)"},
    {"step-optional", "<path d=\"M6 6h36v36H6zM14 24l7 8 14-17\"/>"},
    {"step-feedback", "<path d=\"M5 11h38v27H5zM5 11l19 16 19-16\"/>"},
    {"step-month", "<path d=\"M6 10h36v32H6zM6 19h36M15 5v9M33 5v9M16 30l6 6 11-11\"/>"},
};

}  // namespace

// A pillar box with its cap, slot, plate and plinth.
Html pillar_box() {
  return trusted(
      "<svg class=\"pillar\" viewBox=\"0 0 48 72\" width=\"30\" height=\"45\" aria-hidden=\"true\" "
      "fill=\"#fff\">"
      "<path d=\"M5 14C8 4 40 4 43 14ZM3 14h42v5H3zM7 21h34v41H7z\"/>"
      "<path d=\"M12 26h24v5H12zM4 63h40v7H4z\" fill=\"#2a0709\" class=\"cut\"/>"
      "<path d=\"M17 37h14v11H17zM20 41h8M20 44h5\" class=\"plate\"/></svg>");
}

Html picture_of(std::string_view what) {
  const auto* found = std::find_if(std::begin(pictures), std::end(pictures),
                                   [what](const Picture& picture) { return picture.what == what; });
  if (found == std::end(pictures)) return {};
  return element(
      "svg", {{"class", "sign"}, {"viewBox", "0 0 48 48"}, {"aria-hidden", "true"}},
      (found->face ? trusted(R"(<circle cx="24" cy="24" r="19"/><path d="M17 19v2M31 19v2"/>)") : Html{}) +
          trusted(found->lines));
}

}  // namespace postbox::form
