#include "form/page_frame.hpp"

#include <algorithm>

#include "form/form_fields.hpp"

namespace postbox::form {
namespace {

// Hidden with its label from eyes and screen readers alike; only what fills in every field it finds sees it.
Html trap(bool filled) {
  const Html field = void_element("input", {{"name", page_field::trap},
                                            {"value", filled ? "filled" : ""},
                                            {"tabindex", "-1"},
                                            {"autocomplete", "off"}});
  return element("div", {{"hidden", ""}}, element("label", text("Leave this empty (optional) ") + field));
}

constexpr std::size_t signposts_at_the_top = 3;

// Our own drawing: a pillar box with its cap, slot, plate and plinth.
Html pillar_box() {
  return trusted(
      "<svg class=\"pillar\" viewBox=\"0 0 48 72\" width=\"30\" height=\"45\" aria-hidden=\"true\">"
      "<path d=\"M5 14C8 4 40 4 43 14Z\" fill=\"#fff\"/><rect x=\"3\" y=\"14\" width=\"42\" height=\"5\" "
      "rx=\"2\" fill=\"#fff\"/><rect x=\"7\" y=\"21\" width=\"34\" height=\"41\" fill=\"#fff\"/>"
      "<rect x=\"12\" y=\"26\" width=\"24\" height=\"5\" rx=\"2.5\" fill=\"#2a0709\"/><rect x=\"17\" "
      "y=\"37\" "
      "width=\"14\" height=\"11\" rx=\"1.5\" fill=\"none\" stroke=\"#b01020\" stroke-width=\"2\"/><path "
      "d=\"M20 41h8M20 44h5\" stroke=\"#b01020\" stroke-width=\"1.6\"/><rect x=\"4\" y=\"63\" width=\"40\" "
      "height=\"7\" rx=\"1.5\" fill=\"#2a0709\"/></svg>");
}

Html head(const std::string& title) {
  return element("head", void_element("meta", {{"charset", "utf-8"}}) +
                             void_element("meta", {{"name", "viewport"},
                                                   {"content", "width=device-width, initial-scale=1"}}) +
                             void_element("meta", {{"name", "color-scheme"}, {"content", "light dark"}}) +
                             element("title", text(title)) +
                             void_element("link", {{"rel", "stylesheet"}, {"href", "/style.css"}}) +
                             void_element("link", {{"rel", "icon"}, {"href", "/icon.svg"}}));
}

Html top(const Form& form) {
  const Html name =
      element("a", {{"class", "name"}, {"href", "/"}}, pillar_box() + element("span", text(form.box_name)));
  return element("header", {{"class", "top"}},
                 name + element("div", {{"class", "slot"}, {"aria-hidden", "true"}}, Html{}));
}

Html link(const char* class_name, const std::string& address, std::string_view words) {
  return element("a", {{"class", class_name}, {"href", address}}, text(words));
}

Html foot_link(Variant shown, Variant other, const char* address, const char* words) {
  return shown == other ? Html{} : element("li", link("plain", address, words));
}

Html foot(const PageFacts& facts) {
  const Html help =
      facts.signposts.empty()
          ? Html{}
          : element("section", {{"id", "help"}},
                    element("h2", text("People who can help")) + signpost_list(facts.signposts));
  const Html links =
      foot_link(facts.variant, Variant::standard, "/", "The usual form") +
      foot_link(facts.variant, Variant::easy, "/easy", "The form in fewer words") +
      foot_link(facts.variant, Variant::for_someone, "/for-someone", "Write down what a family tells you");
  return element("footer", help + element("nav", {{"aria-label", "Other pages"}}, element("ul", links)));
}

// "0800 1111" as a link that a phone dials.
Html phone_link(const std::string& phone) {
  std::string dialled = phone;
  dialled.erase(std::remove(dialled.begin(), dialled.end(), ' '), dialled.end());
  return link("phone", "tel:" + dialled, phone);
}

Html reached_by(const Signpost& signpost) {
  const Html name = signpost.url.empty() ? text(signpost.name) : link("plain", signpost.url, signpost.name);
  return signpost.phone.empty() ? name : name + text(" ") + phone_link(signpost.phone);
}

}  // namespace

Html document(const Form& form, const PageFacts& facts, std::string_view title, const Html& content) {
  const Html body =
      element("a", {{"class", "skip"}, {"href", "#main"}}, text("Skip to the page")) + top(form) +
      element("div", {{"class", "sheet"}}, element("main", {{"id", "main"}}, content)) + foot(facts);
  return trusted("<!doctype html>\n") +
         element("html", {{"lang", "en-GB"}},
                 head(std::string(title) + " - " + form.box_name) + element("body", body));
}

Html danger_panel(const PageFacts& facts) {
  if (facts.signposts.empty()) return {};
  const std::size_t shown = std::min(signposts_at_the_top, facts.signposts.size());
  Html lines;
  for (std::size_t i = 0; i < shown; ++i) {
    const Signpost& signpost = facts.signposts[i];
    lines += element("li", element("span", {{"class", "when"}}, text(signpost.when)) + text(" ") +
                               element("span", {{"class", "who"}}, reached_by(signpost)));
  }
  return element("aside", {{"class", "danger"}, {"aria-labelledby", "danger-title"}},
                 element("h2", {{"id", "danger-title"}}, text("In danger now? Do not wait for us")) +
                     element("p", text("Nobody reads this box as it comes in. These lines answer now:")) +
                     element("ul", lines) + element("p", link("plain", "#help", "More people who can help")));
}

Html signpost_list(const std::vector<Signpost>& signposts) {
  Html lines;
  for (const Signpost& signpost : signposts) {
    lines += element("li", element("span", {{"class", "when"}}, text(signpost.when)) + text(" ") +
                               element("span", {{"class", "who"}}, reached_by(signpost)) + text(" ") +
                               element("span", {{"class", "hours"}}, text(signpost.hours)));
  }
  return element("ul", {{"class", "signposts"}}, lines);
}

std::string as_sentence(std::string_view detail) {
  std::string sentence(detail);
  if (sentence.empty()) return sentence;
  if (sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  return sentence + '.';
}

Html optional_mark() { return element("span", {{"class", "optional"}}, text("(optional)")); }

Html page_fields(const PageFacts& facts) {
  const auto hidden = [](const char* name, std::string_view value) {
    if (value.empty()) return Html{};
    return void_element("input", {{"type", "hidden"}, {"name", name}, {"value", std::string(value)}});
  };
  const bool standard = facts.variant == Variant::standard;
  return hidden(page_field::page, standard ? "" : code_of(facts.variant)) +
         hidden(page_field::shown, facts.filling.shown) + trap(facts.filling.trap_filled);
}

}  // namespace postbox::form
