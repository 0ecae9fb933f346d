#include "redact/postcode_letters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "redact/letters.hpp"

namespace postbox::redact {
namespace {

// Every postcode area, and ZZ of the NHS's made-up ones.
constexpr std::string_view areas =
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC "
    "EH "
    "EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME "
    "MK ML "
    "N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD "
    "TF "
    "TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ZZ ";

// By the first letter and the second, 26 for none: looked up at every word.
using AreaTable = std::array<std::array<bool, 27>, 26>;
constexpr AreaTable read_areas() {
  AreaTable table{};
  for (std::size_t at = 0; at < areas.size();) {
    const auto first = static_cast<std::size_t>(areas[at] - 'A');
    const bool one = areas[at + 1] == ' ';
    table[first][one ? 26 : static_cast<std::size_t>(areas[at + 1] - 'A')] = true;
    at += one ? 2 : 3;
  }
  return table;
}
constexpr AreaTable area_table = read_areas();

// Royal Mail uses no C, I, K, M, O or V there; people do.
bool is_issued_letter(char c) {
  return is_ascii_letter(c) && std::string_view("CIKMOV").find(ascii_upper(c)) == std::string_view::npos;
}

bool is_measure(std::string_view letters) {
  constexpr std::array<std::string_view, 8> measures = {"MM", "CM", "KM", "ML", "MG", "KG", "AM", "PM"};
  const std::array<char, 2> upper = {ascii_upper(letters[0]), ascii_upper(letters[1])};
  return std::find(measures.begin(), measures.end(), std::string_view(upper.data(), 2)) != measures.end();
}

}  // namespace

bool is_postcode_area(std::string_view letters) {
  if (letters.empty() || letters.size() > 2) return false;
  const auto index = [](char c) { return static_cast<std::size_t>(ascii_upper(c) - 'A'); };
  return area_table[index(letters[0])][letters.size() == 1 ? 26 : index(letters[1])];
}

bool ends_postcode(std::string_view letters, std::size_t area_size, bool glued) {
  if (is_issued_letter(letters[0]) && is_issued_letter(letters[1])) return true;
  if (!is_ascii_letter(letters[0]) || !is_ascii_letter(letters[1])) return false;
  const bool capitals = is_ascii_upper(letters[0]) && is_ascii_upper(letters[1]);
  if (is_measure(letters)) return capitals && !glued && area_size == 2;
  return capitals || glued;
}

}  // namespace postbox::redact
