#include "redact/name_cues.hpp"

#include <unordered_set>

namespace postbox::redact::cue {
namespace {

using Words = std::unordered_set<std::string_view>;

}  // namespace

bool is_sure_title(std::string_view word) {
  static const Words words = {"mr", "mrs", "dr", "mx", "prof"};
  return words.contains(word);
}

bool is_title(std::string_view word) {
  static const Words words = {"miss",     "ms",  "professor", "doctor", "sister", "rev",
                              "reverend", "sir", "madame",    "pan",    "pani"};
  return is_sure_title(word) || words.contains(word);
}

bool is_relative(std::string_view word) {
  static const Words words = {
      "son", "sons", "daughter", "daughters", "lad", "lads", "lass", "lassie", "boy", "boys", "girl", "girls",
      "brother", "brothers", "sister", "sisters", "bro", "sis", "stepson", "step-son", "stepdaughter",
      "step-daughter", "grandson", "granddaughter", "grand-daughter", "grandchild", "grandaughter", "nephew",
      "niece", "child", "kid", "toddler", "husband", "hubby", "wife", "partner", "ex", "mum", "mam", "mom",
      "mummy", "mammy", "dad", "daddy", "father", "mother", "nan", "nana", "nanna", "gran", "granny",
      "grandma", "grandad", "granda", "grandpa", "grandfather", "grandmother", "cousin", "friend", "mate",
      "pal", "twin", "twins", "eldest", "oldest", "youngest", "baby", "aunt", "auntie", "aunty", "uncle",
      "teen", "teenager", "foster-son", "boyfriend", "girlfriend", "fiance", "fiancee", "neighbour",
      "stepdad", "stepmum", "buddy", "bestie",
      // Polish, Romanian, Ukrainian, Russian, Spanish, Portuguese, French, German, Turkish
      "syn", "corka", "syna", "corke", "corki", "fiul", "fiica", "fiului", "lui", "meu", "mea", "hijo",
      "hija", "filho", "filha", "fils", "fille", "sohn", "tochter", "oglum", "kizim", "син", "сын", "сина",
      "сына", "донька", "доньку", "дочка", "дочку", "дочь", "доня",
      // Arabic, Urdu, Hindi, Bengali, Panjabi
      "ابني", "ابنتي", "بنتي", "ولدي", "بیٹا", "بیٹی", "बेटा", "बेटी", "ছেলে", "মেয়ে", "ਪੁੱਤਰ", "ਧੀ"};
  return words.contains(word);
}

bool is_owner(std::string_view word) {
  static const Words words = {"my", "our", "his", "her", "their", "me", "mi", "r", "wor"};
  return words.contains(word);
}

bool is_role(std::string_view word) {
  static const Words words = {
      "teacher",      "ta",           "tas",          "hlta",         "senco",
      "sendco",       "senko",        "nurse",        "caseworker",   "worker",
      "escort",       "driver",       "tutor",        "physio",       "physiotherapist",
      "ot",           "salt",         "slt",          "therapist",    "paediatrician",
      "pediatrician", "consultant",   "psychologist", "psychiatrist", "doctor",
      "gp",           "head",         "headteacher",  "headmaster",   "headmistress",
      "coach",        "counsellor",   "practitioner", "keyworker",    "key-worker",
      "coordinator",  "co-ordinator", "advisor",      "adviser",      "officer",
      "manager",      "receptionist", "carer",        "pa",           "dentist",
      "lady",         "woman",        "man",          "bloke",        "chap",
      "fella",        "guy",          "gentleman",    "person",       "someone",
      "assistant",    "lead",         "clinician",    "midwife",      "mentor",
      "support",      "staff",        "secretary",    "cook",         "caretaker",
      "chair",        "councillor",   "councilor",    "mp",           "pc",
      "sgt",          "constable",    "dietitian",    "optician",     "audiologist",
      "specialist",   "instructor",   "trainer",      "foster-carer", "childminder",
      "babysitter",   "nanny",        "tutors",       "governor",     "deputy",
      "matron",       "volunteer",    "advocate",     "solicitor",    "judge",
      "ep",           "hv",           "mediator",     "supervisor",   "lecturer",
      "librarian",    "pharmacist",   "surgeon",      "registrar",    "inspector",
      "student",      "pupil",        "colleague",    "patient",      "named",
      "nauczycielka", "pani"};
  return words.contains(word);
}

bool is_naming(std::string_view word) {
  static const Words words = {"called", "named", "name's", "calld", "nicknamed"};
  return words.contains(word);
}

bool is_thing_that_is_called(std::string_view word) {
  static const Words words = {
      "school",     "nursery",   "college",   "charity",  "group",   "app",       "programme", "program",
      "book",       "place",     "centre",    "company",  "firm",    "course",    "cafe",      "club",
      "thing",      "something", "it's",      "it",       "its",     "website",   "page",      "site",
      "service",    "team",      "provision", "method",   "drug",    "medicine",  "med",       "meds",
      "medication", "village",   "town",      "street",   "farm",    "ward",      "unit",      "condition",
      "syndrome",   "disorder",  "game",      "song",     "show",    "film",      "scheme",    "project",
      "hub",        "session",   "form",      "document", "report",  "which",     "what",      "that",
      "toy",        "teddy",     "bear",      "doll",     "puppet",  "tool",      "approach",  "policy",
      "pathway",    "plan",      "system",    "clinic",   "they",    "been",      "get",       "got",
      "i",          "we",        "u",         "nobody",   "already", "so-called", "respite",   "house",
      "home",       "device",    "diet"};
  return words.contains(word);
}

bool is_animal(std::string_view word) {
  static const Words words = {
      "dog",    "dogs",   "puppy",    "pup",       "cat",     "cats",     "kitten",      "hamster",
      "guinea", "pig",    "rabbit",   "bunny",     "pony",    "horse",    "donkey",      "goldfish",
      "fish",   "budgie", "parrot",   "tortoise",  "lizard",  "gecko",    "gerbil",      "snake",
      "sheep",  "lamb",   "ewe",      "tup",       "cow",     "calf",     "hen",         "chicken",
      "duck",   "goat",   "ferret",   "rat",       "mouse",   "snail",    "spaniel",     "labrador",
      "lab",    "collie", "terrier",  "greyhound", "lurcher", "cockapoo", "labradoodle", "poodle",
      "beagle", "alpaca", "llama",    "bird",      "pet",     "teddy",    "bear",        "unicorn",
      "doll",   "puppet", "dinosaur", "toy",       "cuddly"};
  return words.contains(word);
}

bool is_character_word(std::string_view word) {
  static const Words words = {"film",    "cartoon",  "films",   "cartoons", "character",
                              "episode", "episodes", "figures", "figure",   "dvd"};
  return words.contains(word);
}

bool is_greeting(std::string_view word) {
  static const Words words = {"dear",   "hi",       "hiya",   "hello", "hey", "ta",
                              "thanks", "thankyou", "cheers", "fao",   "attn"};
  return words.contains(word);
}

bool is_parting(std::string_view word) {
  static const Words words = {"regards", "sincerely",  "yours",  "love",   "from",     "thanks", "ta",
                              "cheers",  "faithfully", "wishes", "signed", "thankyou", "you",    "truly",
                              "xx",      "x",          "xxx",    "diolch", "hugs"};
  return words.contains(word);
}

bool is_being(std::string_view word) {
  static const Words words = {"is", "was", "are", "were", "being"};
  return words.contains(word);
}

bool is_third_person(std::string_view word) {
  static const Words words = {
      "is",      "was",      "has",     "had",     "hasn't", "hasnt",  "hadn't", "isn't",     "isnt",
      "wasn't",  "wasnt",    "does",    "doesn't", "doesnt", "didn't", "didnt",  "did",       "goes",
      "went",    "gets",     "got",     "needs",   "needed", "wants",  "wanted", "loves",     "loved",
      "likes",   "liked",    "hates",   "hated",   "can't",  "cant",   "cannot", "couldn't",  "couldnt",
      "won't",   "wont",     "who",     "who's",   "whos",   "always", "never",  "still",     "came",
      "comes",   "knows",    "knew",    "makes",   "made",   "gave",   "gives",  "takes",     "took",
      "starts",  "started",  "works",   "worked",  "lives",  "lived",  "turned", "struggles", "struggled",
      "helps",   "helped",   "needn't", "keeps",   "kept",   "sat",    "sits",   "uses",      "used",
      "attends", "attended", "turns",   "misses",  "missed", "moved",  "left",   "showed",    "shows",
      "brought", "brings",   "puts",    "found",   "finds",  "gone",   "aged",   "asks",      "doing",
      "hasn",    "wouldn't", "wouldnt"};
  return words.contains(word) || is_person_verb(word);
}

bool is_person_verb(std::string_view word) {
  static const Words words = {
      "said",       "says",     "told",       "tells",       "rang",       "rings",    "smiled",  "laughed",
      "cried",      "cries",    "explained",  "explains",    "listened",   "listens",  "hugged",  "held",
      "asked",      "replied",  "understood", "understands", "thinks",     "thought",  "sang",    "sings",
      "walks",      "talks",    "talked",     "spoke",       "speaks",     "phoned",   "emailed", "texted",
      "apologised", "promised", "retired",    "noticed",     "remembered", "drove",    "drives",  "taught",
      "loves",      "loved",    "hates",      "hated",       "wants",      "sorted",   "went",    "goes",
      "sat",        "knew",     "knows",      "ate",         "eats",       "slept",    "sleeps",  "plays",
      "played",     "wrote",    "writes",     "himself",     "herself",    "screamed", "screams", "rocks"};
  return words.contains(word);
}

bool is_base_follower(std::string_view word) {
  static const Words words = {"you",     "u",        "they",   "he",      "she",      "it",    "we",  "i",
                              "the",     "this",     "that",   "these",   "those",    "there", "be",  "not",
                              "someone", "somebody", "anyone", "anybody", "everyone", "my",    "our", "his",
                              "her",     "their",    "your",   "have",    "also",     "a",     "an",  "any",
                              "all",     "to",       "of",     "for",     "it's",     "its",   "as",  "never",
                              "always",  "only",     "and",    "or",      "but",      "if"};
  return words.contains(word);
}

bool is_institution(std::string_view word) {
  static const Words words = {
      "school",    "primary",    "infant",    "infants",   "junior",  "juniors",  "academy",    "centre",
      "center",    "house",      "hospital",  "ward",      "road",    "street",   "lane",       "college",
      "trust",     "foundation", "hub",       "unit",      "clinic",  "park",     "nursery",    "church",
      "court",     "building",   "room",      "lodge",     "hall",    "avenue",   "university", "surgery",
      "practice",  "bridge",     "hill",      "valley",    "farm",    "cottage",  "cottages",   "library",
      "theatre",   "pre-school", "preschool", "award",     "awards",  "syndrome", "disease",    "cup",
      "project",   "charity",    "hotel",     "bay",       "beach",   "close",    "terrace",    "crescent",
      "secondary", "high",       "grammar",   "institute", "rule",    "scale",    "report",     "review",
      "test",      "method",     "council",   "community", "stadium", "united",   "city",       "station",
      "garage",    "taxis",      "coaches",   "travel",    "arms",    "inn",      "square",     "bank",
      "island",    "moor",       "tarn",      "fell",      "beck",    "gardens",  "garden"};
  return words.contains(word);
}

bool is_date_word(std::string_view word) {
  static const Words words = {"in",    "since",   "until",   "till",   "til",  "by",     "last",   "next",
                              "this",  "early",   "late",    "mid",    "of",   "during", "end",    "every",
                              "from",  "before",  "after",   "around", "over", "for",    "the",    "on",
                              "about", "through", "between", "to",     "and",  "each",   "around", "again"};
  return words.contains(word);
}

bool is_place_word(std::string_view word) {
  static const Words words = {"in",     "near", "at",      "from", "to",    "of",   "outside",
                              "around", "past", "through", "via",  "under", "over", "on",
                              "the",    "a",    "an",      "this", "that",  "for"};
  return words.contains(word);
}

bool is_particle(std::string_view word) {
  static const Words words = {"de", "van", "der", "den", "von", "bin", "bint", "al", "el", "ibn", "ap",
                              "ab", "da",  "dos", "di",  "la",  "le",  "du",   "ul", "ur", "abu"};
  return words.contains(word);
}

bool is_abbreviation(std::string_view letters) {
  static const Words words = {"uk",   "us",   "pe",  "ni",  "ep",  "ta",  "ot",  "gp",  "id",  "re",  "am",
                              "pm",   "ps",   "pa",  "eg",  "ie",  "nb",  "asd", "sen", "dob", "nhs", "ehc",
                              "ehcp", "dla",  "pip", "la",  "ea",  "bc",  "ad",  "tv",  "cd",  "dvd", "it",
                              "ict",  "adhd", "asc", "pda", "ocd", "slt", "hv",  "pt",  "tb",  "ac",  "aka",
                              "usa",  "ks",   "pc",  "mp",  "ms",  "md",  "st",  "sw",  "ld",  "mh",  "rsvp",
                              "asap", "fao",  "pto", "cp",  "eu",  "sk",  "im"};
  return words.contains(letters);
}

}  // namespace postbox::redact::cue
