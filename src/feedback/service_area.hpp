// The twelve service areas that feedback is sorted into, in the order in which every list, column and score
// stands. What each covers, in plain words, stands in config/services.toml.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace postbox {

enum class ServiceArea {
  camhs,
  asd_pathway,
  schooling,
  home_education,
  ehcp,
  therapies,
  community_health,
  learning_disability,
  social_care,
  transport,
  preparing_for_adulthood,
  information_advice,
};

inline constexpr std::size_t service_area_count = 12;

inline constexpr std::array<ServiceArea, service_area_count> service_areas = {
    ServiceArea::camhs,
    ServiceArea::asd_pathway,
    ServiceArea::schooling,
    ServiceArea::home_education,
    ServiceArea::ehcp,
    ServiceArea::therapies,
    ServiceArea::community_health,
    ServiceArea::learning_disability,
    ServiceArea::social_care,
    ServiceArea::transport,
    ServiceArea::preparing_for_adulthood,
    ServiceArea::information_advice,
};

using AreaList = std::vector<ServiceArea>;

template <class Value>
using PerArea = std::array<Value, service_area_count>;

constexpr std::size_t index_of(ServiceArea area) { return static_cast<std::size_t>(area); }

// "asd-pathway": the code in files, forms and the API.
std::string_view code_of(ServiceArea area);
std::optional<ServiceArea> area_of_code(std::string_view code);

}  // namespace postbox
