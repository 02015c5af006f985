// SPDX-License-Identifier: EUPL-1.2
// The short texts of place, facts and subjects: which languages they lack. Private to kiosk/pages.
#pragma once

#include "kiosk/pages/facts.h"
#include "kiosk/pages/languages.h"
#include "kiosk/pages/place.h"
#include "kiosk/pages/problem.h"
#include "kiosk/pages/subjects.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace inloop::pages {

// Calls visit(text, file, name) for each of them: "facts.toml", "fact.emergency.label".
using VisitText = std::function<void(LocalText const&, std::string const&, std::string const&)>;
void each_text(Place const& place, VisitText const& visit);
void each_text(Facts const& facts, VisitText const& visit);
void each_text(Subjects const& subjects, VisitText const& visit);

// A remark for each of the languages that the text lacks.
[[nodiscard]] std::vector<Problem> untranslated(LocalText const& text,
                                                std::vector<std::string> const& languages,
                                                std::filesystem::path const& file,
                                                std::string const& name);

} // namespace inloop::pages
