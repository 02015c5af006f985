// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/entry.h"
#include "kiosk/entries/subject.h"

#include <cstdint>
#include <optional>

namespace inloop::flow {

// The stops on the way from "what do you come for" to "is this right", in the order in which they
// are passed. Which of them a visitor meets depends on what he came for and on the subject.
enum class Stop : std::uint8_t {
    happening,
    subject,
    desk,
    question_1,
    question_2,
    question_3,
    write,
    personal_data,
    recognisable,
    where,
    contact,
    contact_detail,
    summary,
};

// What decides which stops a letter makes.
struct Itinerary {
    entries::EntryKind kind = entries::EntryKind::question;
    entries::SubjectRules const* subject = nullptr; // nullptr while none is chosen
    entries::ContactWish contact = entries::ContactWish::by_code;
    bool personal_data = false; // the text holds something to ask about
};

// An idea or a compliment is neither urgent nor anywhere, so it goes from writing to the summary.
[[nodiscard]] bool makes(Itinerary const& itinerary, Stop stop);

// Stops that belong to one row of the summary are changed together.
enum class Part : std::uint8_t { subject, message, where, contact, summary };
[[nodiscard]] Part part_of(Stop stop);

// How far a change from the summary may lead: only through its own part.
enum class Extent : std::uint8_t { whole_way, own_part };

// The stop after and before `stop`. Past the end of an own part lies the summary, in both
// directions; before the first stop of the whole way there is none. Going back never asks about
// personal data again.
[[nodiscard]] Stop next_stop(Itinerary const& itinerary, Stop stop, Extent extent);
[[nodiscard]] std::optional<Stop> previous_stop(Itinerary const& itinerary, Stop stop,
                                                Extent extent);
// Where a change of this part begins.
[[nodiscard]] Stop first_stop(Part part);

} // namespace inloop::flow
