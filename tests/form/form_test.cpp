#include "form/form.hpp"

#include <doctest/doctest.h>

#include "form/read_shipped.hpp"

TEST_CASE("form: shipped") { CHECK(postbox::test::shipped_form().questions.size() == 16); }
