// The words around a plate that tell of one: the vehicle, "reg", "the plate started with". Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace postbox::redact {

class VehicleContext {
 public:
  explicit VehicleContext(std::string_view text) : text_(text) {}  // borrowed

  // Also beside a plate that was found: "was K123 ABC now [vehicle]".
  bool near_vehicle(std::size_t at, std::size_t end) const;

  // Beside one that was found, in the same sentence.
  bool near_plate(std::size_t at, std::size_t end) const;

  // Within three words.
  bool follows_vehicle(std::size_t at) const;

  // "grey audi g8 mrs": nothing between.
  bool directly_follows_vehicle(std::size_t at) const;

  // "taxi (k4 ddy)": alone in brackets.
  bool is_in_brackets_behind_vehicle(std::size_t at, std::size_t end) const;

  // "in", "of", "drove": where somebody sits, and what has a dash.
  bool is_sat_in(std::size_t at) const;

  // "38 miles each way", "with a toddler in the back", "on the dash".
  bool near_journey(std::size_t at, std::size_t end) const;

  // "that comes early", "pulled up"
  bool precedes_what_cars_do(std::size_t end) const;

  // "form SE 12345", "contract 219", "room B12": what numbers other things.
  bool follows_other_thing(std::size_t at) const;

  // Whether capitals mean something here: the text around is not shouted.
  bool is_among_small_letters(std::size_t begin, std::size_t end) const;

  bool after_plate(std::size_t at) const;

  // "plate", "reg is": nothing between but "is" or "was".
  bool is_right_behind_plate(std::size_t at) const;

  // A sign behind it, or the end of the text.
  bool ends_at(std::size_t end) const;

  // Behind a colon, a comma, a bracket or a full stop, and with another sign behind it.
  bool stands_apart(std::size_t at, std::size_t end) const;

  // "GIG 2094 is an Irish plate"
  bool before_plate(std::size_t end) const;

  // "K9 DOG private plate"
  bool directly_before_plate(std::size_t end) const;

  // "reg is", "the plate started with", "reg something like".
  bool directly_after_plate(std::size_t at) const;

  // "reg of our van for the gate is": the word for it opened the clause, and "is" stands right before.
  bool follows_plate_and_is(std::size_t at) const;

  // "reg ends", "the silver van, last three letters"
  bool follows_ending(std::size_t at) const;

 private:
  bool follows_plate_found(std::size_t at) const;
  // Of the same sentence, a few bytes ahead; folded.
  std::vector<std::string> words_behind(std::size_t end) const;

  std::string_view text_;
};

}  // namespace postbox::redact
