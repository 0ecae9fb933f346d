#include <nlohmann/json.hpp>
#include <set>

#include "base/utf8.hpp"
#include "form/given.hpp"

namespace postbox::form {
namespace {

constexpr std::size_t nesting_max = 16;  // the outermost object is the first level

// Listens to the parser and keeps the top level of the object. It stops the parser where the library would
// go on: at deep nesting, a repeated key, a NUL.
class Listener : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return add({Given::Kind::null, {}, false, {}}); }
  bool boolean(bool value) override { return add({Given::Kind::boolean, {}, value, {}}); }
  bool number_integer(std::int64_t /*value*/) override { return add_number(); }
  bool number_unsigned(std::uint64_t /*value*/) override { return add_number(); }
  bool number_float(double /*value*/, const std::string& /*text*/) override { return add_number(); }
  bool binary(nlohmann::json::binary_t& /*value*/) override { return false; }  // never in JSON text

  bool string(std::string& value) override {
    if (value.find('\0') != std::string::npos) return malformed("a text holds a NUL character");
    return add({Given::Kind::text, std::move(value), false, {}});
  }

  bool start_object(std::size_t /*size*/) override { return open({Given::Kind::object, {}, false, {}}); }
  bool start_array(std::size_t /*size*/) override { return open({Given::Kind::list, {}, false, {}}); }

  bool key(std::string& name) override {
    if (name.find('\0') != std::string::npos) return malformed("a key holds a NUL character");
    if (!keys_.back().insert(name).second) return malformed("a key stands twice in one object");
    if (keys_.size() == 1) key_ = std::move(name);
    return true;
  }

  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::json::exception& error) override {
    constexpr int number_out_of_range = 406;  // the library's id: it cannot hold the number
    return malformed(error.id == number_out_of_range ? "a number is too large" : "the body is not JSON");
  }

  const std::string& fault() const { return fault_; }
  bool is_object() const { return top_ == Given::Kind::object; }
  const std::vector<GivenAnswer>& answers() const { return answers_; }

 private:
  bool add_number() { return add({Given::Kind::number, {}, false, {}}); }

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

  bool close() {
    keys_.pop_back();
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

// What the library would let pass: it skips a byte order mark and takes a NUL for the end.
const char* unfit_bytes(std::string_view body) {
  if (body.find('\0') != std::string_view::npos) return "the body holds a NUL byte";
  if (body.substr(0, 3) == "\xEF\xBB\xBF") return "the body starts with a byte order mark";
  if (!utf8::is_valid(body)) return "the body is not UTF-8";
  return nullptr;
}

}  // namespace

Reading read_json(const Form& form, std::string_view body) {
  if (const char* fault = unfit_bytes(body)) return Malformed{fault};
  Listener listener;
  const bool whole = nlohmann::json::sax_parse(body.begin(), body.end(), &listener);
  if (!whole) return Malformed{listener.fault()};
  if (!listener.is_object()) return Checked{{}, {{"", "send one JSON object whose keys are the questions"}}};
  return check(form, listener.answers());
}

}  // namespace postbox::form
