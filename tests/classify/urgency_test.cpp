// Urgency, with the shipped words: what must be held back, and what must not.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "classify/shipped.hpp"

namespace {

using postbox::classify::test::shipped;

struct Case {
  std::string_view why;
  std::string_view text;
};

TEST_CASE("urgent: a present risk of serious harm is noticed") {
  const Case cases[] = {
      {"suicidal words of a child", "he is ten and he keeps telling me he doesn't want to be here anymore"},
      {"the same, shouted and without apostrophes", "SHE SAYS SHE DOESNT WANT TO LIVE PLEASE HELP"},
      {"a plan", "My daughter has a plan to kill herself, she showed me the note"},
      {"an overdose", "she took an overdose on Saturday and they sent us home with nothing"},
      {"tablets, told by a young person", "ive took a load of paracetamol and im scared"},
      {"self-harm that goes on", "He is cutting his arms every night and CAMHS say ring back in six weeks"},
      {"a young person on themselves", "i cut myself and nobody knows not even mum"},
      {"a parent at the end",
       "If he comes at us again tonight I don't know that any of us will be unharmed, me included"},
      {"a parent who thinks of dying", "Some nights I think everyone would be better off without me"},
      {"a parent afraid of their own hands", "I am frightened of what I might do to her if nobody comes"},
      {"violence at home", "Her dad hits her when he has been drinking and she goes back to him on Friday"},
      {"violence at home, against the mother", "my partner strangled me last night in front of the kids"},
      {"sexual harm", "He told his sister that the man next door touches him"},
      {"online grooming", "Some grown man from a chat app wants nudes off my thirteen year old"},
      {"exploitation",
       "older lads are picking him up and he comes home with money, I think its county lines"},
      {"a missing child", "My son went missing last night and the police haven't found him"},
      {"a child not home", "she has not come home, she is 13 with learning difficulties"},
      {"a carer's neglect",
       "the little one next door is left alone in the house all night, he's four and autistic"},
      {"no food", "there is no food in the house and the bairns are starving"},
      {"locked in", "The support worker locks him in his room and goes out"},
      {"locked in at school", "They lock her in a cupboard when she screams, she told me again today"},
      {"harm by staff", "I saw the escort slap him on the minibus this morning"},
      {"injury by restraint", "He came home with bruises on his arms where they held him down"},
      {"a weapon", "my son had a knife to his brother's throat"},
      {"threats to kill", "her ex says he will kill them both"},
      {"marks", "There are cigarette burns on his legs and he says it was mummy's friend"},
      {"not eating", "She is anorexic, she hasn't eaten since Thursday and cannot stand up"},
      {"medicine not given",
       "The respite staff are not giving him his insulin, he is not given his meds at all"},
      {"a hidden sign at the end of a long text",
       "The taxi is fine and school are fine and the annual review went well, thank you. I should say that "
       "he "
       "tried to hang himself on Sunday and we are still waiting for a call"},
      {"a hint at suicide", "she wrote letters to her friends for when she is gone, I found them today"},
      {"a guess at method", "he wants to know how many pills it takes to die"},
      {"harm by a parent, told by the parent", "I slapped her tonight and I am scared I will do it again"},
      {"neglect by a carer", "the carer left him in the bath on his own and he has seizures"},
      {"a parent who drinks and drives", "Her dad drinks and drives them home on Fridays"},
      {"new bruises", "every weekend he comes back with new bruises"},
      {"sexual images", "A lad online is making her send photos of herself"},
      {"self-injury", "He bangs his head until it bleeds"},
      {"forced marriage", "they are taking her abroad, I think it is a forced marriage, she is 16"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(shipped().classify(c.text).urgent);
  }
}

TEST_CASE("urgent: danger said in so many words rings, whatever stands around it") {
  const Case cases[] = {
      {"suicidal, and told to wait", "He is suicidal. We have been told to wait eighteen weeks."},
      {"a young person's own words", "i am going to kill myself"},
      {"an attempt", "My son tried to hang himself last week and CAMHS discharged him"},
      {"a note", "She wrote a suicide note"},
      {"an overdose", "he has taken an overdose"},
      {"self-harm", "My daughter is self harming every day"},
      {"sexual abuse", "my brother is raping me"},
      {"sexual abuse by somebody paid", "The taxi driver touched my daughter"},
      {"violence at home", "My husband hits our son"},
      {"violence at home, a child's words", "my dad hits me"},
      {"violence by staff", "A teaching assistant slapped my daughter"},
      {"a knife", "He threatened me with a knife"},
      {"a gun", "My son has a gun"},
      {"voices", "he hears voices telling him to kill people"},
      {"a parent at the end", "I might hurt him"},
      {"hunger", "She hasn't eaten for nine days"},
      {"a locked door", "They lock her in the cupboard"},
      {"an injury by restraint", "they restrained him and broke his arm"},
      {"a home", "He is not safe at home"},
      {"cuts, of a child", "My daughter cuts herself"},
      {"cuts, still", "my son is cutting himself"},
      {"no life", "he says life is not worth living"},
      {"no life, another way", "She said life isn't worth living any more"},
      {"never born", "She wishes she had never been born"},
      {"letters for it", "im gonna kms"},
      {"a blade", "he might hurt himself with a knife"},
      {"private parts", "A teacher touched my child's private parts"},
      {"touched, by whom is not said", "my son was touched inappropriately on the ward"},
      {"a brother", "My brother is hurting me"},
      {"staff, and many children", "Staff are hitting the children"},
      {"a shed", "My neighbour locks her disabled son in the shed"},
      {"a baby", "The baby is left alone"},
      {"danger by its name", "My child is in danger"},
      {"a locked car", "The escort leaves him in the hot car"},
      {"a touch, and no more said", "The taxi driver touched her"},
      {"a knife at school", "There is a boy at school with a knife"},
      {"a mother is beaten", "Their dad batters their mum"},
      {"blackmail", "Somebody is blackmailing our daughter"},
      {"the end of a carer", "I will end up killing us both"},
      {"a railway", "She was found on the railway again"},
      {"a search", "He has been looking up how to hang himself"},
      {"a count of tablets", "He asked me how many tablets it would take"},
      {"gifts", "She has given all her things away"},
      {"by force", "The carer force feeds him"},
      {"face down", "Two of them held my son face down"},
      {"by the hair", "She was dragged out by her hair"},
      {"a loose wheelchair", "They never strap the wheelchair in"},
      {"a door", "The minibus door flies open when it turns"},
      {"bound", "They tie him to the bed"},
      {"sold", "Her boyfriend sells her to his mates for money"},
      {"around a neck", "He ties cords round his neck"},
      {"a camera", "Someone films the boys in the changing rooms"},
      {"through the door", "They put lit paper and petrol through our letterbox"},
      {"drink for a child", "My ex gives them vodka"},
      {"out of a car", "He keeps jumping out of the car"},
      {"heard through a wall", "I can hear the baby being slapped"},
      {"plain, with a book in the next sentence", "He is suicidal. We could not book an appointment"},
      {"plain, with a film in the next sentence", "My dad hits us. I saw a film about it at school"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const std::string text(c.text);
    CHECK(shipped().classify(text).urgent);
    CHECK(shipped().is_urgent(text));
    CHECK(shipped()
              .classify("The coffee morning was lovely and the cake was even better. " + text +
                        ". The booking page for the summer club is easy to use, many thanks for that.")
              .urgent);
  }
}

TEST_CASE("urgent: plain words are no alarm where they are denied, over, asked or a joke") {
  const Case cases[] = {
      {"denied", "She is not suicidal, she is bored"},
      {"over", "Years ago he was raped. He has a flat now and a dog"},
      {"long over", "She took an overdose in 2019 and has been well since then"},
      {"asked", "The nurse asked my son if he wanted to kill himself. He is seven, he asked for a biscuit"},
      {"asked of everybody", "Have you ever tried to end your life, the form says. It is for a library card"},
      {"a course", "The course on what to do when somebody is suicidal was well worth a Saturday"},
      {"a joke", "he kills himself laughing at the physio's hat"},
      {"a game", "His dad beats him at chess every night"},
      {"a doorstep", "dad beats me to it, he has the forms filled in before I find a pen"},
      {"a heart", "The driver touched my daughter's heart with that card"},
      {"a routine", "I might hurt him when I do the stretches, so please show me again"},
      {"denied, a while", "He has no suicidal thoughts and is back with his friends"},
      {"denied for long", "She has never been suicidal, whatever that letter says"},
      {"denied, and on it goes", "She is not self harming and she is back at school"},
      {"a cake", "He cut himself a slice of cake"},
      {"a razor", "She cut herself shaving and the nurse dressed it"},
      {"a joke about life", "Life is not worth living without Lego, says my son"},
      {"the system", "I wish I had never been born into this system"},
      {"in danger of losing", "My child is in danger of losing his place"},
      {"what a banner says", "If you are in danger ring 999, that is the only useful line on the page"},
      {"a nap", "The baby is left alone to sleep, as we asked"},
      {"bones", "My brother is hurting from his new splints"},
      {"hours cut", "I cut my hours at work so that I can drive him"},
      {"a playground", "The swings were not safe and the gate was off"},
      {"music", "The music was turned up high so he wore his ear defenders"},
      {"a belt", "The escort belts her in properly every morning"},
      {"a back", "Lifting him into the bath hurts my back"},
      {"a game, always", "My husband always beats me at cards"},
      {"a plaster", "He cut himself and the nurse put a plaster on it"},
      {"a contract", "We are thinking of ending our contract with the agency"},
      {"cuts of the council", "Families like ours are being hit by the cuts"},
      {"forest school", "He loved lighting fires in the clearing at forest school"},
      {"a tap on the arm", "The driver touched our lad on the arm to wake him"},
      {"feeding", "Please feed him sitting up, as the guidelines say"},
      {"a tap", "The driver touched her shoulder to wake her"},
      {"cutlery", "He is the only boy at school with a knife and fork that fit his hands"},
      {"joy", "I wanted to jump for joy"},
      {"a laugh", "My cousin makes me laugh"},
      {"ketchup", "He smothers it in ketchup"},
      {"a stage", "She was found a place at last"},
      {"a train set", "He loves sitting on the train"},
      {"toys for a sale", "She gave her old toys to the nursery"},
      {"in the end", "They ended up killing the whole idea"},
      {"a bow", "He tied the ribbon to her chair"},
      {"a tie", "He ties his own tie now"},
      {"a film", "They filmed him in the school play"},
      {"a snack", "The carer feeds him at twelve and again at six"},
      {"bags", "She dragged her bag behind her by the strap"},
      {"flowers", "A card came through our letterbox, thank you"},
      {"a school by force", "They forced him into a mainstream school"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK_FALSE(shipped().classify(c.text).urgent);
  }
}

TEST_CASE("urgent: no alarm for figures of speech, denials, the past, or plain anger") {
  const Case cases[] = {
      {"figure of speech", "This paperwork is killing me"},
      {"figure of speech", "I could murder whoever designed that form"},
      {"figure of speech", "the waiting list will be the death of me"},
      {"figure of speech", "We're dying to hear when the school place is confirmed"},
      {"figure of speech", "I nearly died of embarrassment in the waiting room"},
      {"figure of speech", "I'm banging my head against a brick wall with this council"},
      {"figure of speech", "the cuts hit us hard, really hard"},
      {"swearing", "It's a bloody disgrace and I am sick to death of the lot of you"},
      {"denial", "She is not suicidal, she is anxious, and nobody will see her"},
      {"denial", "he isn't in danger but he is very unhappy at school"},
      {"past and over",
       "Three years ago she took an overdose. CAMHS got her through it and she is doing well"},
      {"past and dealt with", "A driver hit him back in 2019, it was investigated and he was sacked"},
      {"fiction", "He wrote a story about a knight who stabs a dragon and his teacher loved it"},
      {"a course", "The self harm training for parents was really useful"},
      {"a policy", "Your safeguarding policy is hard to find on the website"},
      {"a lost paper", "page 4 is missing from the plan and the report is missing too"},
      {"a meltdown", "he has meltdowns every night after school and we are worn out"},
      {"a run-of-the-mill exclusion", "Excluded again for hitting a teacher, it's the third time this term"},
      {"respite", "All we want is one weekend of respite so that we can sleep"},
      {"a threat of fines", "They threatened us with fines for his attendance"},
      {"ordinary use of knives", "OT is teaching him to use a knife and fork"},
      {"a stable placement", "We need a stable placement and a stable social worker"},
      {"danger of losing a place", "The youth club is at risk, the funding is in danger"},
      {"praise", "Brilliant nurse, blood test done without tears"},
      {"nothing at all", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CAPTURE(c.text);
    CHECK_FALSE(shipped().classify(c.text).urgent);
  }
}

}  // namespace
