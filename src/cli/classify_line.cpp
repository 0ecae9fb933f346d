#include "cli/classify_line.hpp"

#include <set>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "form/json_reader.hpp"

namespace postbox::cli {
namespace {

constexpr std::size_t nesting_max = 16;  // as of a post

// Keeps two texts of the outermost object and stops at what JSON leaves open and we refuse.
class Listener : public form::JsonListener {
 public:
  bool null() override { return value(); }
  bool boolean(bool /*value*/) override { return value(); }
  bool number() override { return value(); }

  bool text(std::string value) override {
    if (levels_.size() != 1) return !levels_.empty();
    if (key_ == "id") {
      id_ = std::move(value);
    } else if (key_ == "text") {
      text_ = std::move(value);
    }
    return true;
  }

  bool begin_object() override { return open(); }
  bool begin_list() override { return !levels_.empty() && open(); }

  bool key(std::string name) override {
    if (levels_.size() == 1) key_ = name;
    return levels_.back().insert(std::move(name)).second;
  }

  bool end() override {
    levels_.pop_back();
    return true;
  }

  std::optional<ClassifyLine> line() {
    if (!id_ || !text_) return std::nullopt;
    return ClassifyLine{*std::move(id_), *std::move(text_)};
  }

 private:
  bool value() const { return !levels_.empty(); }  // the outermost one is an object

  bool open() {
    if (levels_.size() == nesting_max) return false;
    levels_.emplace_back();
    return true;
  }

  std::vector<std::set<std::string>> levels_;  // the keys of every object around us; of a list none
  std::string key_;
  std::optional<std::string> id_;
  std::optional<std::string> text_;
};

}  // namespace

std::optional<ClassifyLine> read_classify_line(std::string_view line) {
  if (!utf8::is_valid(line) || line.find('\0') != std::string_view::npos) return std::nullopt;
  Listener listener;
  if (form::read(line, listener) != form::JsonEnd::whole) return std::nullopt;
  return listener.line();
}

}  // namespace postbox::cli
