#include "feedback/encoding.hpp"

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "feedback/json_writer.hpp"

namespace postbox {
namespace {

using Json = nlohmann::json;

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

Submission read_object(const Json& object) {
  const auto month = Month::parse(object.at("month").get<std::string>());
  const auto channel = channel_of_code(object.at("channel").get<std::string>());
  if (!month || !channel) throw std::invalid_argument("month or channel");
  return Submission{object.at("id").get<std::string>(),
                    object.at("receipt").get<std::string>(),
                    *month,
                    *channel,
                    Answers{object.at("texts").get<decltype(Answers::texts)>(),
                            object.at("choices").get<decltype(Answers::choices)>(),
                            object.at("ticks").get<decltype(Answers::ticks)>()},
                    object.contains("suspected")};
}

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
  try {
    Submission submission = read_object(Json::parse(bytes));
    // One form of bytes for one submission: another version, order or key was not written by us.
    if (encode(submission) != bytes) return std::nullopt;
    return submission;
  } catch (const std::exception&) {  // nlohmann's and ours alike: not such an object
    return std::nullopt;
  }
}

}  // namespace postbox
