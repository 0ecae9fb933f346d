// Texts with the identifiers marked in them, as tests/data/identifiers holds them: one text a line, each
// identifier as {type: words}, a line break as \n.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace postbox::test {

struct Marked {
  std::string type;
  std::size_t begin;
  std::size_t end;

  friend bool operator==(const Marked&, const Marked&) = default;
};

struct MarkedText {
  std::string text;
  std::vector<Marked> marked;
};

inline std::string with_line_breaks(std::string line) {
  for (std::size_t at = line.find('\\'); at != std::string::npos; at = line.find('\\', at + 1)) {
    if (line.substr(at, 2) == "\\n") line.replace(at, 2, "\n");
    if (line.substr(at, 2) == "\\t") line.replace(at, 2, "\t");
  }
  return line;
}

// The type in "{person: ", or empty where the bracket is the writer's own ("jamie{at}example.org").
inline std::string type_at(const std::string& line, std::size_t bracket) {
  const std::size_t colon = line.find(": ", bracket);
  if (colon == std::string::npos) return {};
  std::string type = line.substr(bracket + 1, colon - bracket - 1);
  return type.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos ? type : std::string{};
}

inline MarkedText read_marked(const std::string& typed) {
  const std::string line = with_line_breaks(typed);
  MarkedText read;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const std::string type = line[at] == '{' ? type_at(line, at) : std::string{};
    if (type.empty()) {
      read.text += line[at];
      continue;
    }
    const std::size_t begin = at + type.size() + 3;
    std::size_t end = line.find('}', begin);
    const std::size_t own = line.find('{', begin);
    if (own < end) end = line.find('}', end + 1);
    read.marked.push_back({type, read.text.size(), read.text.size() + end - begin});
    read.text += line.substr(begin, end - begin);
    at = end;
  }
  return read;
}

inline std::vector<MarkedText> read_marked_file(const std::string& path) {
  std::vector<MarkedText> texts;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) texts.push_back(read_marked(line));
  }
  return texts;
}

}  // namespace postbox::test
