// postbox-train: labelled lines in, weights.txt out. tools/train calls it.
//
//   postbox-train HOUSE FILE.jsonl...    HOUSE: the folder that holds config/ with the vocabulary
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/exit_code.hpp"
#include "base/file_system.hpp"
#include "config/phrases_file.hpp"
#include "training/trainer.hpp"

namespace {

void train(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2) {
    throw postbox::Error(postbox::Fault::usage, "no labelled lines", "postbox-train HOUSE FILE.jsonl...");
  }
  const postbox::PosixFileSystem files;
  const std::string& house = arguments.front();
  const postbox::classify::EvidenceReader reader(postbox::config::read_words(files, {house, house}));
  std::vector<postbox::training::Example> examples;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    for (const auto& item : postbox::training::read_labelled(files.read(arguments[i]), arguments[i])) {
      examples.push_back(example_of(reader, item));
    }
  }
  std::cout << written(postbox::training::train(examples));
  std::cerr << examples.size() << " lines learned\n";
}

}  // namespace

int main(int count, char** values) {
  try {
    train({values + 1, values + count});
    return 0;
  } catch (const postbox::Error& error) {
    std::cerr << "postbox-train: " << error.what() << "; " << error.hint() << '\n';
    return postbox::exit_code_of(error.fault());
  } catch (const std::exception& error) {
    std::cerr << "postbox-train: " << error.what() << '\n';
    return postbox::exit_code_of(postbox::Fault::storage);
  }
}
