#include "feedback/encoding.hpp"

#include "base/utf8.hpp"
#include "feedback/json_reader.hpp"
#include "feedback/json_writer.hpp"

namespace postbox {
namespace {

std::string_view code_of(Channel channel) {
  switch (channel) {
    case Channel::form:
      return "form";
    case Channel::api:
      return "api";
    case Channel::import:
      return "import";
  }
  return {};
}

std::optional<Channel> channel_of_code(std::string_view code) {
  for (const Channel channel : {Channel::form, Channel::api, Channel::import}) {
    if (code_of(channel) == code) return channel;
  }
  return std::nullopt;
}

// Of the version, order and keys that encode() writes.
class SubmissionReader {
 public:
  explicit SubmissionReader(std::string_view bytes) : in_(bytes) {}

  std::optional<Submission> read() {
    if (!in_.raw(R"({"channel":)") || !read_channel()) return std::nullopt;
    if (!in_.raw(R"(,"choices":)") || !read_choices()) return std::nullopt;
    if (!in_.raw(R"(,"id":)") || !read_text(read_.id)) return std::nullopt;
    if (!in_.raw(R"(,"month":)") || !read_month()) return std::nullopt;
    if (!in_.raw(R"(,"receipt":)") || !read_text(read_.receipt)) return std::nullopt;
    read_.suspected = in_.raw(R"(,"suspected":true)");
    if (!in_.raw(R"(,"texts":)") || !read_texts()) return std::nullopt;
    if (!in_.raw(R"(,"ticks":)") || !in_.list(read_.answers.ticks)) return std::nullopt;
    if (!in_.raw(read_.suspected ? R"(,"v":2})" : R"(,"v":1})") || !in_.is_at_end()) return std::nullopt;
    return std::move(read_);
  }

 private:
  bool read_text(std::string& into) {
    auto text = in_.text();
    if (!text) return false;
    into = *std::move(text);
    return true;
  }
  bool read_channel() {
    const auto channel = channel_of_code(in_.text().value_or(""));
    if (channel) read_.channel = *channel;
    return channel.has_value();
  }
  bool read_month() {
    const auto month = Month::parse(in_.text().value_or(""));
    if (month) read_.month = *month;
    return month.has_value();
  }
  bool read_choices() {
    return in_.object(read_.answers.choices, [this](auto& values) { return in_.list(values); });
  }
  bool read_texts() {
    return in_.object(read_.answers.texts, [this](std::string& words) { return read_text(words); });
  }

  JsonReader in_;
  Submission read_{{}, {}, Month(std::chrono::year{2000} / 1), {}, {}};  // all of it is read
};

// All but the texts, escapes and long lists: enough that most submissions need no second allocation.
constexpr std::size_t frame_bytes = 512;

std::size_t bytes_expected(const Answers& answers) {
  std::size_t bytes = frame_bytes;
  for (const auto& [question, words] : answers.texts) bytes += question.size() + words.size() + 8;
  return bytes;
}

}  // namespace

std::string encode(const Submission& submission) {
  JsonWriter out;
  out.reserve(bytes_expected(submission.answers));
  out.raw(R"({"channel":)");
  out.text(code_of(submission.channel));
  out.raw(R"(,"choices":)");
  out.object(submission.answers.choices, [&](const auto& values) { out.list(values); });
  out.raw(R"(,"id":)");
  out.text(submission.id);
  out.raw(R"(,"month":)");
  out.text(submission.month.text());
  out.raw(R"(,"receipt":)");
  out.text(submission.receipt);
  if (submission.suspected) out.raw(R"(,"suspected":true)");
  out.raw(R"(,"texts":)");
  out.object(submission.answers.texts, [&](const std::string& words) { out.text(words); });
  out.raw(R"(,"ticks":)");
  out.list(submission.answers.ticks);
  out.raw(submission.suspected ? R"(,"v":2})" : R"(,"v":1})");
  return out.take();
}

std::optional<Submission> decode(std::string_view bytes) {
  if (!utf8::is_valid(bytes)) return std::nullopt;
  std::optional<Submission> submission = SubmissionReader(bytes).read();
  // One form of bytes for one submission: other escapes, or keys in another order, were not written by us.
  if (!submission || encode(*submission) != bytes) return std::nullopt;
  return submission;
}

}  // namespace postbox
