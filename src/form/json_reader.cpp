#include "form/json_reader.hpp"

#include "base/json_text.hpp"

namespace postbox::form {
namespace {

class Reader {
 public:
  Reader(std::string_view body, JsonListener& listener) : rest_(body), listener_(listener) {}

  JsonEnd read() {
    if (!value()) return end_;
    json::skip_space(rest_);
    return rest_.empty() ? JsonEnd::whole : JsonEnd::not_json;
  }

 private:
  bool value() {
    json::skip_space(rest_);
    if (rest_.empty()) return false;
    switch (rest_.front()) {
      case '{':
        return object();
      case '[':
        return list();
      case '"':
        return text();
      case 'n':
        return json::take(rest_, "null") && told(listener_.null());
      case 't':
        return json::take(rest_, "true") && told(listener_.boolean(true));
      case 'f':
        return json::take(rest_, "false") && told(listener_.boolean(false));
      default:
        return number();
    }
  }

  bool object() {
    if (!told(listener_.begin_object())) return false;
    rest_.remove_prefix(1);
    if (took("}")) return told(listener_.end());
    do {
      json::skip_space(rest_);
      auto name = json::take_text(rest_);
      if (!name || !told(listener_.key(*std::move(name)))) return false;
      if (!took(":") || !value()) return false;
    } while (took(","));
    return took("}") && told(listener_.end());
  }

  bool list() {
    if (!told(listener_.begin_list())) return false;
    rest_.remove_prefix(1);
    if (took("]")) return told(listener_.end());
    do {
      if (!value()) return false;
    } while (took(","));
    return took("]") && told(listener_.end());
  }

  bool text() {
    auto value = json::take_text(rest_);
    return value && told(listener_.text(*std::move(value)));
  }

  bool number() { return json::take_number(rest_) && told(listener_.number()); }

  bool took(std::string_view mark) {
    json::skip_space(rest_);
    return json::take(rest_, mark);
  }

  bool told(bool goes_on) {
    if (!goes_on) end_ = JsonEnd::stopped;
    return goes_on;
  }

  std::string_view rest_;
  JsonListener& listener_;
  JsonEnd end_ = JsonEnd::not_json;  // why a step said false
};

}  // namespace

JsonEnd read(std::string_view body, JsonListener& listener) { return Reader(body, listener).read(); }

}  // namespace postbox::form
