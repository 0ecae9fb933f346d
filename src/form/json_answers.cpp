#include <set>
#include <utility>

#include "base/utf8.hpp"
#include "form/given.hpp"
#include "form/json_reader.hpp"

namespace postbox::form {
namespace {

constexpr std::size_t nesting_max = 16;  // the outermost object is the first level

// Keeps the top level of the object. It stops the reader at what JSON leaves open and we refuse: deep
// nesting, a repeated key, a NUL.
class Listener : public JsonListener {
 public:
  bool null() override { return add({Given::Kind::null, {}, false, {}}); }
  bool boolean(bool value) override { return add({Given::Kind::boolean, {}, value, {}}); }
  bool number() override { return add({Given::Kind::number, {}, false, {}}); }

  bool text(std::string value) override {
    if (value.find('\0') != std::string::npos) return malformed("a text holds a NUL character");
    return add({Given::Kind::text, std::move(value), false, {}});
  }

  bool begin_object() override { return open({Given::Kind::object, {}, false, {}}); }
  bool begin_list() override { return open({Given::Kind::list, {}, false, {}}); }

  bool key(std::string name) override {
    if (name.find('\0') != std::string::npos) return malformed("a key holds a NUL character");
    if (!keys_.back().insert(name).second) return malformed("a key stands twice in one object");
    if (keys_.size() == 1) key_ = std::move(name);
    return true;
  }

  bool end() override {
    keys_.pop_back();
    return true;
  }

  const std::string& fault() const { return fault_; }
  bool is_object() const { return top_ == Given::Kind::object; }
  const std::vector<GivenAnswer>& answers() const { return answers_; }

 private:
  bool add(Given value) {
    if (keys_.empty()) {
      top_ = value.kind;
    } else if (keys_.size() == 1 && is_object()) {
      answers_.push_back({std::move(key_), std::move(value)});
    } else if (keys_.size() == 2 && is_object() && answers_.back().value.kind == Given::Kind::list) {
      answers_.back().value.items.push_back(std::move(value));
    }
    return true;
  }

  bool open(Given value) {
    if (keys_.size() == nesting_max) return malformed("lists or objects stand too deep inside each other");
    add(std::move(value));
    keys_.emplace_back();
    return true;
  }

  bool malformed(const char* fault) {
    fault_ = fault;
    return false;
  }

  std::vector<std::set<std::string>> keys_;  // of every object around us; of a list it stays empty
  Given::Kind top_ = Given::Kind::null;
  std::string key_;
  std::vector<GivenAnswer> answers_;
  std::string fault_;
};

const char* unfit_bytes(std::string_view body) {
  if (body.find('\0') != std::string_view::npos) return "the body holds a NUL byte";
  if (body.starts_with(utf8::byte_order_mark)) return "the body starts with a byte order mark";
  if (!utf8::is_valid(body)) return "the body is not UTF-8";
  return nullptr;
}

}  // namespace

Reading read_json(const Form& form, std::string_view body) {
  if (const char* fault = unfit_bytes(body)) return Malformed{fault};
  Listener listener;
  const JsonEnd end = read(body, listener);
  if (end == JsonEnd::stopped) return Malformed{listener.fault()};
  if (end == JsonEnd::not_json) return Malformed{"the body is not JSON"};
  if (!listener.is_object()) return Checked{{}, {{"", "send one JSON object whose keys are the questions"}}};
  return check(form, listener.answers());
}

}  // namespace postbox::form
