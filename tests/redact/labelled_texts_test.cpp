// How much of what a careful reader marked is found in the two sets of labelled texts. The figures of
// src/redact/README.md come from here: POSTBOX_SHOW_SCORES=1 prints them with every miss and false find.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "redact/shipped_redactor.hpp"
#include "support/json.hpp"

namespace postbox::redact {
namespace {

struct Score {
  int labelled = 0;
  int touched = 0;  // labelled spans of which some part was found, whatever the kind
  int exact = 0;
  int found = 0;
  int right = 0;  // finds that overlap a labelled span
};

struct Marked {
  std::string type;
  std::size_t begin;
  std::size_t end;
};

// Every occurrence of every labelled piece that stands as a word of its own.
std::vector<Marked> marked_in(const nlohmann::json& line) {
  std::vector<Marked> marked;
  const std::string text = line.at("text");
  std::map<std::pair<std::string, std::string>, bool> seen;
  for (const auto& piece : line.at("pii")) {
    const std::string words = piece.at("text");
    const std::string type = piece.at("type");
    if (seen[{type, words}]) continue;
    seen[{type, words}] = true;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
      const bool inside = std::any_of(marked.begin(), marked.end(),
                                      [&](const Marked& m) { return at >= m.begin && at < m.end; });
      if (!inside) marked.push_back({type, at, at + words.size()});
    }
  }
  return marked;
}

bool show_scores() { return std::getenv("POSTBOX_SHOW_SCORES") != nullptr; }  // NOLINT(concurrency-mt-unsafe)

void show(const char* what, std::string_view type, const std::string& text, std::size_t begin,
          std::size_t end) {
  const std::size_t from = begin > 40 ? begin - 40 : 0;
  if (show_scores()) {
    std::printf("  %s %.*s | %s[[%s]]%s\n", what, static_cast<int>(type.size()), type.data(),
                text.substr(from, begin - from).c_str(), text.substr(begin, end - begin).c_str(),
                text.substr(end, 30).c_str());
  }
}

using Scores = std::map<std::string, Score>;

void count_line(const nlohmann::json& line, Scores& scores) {
  const std::string text = line.at("text");
  const std::vector<Marked> marked = marked_in(line);
  const std::vector<Finding> found = shipped_redactor().redact(text, written).found;
  for (const Marked& m : marked) {
    Score& score = scores[m.type];
    ++score.labelled;
    const auto touches = [&](const Finding& f) { return f.begin < m.end && m.begin < f.end; };
    const bool touched = std::any_of(found.begin(), found.end(), touches);
    score.touched += touched ? 1 : 0;
    const auto same = [&](const Finding& f) { return f.begin == m.begin && f.end == m.end; };
    const bool exact = std::any_of(found.begin(), found.end(), same);
    score.exact += exact ? 1 : 0;
    if (!touched) show("missed", m.type, text, m.begin, m.end);
    if (touched && !exact) show("partly", m.type, text, m.begin, m.end);
  }
  for (const Finding& f : found) {
    Score& score = scores[std::string(code_of(f.kind))];
    ++score.found;
    const bool right = std::any_of(marked.begin(), marked.end(), [&](const Marked& m) {
      return f.begin < m.end && m.begin < f.end && m.type == code_of(f.kind);
    });
    score.right += right ? 1 : 0;
    if (!right) show("wrong", code_of(f.kind), text, f.begin, f.end);
  }
}

Scores scores_of(const std::string& file) {
  Scores scores;
  std::ifstream lines(std::string(POSTBOX_SOURCE_DIR) + "/tests/data/" + file);
  REQUIRE(lines.good());
  for (std::string line; std::getline(lines, line);) count_line(nlohmann::json::parse(line), scores);
  if (show_scores()) {
    for (const auto& [type, s] : scores) {
      std::printf("%s %-14s labelled %3d touched %3d exact %3d | found %3d right %3d\n", file.c_str(),
                  type.c_str(), s.labelled, s.touched, s.exact, s.found, s.right);
    }
  }
  return scores;
}

}  // namespace

TEST_CASE("redact: nearly every marked identifier of the labelled texts is found, and little else") {
  for (const char* file : {"dev-a.jsonl", "dev-b.jsonl"}) {
    CAPTURE(file);
    Score all;
    for (const auto& scored : scores_of(file)) {
      const auto& score = scored.second;
      CAPTURE(scored.first);
      CHECK(score.touched >= score.labelled * (scored.first == "person" ? 0.93 : 0.97));
      all.found += score.found;
      all.right += score.right;
    }
    CHECK(all.right >= all.found * 0.95);
  }
}

}  // namespace postbox::redact
