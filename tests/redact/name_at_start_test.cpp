// Words that are seldom names, where the sentence that they begin tells that they are.
#include <doctest/doctest.h>

#include "redact/checked_rows.hpp"

namespace postbox::redact {

TEST_CASE("redact: a word at the start of a sentence is a name where it goes on as about somebody") {
  check_rows({
      {"what is done to people", "River was sent home", "[name] was sent home"},
      {"how people feel", "Destiny isn't coping", "[name] isn't coping"},
      {"for long", "Justice has been waiting", "[name] has been waiting"},
      {"something of one's own", "Duke lost his coat", "[name] lost his coat"},
      {"a listed name that is seldom one", "Kit needs his bag", "[name] needs his bag"},
      {"where somebody works", "Dawn on reception rang", "[name] on reception rang"},
      {"a month's name there", "June on the front desk helped", "[name] on the front desk helped"},
      {"what a month has not", "April's wheelchair broke", "[name]'s wheelchair broke"},
      {"told of inside a sentence", "When May turned five we moved", "When [name] turned five we moved"},
      {"a family name in no list", "Grace Adeyinka hums", "[name] hums"},
      {"with the writer", "Bill and I have fostered", "[name] and I have fostered"},
      {"small letters, and said", "mason says no", "[name] says no"},
      {"small letters at work", "jade in the office rang", "[name] in the office rang"},
      {"a month's mother", "Autumn's mum is here", "[name]'s mum is here"},
      {"small letters, and without words", "fern goes non verbal", "[name] goes non verbal"},
      {"small letters, and thanked", "thank you grace at the office", "thank you [name] at the office"},
      {"shouted", "HOPE HAS BEEN OUT OF SCHOOL SINCE MAY", "[name] HAS BEEN OUT OF SCHOOL SINCE MAY"},
      {"my own, in small letters", "we said my daisy cant do it", "we said my [name] cant do it"},
      {"asked in small letters", "ask sue in transport, sue sorted it",
       "ask [name] in transport, [name] sorted it"},
      {"by name", "Joy by name and joy by nature", "[name] by name and joy by nature"},
      {"three in a row", "Rose, May and Ivy do dinners", "[name 1], [name 2] and [name 3] do dinners"},
      {"before what the writer has", "I asked Art I've asked all", "I asked [name] I've asked all"},
      {"a letter that was told", "nobody told T he had moved", "nobody told [name] he had moved"},
      {"who is doubly will", "Will will not go in", "[name] will not go in"},
      {"what one does to somebody", "Mark marked him absent", "[name] marked him absent"},
      {"the one who", "all in all May was the only one who rang",
       "all in all [name] was the only one who rang"},
      {"a season's teacher", "spoke to Summer's teacher", "spoke to [name]'s teacher"},
      {"in no list, with the writer", "Zuriela and I fled", "[name] and I fled"},
      {"small letters, thanked at work", "my thanks to shirl in the office too",
       "my thanks to [name] in the office too"},
      {"letters with ages", "ok so D is 8 and L is 6", "ok so [name 1] is 8 and [name 2] is 6"},
      {"a miss with a letter", "miss t and miss k are why", "[name 1] and [name 2] are why"},
      {"beside its own word", "Rose rose to it and Art does art",
       "[name 1] rose to it and [name 2] does art"},
      {"thanked with another", "thankyou joy thankyou all", "thankyou [name] thankyou all"},
      {"small letters, and who", "it is fine but dean who does it is not",
       "it is fine but [name] who does it is not"},
      {"shouted, and told at work", "PLEASE TELL GRACE AT THE HUB SHE WAS RIGHT",
       "PLEASE TELL [name] AT THE HUB SHE WAS RIGHT"},
      {"called out", "\"Chase,\" I said, \"come\"", "\"[name],\" I said, \"come\""},
      {"a parent behind a comma", "we are here. Wirrun, mum of two", "we are here. [name], mum of two"},
      {"seasons with the writer", "Summer, Autumn and I have it", "[name 1], [name 2] and I have it"},
      {"a small form in no list", "they moved Joshie again", "they moved [name] again"},
      {"small letters, with a greeting", "hiya mo here again", "hiya [name] here again"},
      {"small letters, and whose it is", "it was winter (my youngest) who fell",
       "it was [name] (my youngest) who fell"},
      {"an uncle", "uncle bob does mondays", "uncle [name] does mondays"},
  });
}

TEST_CASE("redact: a word at the start of a sentence stays where it goes on as a word") {
  check_rows({
      {"a river", "River was high", "River was high"},
      {"destiny", "Destiny is not decided at 11", "Destiny is not decided at 11"},
      {"a storm", "Storm took our roof", "Storm took our roof"},
      {"hope somewhere", "Hope in the office is thin", "Hope in the office is thin"},
      {"a month somewhere", "June at the hub was quiet", "June at the hub was quiet"},
      {"a month's letter", "April's letter came in May", "April's letter came in May"},
      {"a month with the writer", "It rained in April and I cried", "It rained in April and I cried"},
      {"dawn", "dawn to dusk we drive", "dawn to dusk we drive"},
      {"a feast", "We moved at Easter and I was tired", "We moved at Easter and I was tired"},
      {"nothing behind it", "Grace", "Grace"},
      {"joy that fills", "Joy filled her", "Joy filled her"},
      {"a letter that is missed", "we miss u all", "we miss u all"},
      {"thanked, and nobody", "thank you for the hope", "thank you for the hope"},
      {"virtues in a row", "Faith, Hope and Charity", "Faith, Hope and Charity"},
  });
}

}  // namespace postbox::redact
