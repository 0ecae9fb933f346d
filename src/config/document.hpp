// A TOML file as a tree whose every value knows its line, so that a mistake is named as "routes.toml:12".
//
// The rest of the program reads settings through this and never sees the TOML library (slow to compile: it
// is included in document.cpp alone). All errors are Error(Fault::settings) that name file and line.
#pragma once

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace postbox::config {

class Node {
 public:
  enum class Kind { table, array, text, integer, real, boolean, date };

  Kind kind() const { return kind_; }
  std::string where() const;  // "routes.toml:12"

  // The value as what it must be; anything else is an error.
  const std::string& text() const;
  std::int64_t integer() const;
  std::int64_t integer_between(std::int64_t least, std::int64_t most) const;
  double real() const;  // an integer is taken too
  bool boolean() const;
  std::chrono::year_month_day date() const;
  const std::vector<Node>& items() const;              // of an array
  std::vector<std::string> texts() const;              // an array of texts
  const std::map<std::string, Node>& members() const;  // of a table, by key

  const Node& at(std::string_view key) const;  // an error when it is missing
  const Node* find(std::string_view key) const;
  // The first key that is not in the list is an error: a typing slip must not switch a setting off.
  void only(std::initializer_list<std::string_view> known) const;

  [[noreturn]] void refuse(const std::string& why, const std::string& hint = {}) const;

 private:
  friend class DocumentReader;
  Kind kind_ = Kind::table;
  std::shared_ptr<const std::string> file_;
  unsigned line_ = 0;
  std::string text_;
  std::int64_t integer_ = 0;
  double real_ = 0;
  bool boolean_ = false;
  std::chrono::year_month_day date_{};
  std::vector<Node> items_;
  std::map<std::string, Node> members_;
};

// `file_name` is how errors call it. Throws where `toml` is not TOML 1.0.
Node parse_toml(std::string_view toml, const std::string& file_name);

}  // namespace postbox::config
