#include "form/page_frame.hpp"

#include <algorithm>

#include "form/form_fields.hpp"
#include "form/pictures.hpp"

namespace postbox::form {
namespace {

// Hidden with its label from eyes and screen readers alike; only what fills in every field it finds sees it.
Html trap(bool filled) {
  const Html field = void_element("input", {{"type", "text"},
                                            {"name", page_field::trap},
                                            {"value", filled ? "filled" : ""},
                                            {"tabindex", "-1"},
                                            {"autocomplete", "off"}});
  return element("div", {{"hidden", ""}}, element("label", text("Leave this empty (optional) ") + field));
}

constexpr std::size_t signposts_at_the_top = 3;

Html head(const std::string& title) {
  return element(
      "head",
      void_element("meta", {{"charset", "utf-8"}}) +
          void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
          void_element("meta", {{"name", "color-scheme"}, {"content", "light dark"}}) +
          void_element("meta", {{"name", "robots"}, {"content", "noindex"}}) + element("title", text(title)) +
          void_element("link", {{"rel", "stylesheet"}, {"href", "/style.css"}}) +
          void_element("link", {{"rel", "icon"}, {"href", "/icon.svg"}}) +
          element("script", {{"src", "/page.js"}, {"defer", ""}}, Html{}));
}

Html link(const std::string& address, const Html& words) { return element("a", {{"href", address}}, words); }

const char* path_of(Variant variant) {
  switch (variant) {
    case Variant::standard:
      return "/";
    case Variant::easy:
      return "/easy";
    case Variant::for_someone:
      return "/for-someone";
  }
  return "/";
}

std::string address_of(const Form& form, Variant variant, const Language& language) {
  const bool own = language.code == form.language.code;
  return path_of(variant) + (own ? std::string() : "?lang=" + language.code);
}

// Where forms are posted to. Page and language stand in its fields as well: the query is for an answer that
// is given before they are read, or when somebody only opens the address.
std::string slot_of(const Form& said, const PageFacts& facts) {
  std::string query;
  if (facts.variant != Variant::standard) {
    query.append("?").append(page_field::page).append("=").append(code_of(facts.variant));
  }
  if (!facts.language.empty()) {
    query.append(query.empty() ? "?" : "&").append(page_field::language).append("=" + said.language.code);
  }
  return "/feedback" + query;
}

// Leaves without a trace in the list of pages where the script may run, and as a plain link where not.
Html way_out(const Form& said) {
  return element("a", {{"class", "exit"}, {"href", said.look.exit_url}, {"rel", "noreferrer noopener"}},
                 text(said.language.words.exit));
}

Html top(const Form& form, const Form& said, const PageFacts& facts) {
  const Html name =
      element("a", {{"class", "name"}, {"href", address_of(form, facts.variant, said.language)}},
              pillar_box() + element("span", text(said.box_name)));
  return element(
      "header", {{"class", "top"}},
      element("div", {{"class", "bar"}}, name + way_out(said)) + element("div", {{"class", "slot"}}, Html{}));
}

Html language_links(const Form& form, const Form& said, const PageFacts& facts) {
  if (form.translations.empty()) return {};
  Html lines;
  const auto add = [&](const Language& language) {
    if (language.code == said.language.code) return;
    lines += element("li", element("a",
                                   {{"href", address_of(form, facts.variant, language)},
                                    {"lang", language.tag},
                                    {"hreflang", language.tag}},
                                   text(language.name)));
  };
  add(form.language);
  for (const Form& other : form.translations) add(other.language);
  return element("nav", {{"class", "languages"}, {"aria-label", said.language.words.languages}},
                 element("ul", lines));
}

Html other_pages(const Form& form, const Form& said, const PageFacts& facts) {
  const Words& words = said.language.words;
  Html lines;
  const auto add = [&](Variant variant, const std::string& label) {
    if (variant == facts.variant) return;
    lines += element("li", link(address_of(form, variant, said.language), text(label)));
  };
  add(Variant::standard, words.usual_form);
  add(Variant::easy, words.easy_form);
  add(Variant::for_someone, words.for_someone_form);
  return element("nav", {{"aria-label", words.other_pages}}, element("ul", lines));
}

Html signpost_lines(const std::vector<Signpost>& signposts, std::size_t most, bool with_hours) {
  Html lines;
  for (std::size_t i = 0; i < std::min(most, signposts.size()); ++i) {
    const Signpost& one = signposts[i];
    lines += element(
        "li", element("span", {{"class", "when"}}, text(one.when)) + text(" ") +
                  element("span", {{"class", "who"}}, reached_by(one.name, one.url, one.phone)) +
                  (with_hours ? text(" ") + element("span", {{"class", "hours"}}, text(one.hours)) : Html{}));
  }
  return lines;
}

Html partnership(const Form& said) {
  const Look& look = said.look;
  if (look.partnership.empty()) return {};
  const Html logo = look.logo.empty()
                        ? Html{}
                        : void_element("img", {{"class", "logo"}, {"src", "/logo.svg"}, {"alt", ""}});
  const Html contact =
      look.contact_url.empty() ? text(look.contact) : link(look.contact_url, text(look.contact));
  return element("p", {{"class", "partnership"}},
                 logo + text(said.language.words.contact + " ") +
                     element("span", in_english(said, ""), text(look.partnership + " ") + contact));
}

Html privacy_notice(const Form& said) {
  const std::string& url = said.look.privacy_url;
  if (url.empty()) return {};
  return element("p", link(url, text(said.language.words.privacy)));
}

Html foot(const Form& form, const Form& said, const PageFacts& facts) {
  const Words& words = said.language.words;
  const Html help = facts.signposts.empty()
                        ? Html{}
                        : element("section", {{"id", "help"}, {"aria-labelledby", "help-title"}},
                                  element("h2", {{"id", "help-title"}}, text(words.help_title)) +
                                      element("ul", in_english(said, "signposts"),
                                              signpost_lines(facts.signposts, facts.signposts.size(), true)));
  return element("footer", help + other_pages(form, said, facts) + privacy_notice(said) + partnership(said) +
                               element("p", {{"class", "hint"}}, text(words.exit_note)));
}

}  // namespace

const Form& said_for(const Form& form, const PageFacts& facts) {
  return worded_for(in_language(form, facts.language), facts.variant);
}

Html document(const Form& form, const PageFacts& facts, std::string_view title, const Html& content) {
  const Form& said = said_for(form, facts);
  const Html body = element("a", {{"class", "skip"}, {"href", "#main"}}, text(said.language.words.skip)) +
                    top(form, said, facts) +
                    element("div", {{"class", "sheet"}},
                            language_links(form, said, facts) + element("main", {{"id", "main"}}, content)) +
                    foot(form, said, facts);
  std::vector<Attribute> attributes = {{"lang", said.language.tag}};
  if (said.language.right_to_left) attributes.push_back({"dir", "rtl"});
  const char* look = facts.variant == Variant::easy ? "easy" : "usual";
  return trusted("<!doctype html>\n") +
         element("html", attributes,
                 head(std::string(title) + " - " + said.box_name) + element("body", {{"class", look}}, body));
}

Html danger_panel(const Form& said, const PageFacts& facts) {
  if (facts.signposts.empty()) return {};
  const Words& words = said.language.words;
  return element("aside", {{"class", "danger"}, {"aria-labelledby", "danger-title"}},
                 element("h2", {{"id", "danger-title"}}, text(words.danger_title)) +
                     element("p", text(words.danger_text)) +
                     element("ul", in_english(said, "lines"),
                             signpost_lines(facts.signposts, signposts_at_the_top, false)) +
                     element("p", link("#help", text(words.danger_more))));
}

Html reached_by(const std::string& name, const std::string& url, const std::string& phone) {
  Html words = url.empty() ? text(name) : link(url, text(name));
  if (phone.empty()) return words;
  std::string dialled = phone;  // "0800 1111" as a link that a phone dials
  dialled.erase(std::remove(dialled.begin(), dialled.end(), ' '), dialled.end());
  return std::move(words) + text(" ") +
         element("a", {{"class", "phone"}, {"href", "tel:" + dialled}}, text(phone));
}

std::vector<Attribute> in_english(const Form& said, const char* look) {
  std::vector<Attribute> attributes;
  if (*look != '\0') attributes.push_back({"class", look});
  if (said.language.tag.starts_with("en")) return attributes;
  attributes.push_back({"lang", "en-GB"});
  attributes.push_back({"dir", "ltr"});
  return attributes;
}

std::string as_sentence(std::string_view detail) {
  std::string sentence(detail);
  if (sentence.empty()) return sentence;
  if (sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  return sentence + '.';
}

Html optional_mark(const Words& words) {
  return element("span", {{"class", "optional"}}, text(words.optional));
}

Html hidden_field(const std::string& name, const std::string& value) {
  return void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value, true}});
}

Html page_fields(const Form& said, const PageFacts& facts) {
  Html fields;
  if (facts.variant != Variant::standard) {
    fields += hidden_field(page_field::page, std::string(code_of(facts.variant)));
  }
  if (!facts.language.empty()) fields += hidden_field(page_field::language, said.language.code);
  if (!facts.filling.shown.empty()) fields += hidden_field(page_field::shown, facts.filling.shown);
  return fields + trap(facts.filling.trap_filled);
}

Html to_the_form(const std::string& label, const Form& form, const Form& said, const PageFacts& facts) {
  return element("p", link(address_of(form, facts.variant, said.language), text(label)));
}

Html feedback_form(const Form& said, const PageFacts& facts, const Html& content) {
  const Words& words = said.language.words;
  return element("form",
                 {{"method", "post"},
                  {"action", slot_of(said, facts)},
                  {"enctype", "multipart/form-data"},
                  {"autocomplete", "off"},
                  {"data-left", words.left},
                  {"data-over", words.over}},
                 content);
}

Html submit_button(std::string_view step, const char* look, const Html& words) {
  return element(
      "button",
      {{"type", "submit"}, {"name", page_field::step}, {"value", std::string(step)}, {"class", look}}, words);
}

}  // namespace postbox::form
