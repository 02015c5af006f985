// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/route.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace inloop::flow {
namespace {

using entries::ContactWish;
using entries::EntryKind;
using entries::SubjectRules;

constexpr Part kParts[] = {Part::subject, Part::message, Part::where, Part::contact};

SubjectRules subject_with(std::size_t questions, bool delicate, bool desk, bool place) {
    SubjectRules rules{.id = "any",
                       .questions = {},
                       .delicate = delicate,
                       .other_desk = desk,
                       .asks_place = place};
    for (std::size_t i = 0; i < questions; ++i) {
        rules.questions.push_back({std::to_string(i), {"yes", "no"}});
    }
    return rules;
}

// Every way there is, without a subject and with one of each sort.
template <class Do>
void for_each_itinerary(Do const& act) {
    std::vector<SubjectRules> subjects;
    for (std::size_t questions = 0; questions <= 3; ++questions) {
        for (unsigned bits = 0; bits < 8; ++bits) {
            subjects.push_back(
                subject_with(questions, (bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0));
        }
    }
    std::vector<SubjectRules const*> choices{nullptr};
    for (SubjectRules const& subject : subjects) {
        choices.push_back(&subject);
    }
    for (EntryKind kind : {EntryKind::question, EntryKind::pass_on, EntryKind::idea}) {
        for (SubjectRules const* subject : choices) {
            for (ContactWish wish : {ContactWish::by_code, ContactWish::call, ContactWish::email,
                                     ContactWish::come_by}) {
                for (bool personal_data : {false, true}) {
                    act(Itinerary{kind, subject, wish, personal_data});
                }
            }
        }
    }
}

// From the first stop to the summary.
std::vector<Stop> forward(Itinerary const& way) {
    std::vector<Stop> stops;
    Stop stop = makes(way, Stop::happening) ? Stop::happening
                                            : next_stop(way, Stop::happening, Extent::whole_way);
    for (; stop != Stop::summary; stop = next_stop(way, stop, Extent::whole_way)) {
        stops.push_back(stop);
    }
    return stops;
}

// From the summary to the first stop.
std::vector<Stop> backward(Itinerary const& way) {
    std::vector<Stop> stops;
    auto stop = previous_stop(way, Stop::summary, Extent::whole_way);
    for (; stop; stop = previous_stop(way, *stop, Extent::whole_way)) {
        stops.push_back(*stop);
    }
    return stops;
}

TEST(Route, GoesBackPastTheSameStopsButAsksForPersonalDataOnce) {
    std::size_t ways = 0;
    for_each_itinerary([&](Itinerary const& way) {
        std::vector<Stop> there = forward(way);
        std::erase(there, Stop::personal_data);
        std::ranges::reverse(there);

        EXPECT_EQ(backward(way), there);
        ++ways;
    });
    EXPECT_EQ(ways, 3U * 33 * 4 * 2);
}

TEST(Route, OnlyVisitsWhatTheLetterNeedsAndAlwaysTheText) {
    for_each_itinerary([](Itinerary const& way) {
        std::vector<Stop> const stops = forward(way);

        EXPECT_TRUE(std::ranges::is_sorted(stops));
        EXPECT_TRUE(std::ranges::all_of(stops, [&](Stop stop) { return makes(way, stop); }));
        EXPECT_EQ(std::ranges::count(stops, Stop::write), 1);
    });
}

TEST(Route, OfAQuestionWithEverything) {
    SubjectRules const subject = subject_with(3, true, true, true);
    Itinerary const way{EntryKind::question, &subject, ContactWish::email, true};

    EXPECT_EQ(forward(way), (std::vector<Stop>{Stop::happening, Stop::subject, Stop::desk,
                                               Stop::question_1, Stop::question_2, Stop::question_3,
                                               Stop::write, Stop::personal_data, Stop::recognisable,
                                               Stop::where, Stop::contact, Stop::contact_detail}));
}

TEST(Route, OfAQuestionAboutNothingInParticular) {
    SubjectRules const subject = subject_with(0, false, false, false);
    Itinerary const way{EntryKind::pass_on, &subject, ContactWish::come_by, false};

    EXPECT_EQ(forward(way),
              (std::vector<Stop>{Stop::happening, Stop::subject, Stop::write, Stop::contact}));
}

TEST(Route, OfAnIdeaIsToWriteIt) {
    EXPECT_EQ(forward({.kind = EntryKind::idea}), std::vector<Stop>{Stop::write});
    // and: neither what an earlier question asked for nor another desk makes it longer
    SubjectRules const subject = subject_with(0, false, true, true);
    EXPECT_EQ(forward({EntryKind::idea, &subject, ContactWish::call, true}),
              (std::vector<Stop>{Stop::write, Stop::personal_data}));
}

TEST(Route, OfAChangeLeadsThroughItsPartAndToTheSummary) {
    for_each_itinerary([](Itinerary const& way) {
        for (Part part : kParts) {
            // forwards
            Stop stop = first_stop(part);
            EXPECT_EQ(part_of(stop), part);
            while (stop != Stop::summary) {
                EXPECT_EQ(part_of(stop), part);
                stop = next_stop(way, stop, Extent::own_part);
            }
            // and backwards, from every stop of it
            for (int i = 0; i <= static_cast<int>(Stop::contact_detail); ++i) {
                stop = static_cast<Stop>(i);
                if (part_of(stop) != part || stop == Stop::happening) {
                    continue;
                }
                while (stop != Stop::summary) {
                    EXPECT_EQ(part_of(stop), part);
                    auto const before = previous_stop(way, stop, Extent::own_part);
                    ASSERT_TRUE(before);
                    stop = *before;
                    EXPECT_NE(stop, Stop::personal_data);
                    EXPECT_NE(stop, Stop::happening);
                }
            }
        }
    });
}

TEST(Route, EndsAtTheSummary) {
    EXPECT_EQ(first_stop(Part::summary), Stop::summary);
    EXPECT_EQ(part_of(Stop::summary), Part::summary);
    EXPECT_EQ(next_stop({}, Stop::summary, Extent::whole_way), Stop::summary);
    EXPECT_EQ(previous_stop({}, Stop::happening, Extent::whole_way), std::nullopt);
}

} // namespace
} // namespace inloop::flow
