// What is called after a person, or has a name and is none.
#include <doctest/doctest.h>

#include <string_view>

#include "redact/checked_rows.hpp"

namespace postbox::redact {
namespace {

template <std::size_t Count>
void check_stays(const Row (&rows)[Count]) {
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(redacted(row.typed) == row.typed);
  }
}

}  // namespace

TEST_CASE("redact: houses, rooms and works that are called after somebody stay") {
  check_stays({
      {"a public house", "we meet in the Lord Nelson", ""},
      {"a public house by a first name", "upstairs at the Albert", ""},
      {"a king", "King William came here once", ""},
      {"a king by number", "it was Henry VIII again", ""},
      {"a room", "she moved to Hazel class", ""},
      {"rooms in a row", "Jade, Ruby and Amber are the three bases", ""},
      {"a test", "he did the Griffiths", ""},
      {"a scale", "a Griffiths scale", ""},
      {"a charity", "Zoe's Place took him", ""},
      {"a law", "ask for Martha's Rule", ""},
      {"an illness", "it is Wilson's disease", ""},
      {"a shop", "Marks & Spencer have them", ""},
      {"a firm", "Baker Cooper Ltd did the ramp", ""},
      {"a saying with a comma", "every Tom, Dick and Harry", ""},
      {"a saying without its apostrophe", "bobs your uncle", ""},
      {"a place that somebody comes from", "we moved from Kerry to Kendal", ""},
      {"a name with a title before a house", "Lady Anne hall is booked", ""},
      {"a bill", "Bill came to £84", ""},
      {"a month", "April came and nothing did", ""},
      {"no double name", "Val-uable as ever", ""},
      {"seldom a name", "Journey was ninety minutes", ""},
      {"a tree's fruit", "Rowan berries are poison", ""},
      {"how fast", "Max speed is five", ""},
      {"a law in small letters", "chloe's law is no help", ""},
      {"a shop", "Peggy's pantry does the lunches", ""},
      {"a public house's", "the Ivy's loo has a hoist", ""},
      {"a film", "Logan the movie is on", ""},
      {"a machine after a comma", "Cora, the chat bot, told me so", ""},
      {"a word that is explained", "Shiv means nothing here", ""},
      {"a brand of two words", "They said Costcutter was shut", "They said Costcutter was shut"},
      {"a brand by its letters", "They said TouchChat was broken", "They said TouchChat was broken"},
      {"a town by its end", "They said Wrexford was full", "They said Wrexford was full"},
      {"a room later on", "Bluebell class is full. One TA for Bluebell",
       "Bluebell class is full. One TA for Bluebell"},
      {"a unit at a place", "the unit at Barrow is called Wren", "the unit at Barrow is called Wren"},
      {"a grant", "we got the Henry Fell grant", "we got the Henry Fell grant"},
      {"a family's name that is a firm", "neither did Thackray", "neither did Thackray"},
      {"what is said to be a school", "Willow is the residential school", "Willow is the residential school"},
      {"a cafe", "Ellie's Nest has a ramp", "Ellie's Nest has a ramp"},
      {"a doll", "the Lottie doll has an aid", "the Lottie doll has an aid"},
      {"a machine", "Gertrude, the machine, beeps", "Gertrude, the machine, beeps"},
      {"what is said to be a pet", "Our Bentley is a spaniel, mad", "Our Bentley is a spaniel, mad"},
      {"rooms before a colon", "Hazel, Phoenix and Rowan: year groups",
       "Hazel, Phoenix and Rowan: year groups"},
      {"what a leaflet is from", "a leaflet from Zorbex", "a leaflet from Zorbex"},
      {"a term", "Child Safeguarding was no help", "Child Safeguarding was no help"},
      {"a figure later on", "he loves Harry Potter. Harry is on all day",
       "he loves Harry Potter. Harry is on all day"},
      {"an island", "the Isle of Skye trip", ""},
      {"a prophet", "the Prophet Muhammad was born then", ""},
  });
}

TEST_CASE("redact: somebody who stands where a thing might goes") {
  check_rows({
      {"a family", "the Hargreaves family said so", "the [name] family said so"},
      {"somebody unknown to the writer", "spoke to a Gavin in transport", "spoke to a [name] in transport"},
      {"one of two", "the Sarah who rang", "the [name] who rang"},
      {"a child's class without the apostrophe", "callum room was cold", "[name] room was cold"},
      {"a child's room", "Callum's room was cold", "[name]'s room was cold"},
      {"a family by its plural", "ask the Robinsons at number 9", "ask the [name] at number 9"},
      {"somebody who means well", "Emma means well", "[name] means well"},
      {"from a place", "Kerry from the office", "[name] from the office"},
      {"a family name that is a street", "Tobias Fell has no place", "[name] has no place"},
      {"seldom a name, and said", "Journey said no", "[name] said no"},
      {"a month that does what people do", "June drove him home", "[name] drove him home"},
      {"a bill that rang", "Bill rang on Monday", "[name] rang on Monday"},
      {"a letter with its dot", "my son T. (9) hates it", "my son [name]. (9) hates it"},
      {"initials that are letters elsewhere", "A.B. and C.D. are out", "[name 1] and [name 2] are out"},
  });
}

TEST_CASE("redact: pets and figures stay, wherever they are named; people beside them go") {
  check_rows({
      {"a pet, later on", "our dog Max is old. Max sleeps", "our dog Max is old. Max sleeps"},
      {"two pets", "guinea pigs Lily and Jess", "guinea pigs Lily and Jess"},
      {"a pet in brackets", "Max (our labrador) barks", "Max (our labrador) barks"},
      {"a child of the same name", "our dog Max bit my son Max", "our dog Max bit my son [name]"},
      {"figures in a row", "Harry Potter, Ron and Hermione", "Harry Potter, Ron and Hermione"},
      {"a child beside a figure", "Harry Potter and my son Ron", "Harry Potter and my son [name]"},
      {"a child called like a figure", "my son Harry has Harry Potter on. Harry hums",
       "my son [name] has Harry Potter on. [name] hums"},
      {"a child before the figure", "Harry is on about Harry Potter", "[name] is on about Harry Potter"},
      {"a driver", "Stu the bus driver", "[name] the bus driver"},
      {"a family of that name", "neither did the Thackray family", "neither did the [name] family"},
      {"a name put right", "a Mr Thackrah? Thackray? rang", "a [name 1]? [name 2]? rang"},
      {"who rides", "Isla is a horse rider", "[name] is a horse rider"},
      {"a nurse", "Willow is the school nurse", "[name] is the school nurse"},
      {"who signs", "it took months. From Zorbex", "it took months. From [name]"},
      {"who speaks beside a figure", "it's all Peppa Pig, Jo said", "it's all Peppa Pig, [name] said"},
  });
}

TEST_CASE("redact: a child before what things are called after goes all the same") {
  check_rows({
      {"an own plan", "my daughter Isla waits, there were mistakes in Isla's plan",
       "my daughter [name] waits, there were mistakes in [name]'s plan"},
      {"no place", "we have seen a change in Dylan", "we have seen a change in [name]"},
      {"before a review", "Callum Smith review is late", "[name] review is late"},
      {"before a class", "Emma Wilson class teacher left", "[name] class teacher left"},
      {"with an article", "the Callum Smith situation drags on", "the [name] situation drags on"},
      {"beside a pet", "our dog Max and Callum are inseparable", "our dog Max and [name] are inseparable"},
      {"beside a cartoon", "Peppa Pig and Jack watches it daily", "Peppa Pig and [name] watches it daily"},
      {"fluids, no king", "they gave Callum IV fluids", "they gave [name] IV fluids"},
  });
}

}  // namespace postbox::redact
