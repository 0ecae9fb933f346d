// What postbox-server reads from the box and the shipped files.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/file_system.hpp"
#include "classify/classify.hpp"
#include "classify/language.hpp"
#include "config/doors_file.hpp"
#include "config/house.hpp"
#include "config/settings.hpp"
#include "form/form.hpp"
#include "form/signpost.hpp"
#include "redact/lexicon.hpp"
#include "seal/public_key.hpp"

namespace postbox {

struct PublicKeys {
  seal::PublicKey box;
  seal::PublicKey safeguarding;
};

// While it lives nobody restores the box; to be held before anything of it is read. Throws
// Error(Fault::missing_input) where there is no such folder, Error(Fault::busy) while somebody restores it.
std::unique_ptr<FileLock> hold_box(FileSystem& files, const Path& box);

// Throws Error(Fault::missing_input) where there is no box, Fault::key where a file is no public key.
PublicKeys read_public_keys(const FileSystem& files, const Path& box);

// Everything that is read once, at the start.
struct ServerHouse {
  config::House house;
  config::Settings settings;
  form::Form form;
  std::vector<form::Signpost> signposts;
  classify::Vocabulary vocabulary;
  redact::Lexicon names;
  config::Doors doors;
  classify::LanguageWords languages;
  PublicKeys keys;
  std::string openapi;
};

ServerHouse open_house(const FileSystem& files, const Path& box);

// A sentence for each secret that this process can read. Throws Error(Fault::settings) where the settings
// require that it can read none.
std::vector<std::string> look_at_separation(const FileSystem& files, const ServerHouse& opened);

// Brings a box of an older version up to date: without a safeguarding lane urgent posts could not be stored.
void bring_up_to_date(const FileSystem& files, const config::House& house);

}  // namespace postbox
