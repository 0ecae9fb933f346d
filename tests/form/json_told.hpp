// What the reader of posts, and a JSON library beside it, tell of the same bytes: to be held against each
// other.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "form/json_reader.hpp"

namespace postbox::test {

inline constexpr std::size_t deepest_told = 64;

// Every event in its order. Behind a fault both fall silent; what was told before it counts too.
struct Told {
  std::vector<std::string> events;
  std::optional<form::JsonEnd>
      end;  // nothing where the library gives up on what is JSON: a number too large for it
};

class OurEvents : public form::JsonListener {
 public:
  bool null() override { return add("null"); }
  bool boolean(bool value) override { return add(value ? "true" : "false"); }
  bool number() override { return add("number"); }
  bool text(std::string value) override { return add("text " + value); }
  bool key(std::string name) override { return add("key " + name); }
  bool begin_object() override { return add("{") && ++depth_ <= deepest_told; }
  bool begin_list() override { return add("[") && ++depth_ <= deepest_told; }
  bool end() override { return add("end") && depth_-- > 0; }

  std::vector<std::string> events;

 private:
  bool add(std::string event) {
    events.push_back(std::move(event));
    return true;
  }
  std::size_t depth_ = 0;
};

class EventsOfLibrary : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return ours_.null(); }
  bool boolean(bool value) override { return ours_.boolean(value); }
  bool number_integer(std::int64_t /*value*/) override { return ours_.number(); }
  bool number_unsigned(std::uint64_t /*value*/) override { return ours_.number(); }
  bool number_float(double /*value*/, const std::string& /*text*/) override { return ours_.number(); }
  bool string(std::string& value) override { return ours_.text(value); }
  bool binary(nlohmann::json::binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return ours_.begin_object(); }
  bool start_array(std::size_t /*size*/) override { return ours_.begin_list(); }
  bool key(std::string& name) override { return ours_.key(name); }
  bool end_object() override { return ours_.end(); }
  bool end_array() override { return ours_.end(); }
  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::json::exception& error) override {
    constexpr int number_out_of_range = 406;
    end_ = form::JsonEnd::not_json;
    if (error.id == number_out_of_range) {
      end_.reset();
      ours_.number();
    }
    return false;
  }

  Told told(bool whole) { return {std::move(ours_.events), whole ? form::JsonEnd::whole : end_}; }

 private:
  OurEvents ours_;
  std::optional<form::JsonEnd> end_ = form::JsonEnd::stopped;
};

inline Told told_by_us(std::string_view body) {
  OurEvents listener;
  const form::JsonEnd end = form::read(body, listener);
  return {std::move(listener.events), end};
}

inline Told told_by_the_library(std::string_view body) {
  EventsOfLibrary listener;
  return listener.told(nlohmann::json::sax_parse(body.begin(), body.end(), &listener));
}

// As far as the library reads.
inline bool told_alike(std::string_view body) {
  Told ours = told_by_us(body);
  const Told other = told_by_the_library(body);
  if (other.end) return ours.events == other.events && ours.end == other.end;
  ours.events.resize(std::min(ours.events.size(), other.events.size()));
  return ours.events == other.events;
}

}  // namespace postbox::test
