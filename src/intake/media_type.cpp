#include "intake/media_type.hpp"

#include <algorithm>
#include <set>

#include "intake/token.hpp"

namespace postbox::intake {
namespace {

class MediaTypeReader {
 public:
  explicit MediaTypeReader(std::string_view rest) : rest_(rest) {}

  std::optional<MediaType> read() {
    const std::string_view type = token();
    if (type.empty() || !skip('/')) return std::nullopt;
    const std::string_view subtype = token();
    if (subtype.empty()) return std::nullopt;
    type_.name = lower_case(type) + '/' + lower_case(subtype);
    while (!rest_.empty()) {
      if (!parameter()) return std::nullopt;
    }
    return type_;
  }

 private:
  bool skip(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), rest_.size())); }

  std::string_view token() {
    const auto* const end = std::find_if_not(rest_.begin(), rest_.end(), is_token_char);
    const std::string_view found = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(found.size());
    return found;
  }

  std::optional<std::string> quoted() {
    std::string text;
    while (!rest_.empty() && rest_.front() != '"') {
      if (rest_.front() == '\\') rest_.remove_prefix(1);
      if (rest_.empty()) return std::nullopt;
      text += rest_.front();
      rest_.remove_prefix(1);
    }
    if (!skip('"')) return std::nullopt;
    return text;
  }

  std::optional<std::string> value() {
    if (skip('"')) return quoted();
    std::string text(token());
    if (text.empty()) return std::nullopt;
    return text;
  }

  // ";" may stand alone; RFC 9110 lets a parameter be empty.
  bool parameter() {
    skip_space();
    if (!skip(';')) return false;
    skip_space();
    if (rest_.empty() || rest_.front() == ';') return true;
    const std::string name = lower_case(token());
    if (name.empty() || !skip('=') || !names_.insert(name).second) return false;
    const std::optional<std::string> given = value();
    if (!given) return false;
    if (name == "charset") type_.charset = lower_case(*given);
    if (name == "boundary") type_.boundary = *given;
    skip_space();
    return true;
  }

  std::string_view rest_;
  MediaType type_;
  std::set<std::string> names_;
};

bool is_utf8(const MediaType& type) { return type.charset.empty() || type.charset == "utf-8"; }

}  // namespace

std::optional<MediaType> parse_media_type(std::string_view value) { return MediaTypeReader(value).read(); }

bool is_json(const MediaType& type) { return type.name == "application/json" && is_utf8(type); }

bool is_form(const MediaType& type) {
  return is_multipart(type) || (type.name == "application/x-www-form-urlencoded" && is_utf8(type));
}

bool is_multipart(const MediaType& type) { return type.name == "multipart/form-data" && is_utf8(type); }

}  // namespace postbox::intake
