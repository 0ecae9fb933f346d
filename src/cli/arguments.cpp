#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>

#include "base/error.hpp"

namespace postbox::cli {
namespace {

class Parser {
 public:
  Parser() {
    app_.require_subcommand(1);
    app_.set_version_flag("--version", "postbox " POSTBOX_VERSION);
    add_common(app_);
    add_init();
    add_import();
    add_empty();
    add_urgent();
    add_trends();
    add_resort();
    add_purge();
    add_backup();
    add_restore();
    add_key();
    add_check();
    add_classify();
  }

  Arguments parse(const std::vector<std::string>& words) {
    std::vector<std::string> reversed(words.rbegin(), words.rend());  // as CLI11 wants them
    try {
      app_.parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
      arguments_.command = Help{help_text()};
    } catch (const CLI::CallForVersion& version) {
      arguments_.command = Help{std::string(version.what()) + "\n"};
    } catch (const CLI::ParseError& error) {
      throw Error(Fault::usage, what_is_wrong(error), "see postbox --help");
    }
    return arguments_;
  }

 private:
  // --dir and --json are taken before and after the command's name.
  void add_common(CLI::App& app) {
    app.add_option("--dir", arguments_.dir, "the box's folder (default: here)");
    app.add_flag("--json", arguments_.json, "results as JSON");
  }

  CLI::App& add(CLI::App& parent, const char* name, const char* does) {
    CLI::App& command = *parent.add_subcommand(name, does);
    add_common(command);
    return command;
  }

  static void add_month(CLI::App& command, std::string& text, bool required) {
    command.add_option("--month", text, "a calendar month, YYYY-MM")->required(required);
  }

  static Month month_of(const std::string& text) {
    if (const auto month = Month::parse(text)) return *month;
    throw Error(Fault::usage, "--month wants a month such as 2026-11");
  }

  void add_init() {
    CLI::App& command = add(app_, "init", "make a new box");
    command.add_option("--keys-dir", init_.keys_folder, "where the secret keys go (default: DIR/keys)");
    command.add_option("--passphrase-file", init_.passphrase_file, "passphrase of the box's key");
    command.add_option("--safeguarding-passphrase-file", init_.safeguarding_passphrase_file,
                       "passphrase of the safeguarding key");
    command.callback([this] { arguments_.command = init_; });
  }

  void add_import() {
    CLI::App& command = add(app_, "import", "seal feedback that came another way, all or none");
    command.add_option("FILE", import_file_, "JSON lines; - is standard input")->required();
    add_month(command, month_, true);
    command.callback([this] { arguments_.command = Import{import_file_, month_of(month_)}; });
  }

  void add_empty() {
    CLI::App& command = add(app_, "empty", "empty the box: every closed month that holds something");
    add_month(command, month_, false);
    command.add_flag("--up-to-now", empty_.up_to_now, "the running month too");
    command.add_flag("--dry-run", empty_.dry_run, "say what would be done, write nothing");
    command.add_option("--key", empty_.key, "the box's secret key (default: keys/box.key)");
    command.add_option("--passphrase-file", empty_.passphrase_file, "its passphrase");
    command.add_option("--out", empty_.out, "where the packs go (default: DIR/exports)");
    command.callback([this] {
      if (!month_.empty()) empty_.month = month_of(month_);
      arguments_.command = empty_;
    });
  }

  void add_urgent() {
    CLI::App& command = add(app_, "urgent", "the safeguarding lane: list, read, decide");
    auto* const show =
        command.add_option("--show", urgent_.show, "print an item's words and mark it as opened");
    auto* const done = command.add_option("--done", urgent_.done, "dealt with: passed on to nobody");
    auto* const release = command.add_option("--release", urgent_.release, "the next emptying passes it on");
    show->excludes(done)->excludes(release);
    done->excludes(release);
    command.add_option("--as", urgent_.as, "the name that stands in the log (default: your login name)");
    command.add_option("--key", urgent_.key, "the safeguarding key (default: keys/safeguarding.key)");
    command.add_option("--passphrase-file", urgent_.passphrase_file, "its passphrase");
    command.callback([this] { arguments_.command = urgent_; });
  }

  void add_trends() {
    CLI::App& command =
        add(app_, "trends", "publish the figures of all emptyings, for the board and the form's site");
    command.add_option("--key", trends_.key, "the box's secret key (default: keys/box.key)");
    command.add_option("--passphrase-file", trends_.passphrase_file, "its passphrase");
    command.add_option("--out", trends_.out, "another folder than DIR/published, that nobody is shown");
    command.callback([this] { arguments_.command = trends_; });
  }

  void add_resort() {
    CLI::App& command = add(app_, "resort", "take in what people sorted again; the next emptying follows it");
    command.add_option("FILE", resort_.file, "feedback.xlsx or .csv with the column send_to filled in")
        ->required();
    command.add_flag("--dry-run", resort_.dry_run, "say what would be kept");
    command.add_option("--labels", resort_.labels,
                       "also write the redacted texts as labelled lines, to be read");
    command.add_option("--key", resort_.key, "the box's secret key (default: keys/box.key)");
    command.add_option("--passphrase-file", resort_.passphrase_file, "its passphrase");
    command.callback([this] { arguments_.command = resort_; });
  }

  void add_purge() {
    CLI::App& command = add(app_, "purge", "remove for good what is past its retention time");
    command.add_flag("--dry-run", purge_.dry_run, "say what would be removed");
    command.callback([this] { arguments_.command = purge_; });
  }

  void add_backup() {
    CLI::App& command =
        add(app_, "backup", "the whole box but its secret keys in one file, while it is used");
    command.add_option("FILE", backup_.file, "where the backup goes")->required();
    command.add_flag("--replace", backup_.replace, "an older backup of this name goes");
    command.callback([this] { arguments_.command = backup_; });
  }

  void add_restore() {
    CLI::App& command = add(app_, "restore", "bring a box back from a backup; its server must not run");
    command.add_option("FILE", restore_.file, "what `postbox backup` wrote")->required();
    command.add_flag("--replace", restore_.replace,
                     "also where the box holds what the backup does not; it is kept aside in replaced-N/");
    command.callback([this] { arguments_.command = restore_; });
  }

  void add_key() {
    CLI::App& key = *app_.add_subcommand("key", "fingerprints, change of passphrase, rotation");
    add_common(key);
    key.require_subcommand(1);
    add(key, "show", "the fingerprints of the box's keys, earlier ones too").callback([this] {
      arguments_.command = KeyShow{};
    });
    CLI::App& command = add(key, "passphrase", "seal a secret key under another passphrase");
    command.add_flag("--safeguarding", passphrase_.safeguarding, "the safeguarding key, not the box's");
    command.add_option("--key", passphrase_.key, "the key file");
    command.add_option("--passphrase-file", passphrase_.passphrase_file, "the passphrase up to now");
    command.add_option("--new-passphrase-file", passphrase_.new_passphrase_file,
                       "the passphrase from now on");
    command.callback([this] { arguments_.command = passphrase_; });
    add_rotate(key);
  }

  void add_rotate(CLI::App& key) {
    CLI::App& command = add(key, "rotate", "a new key takes over; what was sealed before still opens");
    command.add_flag("--safeguarding", rotate_.safeguarding, "the safeguarding key, not the box's");
    command.add_flag("--dry-run", rotate_.dry_run, "say what would be done, write nothing");
    command.add_option("--key", rotate_.key, "the key file; the earlier key is kept beside it");
    command.add_option("--passphrase-file", rotate_.passphrase_file,
                       "its passphrase, under which the new key is sealed too");
    command.callback([this] { arguments_.command = rotate_; });
  }

  void add_check() {
    CLI::App& command = add(app_, "check", "say what is wrong and what to do; changes nothing");
    command.add_option("--manifest", check_.manifest, "hold a pack against its signed manifest");
    command.callback([this] { arguments_.command = check_; });
  }

  void add_classify() {
    CLI::App& command = add(app_, "classify", "JSON lines in, JSON lines out; needs no box");
    command.add_flag("--explain", classify_.explain, "with the words that decided");
    command.callback([this] { arguments_.command = classify_; });
  }

  // CLI11 asks for what is missing before it looks at what is there: `postbox zap` would hear of no zap.
  std::string what_is_wrong(const CLI::ParseError& error) const {
    const std::vector<std::string> unknown = app_.remaining(true);
    if (unknown.empty()) return error.what();
    return (unknown.front().starts_with("-") ? "there is no option " : "there is no command or argument ") +
           unknown.front();
  }

  std::string help_text() {
    for (const CLI::App* command : app_.get_subcommands()) return command->help("postbox");
    return app_.help();
  }

  CLI::App app_{"The keeper's tool of a SEND Post Box", "postbox"};
  Arguments arguments_;
  Init init_;
  std::string import_file_;
  std::string month_;
  Empty empty_;
  Urgent urgent_;
  Trends trends_;
  Resort resort_;
  Purge purge_;
  Backup backup_;
  Restore restore_;
  KeyPassphrase passphrase_;
  KeyRotate rotate_;
  Check check_;
  Classify classify_;
};

}  // namespace

Arguments parse_arguments(const std::vector<std::string>& words) { return Parser().parse(words); }

}  // namespace postbox::cli
