#include "cli/classify_line.hpp"

#include <optional>
#include <utility>

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
    if (depth_ == 0) return stop(no_object);
    if (depth_ == 1 && place_ != nullptr) place_->text = std::move(value);
    return true;
  }

  bool begin_object() override { return open(); }
  bool begin_list() override { return depth_ == 0 ? stop(no_object) : open(); }

  bool key(std::string name) override {
    if (depth_ != 1) return true;
    place_ = name == "id" ? &id_ : name == "text" ? &text_ : nullptr;
    if (place_ == nullptr || !std::exchange(place_->seen, true)) return true;
    return stop(place_ == &id_ ? R"("id" stands in it twice)" : R"("text" stands in it twice)");
  }

  bool end() override {
    --depth_;
    return true;
  }

  const char* why_stopped() const { return why_; }

  std::variant<ClassifyLine, BadLine> line() {
    if (!id_.text) return BadLine{R"(it has no "id" that is a text)"};
    if (!text_.text) return BadLine{R"(it has no "text" that is a text)"};
    return ClassifyLine{*std::move(id_.text), *std::move(text_.text)};
  }

 private:
  static constexpr const char* no_object = "not a JSON object";

  struct Place {
    bool seen = false;
    std::optional<std::string> text;
  };

  bool stop(const char* why) {
    why_ = why;
    return false;
  }

  bool value() { return depth_ > 0 || stop(no_object); }

  bool open() {
    if (depth_ == nesting_max) return stop("nested deeper than 16 levels");
    ++depth_;
    return true;
  }

  std::size_t depth_ = 0;
  Place id_;
  Place text_;
  Place* place_ = nullptr;  // of the key that was met last in the outermost object
  const char* why_ = no_object;
};

}  // namespace

std::variant<ClassifyLine, BadLine> read_classify_line(std::string_view line) {
  if (!utf8::is_valid(line)) return BadLine{"not UTF-8"};
  if (line.find('\0') != std::string_view::npos) return BadLine{"not JSON"};
  Listener listener;
  switch (form::read(line, listener)) {
    case form::JsonEnd::whole:
      return listener.line();
    case form::JsonEnd::stopped:
      return BadLine{listener.why_stopped()};
    case form::JsonEnd::not_json:
      break;
  }
  return BadLine{"not JSON"};
}

}  // namespace postbox::cli
