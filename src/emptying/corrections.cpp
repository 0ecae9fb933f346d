#include "emptying/corrections.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "emptying/reference.hpp"
#include "emptying/signed_text.hpp"
#include "feedback/encoding.hpp"
#include "store/sealed_submissions.hpp"

namespace postbox::emptying {
namespace {

using Json = nlohmann::json;  // its objects are std::map: keys come out in byte order

constexpr const char* format_name = "postbox-correction-1";

std::string encode_areas(const AreaList& areas, const Submission& submission) {
  std::vector<std::string> codes;
  codes.reserve(areas.size());
  for (const ServiceArea area : areas) codes.emplace_back(code_of(area));
  return Json{{"areas", codes}, {"format", format_name}, {"submission", submission.id}}.dump();
}

std::optional<AreaList> decode_areas(std::string_view bytes, const Submission& submission) {
  if (!utf8::is_valid(bytes)) return std::nullopt;
  const Json object = Json::parse(bytes, nullptr, false);
  const auto codes = object.find("areas");
  if (codes == object.end() || !codes->is_array()) return std::nullopt;
  AreaList areas;
  for (const Json& code : *codes) {
    if (!code.is_string()) return std::nullopt;
    const auto area = area_of_code(code.get<std::string>());
    if (!area) return std::nullopt;
    areas.push_back(*area);
  }
  // One form of bytes: another format or submission has other bytes.
  if (encode_areas(areas, submission) != bytes) return std::nullopt;
  return areas;
}

// The giver's own choice is binding.
bool may_go_to(const Submission& submission, const AreaList& areas) {
  const AreaList only_to = areas_chosen(submission.answers, question_id::only_to);
  return only_to.empty() || std::all_of(areas.begin(), areas.end(), [&only_to](ServiceArea area) {
           return std::count(only_to.begin(), only_to.end(), area) > 0;
         });
}

class Matcher {
 public:
  Matcher(store::Connection& box, const seal::SecretKeys& keys, const std::vector<Correction>& corrections)
      : box_(box), keys_(keys), reader_(box) {
    for (const Correction& correction : corrections) left_[correction.reference] = correction.areas;
  }

  // A row that was sorted before lies under its latest emptying; the sheet may be of an earlier pack of its
  // month.
  void look_into(const store::Emptying& emptying, const std::vector<std::string>& packs) {
    for (const store::RowKey row : store::claimed_keys(box_, emptying)) {
      if (left_.empty()) return;
      const auto plaintext = keys_.open(reader_.read(row));
      const auto submission = plaintext ? decode(*plaintext) : std::nullopt;
      if (!submission) continue;
      for (const std::string& pack : packs) {
        take(row, *submission, reference_of(keys_, *submission, pack));
        for (const seal::SecretKeys& earlier : keys_.earlier()) {
          take(row, *submission, reference_of(earlier, *submission, pack));
        }
      }
    }
  }

  bool is_done() const { return left_.empty(); }

  Matched matched() {
    for (const auto& [reference, areas] : left_) matched_.unknown.push_back(reference);
    return std::move(matched_);
  }

 private:
  void take(store::RowKey row, const Submission& submission, const std::string& reference) {
    const auto wanted = left_.find(reference);
    if (wanted == left_.end()) return;
    if (may_go_to(submission, wanted->second)) {
      matched_.found.push_back({row, submission, wanted->second});
    } else {
      matched_.bound.push_back(reference);
    }
    left_.erase(wanted);
  }

  store::Connection& box_;
  const seal::SecretKeys& keys_;
  store::SealedReader reader_;
  std::map<std::string, AreaList> left_;  // by reference
  Matched matched_;
};

}  // namespace

Matched match(store::Connection& box, const seal::SecretKeys& keys,
              const std::vector<Correction>& corrections) {
  const std::vector<store::Emptying> emptyings = store::all_emptyings(box);
  Matcher matcher(box, keys, corrections);
  for (auto emptying = emptyings.rbegin(); emptying != emptyings.rend() && !matcher.is_done(); ++emptying) {
    if (emptying->state != store::EmptyingState::exported) continue;
    std::vector<std::string> packs;
    for (const store::Emptying& each : emptyings) {
      if (each.month == emptying->month) packs.push_back(each.pack);
    }
    matcher.look_into(*emptying, packs);
  }
  return matcher.matched();
}

void keep(store::Connection& box, const seal::SecretKeys& keys, const std::vector<Found>& found) {
  std::map<store::RowKey, std::string> sealed;
  for (const Found& one : found) {
    // Twelve areas are a short text: one record.
    sealed[one.row] = seal_signed(keys, encode_areas(one.areas, one.submission)).front();
  }
  store::keep_corrections(box, sealed);
}

std::optional<AreaList> open_correction(const seal::SecretKeys& keys, std::string_view sealed,
                                        const Submission& submission) {
  const std::string record(sealed);
  const auto bytes = open_signed(keys, {&record, 1});
  if (!bytes) return std::nullopt;
  return decode_areas(*bytes, submission);
}

}  // namespace postbox::emptying
