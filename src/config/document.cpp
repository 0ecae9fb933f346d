#include "config/document.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "base/error.hpp"

namespace postbox::config {

class DocumentReader {
 public:
  explicit DocumentReader(const std::string& file_name)
      : file_(std::make_shared<const std::string>(file_name)) {}

  Node read(const toml::node& from) const {
    Node node = bare(from);
    if (const auto* table = from.as_table()) {
      node.kind_ = Node::Kind::table;
      for (const auto& [key, value] : *table) node.members_.emplace(std::string(key.str()), read(value));
    } else if (const auto* array = from.as_array()) {
      node.kind_ = Node::Kind::array;
      for (const toml::node& item : *array) node.items_.push_back(read(item));
    } else {
      read_value(from, node);
    }
    return node;
  }

 private:
  Node bare(const toml::node& from) const {
    Node node;
    node.file_ = file_;
    node.line_ = from.source().begin.line;
    return node;
  }

  static void read_value(const toml::node& from, Node& node) {
    if (const auto* text = from.as_string()) {
      node.kind_ = Node::Kind::text;
      node.text_ = text->get();
    } else if (const auto* integer = from.as_integer()) {
      node.kind_ = Node::Kind::integer;
      node.integer_ = integer->get();
    } else if (const auto* real = from.as_floating_point()) {
      node.kind_ = Node::Kind::real;
      node.real_ = real->get();
    } else if (const auto* boolean = from.as_boolean()) {
      node.kind_ = Node::Kind::boolean;
      node.boolean_ = boolean->get();
    } else if (const auto* date = from.as_date()) {
      node.kind_ = Node::Kind::date;
      node.date_ = std::chrono::year{date->get().year} / date->get().month / date->get().day;
    } else {
      node.refuse("a time of day is not used in any setting");
    }
  }

  std::shared_ptr<const std::string> file_;
};

std::string Node::where() const { return fmt::format("{}:{}", *file_, line_); }

void Node::refuse(const std::string& why, const std::string& hint) const {
  throw Error(Fault::settings, fmt::format("{}: {}", where(), why), hint);
}

const std::string& Node::text() const {
  if (kind_ != Kind::text) refuse("expected a text in quotation marks");
  return text_;
}

std::int64_t Node::integer() const {
  if (kind_ != Kind::integer) refuse("expected a whole number");
  return integer_;
}

std::int64_t Node::integer_between(std::int64_t least, std::int64_t most) const {
  if (integer() < least || integer() > most) {
    refuse(fmt::format("expected a whole number from {} to {}", least, most));
  }
  return integer_;
}

double Node::real() const {
  if (kind_ == Kind::integer) return static_cast<double>(integer_);
  if (kind_ != Kind::real) refuse("expected a number");
  return real_;
}

bool Node::boolean() const {
  if (kind_ != Kind::boolean) refuse("expected true or false");
  return boolean_;
}

std::chrono::year_month_day Node::date() const {
  if (kind_ != Kind::date) refuse("expected a date such as 2023-04-01, without quotation marks");
  return date_;
}

const std::vector<Node>& Node::items() const {
  if (kind_ != Kind::array) refuse("expected a list in square brackets");
  return items_;
}

std::vector<std::string> Node::texts() const {
  std::vector<std::string> all;
  for (const Node& item : items()) all.push_back(item.text());
  return all;
}

const std::map<std::string, Node>& Node::members() const {
  if (kind_ != Kind::table) refuse("expected a table of settings");
  return members_;
}

const Node& Node::at(std::string_view key) const {
  if (const Node* found = find(key)) return *found;
  refuse(fmt::format("\"{}\" is missing here", key));
}

const Node* Node::find(std::string_view key) const {
  const auto found = members().find(std::string(key));
  return found == members_.end() ? nullptr : &found->second;
}

void Node::only(std::initializer_list<std::string_view> known) const {
  for (const auto& [key, value] : members()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      value.refuse(fmt::format("\"{}\" is not a setting here", key),
                   fmt::format("known here: {}", fmt::join(known, ", ")));
    }
  }
}

Node parse_toml(std::string_view toml, const std::string& file_name) {
  try {
    return DocumentReader(file_name).read(toml::parse(toml, file_name));
  } catch (const toml::parse_error& error) {
    throw Error(Fault::settings,
                fmt::format("{}:{}: {}", file_name, error.source().begin.line, error.description()),
                "mend the line; texts stand in quotation marks, dates do not");
  }
}

}  // namespace postbox::config
