// Logistic regression of a few inputs, by Newton's method: the loss is convex. A light pull towards where it
// starts keeps the steps finite where there is nothing to learn from.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace postbox::training {

template <std::size_t inputs>
struct Answer {
  std::array<double, inputs> input{};
  bool yes = false;
};

// The weights that solve `matrix` x weights = `sums`; the matrix is symmetric, and positive definite.
template <std::size_t size>
std::array<double, size> solved(std::array<std::array<double, size>, size> matrix,
                                std::array<double, size> sums) {
  for (std::size_t column = 0; column < size; ++column) {
    for (std::size_t row = 0; row < size; ++row) {
      if (row == column) continue;
      const double part = matrix[row][column] / matrix[column][column];
      for (std::size_t i = column; i < size; ++i) matrix[row][i] -= part * matrix[column][i];
      sums[row] -= part * sums[column];
    }
  }
  for (std::size_t row = 0; row < size; ++row) sums[row] /= matrix[row][row];
  return sums;
}

template <std::size_t inputs>
std::array<double, inputs> logistic(const std::vector<Answer<inputs>>& answers,
                                    const std::array<double, inputs>& start) {
  constexpr int steps = 50;
  constexpr double pull = 1e-3;
  std::array<double, inputs> weights = start;
  for (int step = 0; step < steps; ++step) {
    std::array<double, inputs> gradient{};
    std::array<std::array<double, inputs>, inputs> curvature{};
    for (std::size_t i = 0; i < inputs; ++i) {
      gradient[i] = pull * (weights[i] - start[i]);
      curvature[i][i] = pull;
    }
    for (const Answer<inputs>& answer : answers) {
      double score = 0;
      for (std::size_t i = 0; i < inputs; ++i) score += weights[i] * answer.input[i];
      const double share = 1 / (1 + std::exp(-score));
      const double error = share - (answer.yes ? 1 : 0);
      for (std::size_t i = 0; i < inputs; ++i) {
        gradient[i] += error * answer.input[i];
        const double bend = share * (1 - share) * answer.input[i];
        for (std::size_t k = 0; k < inputs; ++k) curvature[i][k] += bend * answer.input[k];
      }
    }
    const std::array<double, inputs> change = solved(curvature, gradient);
    for (std::size_t i = 0; i < inputs; ++i) weights[i] -= change[i];
  }
  return weights;
}

}  // namespace postbox::training
