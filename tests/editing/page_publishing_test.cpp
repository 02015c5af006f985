// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/editing/site_pictures.h"
#include "tests/editing/editing_rig.h"
#include "tests/support/asset_folder.h"

#include <gmock/gmock.h>

namespace inloop::editing {
namespace {

using std::chrono::days;
using std::chrono::hours;
using support::must;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Optional;

constexpr char const* kFile = "pages/nl/pilot.md";

class PagePublishing : public testing::Test {
protected:
    std::optional<Refusal> publish(vault::Session& session, records::PageText const& text) {
        auto const there = must(rig.editing.pages.draft(kPilot));
        auto const version =
            done(save_draft(rig.editing, rig.vera(), kPilot, text, there ? there->version : 0));
        return refusal_of(editing::publish(rig.editing, session, kPilot, version));
    }
    std::optional<Refusal> publish_dated(std::optional<std::chrono::local_days> from,
                                         std::optional<std::chrono::local_days> until) {
        return publish(rig.vera(), {.title = "T", .body = "Tekst.", .from = from, .until = until});
    }
    std::optional<Refusal> withdraw(vault::Session& session, std::int64_t id) {
        return refusal_of(editing::withdraw(rig.editing, session, id));
    }
    std::size_t due() { return must(publish_due(rig.editing)); }
    void set_rules(records::PublishingRules const& rules) {
        done(editing::set_rules(rig.editing, rig.piet(), rules));
    }
    EditingRig rig;
};

TEST_F(PagePublishing, PutsThePageOnTheScreensAndEndsTheDraft) {
    records::PageText const text{.title = "Kom \"binnen\"", .body = "Er is thee."};

    EXPECT_EQ(publish(rig.vera(), text), std::nullopt);

    EXPECT_THAT(rig.document(kFile),
                Optional(std::string("+++\nid = \"pilot\"\ntitle = \"Kom \\\"binnen\\\"\"\n"
                                     "icon = \"info_outline\"\norder = 1\n+++\n\nEr is thee.\n")));
    EXPECT_EQ(must(rig.editing.pages.draft(kPilot)), std::nullopt);
    auto const versions = must(rig.editing.pages.versions(kPilot));
    ASSERT_EQ(versions.size(), 1U);
    EXPECT_EQ(versions[0].text, text);
    EXPECT_EQ(versions[0].by, "Vera");
    EXPECT_EQ(versions[0].published_by, "Vera");
    EXPECT_THAT(rig.audit_rows(), ElementsAre("page-publish pilot/nl"));
    EXPECT_EQ(due(), 0U);
}

TEST_F(PagePublishing, HappensWholeOrNotAtAll) {
    for (char const* call : {"append_audit", "put_document", "transaction"}) {
        rig.store.fail_at(call);
        auto const there = must(rig.editing.pages.draft(kPilot));
        auto const version =
            done(save_draft(rig.editing, rig.vera(), kPilot, {.title = "T", .body = "Tekst."},
                            there ? there->version : 0));

        EXPECT_FALSE(editing::publish(rig.editing, rig.vera(), kPilot, version)) << call;

        EXPECT_THAT(must(rig.editing.pages.versions()), IsEmpty()) << call;
        EXPECT_EQ(must(rig.editing.pages.draft(kPilot))->version, version) << call;
        EXPECT_EQ(rig.document(kFile), std::nullopt) << call;
    }
    EXPECT_THAT(rig.audit_rows(), IsEmpty());
}

TEST_F(PagePublishing, NeedsTheDraftThatWasSeen) {
    auto const version = rig.save(kPilot, "een");
    (void)rig.save(kPilot, "twee");

    EXPECT_EQ(refusal_of(editing::publish(rig.editing, rig.vera(), kPilot, version)),
              Refusal::changed);
    EXPECT_EQ(refusal_of(editing::publish(rig.editing, rig.vera(), {"when", "nl"}, 1)),
              Refusal::gone);
    EXPECT_EQ(refusal_of(editing::publish(rig.editing, rig.vera(), kPilot, version + 1)),
              std::nullopt);
    EXPECT_EQ(refusal_of(editing::publish(rig.editing, rig.vera(), kPilot, version + 1)),
              Refusal::gone);
}

TEST_F(PagePublishing, RefusesAFaultyPage) {
    EXPECT_EQ(publish(rig.vera(), {.title = "T", .body = "<b>"}), Refusal::faulty);
    EXPECT_EQ(publish(rig.vera(), {.title = "", .body = "Tekst."}), Refusal::faulty);
    EXPECT_EQ(publish(rig.vera(), {.title = "T", .body = "{fact: gone}"}), Refusal::faulty);
    EXPECT_EQ(rig.document(kFile), std::nullopt);
    EXPECT_THAT(rig.audit_rows(), IsEmpty());
}

TEST_F(PagePublishing, RefusesDaysThatAreOverOrOutOfOrder) {
    auto const today = rig.today();
    EXPECT_EQ(publish_dated(today + days(2), today + days(1)), Refusal::dates);
    EXPECT_EQ(publish_dated(std::nullopt, today - days(1)), Refusal::dates);
    EXPECT_EQ(publish_dated(today, today), std::nullopt);
    EXPECT_EQ(publish_dated(today - days(5), std::nullopt), std::nullopt);
}

TEST_F(PagePublishing, BeginsOnItsFirstDay) {
    rig.site.clock.set_offset(hours(2));
    EXPECT_EQ(publish_dated(rig.today() + days(1), std::nullopt), std::nullopt);
    EXPECT_EQ(rig.document(kFile), std::nullopt);
    EXPECT_EQ(due(), 0U);

    // It is Tuesday, a little past 14.00 on the wall.
    rig.site.clock.advance(hours(9));
    EXPECT_EQ(due(), 0U) << "still Tuesday, though in UTC as well";
    rig.site.clock.advance(hours(1));
    EXPECT_EQ(due(), 1U) << "Wednesday on the wall, Tuesday in UTC";

    EXPECT_THAT(rig.document(kFile), Optional(HasSubstr("Tekst.")));
    EXPECT_THAT(rig.audit_rows(), ElementsAre("page-publish pilot/nl", "page-due pilot/nl"));
    EXPECT_EQ(due(), 0U);
}

TEST_F(PagePublishing, FallsBackToWhatWasThereBefore) {
    // given
    (void)rig.publish(kPilot, "Altijd.");
    (void)rig.publish(kPilot, {.title = "T", .body = "Feest!", .until = rig.today()});
    EXPECT_THAT(rig.document(kFile), Optional(HasSubstr("Feest!")));
    // when
    rig.advance(days(1));
    EXPECT_EQ(due(), 1U);
    // then
    EXPECT_THAT(rig.document(kFile), Optional(HasSubstr("Altijd.")));
}

TEST_F(PagePublishing, FallsBackToThePageAsShipped) {
    (void)rig.publish(kPilot, {.title = "T", .body = "Feest!", .until = rig.today()});

    rig.advance(days(1));
    EXPECT_EQ(due(), 1U);

    EXPECT_THAT(rig.document(kFile), Optional(std::string()));
    EXPECT_EQ(due(), 0U);
}

TEST_F(PagePublishing, OfAnotherLanguageIsApart) {
    (void)rig.publish(kPilot, "Nederlands.");
    (void)rig.publish(kPilotInEnglish, "English.");
    EXPECT_THAT(rig.document(kFile), Optional(HasSubstr("Nederlands.")));
    EXPECT_THAT(rig.document("pages/en/pilot.md"), Optional(HasSubstr("English.")));
}

TEST_F(PagePublishing, IsUndoneToTheVersionBeforeAndThenToShipped) {
    auto const first = rig.publish(kPilot, "Een.");
    auto const second = rig.publish(kPilot, "Twee.");
    (void)rig.audit_rows();

    EXPECT_EQ(withdraw(rig.vera(), second), std::nullopt);
    EXPECT_THAT(rig.document(kFile), Optional(HasSubstr("Een.")));
    EXPECT_EQ(withdraw(rig.piet(), second), Refusal::gone) << "Vera was first";
    EXPECT_EQ(withdraw(rig.vera(), first), std::nullopt);
    EXPECT_THAT(rig.document(kFile), Optional(std::string()));

    EXPECT_EQ(withdraw(rig.vera(), 99), Refusal::gone);
    EXPECT_EQ(must(rig.editing.pages.versions(kPilot))[0].withdrawn_by, "Vera");
    EXPECT_THAT(rig.audit_rows(), ElementsAre("page-withdraw pilot/nl", "page-withdraw pilot/nl"));
    EXPECT_EQ(due(), 0U);
}

TEST_F(PagePublishing, IsUndoneWholeOrNotAtAll) {
    auto const id = rig.publish(kPilot, "Een.");
    rig.store.fail_at("append_audit");

    EXPECT_FALSE(editing::withdraw(rig.editing, rig.vera(), id));

    EXPECT_THAT(rig.document(kFile), Optional(HasSubstr("Een.")));
    EXPECT_EQ(must(rig.editing.pages.versions(kPilot))[0].withdrawn_by, "");
}

TEST_F(PagePublishing, IsUndoneBeforeItBegan) {
    auto const planned =
        rig.publish(kPilot, {.title = "T", .body = "Later.", .from = rig.today() + days(1)});
    auto const change = rig.last_change();

    EXPECT_EQ(withdraw(rig.vera(), planned), std::nullopt);

    EXPECT_EQ(rig.last_change(), change) << "kiosks never heard of it";
    rig.advance(days(2));
    EXPECT_EQ(due(), 0U);
}

TEST_F(PagePublishing, IsNotUndoneAfterItEnded) {
    auto const over = rig.publish(kPilot, {.title = "T", .body = "Nu.", .until = rig.today()});
    rig.advance(days(1));
    EXPECT_EQ(withdraw(rig.vera(), over), Refusal::gone);
}

TEST_F(PagePublishing, TakesFourEyesWhenTheSiteSaysSo) {
    set_rules({.four_eyes = true});
    records::PageText const text{.title = "T", .body = "Tekst."};

    EXPECT_EQ(publish(rig.vera(), text), Refusal::needs_officer);
    EXPECT_EQ(publish(rig.piet(), text), std::nullopt);
    EXPECT_EQ(must(rig.editing.pages.versions(kPilot))[0].by, "Vera");
    EXPECT_EQ(must(rig.editing.pages.versions(kPilot))[0].published_by, "Piet");

    auto const own = done(save_draft(rig.editing, rig.piet(), kPilot, text, 0));
    EXPECT_EQ(refusal_of(editing::publish(rig.editing, rig.piet(), kPilot, own)),
              Refusal::own_work);
    EXPECT_EQ(refusal_of(editing::publish(rig.editing, rig.ilse(), kPilot, own)), std::nullopt);
}

TEST_F(PagePublishing, OfOnesOwnNeedsNobodyElseAtFirst) {
    auto const own =
        done(save_draft(rig.editing, rig.piet(), kPilot, {.title = "T", .body = "Tekst."}, 0));
    EXPECT_EQ(refusal_of(editing::publish(rig.editing, rig.piet(), kPilot, own)), std::nullopt);
}

TEST_F(PagePublishing, IsForOfficersWhenFrozen) {
    auto const id = rig.publish(kPilot, "Een.");
    set_rules({.frozen = true});
    records::PageText const text{.title = "T", .body = "Tekst."};

    EXPECT_EQ(publish(rig.vera(), text), Refusal::needs_officer);
    EXPECT_EQ(withdraw(rig.vera(), id), Refusal::needs_officer);
    EXPECT_EQ(publish(rig.piet(), text), std::nullopt);
    EXPECT_EQ(withdraw(rig.piet(), id), std::nullopt);
    set_rules({});
    EXPECT_EQ(publish(rig.vera(), text), std::nullopt);
}

TEST_F(PagePublishing, HasRulesThatStandInTheAudit) {
    set_rules({.four_eyes = true, .frozen = true});

    auto const rows = must(rig.site.store().audit_rows(1, 1000));
    EXPECT_EQ(rows.back().action, "page-rules");
    EXPECT_EQ(rows.back().reason, "four-eyes frozen");
    rig.store.fail_at("append_audit");
    EXPECT_FALSE(editing::set_rules(rig.editing, rig.piet(), {}));
    EXPECT_TRUE(must(rig.editing.pages.publishing_rules()).frozen);
}

TEST_F(PagePublishing, SendsItsPicturesAheadOfIt) {
    // given
    auto const name = done(add_picture(rig.editing, rig.vera(), jpeg(1), "Een bankje"));
    auto const other = done(add_picture(rig.editing, rig.vera(), jpeg(2), "Een boom"));
    EXPECT_EQ(rig.document("pictures/" + name), std::nullopt);
    // when
    (void)rig.publish(kPilot, "![Een bankje](" + name + ")");
    // then
    EXPECT_TRUE(rig.document("pictures/" + name));
    EXPECT_EQ(rig.document("pictures/" + other), std::nullopt) << "no page shows it";
    auto const changes = must(rig.site.store().changes_after(0, 100)).documents;
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].name, "pictures/" + name);
    EXPECT_EQ(changes[0].content, jpeg(1));
    EXPECT_EQ(changes[1].name, kFile);
    // when
    (void)rig.publish(kPilotInEnglish, "![A bench](" + name + ")");
    // then
    EXPECT_EQ(must(rig.site.store().changes_after(0, 100)).documents[0].name, "pictures/" + name)
        << "kiosks have it already";
}

TEST_F(PagePublishing, SendsPicturesOfALaterPageWhenItBegins) {
    auto const name = done(add_picture(rig.editing, rig.vera(), jpeg(1), "Een bankje"));
    (void)rig.publish(
        kPilot,
        {.title = "T", .body = "![Een bankje](" + name + ")", .from = rig.today() + days(1)});
    EXPECT_EQ(rig.document("pictures/" + name), std::nullopt);
    rig.advance(days(1));

    EXPECT_EQ(due(), 2U);

    EXPECT_TRUE(rig.document("pictures/" + name));
    EXPECT_EQ(due(), 0U);
}

TEST_F(PagePublishing, IsRepairedFromWhatWasPublished) {
    auto const name = done(add_picture(rig.editing, rig.vera(), jpeg(1), "Een bankje"));
    (void)rig.publish(kPilot, "![Een bankje](" + name + ")");
    auto const good = rig.document(kFile);
    rig.put_document(kFile, "something else");
    rig.put_document("pictures/" + name, "");

    EXPECT_EQ(due(), 2U);

    EXPECT_EQ(rig.document(kFile), good);
    EXPECT_EQ(due(), 0U);
    EXPECT_EQ(rig.document("news.toml"), std::nullopt) << "nothing else is touched";
}

TEST_F(PagePublishing, IsRepairedWholeOrNotAtAll) {
    (void)rig.publish(kPilot, "Een.");
    (void)rig.publish({"when", "nl"}, "Twee.");
    rig.put_document(kFile, "x");
    rig.put_document("pages/nl/when.md", "x");
    rig.store.fail_at("append_audit", 2);

    EXPECT_FALSE(publish_due(rig.editing));

    EXPECT_THAT(rig.document(kFile), Optional(std::string("x")));
    EXPECT_EQ(due(), 2U);
}

TEST(PagePublishingOfAnotherProgram, LeavesPagesAloneThatItDoesNotHave) {
    support::AssetFolder const folder;
    folder.write("pages/nl/old.md",
                 "+++\nid = \"old\"\ntitle = \"Oud\"\nicon = \"info\"\n+++\nTekst.\n");
    EditingRig rig(folder.path());
    records::PageKey const old{"old", "nl"};
    auto const id = rig.publish(old, "Nieuw.");
    auto const version = rig.save(old, "Nog iets.");
    folder.remove("pages/nl/old.md");
    rig.shipped = must(pages::load_assets(folder.path()));
    auto const kept = rig.document("pages/nl/old.md");

    EXPECT_EQ(must(publish_due(rig.editing)), 0U);
    EXPECT_EQ(refusal_of(publish(rig.editing, rig.vera(), old, version)), Refusal::gone);
    EXPECT_EQ(refusal_of(take_up(rig.editing, rig.vera(), id, version)), Refusal::gone);
    EXPECT_EQ(rig.document("pages/nl/old.md"), kept);
}

} // namespace
} // namespace inloop::editing
