// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/translations.h"

namespace inloop::pages {

void each_text(Place const& place, VisitText const& visit) {
    visit(place.officer_role, "place.toml", "officer_role");
    visit(place.municipality, "place.toml", "municipality");
    visit(place.name, "place.toml", "name");
}

void each_text(Facts const& facts, VisitText const& visit) {
    for (Fact const& fact : facts.all()) {
        visit(fact.label, "facts.toml", "fact." + fact.id + ".label");
        visit(fact.note, "facts.toml", "fact." + fact.id + ".note");
    }
}

void each_text(Subjects const& subjects, VisitText const& visit) {
    subjects.each_text([&](LocalText const& text, std::string const& name) {
        visit(text, "subjects.toml", name);
    });
}

std::vector<Problem> untranslated(LocalText const& text, std::vector<std::string> const& languages,
                                  std::filesystem::path const& file, std::string const& name) {
    std::vector<Problem> problems;
    for (std::string const& language : languages) {
        if (!text.has(language)) {
            problems.push_back(
                remark(file.string(), text.line(),
                       name + " has no text in " + language + ", the Dutch one is shown",
                       "add " + language + " = \"...\"", ErrorCode::not_found));
        }
    }
    return problems;
}

} // namespace inloop::pages
