// SPDX-License-Identifier: EUPL-1.2
//
// Every change by every role: who may, does; who may not, changes nothing.
#include "kiosk/officerlog/editing/door_tally.h"
#include "kiosk/officerlog/editing/fact_desk.h"
#include "kiosk/officerlog/editing/notices.h"
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/editing/site_pictures.h"
#include "tests/editing/editing_rig.h"

#include <gmock/gmock.h>

#include <functional>

namespace inloop::editing {
namespace {

using records::Role;
using support::must;

enum class Who { editors, approvers };

struct Change {
    char const* name;
    Who may;
    // Does it in a rig that holds a draft, a published page, a picture and a notice.
    std::function<std::optional<Refusal>(EditingRig&, vault::Session&)> act;
};

std::uint32_t draft_version(EditingRig& rig) {
    return must(rig.editing.pages.draft(kPilot))->version;
}

std::chrono::year_month_day in_a_month(EditingRig const& rig) {
    return std::chrono::year_month_day(rig.today() + std::chrono::days(30));
}

NoticeDraft notice_of(EditingRig const& rig, pages::NewsKind kind) {
    return {.kind = kind, .nl = "Nog een.", .from = rig.today(), .until = rig.today()};
}

std::vector<Change> changes_of_pages() {
    return {{"save_draft", Who::editors,
             [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(save_draft(rig.editing, by, kPilotInEnglish, {}, 0));
             }},
            {"drop_draft", Who::editors,
             [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(drop_draft(rig.editing, by, kPilot, draft_version(rig)));
             }},
            {"offer", Who::editors,
             [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(offer(rig.editing, by, kPilot, draft_version(rig)));
             }},
            {"publish", Who::editors,
             [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(publish(rig.editing, by, kPilot, draft_version(rig)));
             }},
            {"withdraw", Who::editors,
             [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(withdraw(rig.editing, by, 1));
             }},
            {"take_up", Who::editors,
             [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(take_up(rig.editing, by, 1, draft_version(rig)));
             }},
            {"set_rules", Who::approvers, [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(set_rules(rig.editing, by, {.frozen = true}));
             }}};
}

std::vector<Change> changes_beside_pages() {
    return {{"add_picture", Who::editors,
             [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(add_picture(rig.editing, by, jpeg(2), "Een boom"));
             }},
            {"remove_picture", Who::editors,
             [](EditingRig& rig, vault::Session& by) {
                 auto const name = must(rig.editing.pages.pictures()).front().name;
                 return refusal_of(remove_picture(rig.editing, by, name));
             }},
            {"mark_checked", Who::editors,
             [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(mark_checked(rig.editing, by, "municipality", in_a_month(rig)));
             }},
            {"change_fact", Who::approvers,
             [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(change_fact(rig.editing, by,
                                               {.id = "municipality",
                                                .seen_value = "14 0592",
                                                .value = "14 0500",
                                                .until = in_a_month(rig)}));
             }},
            {"add_notice", Who::editors,
             [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(
                     add_notice(rig.editing, by, notice_of(rig, pages::NewsKind::notice)));
             }},
            {"add_notice of the police", Who::approvers,
             [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(
                     add_notice(rig.editing, by, notice_of(rig, pages::NewsKind::done)));
             }},
            {"remove_notice", Who::editors,
             [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(remove_notice(rig.editing, by, 0, "Een."));
             }},
            {"press", Who::editors,
             [](EditingRig& rig, vault::Session& by) {
                 auto const now = rig.site.clock.wall().time_since_epoch().count();
                 return refusal_of(press(rig.editing, by, {.id = {std::byte{2}}, .hour = now}));
             }},
            {"undo_press", Who::editors, [](EditingRig& rig, vault::Session& by) {
                 return refusal_of(undo_press(rig.editing, by, {std::byte{1}}));
             }}};
}

void prepare(EditingRig& rig) {
    (void)rig.publish(kPilot, "Tekst.");
    (void)rig.save(kPilot, "Nieuwe tekst.");
    (void)done(add_picture(rig.editing, rig.vera(), jpeg(1), "Een bankje"));
    done(add_notice(rig.editing, rig.vera(),
                    {.nl = "Een.", .from = rig.today(), .until = rig.today()}));
    done(press(rig.editing, rig.vera(),
               {.id = {std::byte{1}}, .hour = rig.site.clock.wall().time_since_epoch().count()}));
}

class EditingRoles : public testing::TestWithParam<Role> {};

TEST_P(EditingRoles, DoWhatTheyMayAndNothingElse) {
    Role const role = GetParam();
    auto changes = changes_of_pages();
    for (Change& change : changes_beside_pages()) {
        changes.push_back(std::move(change));
    }
    bool const approves = role == Role::officer || role == Role::lead;
    for (Change const& change : changes) {
        EditingRig rig;
        prepare(rig);
        vault::Session& by = rig.session(role);
        auto const seen = rig.last_change();
        (void)rig.audit_rows();
        bool const may = approves || (role == Role::volunteer && change.may == Who::editors);

        auto const refusal = change.act(rig, by);

        EXPECT_EQ(refusal, may ? std::nullopt : std::optional(Refusal::role)) << change.name;
        if (!may) {
            EXPECT_TRUE(rig.audit_rows().empty()) << change.name;
            EXPECT_EQ(rig.last_change(), seen) << change.name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Of, EditingRoles,
                         testing::Values(Role::officer, Role::lead, Role::volunteer,
                                         Role::evaluator, Role::privacy_officer));

TEST(EditingRights, FollowTheRole) {
    EditingRig rig;
    for (auto const& [role, edits, approves] : {std::tuple{Role::officer, true, true},
                                                {Role::lead, true, true},
                                                {Role::volunteer, true, false},
                                                {Role::evaluator, false, false},
                                                {Role::privacy_officer, false, false}}) {
        EXPECT_EQ(may_edit(rig.session(role)), edits);
        EXPECT_EQ(may_approve(rig.session(role)), approves);
    }
}

} // namespace
} // namespace inloop::editing
