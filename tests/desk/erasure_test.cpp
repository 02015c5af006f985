// SPDX-License-Identifier: EUPL-1.2
//
// What was taken over, redacted or withdrawn is nowhere any more: neither in what the program shows
// nor in a byte of its files.
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/shift.h"
#include "kiosk/seal/answer.h"
#include "kiosk/seal/letter_key.h"
#include "tests/desk/outcome.h"
#include "tests/support/desk_rig.h"
#include "tests/support/memory_scan.h"

#include <gmock/gmock.h>

#include <functional>

namespace inloop::desk {
namespace {

using entries::Status;
using support::DeskRig;
using support::must;
using support::Needle;
using testing::Contains;
using testing::IsEmpty;
using testing::SizeIs;

// Bytes of the middle: no header, no padding, nothing that two letters share.
Needle needle_of(std::string name, ByteView bytes) {
    constexpr std::size_t kBytes = 24;
    Needle needle(std::move(name));
    for (std::byte byte : bytes.subspan(bytes.size() / 2, kBytes)) {
        needle.add(std::to_integer<std::uint8_t>(byte));
    }
    return needle;
}

Needle needle_of(std::string name, std::string_view text) {
    Needle needle(std::move(name));
    for (char letter : text) {
        needle.add(static_cast<std::uint8_t>(letter));
    }
    return needle;
}

// A letter with everything beside it, and what would give any of it away.
struct Told {
    DeskRig rig;
    support::Visitor visitor = rig.letter("Kanarie: achter de molen ligt een geheim luik.");
    support::Visitor bystander = rig.letter("Een vraag van een ander over iets anders.");
    std::vector<Needle> traces;

    Told() {
        (void)must(open_case(rig.desk, rig.lead(), visitor.root));
        (void)done(add_note(rig.desk, rig.lead(), target(), "Kanarie van de agent."));
        (void)done(answer(rig.desk, rig.lead(), target(),
                          {.text = "Dank u, wij kijken.", .then = Status::in_hand}));
        auto const split = must(seal::split(visitor.envelope));
        traces.push_back(needle_of("sealed body", split.body));
        traces.push_back(needle_of("key wrap", split.wrap));
        for (auto const& note : must(rig.stores.store().notes(visitor.root))) {
            traces.push_back(needle_of("note", note.sealed));
        }
    }

    [[nodiscard]] Target target() { return {visitor.root, rig.root_of(visitor).version}; }
    [[nodiscard]] std::vector<support::Hit> found() {
        rig.stores.close(); // what lies in the log of changes goes into the files
        return support::scan_files(rig.stores.data(), traces);
    }
};

struct Way {
    std::string name;
    std::function<void(Told&)> erase;
    Status status = Status::closed;
    entries::Closing closing = entries::Closing::done;
    std::string reason;
};

std::vector<Way> ways() {
    return {
        {"take over",
         [](Told& told) { (void)done(take_over(told.rig.desk, told.rig.lead(), told.target())); },
         Status::taken_over, entries::Closing::open, "taken-over"},
        {"redact",
         [](Told& told) {
             (void)done(redact(told.rig.desk, told.rig.lead(), told.target(), "Op verzoek."));
         },
         Status::closed, entries::Closing::done, "redacted"},
        {"withdraw",
         [](Told& told) {
             told.rig.follow_up(told.visitor, seal::Action::withdraw);
             (void)must(review(told.rig.desk, told.rig.lead()));
         },
         Status::closed, entries::Closing::withdrawn, "withdrawn"},
    };
}

TEST(Erasure, LeavesNoByteOfLetterKeyOrNotesInAnyFile) {
    for (auto const& way : ways()) {
        Told told;
        way.erase(told);
        auto const found = told.found();
        EXPECT_THAT(found, IsEmpty()) << way.name << "\n" << support::to_string(found);
    }
}

TEST(Erasure, TheSearchForTracesFindsThemBeforehand) {
    Told told;
    auto const found = told.found();

    std::vector<std::string> names;
    names.reserve(found.size());
    for (auto const& hit : found) {
        names.push_back(hit.needle);
    }
    EXPECT_THAT(names, testing::IsSupersetOf({"sealed body", "key wrap", "note"}));
}

TEST(Erasure, TextsOfVisitorsAndOfficersNeverReachAFile) {
    Told told;
    (void)must(search(told.rig.desk, told.rig.lead(), "geheim luik"));
    told.traces = {needle_of("letter", "geheim luik"), needle_of("note", "van de agent"),
                   needle_of("answer", "wij kijken")};
    auto const found = told.found();
    EXPECT_THAT(found, IsEmpty()) << support::to_string(found);
}

TEST(Erasure, TakesItOutOfReadingSearchAndLists) {
    for (auto const& way : ways()) {
        SCOPED_TRACE(way.name);
        Told told;
        ASSERT_THAT(must(search(told.rig.desk, told.rig.lead(), "kanarie")), SizeIs(1));
        way.erase(told);

        auto const opened = open_case(told.rig.desk, told.rig.lead(), told.visitor.root);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, ErrorCode::not_found);
        EXPECT_THAT(must(search(told.rig.desk, told.rig.lead(), "kanarie")), IsEmpty());
        EXPECT_THAT(must(rows_of(told.rig.desk, told.rig.lead(), View::open)), SizeIs(1));
        EXPECT_THAT(must(rows_of(told.rig.desk, told.rig.lead(), View::closed)), IsEmpty());
        EXPECT_EQ(refusal_of(add_note(told.rig.desk, told.rig.lead(), told.target(), "Nog iets.")),
                  Refusal::gone);
        EXPECT_EQ(refusal_of(take_over(told.rig.desk, told.rig.lead(), told.target())),
                  Refusal::gone);
    }
}

TEST(Erasure, KeepsTheStatusTheAnswersAndAProofWithoutContent) {
    for (auto const& way : ways()) {
        SCOPED_TRACE(way.name);
        Told told;
        way.erase(told);

        auto const root = told.rig.root_of(told.visitor);
        EXPECT_EQ(root.status, way.status);
        EXPECT_EQ(root.closing, way.closing);
        auto const answers = must(told.rig.stores.store().answers(told.visitor.root));
        ASSERT_THAT(answers, SizeIs(1));
        EXPECT_EQ(must(seal::open_answer(answers[0].bytes, told.visitor.receipt)).view(),
                  "Dank u, wij kijken.");
        auto const proofs = must(told.rig.stores.store().destroyed());
        ASSERT_THAT(proofs, SizeIs(1));
        EXPECT_EQ(proofs[0].reason, way.reason);
        EXPECT_EQ(proofs[0].status, way.status);
        EXPECT_THAT(told.rig.audit_of(told.visitor.root), Contains("destroy"));
    }
}

TEST(Erasure, WhatWasTakenOverCanOnlyBeClosed) {
    Told told;
    (void)done(take_over(told.rig.desk, told.rig.lead(), told.target()));

    EXPECT_EQ(
        refusal_of(change_status(told.rig.desk, told.rig.lead(), told.target(), Status::in_hand)),
        Refusal::gone);
    (void)done(change_status(told.rig.desk, told.rig.lead(), told.target(), Status::closed));
    EXPECT_EQ(told.rig.root_of(told.visitor).status, Status::closed);
}

TEST(Erasure, TheReasonThatStaysForEverMayNotTellWhatGoes) {
    Told told;
    auto const redacted = [&](std::string_view reason) {
        return refusal_of(redact(told.rig.desk, told.rig.lead(), told.target(), reason));
    };

    EXPECT_EQ(redacted(""), Refusal::empty);
    EXPECT_EQ(redacted(std::string(121, 'a')), Refusal::too_long);
    EXPECT_EQ(redacted("Er stond: achter de molen ligt iets."), Refusal::quotes);
    EXPECT_EQ(redacted("Nummer 06-12345678 stond erin."), Refusal::person);
    EXPECT_EQ(redacted("Er stond een naam in."), std::nullopt);
}

} // namespace
} // namespace inloop::desk
