#include "feedback/encoding.hpp"

#include <nlohmann/json.hpp>

#include "base/utf8.hpp"

namespace postbox {
namespace {

using Json = nlohmann::json;  // its objects are std::map: keys come out in byte order

constexpr int format_version = 1;

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
  if (object.size() != 8 || object.at("v") != format_version) throw std::invalid_argument("version");
  const auto month = Month::parse(object.at("month").get<std::string>());
  const auto channel = channel_of_code(object.at("channel").get<std::string>());
  if (!month || !channel) throw std::invalid_argument("month or channel");
  return Submission{object.at("id").get<std::string>(), object.at("receipt").get<std::string>(), *month,
                    *channel,
                    Answers{object.at("texts").get<decltype(Answers::texts)>(),
                            object.at("choices").get<decltype(Answers::choices)>(),
                            object.at("ticks").get<decltype(Answers::ticks)>()}};
}

}  // namespace

std::string encode(const Submission& submission) {
  const Json object = {{"v", format_version},
                       {"id", submission.id},
                       {"receipt", submission.receipt},
                       {"month", submission.month.text()},
                       {"channel", code_of(submission.channel)},
                       {"texts", submission.answers.texts},
                       {"choices", submission.answers.choices},
                       {"ticks", submission.answers.ticks}};
  return object.dump();
}

std::optional<Submission> decode(std::string_view bytes) {
  if (!utf8::is_valid(bytes)) return std::nullopt;
  try {
    Submission submission = read_object(Json::parse(bytes));
    // One form of bytes for one submission: what would be written otherwise was not written by us.
    if (encode(submission) != bytes) return std::nullopt;
    return submission;
  } catch (const std::exception&) {  // nlohmann's and ours alike: not such an object
    return std::nullopt;
  }
}

}  // namespace postbox
