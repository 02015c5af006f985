// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/route.h"

#include <cstddef>

namespace inloop::flow {

namespace {

bool asks(Itinerary const& itinerary, std::size_t question) {
    return itinerary.subject != nullptr && itinerary.subject->questions.size() > question;
}

Stop step(Stop stop, int by) {
    return static_cast<Stop>(static_cast<int>(stop) + by);
}

} // namespace

bool makes(Itinerary const& itinerary, Stop stop) {
    bool const idea = itinerary.kind == entries::EntryKind::idea;
    entries::SubjectRules const* subject = itinerary.subject;
    switch (stop) {
    case Stop::happening:
    case Stop::subject:
    case Stop::contact:
        return !idea;
    case Stop::desk:
        return !idea && subject != nullptr && subject->other_desk;
    case Stop::question_1:
        return asks(itinerary, 0);
    case Stop::question_2:
        return asks(itinerary, 1);
    case Stop::question_3:
        return asks(itinerary, 2);
    case Stop::personal_data:
        return itinerary.personal_data;
    case Stop::recognisable:
        return subject != nullptr && subject->delicate;
    case Stop::where:
        return !idea && (subject == nullptr || subject->asks_place);
    case Stop::contact_detail:
        return !idea && (itinerary.contact == entries::ContactWish::call ||
                         itinerary.contact == entries::ContactWish::email);
    case Stop::write:
    case Stop::summary:
        break;
    }
    return true;
}

Part part_of(Stop stop) {
    switch (stop) {
    case Stop::happening:
    case Stop::subject:
    case Stop::desk:
    case Stop::question_1:
    case Stop::question_2:
    case Stop::question_3:
        return Part::subject;
    case Stop::write:
    case Stop::personal_data:
    case Stop::recognisable:
        return Part::message;
    case Stop::where:
        return Part::where;
    case Stop::contact:
    case Stop::contact_detail:
        return Part::contact;
    case Stop::summary:
        break;
    }
    return Part::summary;
}

Stop next_stop(Itinerary const& itinerary, Stop stop, Extent extent) {
    for (Stop next = stop; next != Stop::summary;) {
        next = step(next, 1);
        if (extent == Extent::own_part && part_of(next) != part_of(stop)) {
            break;
        }
        if (makes(itinerary, next)) {
            return next;
        }
    }
    return Stop::summary;
}

std::optional<Stop> previous_stop(Itinerary const& itinerary, Stop stop, Extent extent) {
    for (Stop before = stop; before != Stop::happening;) {
        before = step(before, -1);
        if (extent == Extent::own_part &&
            (part_of(before) != part_of(stop) || before == Stop::happening)) {
            break;
        }
        if (before != Stop::personal_data && makes(itinerary, before)) {
            return before;
        }
    }
    return extent == Extent::own_part ? std::optional(Stop::summary) : std::nullopt;
}

Stop first_stop(Part part) {
    switch (part) {
    case Part::subject:
        return Stop::subject;
    case Part::message:
        return Stop::write;
    case Part::where:
        return Stop::where;
    case Part::contact:
        return Stop::contact;
    case Part::summary:
        break;
    }
    return Stop::summary;
}

} // namespace inloop::flow
