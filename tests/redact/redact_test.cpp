#include "redact/redact.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "redact/checked_rows.hpp"

namespace postbox::redact {

TEST_CASE("redact: a telephone number goes, however it was typed or said") {
  check_rows({
      {"grouped", "ring 07700 900123 now", "ring [phone] now"},
      {"no spaces", "ring 07700900123", "ring [phone]"},
      {"dotted", "07700.900.123 any time", "[phone] any time"},
      {"hyphens", "07700-900-123", "[phone]"},
      {"one by one", "0 7 7 0 0 9 0 0 1 2 3", "[phone]"},
      {"over a line break", "call 07700\n900123 ta", "call [phone] ta"},
      {"abroad", "+44 (0)7700 900123", "[phone]"},
      {"double 0 abroad", "0044 7700 900123", "[phone]"},
      {"landline in brackets", "(01632) 960555 after six", "[phone] after six"},
      {"London", "020 7946 0158", "[phone]"},
      {"spoken", "oh seven seven double-o nine double oh one two three", "[phone]"},
      {"letter O", "O77OO 9OO123", "[phone]"},
      {"another country", "+48 601 234 567", "[phone]"},
      {"Arabic-Indic digits", "٠٧٧٠٠ ٩٠٠١٢٣", "[phone]"},
      {"local", "tel 823456", "tel [phone]"},
      {"glued", "mob07700900123", "mob[phone]"},
      {"slash", "07700/900462", "[phone]"},
      {"commas", "07700,900,494", "[phone]"},
      {"triple", "07700 900 triple 4", "[phone]"},
      {"00 for a plus", "00 40 721 234 480", "[phone]"},
      {"without the 0", "txt 7700 900499", "txt [phone]"},
      {"local after home", "home 823 474, ask for me", "home [phone], ask for me"},
      {"two dates are none", "seen 03/04/15, 05/06/17", "seen April 2015, June 2017"},
      {"a date is none", "on 07.01.2019 12 of us", "in January 2019 12 of us"},
      {"a figure too many", "ring 01632 960 0112", "ring [phone]"},
      {"my number", "my number is 823456", "my number is [phone]"},
      {"money, years, doses", "£1200 in 2019, 2020 and 5 mg", "£1200 in 2019, 2020 and 5 mg"},
      {"a helpline is short", "ring 111 or 999", "ring 111 or 999"},
  });
}

TEST_CASE("redact: NHS and National Insurance numbers go, however they were typed") {
  check_rows({
      {"grouped 3-3-4", "her number 999 123 4567 ok", "her number [NHS number] ok"},
      {"wrong check digit", "9991234568", "[NHS number]"},
      {"dotted", "999.123.4567", "[NHS number]"},
      {"over a line break", "999 123\n4567", "[NHS number]"},
      {"nine digits only", "ref 999123456", "ref 999123456"},
      {"eleven digits", "ref 99912345678", "ref 99912345678"},
      {"years in a row", "2019 20 2021", "2019 20 2021"},
      {"NI spaced", "it's QQ 12 34 56 C again", "it's [NI number] again"},
      {"NI lower case", "qq123456c", "[NI number]"},
      {"NI dotted", "QQ.12.34.56.C", "[NI number]"},
      {"NI one by one", "Q Q 1 2 3 4 5 6 C", "[NI number]"},
      {"NI without its last letter", "NI number QQ 12 34 56", "NI number [NI number]"},
      {"no cue, no last letter", "form AB 12 34 56", "form AB 12 34 56"},
      {"NI by a short word", "my ins no is QQ 12 34 56", "my ins no is [NI number]"},
      {"NI by pairs, the last letter unread", "It says QQ 12 34 56, he chewed the end",
       "It says [NI number], he chewed the end"},
      {"no NI by pairs, a date in capitals", "SEEN ON 12 03 26 AGAIN", "SEEN In March 2026 AGAIN"},
      {"no NI by pairs, more figures behind", "ticket AB 12 34 56 78", "ticket AB 12 34 56 78"},
      {"no NI by pairs, a letter that begins none", "form FB 12 34 56", "form FB 12 34 56"},
      {"NI, its first part", "her NI starts QQ 12", "her NI starts [NI number]"},
      {"a day and an article", "on 12/03/26 a man came", "in March 2026 a man came"},
      {"a sum, a number", "our insurance rose to 345678, claim no 445566",
       "our insurance rose to 345678, claim no 445566"},
      {"NHS, its last part", "my NHS number ends 4567", "my NHS number ends [NHS number]"},
      {"a count", "2 4 6 8 10 12 14 in twos", "2 4 6 8 10 12 14 in twos"},
      {"a draw", "drawn 32 39 43 48 51", "drawn 32 39 43 48 51"},
  });
}

TEST_CASE("redact: e-mail addresses and handles go, places behind an @ stay") {
  check_rows({
      {"plain", "write to j.carter+send@example.co.uk.", "write to [email]."},
      {"hidden", "jamie (at) example dot org", "[email]"},
      {"words", "jamie dot carter at example dot org please", "[email] please"},
      {"square", "jamie[at]example[dot]org", "[email]"},
      {"spaced sign", "jamie @ example.org", "[email]"},
      {"provider", "jamie at gmail.com", "[email]"},
      {"no address", "we met at Keswick. The dot on the page", "we met at Keswick. The dot on the page"},
      {"a website", "look at cumbria.gov.uk", "look at cumbria.gov.uk"},
      {"comma for the dot", "jamie@example,com", "[email]"},
      {"an a in brackets", "jamie(a)example.com", "[email]"},
      {"underscore in words", "jamie underscore c at hotmail dot co dot uk", "[email]"},
      {"at sign in words", "jamiec at sign gmail dot com", "[email]"},
      {"advice", "look at example.org please", "look at example.org please"},
      {"gamertag", "his gamertag is xXKaiXx", "his gamertag is [handle]"},
      {"a network that is down", "my insta is broken", "my insta is broken"},
      {"number of a name", "on discord kai#4417", "on discord [handle]"},
      {"handle", "i'm @no_more_bricks on insta", "i'm [handle] on insta"},
      {"after the network", "insta: kestrel_draws", "insta: [handle]"},
      {"a time", "see you @3pm", "see you @3pm"},
      {"a place", "fun day @Kendal", "fun day @Kendal"},
  });
}

TEST_CASE("redact: postcodes, addresses and vehicles go, towns, roads and classes stay") {
  check_rows({
      {"an address after a number and a month", "NHS number 999 000 0018, 4/2014, 14 Sandwith Terrace",
       "NHS number [NHS number], 4/2014, [address]"},
      {"postcode", "moved to LA14 4QP last year", "moved to [postcode] last year"},
      {"lower case, no space", "moved to la144qp", "moved to [postcode]"},
      {"over a line break", "LA14\n4QP", "[postcode]"},
      {"half beside a street", "9 Sandgarth Close, Barrow LA14", "[address], Barrow [postcode]"},
      {"half after its name", "postcode LA14", "postcode [postcode]"},
      {"area apart", "postcode is CA 13 0AB", "postcode is [postcode]"},
      {"one by one", "C A 1 1 2 A B", "[postcode]"},
      {"letter O", "LA22 OAB", "[postcode]"},
      {"street in small letters", "14 duke st ca1", "[address] [postcode]"},
      {"house and street", "The Old Vicarage, Church Lane", "[address]"},
      {"building and street", "Apartment 12, Marina House, Quay Street", "[address]"},
      {"side of a street", "my house is 40 Loop Road North", "my house is [address]"},
      {"caravan site", "Plot 6, Green Lane Caravan Site", "[address]"},
      {"in a row", "3 in a row and 2 in the lane", "3 in a row and 2 in the lane"},
      {"suffix mark", "ABH 123P an old Land Rover", "[vehicle] an old Land Rover"},
      {"split mark", "PX 68 ABE white Transit", "[vehicle] white Transit"},
      {"bought mark", "private plate K1 ERN", "private plate [vehicle]"},
      {"a word before a mark", "car reg is L887 KLM", "car reg is [vehicle]"},
      {"a key stage", "ks2 sats and yr10 gcse", "ks2 sats and yr10 gcse"},
      {"a road is none", "stuck on the A590 and the M6 again", "stuck on the A590 and the M6 again"},
      {"house and street", "I'm at 22 Thornflatt Rise, Ulverston", "I'm at [address], Ulverston"},
      {"flat", "Flat 2, 14a Duke Street", "[address]"},
      {"lower case", "9 sandgarth close", "[address]"},
      {"farm", "we live at Low Beck Farm near Penrith", "we live at [address] near Penrith"},
      {"a distance", "a 10 minute drive down the road", "a 10 minute drive down the road"},
      {"a school year", "Year 6 Park group", "Year 6 Park group"},
      {"vehicle", "grey van PX68 QTZ", "grey van [vehicle]"},
      {"vehicle without a space", "px68qtz", "[vehicle]"},
      {"older mark", "reg P123 ABC", "reg [vehicle]"},
      {"a class", "he's in yr10 and fine", "he's in yr10 and fine"},
  });
}

TEST_CASE("redact: a date of birth goes, other dates stay") {
  check_rows({
      {"figures", "DOB 02/11/2019 has a plan", "DOB [date of birth] has a plan"},
      {"words", "born 2nd of February 2008", "born [date of birth]"},
      {"month first", "born on February 2, 2008", "born on [date of birth]"},
      {"year first", "d.o.b. 2008-02-14", "d.o.b. [date of birth]"},
      {"dotted", "date of birth: 12.8.05", "date of birth: [date of birth]"},
      {"spoken", "born on the fourteenth of March 2008", "born on the [date of birth]"},
      {"in brackets after a name", "Callum (12.8.05) waits", "[name] ([date of birth]) waits"},
      {"before the word", "12 March is his birthday", "[date of birth] is his birthday"},
      {"b.", "(b. 14 February 2013)", "(b. [date of birth])"},
      {"spaced", "D O B 14 02 13", "D O B [date of birth]"},
      {"Polish", "urodzony 14 lutego 2013", "urodzony [date of birth]"},
      {"year in words", "born second of March two thousand and twelve", "born [date of birth]"},
      {"turns", "she turns 5 on 2 December", "she turns 5 on [date of birth]"},
      {"Roman month", "dob: 11.xi.2017", "dob: [date of birth]"},
      {"after a name", "Ella Marsden, 7.9.11, year 8", "[name], [date of birth], year 8"},
      {"a meeting after a name", "met Karen 7/9/22", "met [name] September 2022"},
      {"a letter", "your letter of 14/02/2017", "your letter of February 2017"},
      {"dashes", "dob 14 – 03 – 2012", "dob [date of birth]"},
      {"letters for figures", "DOB l4/O3/2O12", "DOB [date of birth]"},
      {"Arabic figures", "DOB ١٤/٠٣/٢٠١٢", "DOB [date of birth]"},
      {"full-width figures", "dob １４／０３／２０１２", "dob [date of birth]"},
      {"a month misspelt", "born 3 Janaury 2013", "born [date of birth]"},
      {"a birthday by its number", "it's his 16th on 3rd February", "it's his 16th on [date of birth]"},
      {"weeks", "came on 25 June 2014 at 28 weeks", "came on [date of birth] at 28 weeks"},
      {"an age", "born prematurely, now 7", "born prematurely, now 7"},
      {"a year alone", "born in 2014", "born in 2014"},
  });
}

TEST_CASE("redact: a registration goes with its slips, a number with letters stays") {
  check_rows({
      {"never issued", "It was GH 38 QZX again", "It was [vehicle] again"},
      {"joined, I and Q", "GH38IQZ parked there", "[vehicle] parked there"},
      {"small and split", "gh 38 qzx is back", "[vehicle] is back"},
      {"prefix without a cue", "Same one. K341 QZD", "Same one. [vehicle]"},
      {"seen in part", "the plate started with GH38 I think", "the plate started with [vehicle] I think"},
      {"foreign", "a lorry with German plates B-GH 4127", "a lorry with German plates [vehicle]"},
      {"read out", "it was golf hotel three eight quebec zulu xray", "it was [vehicle]"},
      {"the last letters", "the reg ends QZD", "the reg ends [vehicle]"},
      {"of a word", "a silver car ending in CAT, the unit ends with PRU",
       "a silver car ending in CAT, the unit ends with PRU"},
      {"letters that are a word", "it was GH58 CAT again", "it was [vehicle] again"},
      {"an area, a guideline", "CA28 SEN team, NG87 ASD", "CA28 SEN team, NG87 ASD"},
      {"who keeps it", "MOT is due on gh38 tax", "MOT is due on [vehicle]"},
      {"minutes in capitals", "THERE IN 45 MIN OR AT 10 AND OUT", "THERE IN 45 MIN OR AT 10 AND OUT"},
      {"a year group", "YR 10 ASD group, yr10 and yr 11 too", "YR 10 ASD group, yr10 and yr 11 too"},
      {"Polish", "mam 14 lat", "mam 14 lat"},
      {"roads", "the A66 and the B5305, J40 of the M6", "the A66 and the B5305, J40 of the M6"},
  });
}

TEST_CASE("redact: a postcode goes with its slips, other codes stay") {
  check_rows({
      {"letters never issued", "from CA43 7VM", "from [postcode]"},
      {"small and joined", "from ca437vm", "from [postcode]"},
      {"I for 1", "from CA43 IAB", "from [postcode]"},
      {"O in the first half", "from LA2O 4AB", "from [postcode]"},
      {"gaps", "from LA 43 7 HB", "from [postcode]"},
      {"read out", "it is lima alpha four three, seven hotel bravo", "it is [postcode]"},
      {"first half where somebody lives", "we moved to LA43 in May", "we moved to [postcode] in May"},
      {"an end of the county", "all at the CA43 end", "all at the [postcode] end"},
      {"half and a figure", "12 Duke Street, CA43 7something", "[address], [postcode]something"},
      {"comma, slash, dash", "CA43,7HB or CA43/7HB or CA43–7HB", "[postcode] or [postcode] or [postcode]"},
      {"gap elsewhere", "from CA437 HB and CA43 7H B", "from [postcode] and [postcode]"},
      {"l for 1", "from CAl4 7HB", "from [postcode]"},
      {"said in part", "postcode CA eleven 8HB", "postcode [postcode]"},
      {"the last half", "postcode ends 7HB", "postcode ends [postcode]"},
      {"two things", "PE1, 2hr a week, B12 lab work", "PE1, 2hr a week, B12 lab work"},
      {"measures", "M6 5KM on, la9 4 am", "M6 5KM on, la9 4 am"},
      {"shouted", "IN CA43 OUR CLUB IS GONE", "IN CA43 OUR CLUB IS GONE"},
      {"codes", "Year 6, EN71, T2, Section 19, S47", "Year 6, EN71, T2, Section 19, S47"},
  });
}

TEST_CASE("redact: a whole date without a cue is a birth by its year and its neighbours") {
  check_rows({
      {"beside a name", "Ella Marsden - 04/06/2018", "[name] - [date of birth]"},
      {"alone", "Ella. 18-04-2014. No officer.", "[name]. [date of birth]. No officer."},
      {"an adult's", "jk its 09/08/1987", "jk its [date of birth]"},
      {"beside a number", "1 Feb 2024, NHS 999 555 0104", "[date of birth], NHS [NHS number]"},
      {"a list", "two lads, 6/3/22 and 6/3/24", "two lads, [date of birth] and [date of birth]"},
      {"no such day", "down as 2014-02-31", "down as [date of birth]"},
      {"short year", "b. 4 Mar '16", "b. [date of birth]"},
      {"Roman month, short year", "dob 9-xi-12", "dob [date of birth]"},
      {"ordinal in figures", "for Ella: 30th.08.2013, ok", "for [name]: [date of birth], ok"},
      {"done that day", "he kept ringing, 4 June 2018, and was ignored",
       "he kept ringing, June 2018, and was ignored"},
      {"a month of four letters first", "just me. June 3rd 2012", "just me. [date of birth]"},
      {"such a month without a year", "just us. July 3rd", "just us. July"},
      {"by a preposition", "not well since 04/06/2018", "not well since June 2018"},
      {"an event near", "04/06/2018 the panel sat", "June 2018 the panel sat"},
      {"an event after", "12 June 2015 was when we first asked", "June 2015 was when we first asked"},
      {"an event after a colon", "17/08/2015: first meeting", "August 2015: first meeting"},
      {"an event by nobody", "17/08/2015 referred four times", "[date of birth] referred four times"},
      {"told of a birth", "boy, 17/08/2015, diagnosed at 3", "boy, [date of birth], diagnosed at 3"},
      {"of late", "it is 04/06/2025 now", "it is June 2025 now"},
      {"figures with spaces", "he had 3 4 15 in the quiz", "he had April 2015 in the quiz"},
  });
}

TEST_CASE("redact: handles without a network near, and streets of the north") {
  check_rows({
      {"number after #", "run by wolfandowl#3117, she says", "run by [handle], she says"},
      {"line inside", "and now gone_again_x. Darker", "and now [handle]. Darker"},
      {"reddit", "he is u/fellwalker here", "he is [handle] here"},
      {"framed", "xXfrogboiXx again", "[handle] again"},
      {"name of a network", "Xbox name is D4rk Fr0g 2012 Xx Pr0", "Xbox name is [handle]"},
      {"asked for", "dm me frogboilund pls", "dm me [handle] pls"},
      {"asked for in slang", "dm me tonite pls, add me asap", "dm me tonite pls, add me asap"},
      {"two networks", "my snap and insta are both frogboi", "my snap and insta are both [handle]"},
      {"found there", "look us up on facebook, frogcorner", "look us up on facebook, [handle]"},
      {"on X", "on X as frogboi7, on X-rays and Y", "on X as [handle], on X-rays and Y"},
      {"called", "someone called frogboi77 wrote", "someone called [handle] wrote"},
      {"blocked", "blocked frogboi4kidz twice", "blocked [handle] twice"},
      {"a console", "PS5 name FrogLord55, GT: FrogLord7", "PS5 name [handle], GT: [handle]"},
      {"a user name somewhere", "my user name on the forum is frogmumma",
       "my user name on the forum is [handle]"},
      {"a login", "my login for school is frogboi14", "my login for school is [handle]"},
      {"their own channel", "his channel, GreenFrogGaming, is fun", "his channel, [handle], is fun"},
      {"words with a line", "the SEN_team and year_6", "the SEN_team and year_6"},
      {"a file", "the file final_plan.pdf, ticket#4417", "the file final_plan.pdf, ticket#4417"},
      {"snap", "a snap decision, insta love, and/or", "a snap decision, insta love, and/or"},
      {"loan", "its 8 Thornrigg Loan", "its [address]"},
      {"a box", "post to PO Box 117, Kendal", "post to [address], Kendal"},
      {"under a signature", "Kieran Holt, The Smithy, CA99 4ZY", "[name], [address], [postcode]"},
      {"our street", "number 9 on our street, Larch Drive, is empty",
       "number 9 on our street, [address], is empty"},
      {"a town after it", "6 larch cl dalton", "[address] dalton"},
      {"lower flat", "apt 7 the maltings", "[address]"},
      {"the old", "we live at the old police house", "we live at [address]"},
      {"misspelt", "27 Larch Cresent", "[address]"},
      {"a street we live in", "rehoused us in Larch Street above a shop",
       "rehoused us in [address] above a shop"},
      {"a bank in a town", "7 Larch Bank in Cleator Moor", "[address] in Cleator Moor"},
      {"a body that moved", "the clinic moved to Larch House", "the clinic moved to Larch House"},
      {"a farm of ours", "our farm, High Larch, is far from the bus",
       "our farm, [address], is far from the bus"},
      {"the old, for all", "meet at The Old Courthouse", "meet at The Old Courthouse"},
      {"no one", "No one asked how it went", "No one asked how it went"},
      {"back and foot", "2 Albion Back, 7 Beck Foot", "[address], [address]"},
      {"number of The", "at no. 9 The Ghyll and", "at [address] and"},
      {"house before street", "sent to The Larches, 9 Ferry Rd", "sent to [address]"},
      {"flat, house, street", "Flat 3, Ferry View House, 2 Dock St", "[address]"},
      {"sentences", "6 Holm Croft. THE END", "[address]. THE END"},
      {"counts", "2 weeks back, 3 foot, 4 children", "2 weeks back, 3 foot, 4 children"},
  });
}

TEST_CASE("redact: an exact date becomes month and year, and what is no exact date stays") {
  check_rows({
      {"figures", "the meeting on 14.02.2023 was off", "the meeting in February 2023 was off"},
      {"year first", "since 2023-02-14", "since February 2023"},
      {"month first", "seen 2/14/2023", "seen February 2023"},
      {"two figures of a year", "seen 3/4/15 and 3/4/99", "seen April 2015 and April 1999"},
      {"words", "She referred him on the 3rd of May, late", "She referred him in May, late"},
      {"words with a year", "On 3rd May 2024 they rang", "In May 2024 they rang"},
      {"the", "since the 11 November", "since November"},
      {"month before day", "by May 3rd, 2024", "by May 2024"},
      {"ordinal in words", "the third of May", "May"},
      {"a month", "in May 2024, or in May 3 of us left", "in May 2024, or in May 3 of us left"},
      {"may as a word", "the second may help, the 3 may apply", "the second may help, the 3 may apply"},
      {"march as a word", "the first march of the day", "the first march of the day"},
      {"all hours", "open 24/7/365, version 1.2.3", "open 24/7/365, version 1.2.3"},
      {"ages, days and years", "7 on Monday, Year 3, 2019 to 2021", "7 on Monday, Year 3, 2019 to 2021"},
      {"a number before it", "1st 3/4/24, 2nd 15.4.24", "1st in April 2024, 2nd in April 2024"},
      {"a version", "the app v2.1.20 froze", "the app v2.1.20 froze"},
      {"two beside each other are no telephone number", "seen on 14/02/2023. (14/02/2023)",
       "seen in February 2023. (February 2023)"},
  });
}

TEST_CASE("redact: names of people go, in whatever way they stand") {
  check_rows({
      {"title goes along", "Mrs Postlethwaite let her in", "[name] let her in"},
      {"possessive stays", "Lily's letter", "[name]'s letter"},
      {"small letters after a relative", "my lad tyler is 13", "my lad [name] is 13"},
      {"unknown after a relative", "my son Jaxton hates it", "my son [name] hates it"},
      {"unknown, small letters", "my daughter zhyra is 9", "my daughter [name] is 9"},
      {"her teacher is", "her teacher is Ottoline", "her teacher is [name]"},
      {"SENCO", "the SENCO Bronagh rang", "the SENCO [name] rang"},
      {"initials", "it was K.M. again", "it was [name] again"},
      {"initial and family name", "from J. Smithson", "from [name]"},
      {"hyphens and apostrophes", "Mary-Jane O'Shaughnessy came", "[name] came"},
      {"accents", "Bálint and Zoë", "[name 1] and [name 2]"},
      {"Polish", "Moja córka Zuzia ma 11 lat", "Moja córka [name] ma 11 lat"},
      {"Arabic script", "ابني محمد", "ابني [name]"},
      {"Cyrillic", "мій син Андрій", "мій син [name]"},
      {"Will at the start", "Will is 18 and non verbal", "[name] is 18 and non verbal"},
      {"Will in the middle", "we asked Will to come", "we asked [name] to come"},
      {"our Summer", "Our Summer is 14", "Our [name] is 14"},
      {"Mr Will", "He comes for Mr Will", "He comes for [name]"},
      {"shouted", "ASK FOR BERNARD", "ASK FOR [name]"},
      {"a name that is a word, at the start", "Lily just sits there", "[name] just sits there"},
      {"a word that is a name, at the start", "Jack of all trades, pat on the back",
       "Jack of all trades, pat on the back"},
      {"small letters after our", "our mason and the rest", "our [name] and the rest"},
      {"an unknown name as a subject", "school said Zuriel was fine", "school said [name] was fine"},
      {"a family", "the Hargreaves family next door", "the [name] family next door"},
      {"a title and one letter", "Mrs B left, Miss T came", "[name 1] left, [name 2] came"},
      {"particles", "Ms de Souza and Mrs van der Berg", "[name 1] and [name 2]"},
      {"a title of another language", "ale pani Basia jest", "ale [name] jest"},
      {"initials apart", "by C J Nelson", "by [name]"},
      {"Romanian letters", "Ștefan merge bine", "[name] merge bine"},
      {"an abbreviation is nobody", "D.O.B. and N.I. and P.E.", "D.O.B. and N.I. and P.E."},
      {"one of a pair", "Hope and Karen drove", "[name 1] and [name 2] drove"},
      {"couple", "Mr and Mrs Tolson rang", "[name] rang"},
      {"sign-off", "That is all.\nZhyra Quell", "That is all.\n[name]"},
      {"in brackets", "a nurse (Orla) helped", "a nurse ([name]) helped"},
      {"a family name that is a word", "Megan Brown rang, megan potter rang", "[name 1] rang, [name 2] rang"},
      {"a word of every day", "Megan Strong rang, told megan brown", "[name 1] rang, told [name 2]"},
      {"an initial and a word", "signed S. Green", "signed [name]"},
      {"a word that was told", "told lily about it, spoke to amber at ten",
       "told [name 1] about it, spoke to [name 2] at ten"},
      {"who is called on a thing", "the lad on the bus called Jack", "the lad on the bus called [name]"},
  });
}

TEST_CASE("redact: what is no person stays") {
  constexpr std::string_view texts[] = {
      "Will you ring? I hope so. Mark my words, it may be May before they do.",
      "Barrow on Monday, Year 6, Lego, Makaton and Mencap, Section 19.",
      "There was a grace period in the summer. April was bad, so was June 2019.",
      "He loves Harry Potter, Peppa Pig and Thomas the Tank Engine.",
      "Our dog Max sleeps on his bed and the hamster is called Dave.",
      "St James school and Victoria Road are fine. CAMHS were not.",
      "Summer is hard, Easter is worse. In Hope, in every Joy.",
      "Charlotte Mason college and Adam hospital ward.",
      "Hope is all we have. Faith is gone.",
      "It cost £40, 5 mg twice a day, he is 7 and in Year 2.",
      "A school called Thornbeck and a charity called Brightwater.",
      "Miss school again and I will scream. We miss him.",
      "Hope this helps. May I add that Grace period? Joy at last.",
      "my son will be 8, my daughter may not",
      "WILL YOU PLEASE READ MY LETTER. NOBODY HAS.",
      "The SENCO said no. Her teacher was lovely. Caseworker changed again.",
      "PIP, DLA and an EHCP; the OT, the TA and the EP.",
      "Hope the new head listens. Minecraft Steve, Wednesday on Netflix.",
      "A bus called Daisy, his iPad is called Bob, a chatbot named Sunny.",
      "The Herbert form, a Thomas plaster, Bowen therapy and a Parker trike.",
      "Jasper the therapy dog came. My stepdad hits me, dr receptionist says.",
      "She has MS. At ten we left. Plan B. Young people wait. His PIP comes in.",
      "We live in Houghton, she speaks Danish. The Dietitian told Healthwatch.",
  };
  for (const std::string_view text : texts) CHECK(redacted(text) == text);
}

TEST_CASE("redact: one person keeps one number in all the answers of a submission") {
  const std::array<std::string_view, 3> answers = {
      "Jamie Carter is 7. Mr Bell helps.", "Jamie's taxi is late.", "Mr Bell and Mrs Bell, thank you."};
  const std::vector<Redaction> redactions = shipped_redactor().redact_all(answers, written);
  REQUIRE(redactions.size() == 3);
  CHECK(redactions[0].text.view() == "[name 1] is 7. [name 2] helps.");
  CHECK(redactions[1].text.view() == "[name 1]'s taxi is late.");
  CHECK(redactions[2].text.view() == "[name 2] and [name 3], thank you.");
}

TEST_CASE("redact: a name learnt in one place is known in the others") {
  CHECK(redacted("my son Zhyr is 8. Then Zhyr cried.") == "my son [name] is 8. Then [name] cried.");
  CHECK(redacted("Our Summer is 19. Summer asks me, this summer.") ==
        "Our [name] is 19. [name] asks me, this summer.");
}

TEST_CASE("redact: numbers do not clash with tags that stand in the text already") {
  CHECK(redacted("[name 2] met Callum") == "[name 2] met [name 3]");
  CHECK(redacted("[name] met Callum") == "[name] met [name 2]");
}

TEST_CASE("redact: kinds are called as in the labelled lines") {
  CHECK(code_of(Kind::nhs_number) == "nhs-number");
  CHECK(code_of(Kind::date_of_birth) == "date-of-birth");
}

TEST_CASE("redact: what is a birth and what happened lately depends on when the text was written") {
  const auto redacted_in = [](int year, std::string_view text) {
    const Month month{std::chrono::year{year} / std::chrono::March};
    return std::string(shipped_redactor().redact(text, month).text.view());
  };
  CHECK(redacted_in(2026, "it is 04/06/2025 now") == "it is June 2025 now");
  CHECK(redacted_in(2034, "it is 04/06/2025 now") == "it is [date of birth] now");
  CHECK(redacted_in(2023, "its 09/08/19") == "its August 2019");
  CHECK(redacted_in(2024, "its 09/08/19") == "its [date of birth]");
  CHECK(redacted_in(2024, "its 09/08/31") == "its [date of birth]");  // 1931: nobody is born later
}

}  // namespace postbox::redact
