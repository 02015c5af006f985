// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/in_force.h"

#include <algorithm>

namespace inloop::editing {

namespace {

bool holds(records::PageVersion const& version, std::chrono::local_days day) {
    bool const begun = !version.text.from || *version.text.from <= day;
    return may_still_show(version, day) && begun;
}

} // namespace

bool is_over(records::PageText const& text, std::chrono::local_days today) {
    return text.until && *text.until < today;
}

bool may_still_show(records::PageVersion const& version, std::chrono::local_days today) {
    return version.withdrawn_by.empty() && !is_over(version.text, today);
}

records::PageVersion const* shown_on(Versions const& versions, std::chrono::local_days day) {
    auto const found = std::ranges::find_if(
        versions, [&](records::PageVersion const& version) { return holds(version, day); });
    return found == versions.end() ? nullptr : &*found;
}

records::PageVersion const* planned_after(Versions const& versions, std::chrono::local_days today) {
    records::PageVersion const* next = nullptr;
    for (records::PageVersion const& version : versions) {
        auto const& from = version.text.from;
        if (from && *from > today && shown_on(versions, *from) == &version &&
            (next == nullptr || *from < *next->text.from)) {
            next = &version;
        }
    }
    return next;
}

} // namespace inloop::editing
