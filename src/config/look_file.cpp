#include "config/look_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace postbox::config {
namespace {

constexpr double contrast_min = 4.5;  // WCAG 2.2, 1.4.3
constexpr std::size_t logo_bytes_max = 20'000;
// Of form/style.cpp: the darkest and the lightest paper that links stand on.
constexpr std::string_view paper = "#f4ede4";
constexpr std::string_view dark_paper = "#2c2420";

// The share of one colour channel, "b0", as light: WCAG 2.2, relative luminance.
double light_of(std::string_view two_digits) {
  const double share = std::stoi(std::string(two_digits), nullptr, 16) / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view colour) {
  return 0.2126 * light_of(colour.substr(1, 2)) + 0.7152 * light_of(colour.substr(3, 2)) +
         0.0722 * light_of(colour.substr(5, 2));
}

double contrast(std::string_view one, std::string_view other) {
  const double a = luminance(one);
  const double b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::string read_colour(const Node& node, std::string_view against) {
  const std::string& colour = node.text();
  if (colour.size() != 7 || colour[0] != '#' ||
      colour.find_first_not_of("0123456789abcdefABCDEF", 1) != std::string::npos) {
    node.refuse("expected a colour such as \"#b01020\"");
  }
  if (contrast(colour, against) < contrast_min) {
    node.refuse(fmt::format("the contrast with {} is only {:.1f} : 1; words need 4.5 : 1", against,
                            contrast(colour, against)),
                "take a darker colour for the box, a lighter one for dark screens");
  }
  return colour;
}

std::string read_logo(const FileSystem& files, const House& house, const Node& node) {
  const std::string& name = node.text();
  if (name.empty()) return {};
  if (name.find('/') != std::string::npos || !name.ends_with(".svg")) {
    node.refuse("expected the name of an SVG file in the same folder");
  }
  std::string logo = read_setting_file(files, house.box / "config" / name);
  if (logo.size() > logo_bytes_max) node.refuse("the logo is larger than 20 kB");
  return logo;
}

std::string read_address(const Node& node, bool mail_too) {
  const std::string& url = node.text();
  if (url.empty() || url.starts_with("https://") || (mail_too && url.starts_with("mailto:"))) return url;
  node.refuse(mail_too ? "expected an address that starts with https:// or mailto:"
                       : "expected an address that starts with https://");
}

// A page of ours would have to be served by whoever serves the box: the proxy before the slot.
std::string read_privacy_url(const Node& file) {
  const Node* node = file.find("privacy_url");
  if (node == nullptr || node->text().empty()) return {};
  const std::string& url = node->text();
  const bool path = url.starts_with('/') && !url.starts_with("//");
  const bool clean = std::none_of(url.begin(), url.end(), [](char c) { return c <= ' ' || c == '\\'; });
  const bool somewhere =
      path || (url.starts_with("https://") && url.size() > std::string_view("https://").size());
  if (clean && somewhere) return url;
  node->refuse("expected an address that starts with https://, or a path such as \"/privacy\"");
}

}  // namespace

form::Look read_look(const FileSystem& files, const House& house) {
  const Node file = read_config(files, house, "look.toml");
  file.only({"partnership", "contact", "contact_url", "logo", "colour", "colour_on_dark", "exit_url",
             "privacy_url"});
  form::Look look;
  look.partnership = file.at("partnership").text();
  look.contact = file.at("contact").text();
  look.contact_url = read_address(file.at("contact_url"), true);
  look.logo = read_logo(files, house, file.at("logo"));
  look.colour = read_colour(file.at("colour"), paper);
  look.colour_on_dark = read_colour(file.at("colour_on_dark"), dark_paper);
  look.exit_url = read_address(file.at("exit_url"), false);
  if (look.exit_url.empty()) file.at("exit_url").refuse("say where \"Exit this page\" leads");
  look.privacy_url = read_privacy_url(file);
  return look;
}

}  // namespace postbox::config
