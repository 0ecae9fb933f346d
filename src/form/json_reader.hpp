// JSON told value by value, without a document: for read_json, which keeps the top level of one object.
#pragma once

#include <string>
#include <string_view>

namespace postbox::form {

// What the reader meets, in its order. False stops it.
class JsonListener {
 public:
  virtual ~JsonListener() = default;
  virtual bool null() = 0;
  virtual bool boolean(bool value) = 0;
  virtual bool number() = 0;  // of any size: nobody asks which
  virtual bool text(std::string value) = 0;
  virtual bool begin_object() = 0;
  virtual bool begin_list() = 0;
  virtual bool key(std::string name) = 0;
  virtual bool end() = 0;  // of the innermost object or list
};

enum class JsonEnd {
  whole,     // one value and nothing behind it
  not_json,  // at the first byte that is not JSON
  stopped,   // the listener said false
};

// `body` is valid UTF-8 without NUL. The listener must stop it at some depth: as deep as it lets the reader
// go, the reader's calls stand inside each other.
JsonEnd read(std::string_view body, JsonListener& listener);

}  // namespace postbox::form
