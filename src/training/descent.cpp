#include "training/descent.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <unordered_map>

#include "classify/judge.hpp"

namespace postbox::training {
namespace {

using classify::Feature;
using classify::head_count;
using classify::PerHead;
using classify::sign_kinds;
using classify::Sum;
using classify::Weights;
using classify::Window;

constexpr int epochs = 20;
constexpr int steady_epochs =
    10;  // of these the mean is taken: the last lines seen weigh no more than others
constexpr float first_step = 2;
constexpr float step_decay = 0.3F;
constexpr float sign_step = 0.1F;  // of the signs' weights, as a part of the step: they are few and loud
constexpr float bias_step = 0.1F;
constexpr float pull = 3e-4F;       // towards zero, at each touch
constexpr float urgent_weight = 2;  // a missed danger is worse than a false alarm
constexpr unsigned lines_min = 2;   // a feature of fewer lines is not learned

using Rows = std::vector<std::vector<std::uint32_t>>;  // of each sentence

// While it is learned, a row is no whole number yet.
struct Model {
  Weights weights;  // without rows
  std::vector<PerHead> rows;
};

// Some sentences of an example, and what they add up to.
struct Part {
  std::vector<std::size_t> sentences;
  Sum sum;
};

bool in_windows(std::size_t head) { return head < service_area_count || head == classify::urgent_head; }

// A sign of one area takes nothing away from another: many texts speak of two.
bool speaks_of_another(std::size_t kind, std::size_t head) {
  return head < service_area_count && kind < service_area_count && kind != head;
}

class Descent {
 public:
  explicit Descent(const std::vector<const Example*>& examples) : examples_(examples) {
    learnable();
    for (const Example* example : examples) rows_.push_back(rows_in(*example));
  }

  Weights run() {
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (int epoch = 0; epoch < epochs; ++epoch) {
      shuffle(order);
      step_ = first_step / (1 + step_decay * static_cast<float>(epoch));
      for (const std::size_t i : order) learn_from(*examples_[i], rows_[i]);
      if (epoch == epochs - steady_epochs) mean_ = model_;
      if (epoch > epochs - steady_epochs) add_to_mean();
    }
    for (PerHead* row : rows_of(mean_)) {
      for (float& weight : *row) weight /= steady_epochs;
    }
    Weights weights = std::move(mean_.weights);
    weights.slope.fill(1);
    weights.rows.reserve(mean_.rows.size());
    for (const PerHead& row : mean_.rows) weights.rows.push_back(classify::rounded(row));
    return weights;
  }

 private:
  static std::vector<PerHead*> rows_of(Model& model) {
    std::vector<PerHead*> rows = {&model.weights.bias, &model.weights.length};
    for (PerHead& row : model.weights.signs) rows.push_back(&row);
    for (PerHead& row : model.rows) rows.push_back(&row);
    return rows;
  }

  void add_to_mean() {
    const std::vector<PerHead*> to = rows_of(mean_);
    const std::vector<PerHead*> from = rows_of(model_);
    for (std::size_t row = 0; row < to.size(); ++row) {
      for (std::size_t head = 0; head < head_count; ++head) (*to[row])[head] += (*from[row])[head];
    }
  }

  void learnable() {
    std::unordered_map<Feature, unsigned> lines;
    for (const Example* example : examples_) {
      std::vector<Feature> once;
      const classify::FeatureLists& lists = example->evidence.features;
      for (std::size_t s = 0; s < lists.size(); ++s) {
        once.insert(once.end(), lists[s].begin(), lists[s].end());
      }
      std::sort(once.begin(), once.end());
      once.erase(std::unique(once.begin(), once.end()), once.end());
      for (const Feature feature : once) ++lines[feature];
    }
    std::vector<Feature>& features = model_.weights.features;
    for (const auto& [feature, count] : lines) {
      if (count >= lines_min) features.push_back(feature);
    }
    std::sort(features.begin(), features.end());
    model_.rows.resize(features.size());
  }

  Rows rows_in(const Example& example) const {
    const std::vector<Feature>& features = model_.weights.features;
    Rows rows;
    for (std::size_t s = 0; s < example.evidence.features.size(); ++s) {
      auto& here = rows.emplace_back();
      for (const Feature feature : example.evidence.features[s]) {
        const auto found = std::lower_bound(features.begin(), features.end(), feature);
        if (found != features.end() && *found == feature) {
          here.push_back(static_cast<std::uint32_t>(found - features.begin()));
        }
      }
      std::sort(here.begin(), here.end());
    }
    return rows;
  }

  void shuffle(std::vector<std::size_t>& order) {
    for (std::size_t left = order.size(); left > 1; --left) {
      random_ = random_ * 6364136223846793005U + 1442695040888963407U;
      std::swap(order[left - 1], order[(random_ >> 33U) % left]);
    }
  }

  void learn_from(const Example& example, const Rows& rows) {
    std::vector<Sum> sums;
    for (std::size_t s = 0; s < rows.size(); ++s) {
      sums.push_back(sum_of(example.evidence, s, rows[s]));
    }
    const Part all = part(std::vector<bool>(sums.size(), true), sums);
    const Part about = part(classify::about_services(sums), sums);
    std::vector<Part> windows;
    for (const Window& window : classify::windows_of(sums.size())) windows.push_back(part(window, sums));
    for (std::size_t head = 0; head < head_count; ++head) {
      if (in_windows(head) && sums.size() > 1) learn(example, rows, loudest(windows, head), head);
      learn(example, rows, head < service_area_count ? about : all, head);
    }
  }

  static Part part(const std::vector<bool>& taken, const std::vector<Sum>& sums) {
    Part part;
    for (std::size_t s = 0; s < sums.size(); ++s) {
      if (!taken[s]) continue;
      part.sentences.push_back(s);
      part.sum.add(sums[s]);
    }
    return part;
  }

  static Part part(const Window& window, const std::vector<Sum>& sums) {
    std::vector<bool> taken(sums.size());
    for (std::size_t s = window.first; s < window.last; ++s) taken[s] = true;
    return part(taken, sums);
  }

  const Part& loudest(const std::vector<Part>& parts, std::size_t head) const {
    return *std::max_element(parts.begin(), parts.end(), [&](const Part& a, const Part& b) {
      return classify::score_of(model_.weights, a.sum, head) <
             classify::score_of(model_.weights, b.sum, head);
    });
  }

  Sum sum_of(const classify::Evidence& evidence, std::size_t at,
             const std::vector<std::uint32_t>& rows) const {
    const classify::SentenceEvidence& sentence = evidence.sentences[at];
    Sum sum;
    sum.signs = sentence.signs;
    sum.words = classify::words_that_count(evidence, at);
    sum.features = evidence.features[at].size();
    for (const std::uint32_t row : rows) {
      for (std::size_t head = 0; head < head_count; ++head) sum.rows[head] += model_.rows[row][head];
    }
    return sum;
  }

  void learn(const Example& example, const Rows& rows, const Part& part, std::size_t head) {
    const Sum& sum = part.sum;
    const float share = 1 / (1 + std::exp(-classify::score_of(model_.weights, sum, head)));
    float error = share - (example.yes[head] ? 1.0F : 0.0F);
    if (head == classify::urgent_head && example.yes[head]) error *= urgent_weight;
    const float scale = classify::row_scale(sum.features);
    for (const std::size_t s : part.sentences) {
      for (const std::uint32_t row : rows[s]) {
        float& weight = model_.rows[row][head];
        weight -= step_ * (error * scale + pull * weight);
      }
    }
    for (std::size_t kind = 0; kind < sign_kinds; ++kind) {
      if (sum.signs[kind] <= 0 || speaks_of_another(kind, head)) continue;
      float& weight = model_.weights.signs[kind][head];
      const auto sign = static_cast<float>(std::min(sum.signs[kind], classify::sign_max));
      weight -= step_ * sign_step * (error * sign + pull * weight);
    }
    model_.weights.length[head] -= step_ * bias_step * error * classify::length_of(sum.words);
    model_.weights.bias[head] -= step_ * bias_step * error;
  }

  const std::vector<const Example*>& examples_;
  std::vector<Rows> rows_;
  Model model_;
  Model mean_;
  float step_ = 0;
  std::uint64_t random_ = 12345;
};

}  // namespace

Weights descend(const std::vector<const Example*>& examples) { return Descent(examples).run(); }

}  // namespace postbox::training
