// `postbox resort`: what people sorted again goes out with the next emptying.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "base/error.hpp"
#include "cli/box.hpp"
#include "cli/commands.hpp"
#include "cli/furnish.hpp"
#include "cli/json_line.hpp"
#include "config/services_file.hpp"
#include "emptying/corrections.hpp"
#include "resort/corrections.hpp"

namespace postbox::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr unsigned labels_mode = 0600;
constexpr std::uint64_t sheet_bytes_max = 64UL * 1024 * 1024;  // what a workbook may unfold to

class ResortCommand {
 public:
  ResortCommand(const Resort& resort, const Arguments& arguments, World& world)
      : resort_(resort), arguments_(arguments), world_(world), box_(find_box(world, arguments.dir)) {}

  int run() {
    const resort::Sorted sorted = read();
    if (sorted.corrections.empty()) {
      say(0, sorted.left_empty);
      return 0;
    }
    store::Connection connection(box_.file(box_database));
    migrate_box(world_, connection);
    const seal::SecretKeys keys = unlock_box(world_, box_, connection, resort_.key, resort_.passphrase_file);
    const auto lock = lock_emptying(world_, box_.house.box);  // while rows are looked up and kept
    const emptying::Matched matched = emptying::match(connection, keys, sorted.corrections);
    refuse_unmatched(matched);
    if (resort_.labels) write_labels(matched.found);
    if (!resort_.dry_run) emptying::keep(connection, keys, matched.found);
    say(matched.found.size(), sorted.left_empty);
    return 0;
  }

 private:
  resort::Sorted read() const {
    if (!world_.files.exists(resort_.file)) {
      throw Error(Fault::missing_input, "there is no file " + resort_.file.string(),
                  "name the feedback.xlsx or feedback.csv whose column send_to was filled in");
    }
    if (world_.files.is_folder(resort_.file)) {
      throw Error(Fault::missing_input, resort_.file.string() + " is a folder",
                  "see that the right file is named: feedback.xlsx or feedback.csv");
    }
    PerArea<std::string> names;
    const auto services = config::read_services(world_.files, box_.house);
    for (const ServiceArea area : service_areas) names[index_of(area)] = services[index_of(area)].name;
    const std::string bytes = read_stream_at_most(world_.files, resort_.file, sheet_bytes_max, Fault::data);
    resort::Sorted sorted = resort::read_corrections(resort::read_sheets(bytes), names);
    refuse("of the sheet cannot be read, so nothing was kept", sorted.problems,
           "write the code of a service area, such as transport, and save the sheet again");
    return sorted;
  }

  void refuse_unmatched(const emptying::Matched& matched) const {
    refuse(matched.unknown.size() == 1 ? "stands for no submission of this box, so nothing was kept"
                                       : "stand for no submission of this box, so nothing was kept",
           matched.unknown, "see that the sheet is of this box; what was purged cannot be sent on");
    refuse("may go to nobody but whom the giver chose, so nothing was kept", matched.bound,
           "leave send_to empty in these rows");
  }

  void refuse(const char* what, const std::vector<std::string>& which, const char* hint) const {
    if (which.empty()) return;
    for (const std::string& one : which) world_.err << "  " << one << '\n';
    throw Error(Fault::data,
                fmt::format("{} {} {}", which.size(), which.size() == 1 ? "entry" : "entries", what), hint);
  }

  // As tools/score and tools/train read them. Tone and areas beyond the person's are the machine's: a person
  // has to read the lines before anybody learns from them.
  void write_labels(const std::vector<emptying::Found>& found) const {
    const Furnished furnished(world_, box_.house, box_.settings);
    std::string lines;
    for (std::size_t i = 0; i < found.size(); ++i) {
      lines += json_line(label_of(furnished, found[i], fmt::format("sorted-{}", i + 1)));
    }
    const auto file = world_.files.create(*resort_.labels, labels_mode);  // never over an older one
    file->write(lines);
    file->sync();
  }

  // Not under its reference: a file for training must lead nobody back to a pack.
  static Json label_of(const Furnished& furnished, const emptying::Found& found, const std::string& id) {
    std::string words;
    for (const auto& [question, text] : found.submission.answers.texts) {
      if (!words.empty()) words += "\n\n";
      words += text;
    }
    const std::string redacted(furnished.redactor.redact(words, found.submission.month).text.view());
    const auto judged = furnished.classifier.classify(redacted, {});
    Json areas = Json::array();
    for (const ServiceArea area : found.areas) areas.push_back(code_of(area));
    return {{"id", id},
            {"text", redacted},
            {"areas", areas},
            {"tone", code_of(judged.tone)},
            {"urgent", judged.urgent},
            {"pii", Json::array()}};
  }

  void say(std::size_t kept, std::size_t left_empty) const {
    if (arguments_.json) {
      world_.out << json_line(Json{{"kept", kept}, {"left_empty", left_empty}, {"dry_run", resort_.dry_run}});
      return;
    }
    world_.out << kept
               << (resort_.dry_run ? " would be sent on" : " to be sent on by the next `postbox empty`");
    if (left_empty > 0) world_.out << "; " << left_empty << " without send_to stay as they are";
    world_.out << '\n';
    if (resort_.labels && kept > 0) {
      world_.err << "labelled lines in " << resort_.labels->string()
                 << ": read each before anything is trained on them, words and labels\n";
    }
  }

  const Resort& resort_;
  const Arguments& arguments_;
  World& world_;
  Box box_;
};

}  // namespace

int run_command(const Resort& resort, const Arguments& arguments, World& world) {
  return ResortCommand(resort, arguments, world).run();
}

}  // namespace postbox::cli
