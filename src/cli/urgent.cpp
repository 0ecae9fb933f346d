// `postbox urgent`: the safeguarding lead's hand on the lane.
//
// Listing needs no passphrase: ids, months and states are no secret of anybody. Reading and deciding need the
// safeguarding key, and each leaves a signed entry in the log before a word is shown.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/error.hpp"
#include "classify/language.hpp"
#include "cli/box.hpp"
#include "cli/commands.hpp"
#include "cli/json_line.hpp"
#include "cli/succession.hpp"
#include "cli/terminal_text.hpp"
#include "config/form_file.hpp"
#include "config/languages_file.hpp"
#include "feedback/encoding.hpp"
#include "feedback/typed_words.hpp"
#include "safeguarding/log.hpp"
#include "seal/sealer.hpp"
#include "store/safeguarding.hpp"

namespace postbox::cli {
namespace {

using safeguarding::Action;
using store::LaneItem;
using store::LaneState;
using Json = nlohmann::ordered_json;

constexpr std::size_t id_shown = 12;
constexpr std::size_t id_least = 8;

const char* word_of(LaneState state) {
  switch (state) {
    case LaneState::unopened:
      return "new";
    case LaneState::opened:
      return "opened";
    case LaneState::done:
      return "done";
    case LaneState::released:
      return "released";
  }
  return "";
}

std::string id_of(const LaneItem& item) { return item.link.substr(0, id_shown); }

std::string label_of(const form::Form& form, const std::string& question) {
  const form::Question* found = form::find_question(form, question);
  return found == nullptr ? question : found->label;
}

std::string value_of(const form::Form& form, const std::string& question, const std::string& value) {
  const form::Question* found = form::find_question(form, question);
  if (found == nullptr) return value;
  const auto option = std::find_if(found->options.begin(), found->options.end(),
                                   [&](const form::Option& one) { return one.value == value; });
  return option == found->options.end() ? value : option->label;
}

class UrgentCommand {
 public:
  UrgentCommand(const Urgent& urgent, const Arguments& arguments, World& world)
      : urgent_(urgent),
        arguments_(arguments),
        world_(world),
        box_(find_box(world, arguments.dir)),
        connection_(box_.file(box_database)) {
    migrate_box(world_, connection_);
  }

  int run() {
    if (urgent_.show) return show(find(*urgent_.show));
    if (urgent_.done) return decide(find(*urgent_.done), Action::done);
    if (urgent_.release) return decide(find(*urgent_.release), Action::released);
    return list();
  }

 private:
  int list() {
    Json all = Json::array();
    bool any = false;
    for (const LaneItem& item : store::lane_items(connection_)) {
      if (!item.has_words) continue;
      any = true;
      all.push_back({{"id", id_of(item)}, {"month", item.month.text()}, {"state", word_of(item.state)}});
      if (arguments_.json) continue;
      world_.out << fmt::format("{}  {}  {}\n", id_of(item), item.month.text(), word_of(item.state));
    }
    if (arguments_.json) world_.out << json_line(all);
    if (!any) world_.err << "the safeguarding lane is empty\n";
    return 0;
  }

  // By the id shown, or as much of it as belongs to one item alone.
  LaneItem find(const std::string& id) {
    std::vector<LaneItem> fitting = store::lane_items(connection_);
    fitting.erase(std::remove_if(fitting.begin(), fitting.end(),
                                 [&](const LaneItem& item) {
                                   return !item.has_words || id.size() < id_least ||
                                          !item.link.starts_with(id);
                                 }),
                  fitting.end());
    if (fitting.size() == 1) return fitting.front();
    throw Error(Fault::missing_input, "no item of the safeguarding lane has this id",
                "`postbox urgent` lists the items");
  }

  // With the earlier key, where the item was sealed to it.
  seal::SecretKeys unlock_lane(std::string_view record = {}) {
    const Path present = urgent_.key.value_or(box_.secret_key(safeguarding_secret_key));
    const Succession succession = read_succession(world_, box_.house.box, safeguarding_names);
    const Path file = find_secret(world_, present, safeguarding_names, succession.now).value_or(present);
    const auto passphrase = read_passphrase(world_, urgent_.passphrase_file, safeguarding_passphrase);
    seal::SecretKeys keys = unlock(world_, file, passphrase);
    if (keys.public_key() != succession.now) {
      throw Error(Fault::key, file.string() + " is not this box's present safeguarding key",
                  "name it with --key; `postbox key show` prints its fingerprint");
    }
    const auto id = seal::key_id_of(record);
    for (const seal::PublicKey& key : succession.earlier()) {
      if (id == key.id) add_earlier(world_, keys, present, safeguarding_names, {key}, passphrase);
    }
    return keys;
  }

  void log(const seal::SecretKeys& keys, const LaneItem& item, Action action) {
    const auto today = day_in_london(world_.clock.now());
    const std::string who = urgent_.as.value_or(world_.user);
    const bool written = store::decide(
        connection_, item, safeguarding::state_after(item.state, action), today, [&](std::string_view last) {
          std::string entry = safeguarding::write_entry(last, {{}, today, action, item.link, who});
          std::string signature = keys.sign(entry);
          return store::LaneLogEntry{std::move(entry), std::move(signature)};
        });
    if (!written) {
      throw Error(Fault::busy, "somebody else decided on this item at the same moment",
                  "look at it again with `postbox urgent`");
    }
  }

  int show(const LaneItem& item) {
    const auto record = store::lane_record(connection_, item.link);
    const seal::SecretKeys keys = unlock_lane(record.value_or(std::string()));
    const auto plaintext = record ? keys.open(*record) : std::nullopt;
    const auto submission = plaintext ? decode(*plaintext) : std::nullopt;
    if (!submission) {
      throw Error(Fault::data, "the item does not open: it is damaged, or was sealed to another key",
                  "bring the last backup back elsewhere and look there");
    }
    log(keys, item, Action::opened);
    if (arguments_.json) {
      show_json(item, *submission);
    } else {
      show_text(item, *submission);
    }
    return 0;
  }

  // "" for English
  std::string language_of(const Answers& answers) const {
    const classify::Languages languages(config::read_languages(world_.files, box_.house));
    return std::string(languages.foreign(typed_words(answers)));
  }

  void show_json(const LaneItem& item, const Submission& submission) {
    const Answers& answers = submission.answers;
    world_.out << json_line(Json{{"id", id_of(item)},
                                 {"month", item.month.text()},
                                 {"language", language_of(answers)},
                                 {"state", word_of(safeguarding::state_after(item.state, Action::opened))},
                                 {"texts", answers.texts},
                                 {"choices", answers.choices},
                                 {"ticks", answers.ticks}});
  }

  void show_text(const LaneItem& item, const Submission& submission) {
    const form::Form form = config::read_form(world_.files, box_.house);
    std::string text = fmt::format("{}  {}\n", id_of(item), item.month.text());
    const std::string language = language_of(submission.answers);
    if (!language.empty()) text += fmt::format("In {}: have it translated now\n", language);
    for (const std::string& question : submission.answers.ticks) text += label_of(form, question) + ": yes\n";
    for (const auto& [question, values] : submission.answers.choices) {
      std::vector<std::string> shown;
      for (const std::string& value : values) shown.push_back(value_of(form, question, value));
      text += fmt::format("{}: {}\n", label_of(form, question), fmt::join(shown, "; "));
    }
    for (const auto& [question, words] : submission.answers.texts) {
      text += fmt::format("\n{}\n{}\n", label_of(form, question), words);
    }
    world_.out << for_terminal(text);
  }

  int decide(const LaneItem& item, Action action) {
    const LaneState to = safeguarding::state_after(item.state, action);
    if (to == item.state && action == Action::done && item.state == LaneState::released) {
      throw Error(Fault::data, "this item was released: the month's emptying passes it on, or has done so",
                  "what was delivered can only be asked back from its recipients");
    }
    if (to != item.state) log(unlock_lane(), item, action);
    if (item.state == LaneState::unopened) warn_of_unread(item, action);
    if (item.state == LaneState::done && action == Action::released) {
      world_.err << "warning: " << id_of(item)
                 << " was done: it was to be passed on to nobody, and a release cannot be taken back\n";
    }
    if (arguments_.json) {
      world_.out << json_line(
          Json{{"id", id_of(item)}, {"month", item.month.text()}, {"state", word_of(to)}});
      return 0;
    }
    world_.out << id_of(item)
               << (action == Action::done ? " is done: it is passed on to nobody\n"
                                          : " is released: the next `postbox empty` passes it on\n");
    return 0;
  }

  // Not refused: the lead may know of it from elsewhere. But nobody decides on what was never read without
  // being told so.
  void warn_of_unread(const LaneItem& item, Action action) {
    world_.err << fmt::format(
        "warning: nobody has read {0} here{1}: read it now with `postbox urgent --show {0}`\n", id_of(item),
        action == Action::released ? ", and a release cannot be taken back" : "");
  }

  const Urgent& urgent_;
  const Arguments& arguments_;
  World& world_;
  Box box_;
  store::Connection connection_;
};

}  // namespace

int run_command(const Urgent& urgent, const Arguments& arguments, World& world) {
  if (!safeguarding::is_name(urgent.as.value_or(world.user))) {
    throw Error(Fault::usage, "the log needs a name of 1 to 100 bytes without control characters",
                "give it with --as NAME");
  }
  return UrgentCommand(urgent, arguments, world).run();
}

}  // namespace postbox::cli
