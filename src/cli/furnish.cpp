#include "cli/furnish.hpp"

#include "base/error.hpp"
#include "cli/succession.hpp"
#include "config/form_file.hpp"
#include "config/languages_file.hpp"
#include "config/name_lists_file.hpp"
#include "config/phrases_file.hpp"
#include "config/rare_file.hpp"
#include "config/routes_file.hpp"
#include "config/services_file.hpp"

namespace postbox::cli {

namespace {

// A question whose id is the header of a column that every pack has would give two columns of one name.
void refuse_own_column(const std::string& id) {
  if (!report::is_own_column(id)) return;
  throw Error(Fault::settings,
              "form.toml: a question cannot be called \"" + id + "\", every pack has that column",
              "give the question another id");
}

}  // namespace

report::Wording wording_of(const form::Form& form, const PerArea<ServiceWords>& services,
                           const std::vector<std::string>& added_columns) {
  report::Wording wording;
  for (const form::Question& question : form.questions) {
    if (question.type != form::QuestionType::text) continue;
    refuse_own_column(question.id);
    wording.words.push_back({question.id, question.label});
  }
  for (const std::string& id : added_columns) {
    const form::Question* question = form::find_question(form, id);
    if (question == nullptr || question->type == form::QuestionType::text) {
      throw Error(Fault::settings,
                  "postbox.toml: added_columns names \"" + id + "\", which is no such question",
                  "name the id of a question with options, or a box to tick, of form.toml");
    }
    refuse_own_column(id);
    wording.added.push_back({id, question->label});
  }
  for (const ServiceArea area : service_areas) {
    wording.area_names[index_of(area)] = services[index_of(area)].name;
  }
  if (const form::Question* rating = form::find_question(form, question_id::rating)) {
    for (const form::Option& option : rating->options) {
      wording.ratings.emplace_back(option.value, option.label);
    }
  }
  return wording;
}

Furnished::Furnished(const World& world, const config::House& house, const config::Settings& settings)
    : form(config::read_form(world.files, house)),
      classifier(config::read_vocabulary(world.files, house)),
      redactor(config::read_name_lists(world.files, house)),
      rare(config::read_rare_combinations(world.files, house)),
      staff_roles(config::read_staff_roles(world.files, house)),
      languages(config::read_languages(world.files, house)),
      routes(config::read_routes(world.files, house)),
      wording(wording_of(form, config::read_services(world.files, house), settings.added_columns)) {}

emptying::Rooms rooms_of(const World& world, const Box& box, const Furnished& furnished,
                         store::Connection& connection, const seal::SecretKeys& keys,
                         const seal::PublicKey& safeguarding) {
  const config::Settings& settings = box.settings;
  return {.files = world.files,
          .clock = world.clock,
          .random = world.random,
          .box = connection,
          .keys = keys,
          .safeguarding = safeguarding,
          .classifier = furnished.classifier,
          .redactor = furnished.redactor,
          .routes = furnished.routes,
          .wording = furnished.wording,
          .workers = world.workers,
          .disclosure = {.shown_min = settings.shown_min},
          .held_for_a_look = settings.hold_for_a_look ? &furnished.rare : nullptr,
          .show_other_services = settings.show_other_services,
          .staff_roles = settings.staff_first_names_in_praise ? &furnished.staff_roles : nullptr,
          .safeguarding_before = read_succession(world, box.house.box, safeguarding_names).earlier(),
          .languages = &furnished.languages};
}

}  // namespace postbox::cli
