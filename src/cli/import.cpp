// `postbox import`: feedback that came another way, sealed like a post, all or none.
#include <fmt/core.h>

#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "cli/box.hpp"
#include "cli/commands.hpp"
#include "cli/json_line.hpp"
#include "cli/terminal_text.hpp"
#include "config/form_file.hpp"
#include "config/languages_file.hpp"
#include "config/phrases_file.hpp"
#include "feedback/encoding.hpp"
#include "feedback/new_submission.hpp"
#include "form/answers.hpp"
#include "safeguarding/lane.hpp"
#include "seal/sealer.hpp"
#include "store/checkpoint.hpp"
#include "store/sealed_submissions.hpp"

namespace postbox::cli {
namespace {

// All is read before anything is sealed, and sealed before anything is stored.
constexpr std::size_t input_bytes_max = 256UL * 1024 * 1024;
constexpr std::size_t sealed_bytes_max = 1024UL * 1024 * 1024;

[[noreturn]] void refuse_size(const char* what) {
  throw Error(Fault::data, std::string("nothing was imported: ") + what,
              "cut the file into several and import each");
}

std::string read_input(const std::string& file, World& world) {
  if (file != "-" && world.files.is_folder(file)) {
    throw Error(Fault::missing_input, file + " is a folder", "see that the right file is named");
  }
  if (file != "-") return read_stream_at_most(world.files, file, input_bytes_max, Fault::data);
  constexpr std::size_t block_bytes = 65536;
  std::string input;
  std::string block(block_bytes, '\0');
  while (world.in.read(block.data(), block_bytes), world.in.gcount() > 0) {
    input.append(block, 0, static_cast<std::size_t>(world.in.gcount()));
    if (input.size() > input_bytes_max) refuse_size("standard input has more than 256 MiB");
  }
  // Half of a file is not imported.
  if (world.in.bad()) throw Error(Fault::storage, "standard input could not be read to its end");
  return input;
}

// Names the answer and not what was given: standard error may be kept in a log, and a value that is no option
// can be somebody's words in the wrong place.
std::string fault_of(const form::Problem& problem) {
  const bool quotes = problem.trouble == form::Trouble::no_option;
  const std::string said = quotes ? "is not one of the answers to choose from" : problem.detail;
  return problem.pointer.empty() ? said : name_for_terminal(problem.pointer) + " " + said;
}

// What cannot be taken of one line, or "" when all can.
std::string fault_of(const form::Reading& reading) {
  if (const auto* malformed = std::get_if<form::Malformed>(&reading)) return malformed->detail;
  std::string faults;
  for (const form::Problem& problem : std::get<form::Checked>(reading).problems) {
    if (!faults.empty()) faults += "; ";
    faults += fault_of(problem);
  }
  return faults;
}

class Importer {
 public:
  Importer(const Box& box, const form::Form& form, const safeguarding::Lane& lane, Month month, World& world)
      : box_(box), form_(form), lane_(lane), month_(month), world_(world) {}

  void take(std::size_t number, std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (utf8::is_valid(line) && utf8::is_blank(line)) return;
    const form::Reading reading = form::read_json(form_, line);
    std::string fault = fault_of(reading);
    if (fault.empty()) fault = seal_one(std::get<form::Checked>(reading).answers);
    if (fault.empty()) return;
    ++faults_;
    world_.err << "line " << number << ": " << fault << '\n';
  }

  std::size_t faults() const { return faults_; }
  std::size_t urgent() const { return urgent_; }
  const std::vector<store::NewSealed>& sealed() const { return sealed_; }

 private:
  std::string seal_one(const Answers& answers) {
    const Submission submission = new_submission(world_.random, month_, Channel::import, answers);
    const std::string plaintext = encode(submission);
    if (plaintext.size() > seal::plaintext_bytes_max) return "the answers together are too long to seal";
    sealed_.push_back({month_, seal::seal(box_.key, plaintext), lane_.copy_of(submission, plaintext)});
    sealed_bytes_ += sealed_.back().sealed.size();
    if (sealed_bytes_ > sealed_bytes_max) refuse_size("sealed it has more than 1 GiB");
    if (sealed_.back().lane_copy) ++urgent_;
    return {};
  }

  const Box& box_;
  const form::Form& form_;
  const safeguarding::Lane& lane_;
  Month month_;
  World& world_;
  std::vector<store::NewSealed> sealed_;
  std::size_t faults_ = 0;
  std::size_t urgent_ = 0;
  std::size_t sealed_bytes_ = 0;
};

void take_lines(Importer& importer, std::string_view input) {
  for (std::size_t number = 1; !input.empty(); ++number) {
    const std::size_t end = std::min(input.find('\n'), input.size());
    importer.take(number, input.substr(0, end));
    input.remove_prefix(std::min(end + 1, input.size()));
  }
}

// It is sealed by now: whoever is not told so would import it a second time.
void say(const Importer& importer, Month month, bool as_json, World& world) {
  if (importer.urgent() > 0) {
    world.err << "warning: " << importer.urgent()
              << " urgent: somebody may be in danger; tell the safeguarding lead today (`postbox urgent`)\n";
  }
  const std::size_t count = importer.sealed().size();
  if (as_json) {
    world.out << json_line(nlohmann::json{{"sealed", count}, {"month", month.text()}});
  } else {
    world.out << "sealed " << count << " into " << month.text() << '\n';
  }
  world.out.flush();
  if (world.out) return;
  throw Error(
      Fault::storage,
      fmt::format("all is imported: {} sealed into {}; only this could not be written to standard output",
                  count, month.text()),
      "do not import it again, or every submission counts twice");
}

}  // namespace

int run_command(const Import& import, const Arguments& arguments, World& world) {
  const Box box = find_box(world, arguments.dir);
  if (import.month > month_in_london(world.clock.now())) {
    throw Error(Fault::data, import.month.text() + " is in the future",
                "name the month in which the feedback came");
  }
  const form::Form form = config::read_form(world.files, box.house);
  const classify::Classifier classifier(config::read_vocabulary(world.files, box.house));
  const classify::Languages languages(config::read_languages(world.files, box.house));
  const safeguarding::Lane lane(classifier, languages,
                                read_public_key_file(world, box.file(safeguarding_public_key)));
  Importer importer(box, form, lane, import.month, world);
  const std::string input = read_input(import.file, world);
  take_lines(importer, utf8::without_byte_order_mark(input));
  if (importer.faults() > 0) {
    throw Error(Fault::data,
                fmt::format("nothing was imported: {} of the lines cannot be taken", importer.faults()),
                "mend the lines named above and import the whole file again");
  }
  store::Connection connection(box.file(box_database));
  migrate_box(world, connection);
  store::append(connection, world.random, importer.sealed());
  store::empty_log(connection);  // the rows stand in it in the order of the file
  say(importer, import.month, arguments.json, world);
  return 0;
}

}  // namespace postbox::cli
