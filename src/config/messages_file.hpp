// config/messages/<code>.toml: the words of the pages in one language, and, in all but the form's own
// language, its questions and services too.
#pragma once

#include "config/house.hpp"
#include "form/form.hpp"

namespace postbox::config {

// The language of the form itself: every word must be there. Error(Fault::settings) names file and line.
form::Language read_language(const FileSystem& files, const House& house, const std::string& code);

// Whether a named person has checked the catalogue: only then may it be shown.
bool is_checked(const FileSystem& files, const House& house, const std::string& code);

// `form` in the language of this code. Everything must be translated that the form asks, so that no page is
// half in one language and half in another.
form::Form read_translation(const FileSystem& files, const House& house, const form::Form& form,
                            const std::string& code);

}  // namespace postbox::config
