// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/subject.h"

#include <algorithm>

namespace inloop::entries {

SubjectRules const* find_subject(std::vector<SubjectRules> const& subjects, std::string_view id) {
    auto const found = std::ranges::find(subjects, id, &SubjectRules::id);
    return found == subjects.end() ? nullptr : &*found;
}

} // namespace inloop::entries
