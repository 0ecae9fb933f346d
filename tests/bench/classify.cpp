// bench-classify: how many texts one core classifies in a second.
//
//   bench-classify HOUSE FILE     FILE: JSON lines with `text`
//
// HOUSE holds config/. Prints a JSON object.
#include "classify/classify.hpp"

#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/file_system.hpp"
#include "config/house.hpp"
#include "config/phrases_file.hpp"

namespace {

using namespace postbox;
using Json = nlohmann::ordered_json;

std::vector<std::string> read_texts(const char* file) {
  std::vector<std::string> texts;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) texts.push_back(Json::parse(line).at("text"));
  return texts;
}

int run(const char* house, const char* file) {
  PosixFileSystem files;
  const classify::Classifier classifier(config::read_vocabulary(files, {house, house}));
  const std::vector<std::string> texts = read_texts(file);
  std::size_t found = 0;  // used, so that no compiler leaves the work out
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string& text : texts) found += classifier.classify(text).areas.size();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::cout << Json{{"texts", texts.size()},
                    {"areas", found},
                    {"per_second", static_cast<double>(texts.size()) / took.count()}}
                   .dump()
            << '\n';
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "usage: bench-classify HOUSE FILE\n";
    return 64;
  }
  try {
    return run(words[1], words[2]);
  } catch (const std::exception& error) {
    std::cerr << "bench-classify: " << error.what() << '\n';
    return 1;
  }
}
