// The areas of a text looked at once more, all together.
//
// The first look (judge.hpp) asks of each area alone whether the words speak of it, so a text about one
// service that names three may get three. Which one it is about shows in what is the same for all areas: how
// likely the others are, how many sentences name it, whether it comes first or last. So the areas share the
// weights, and each labelled line teaches them twelve times. Another sentence that names no service changes
// none of that: for the others only sentences that name one count, where there are any, each alone and all
// together. Pure.
#pragma once

#include "classify/evidence.hpp"
#include "classify/weights.hpp"

namespace postbox::classify {

using PerAreaOdds = PerArea<float>;  // logarithms of odds

// What the first look says of each area.
PerAreaOdds odds_of(const Weights& weights, const PerHead& scores);

// `apart`: the odds by which an area counts for the others.
PerArea<Clues> clues_of(const PerAreaOdds& odds, const PerAreaOdds& apart, const Evidence& evidence);

// A share of 0 to 1.
PerArea<double> second_look(const Clues& weights, const PerArea<Clues>& clues);

}  // namespace postbox::classify
