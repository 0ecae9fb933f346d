// languages.toml: the words and letters by which a text in another language is told.
#pragma once

#include "classify/language.hpp"
#include "config/house.hpp"

namespace postbox::config {

// Throws Error(Fault::settings) that names file and line: an unknown key or script, a language without words,
// a word that stands under [english] too or is not written in small letters, a script without a name.
classify::LanguageWords read_languages(const FileSystem& files, const House& house);

}  // namespace postbox::config
