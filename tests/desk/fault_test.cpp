// SPDX-License-Identifier: EUPL-1.2
//
// Whatever call to the databases fails, an action is done with its audit row or not at all.
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/presence.h"
#include "kiosk/officerlog/desk/shift.h"
#include "tests/support/desk_rig.h"
#include "tests/support/failing_store.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>

#include <chrono>
#include <functional>
#include <string>

namespace inloop::desk {
namespace {

using entries::Status;
using support::DeskRig;
using support::must;

constexpr records::Seconds kDay = 86'400;

// A store that fails; and, for showing that the tests below can see it, one that leaves half of
// what failed behind.
class FaultyStore final : public support::FailingStore {
public:
    using FailingStore::FailingStore;
    bool rolls_back = true;

    Result<void> transaction(std::function<Result<void>()> const& work) override {
        return rolls_back ? FailingStore::transaction(work) : work();
    }
};

// A desk over a store that fails; the session has the real one.
struct Faulty {
    DeskRig rig;
    support::Visitor visitor = rig.letter("Achter de molen ligt een luik.");
    support::Visitor other = rig.letter("Een vraag.");
    FaultyStore store{rig.stores.store()};
    vault::Audit audit{store, rig.clock};
    Desk desk{store,          audit,      *rig.site.keeper, rig.clock, rig.site.random,
              rig.site.words, rig.assets, rig.texts,        rig.lock};

    [[nodiscard]] Target target() { return {visitor.root, rig.root_of(visitor).version}; }
};

// Everything an action may touch.
struct Seen {
    std::optional<records::Entry> root;
    std::vector<records::Note> notes;
    std::vector<records::Answer> answers;
    std::vector<seal::EntryId> links;
    std::vector<records::Destroyed> destroyed;
    std::optional<Bytes> wrap;
    std::optional<records::Person> person;
    records::Presence presence;
    std::string roster;
    std::size_t roots = 0;
    std::uint64_t rows = 0;
    friend bool operator==(Seen const&, Seen const&) = default;
};

Seen seen(Faulty& faulty) {
    auto& store = faulty.rig.stores.store();
    auto const& id = faulty.visitor.root;
    return {.root = must(store.entry(id)),
            .notes = must(store.notes(id)),
            .answers = must(store.answers(id)),
            .links = must(store.linked(id)),
            .destroyed = must(store.destroyed()),
            .wrap = must(store.wrap_of(id)),
            .person = must(store.person("Ilse")),
            .presence = must(store.presence()),
            .roster = must(roster_text(faulty.rig.desk)),
            .roots = must(store.roots()).size(),
            .rows = must(store.audit_head()).row};
}

struct Action {
    std::string name;
    std::function<bool(Faulty&)> act; // whether it was done
};

bool done(Outcome<Done> const& outcome) {
    return outcome && *outcome;
}

std::vector<Action> actions() {
    auto const lead = [](Faulty& f) -> vault::Session& { return f.rig.lead(); };
    return {
        {"status",
         [=](Faulty& f) {
             return done(change_status(f.desk, lead(f), f.target(), Status::closed));
         }},
        {"urgency",
         [=](Faulty& f) {
             return done(set_urgency(f.desk, lead(f), f.target(), records::Urgency::now));
         }},
        {"answer",
         [=](Faulty& f) { return done(answer(f.desk, lead(f), f.target(), {.text = "Dank u."})); }},
        {"note", [=](Faulty& f) { return done(add_note(f.desk, lead(f), f.target(), "Let op.")); }},
        {"hand over",
         [=](Faulty& f) {
             return done(hand_over(f.desk, lead(f), f.target(), lead(f).person().id, "Voor mij."));
         }},
        {"set aside",
         [=](Faulty& f) {
             return done(set_aside(f.desk, lead(f), f.target(), f.rig.now() + kDay, "Wacht."));
         }},
        {"refer",
         [=](Faulty& f) {
             return done(refer(f.desk, lead(f), f.target(), "municipality", "Gemaild."));
         }},
        {"link",
         [=](Faulty& f) { return done(link(f.desk, lead(f), f.target(), f.other.root, true)); }},
        {"take over", [=](Faulty& f) { return done(take_over(f.desk, lead(f), f.target())); }},
        {"redact",
         [=](Faulty& f) { return done(redact(f.desk, lead(f), f.target(), "Verzoek.")); }},
        {"nonsense",
         [=](Faulty& f) { return done(set_nonsense(f.desk, lead(f), f.target(), true)); }},
        {"walk in",
         [=](Faulty& f) {
             auto const made = add_walk_in(f.desk, lead(f),
                                           {.facts = DeskRig::usual_facts(), .text = "Gesprek."});
             return made && *made;
         }},
        {"end shift", [=](Faulty& f) { return end_shift(f.desk, lead(f)).has_value(); }},
        {"present", [=](Faulty& f) { return set_present(f.desk, lead(f), true).has_value(); }},
        {"roster", [=](Faulty& f) { return set_roster(f.desk, lead(f), "# leeg").has_value(); }},
    };
}

// Lets each call of an action fail in turn, until it is done. How it went when it should not:
// empty when all is well.
std::string fault_of(Faulty& faulty, Action const& action) {
    constexpr std::size_t kMostCalls = 100;
    Seen const before = seen(faulty);
    for (std::size_t call = 1; call < kMostCalls; ++call) {
        faulty.store.fail_any(call);
        bool const was_done = action.act(faulty);
        bool const all_calls_passed = !faulty.store.failed();
        faulty.store.heal();
        if (was_done && all_calls_passed) {
            Seen const after = seen(faulty);
            return after.rows > before.rows && call > 3 ? "" : "done without an audit row";
        }
        if (was_done) {
            return "done although call " + std::to_string(call) + " failed";
        }
        if (seen(faulty) != before) {
            return "half done when call " + std::to_string(call) + " failed";
        }
    }
    return "never done";
}

TEST(Faults, AnActionIsDoneWithItsAuditRowOrNotAtAll) {
    for (Action const& action : actions()) {
        Faulty faulty;
        faulty.rig.clock.advance(std::chrono::seconds(1));

        EXPECT_EQ(fault_of(faulty, action), "") << action.name;
    }
}

TEST(Faults, AStoreThatDoesNotRollBackIsNoticed) {
    for (Action const& action : actions()) {
        Faulty faulty;
        faulty.rig.clock.advance(std::chrono::seconds(1));
        faulty.store.rolls_back = false;

        EXPECT_THAT(fault_of(faulty, action), testing::StartsWith("half done")) << action.name;
    }
}

TEST(Faults, AWithdrawalIsCarriedOutWhollyOrNotAtAll) {
    Faulty faulty;
    faulty.rig.follow_up(faulty.visitor, seal::Action::withdraw);
    Seen const before = seen(faulty);
    for (auto const* call : {"update", "destroy", "append_audit"}) {
        faulty.store.fail_at(call);
        EXPECT_FALSE(review(faulty.desk, faulty.rig.lead())) << call;
        faulty.store.heal();
        EXPECT_EQ(seen(faulty), before) << call;
    }

    EXPECT_TRUE(review(faulty.desk, faulty.rig.lead()));
    EXPECT_EQ(seen(faulty).root->closing, entries::Closing::withdrawn);
}

TEST(Faults, NoHitOfASearchIsShownThatCannotBeLogged) {
    Faulty faulty;
    for (std::size_t row = 1; row <= 2; ++row) {
        faulty.store.fail_at("append_audit", row);
        EXPECT_FALSE(search(faulty.desk, faulty.rig.lead(), "molen"));
        faulty.store.heal();
    }
    EXPECT_EQ(must(search(faulty.desk, faulty.rig.lead(), "molen")).size(), 1U);
}

} // namespace
} // namespace inloop::desk
