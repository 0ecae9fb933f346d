#include "feedback/service_area.hpp"

namespace postbox {

std::string_view code_of(ServiceArea area) {
  switch (area) {
    case ServiceArea::camhs:
      return "camhs";
    case ServiceArea::asd_pathway:
      return "asd-pathway";
    case ServiceArea::schooling:
      return "schooling";
    case ServiceArea::home_education:
      return "home-education";
    case ServiceArea::ehcp:
      return "ehcp";
    case ServiceArea::therapies:
      return "therapies";
    case ServiceArea::community_health:
      return "community-health";
    case ServiceArea::learning_disability:
      return "learning-disability";
    case ServiceArea::social_care:
      return "social-care";
    case ServiceArea::transport:
      return "transport";
    case ServiceArea::preparing_for_adulthood:
      return "preparing-for-adulthood";
    case ServiceArea::information_advice:
      return "information-advice";
  }
  return {};
}

std::optional<ServiceArea> area_of_code(std::string_view code) {
  for (const ServiceArea area : service_areas) {
    if (code_of(area) == code) return area;
  }
  return std::nullopt;
}

}  // namespace postbox
