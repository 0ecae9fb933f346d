#include "redact/staff.hpp"

#include <doctest/doctest.h>

#include "redact/shipped_redactor.hpp"

namespace postbox::redact {
namespace {

std::string with_staff(std::string_view text, StaffShown shown) {
  static const Lexicon roles =
      config::read_staff_roles(PosixFileSystem(), {.box = "/nowhere", .shipped = POSTBOX_SOURCE_DIR});
  const StaffNames staff{roles, shown};
  return std::string(shipped_redactor().redact_all({&text, 1}, written, &staff).front().text.view());
}

struct Case {
  const char* why;
  std::string_view typed;
  std::string_view in_praise;
  std::string_view elsewhere;
};

constexpr Case cases[] = {
    {"the role behind the name", "Karen the SENCO has been brilliant.", "Karen the SENCO has been brilliant.",
     "[the SENCO] has been brilliant."},
    {"a family name is no first name", "Mrs Smith the SENCO refused.", "[the SENCO] refused.",
     "[the SENCO] refused."},
    {"title and family name go, the first name stays", "Mrs Karen Smith, the SENCO, rang.",
     "Karen, the SENCO, rang.", "[the SENCO] rang."},
    {"the role before the name", "Our social worker, Jane Smith, listens.",
     "Our social worker, Jane, listens.", "[our social worker] listens."},
    {"a title says that it is an adult", "I told her teacher Miss Jones twice.",
     "I told [her teacher] twice.", "I told [her teacher] twice."},
    {"in brackets", "Karen (SENCO) is lovely", "Karen (SENCO) is lovely", "[the SENCO] is lovely"},
    {"known by what she is", "Karen is our SENCO. Karen listens.", "Karen is our SENCO. Karen listens.",
     "[our SENCO] is our SENCO. [our SENCO] listens."},
    {"later mentions too, possessive kept", "Mrs Smith the SENCO left. Mrs Smith's replies stopped.",
     "[the SENCO] left. [the SENCO]'s replies stopped.", "[the SENCO] left. [the SENCO]'s replies stopped."},
    {"words between article and role", "Our lovely TA Karen.", "Our lovely TA Karen.", "Our lovely [TA]."},
    {"two of one role have their numbers", "Her teacher Mr Bell left and her teacher Mrs Hill came.",
     "[her teacher 1] left and [her teacher 2] came.", "[her teacher 1] left and [her teacher 2] came."},
    {"called so", "There is a nurse called Karen there.", "There is a nurse called Karen there.",
     "There is a [nurse] there."},
    {"the child beside keeps the tag", "Karen the SENCO helped my son Callum.",
     "Karen the SENCO helped my son [name 2].", "[the SENCO] helped my son [name 2]."},
    // Never a child or a relative.
    {"a child of whom somebody was told", "I told the teacher Jamie was ill.",
     "I told the teacher [name] was ill.", "I told the teacher [name] was ill."},
    {"a child in front of another's role", "Jamie, the teacher said no.", "[name], the teacher said no.",
     "[name], the teacher said no."},
    {"a child behind a preposition", "With the new TA Jamie is a different boy.",
     "With the new TA [name] is a different boy.", "With the new TA [name] is a different boy."},
    {"a relative with a job", "My sister Karen is a nurse, Karen the nurse.",
     "My sister [name] is a nurse, [name] the nurse.", "My sister [name] is a nurse, [name] the nurse."},
    {"the same name as the child's", "Karen the SENCO met our daughter Karen.",
     "[name] the SENCO met our daughter [name].", "[name] the SENCO met our daughter [name]."},
    {"a child whom the teacher likes", "Jamie the teacher's favourite", "[name] the teacher's favourite",
     "[name] the teacher's favourite"},
    {"a child behind whom the sentence goes on", "thanks to the driver and the escort Jamie loves them",
     "thanks to the driver and the escort [name] loves them",
     "thanks to the driver and the escort [name] loves them"},
    {"a child's teacher", "Jamie's teacher is brilliant", "[name]'s teacher is brilliant",
     "[name]'s teacher is brilliant"},
    {"a child after a break", "With his TA, Jamie can read.", "With his TA, [name] can read.",
     "With his TA, [name] can read."},
    {"our own", "Our Karen the SENCO adores.", "Our [name] the SENCO adores.",
     "Our [name] the SENCO adores."},
    {"no role at all", "Karen has been brilliant.", "[name] has been brilliant.",
     "[name] has been brilliant."},
    {"a role apart from the name", "The SENCO rang and Karen was glad.",
     "The SENCO rang and [name] was glad.", "The SENCO rang and [name] was glad."},
    {"numbers and addresses go as ever", "Karen the SENCO, 07700 900123.", "Karen the SENCO, [phone].",
     "[the SENCO], [phone]."},
    {"initials alone", "K.M. the SENCO rang.", "[name] the SENCO rang.", "[name] the SENCO rang."},
    {"thanks that are no assistant", "When does it open? ta, Lynne", "When does it open? ta, [name]",
     "When does it open? ta, [name]"},
    {"whoever signs", "Many thanks to the driver, Lynne", "Many thanks to the driver, [name]",
     "Many thanks to the driver, [name]"},
    {"on a line of its own", "Many thanks to the driver\nLynne", "Many thanks to the driver\n[name]",
     "Many thanks to the driver\n[name]"},
    {"nothing", "", "", ""},
};

}  // namespace

TEST_CASE(
    "staff: the first name stays in praise, the role stands in for it elsewhere, and families keep their "
    "tags") {
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(with_staff(c.typed, StaffShown::first_name) == c.in_praise);
    CHECK(with_staff(c.typed, StaffShown::role) == c.elsewhere);
  }
}

TEST_CASE("staff: what was shown once is shown the same again") {
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(with_staff(c.in_praise, StaffShown::first_name) == c.in_praise);
    CHECK(with_staff(c.elsewhere, StaffShown::role) == c.elsewhere);
  }
}

TEST_CASE(
    "staff: without the setting a name of staff is a tag like any other, and so it is in the list of finds") {
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(redacted(c.typed).find("Karen") == std::string::npos);
    const Lexicon roles =
        config::read_staff_roles(PosixFileSystem(), {.box = "/nowhere", .shipped = POSTBOX_SOURCE_DIR});
    const StaffNames staff{roles, StaffShown::first_name};
    CHECK(shipped_redactor().redact_all({&c.typed, 1}, written, &staff).front().found ==
          shipped_redactor().redact(c.typed, written).found);
  }
}

}  // namespace postbox::redact
