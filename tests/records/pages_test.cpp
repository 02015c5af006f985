// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

namespace inloop::records {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using support::must;
using testing::ElementsAre;
using testing::IsEmpty;

PageKey const kPilot{"pilot", "nl"};
PageKey const kPilotInEnglish{"pilot", "en"};

local_days day(int number) {
    return local_days(days(number));
}

PageDraft draft_of(PageKey const& key, std::string body) {
    return {.key = key,
            .text = {.title = "\"; DROP TABLE page_draft; --", .body = std::move(body)},
            .by = "Vera",
            .at = 7};
}

PageVersion version_of(PageKey const& key, std::string body) {
    return {.key = key,
            .text = {.title = "Titel", .body = std::move(body), .until = day(20'000)},
            .by = "Vera",
            .published_by = "Piet",
            .at = 8};
}

SitePicture picture_of(std::string name, Seconds at) {
    return {.name = std::move(name),
            .content = support::noise(1, 500),
            .alt = "Een bankje",
            .by = "Vera",
            .at = at};
}

class StorePages : public testing::Test {
protected:
    PageStore& pages() { return rig.store().pages(); }
    support::StoreRig rig;
};

TEST_F(StorePages, KeepsDraftsByTheirPage) {
    PageDraft draft = draft_of(kPilot, "Kom langs.");
    draft.text.from = day(-1);
    draft.offered = true;
    EXPECT_EQ(must(pages().put_draft(draft, 0)), 1U);
    EXPECT_EQ(must(pages().put_draft(draft_of(kPilotInEnglish, "Come in."), 0)), 1U);

    rig.reopen();

    draft.version = 1;
    EXPECT_EQ(must(pages().draft(kPilot)), draft);
    EXPECT_EQ(must(pages().draft({"when", "nl"})), std::nullopt);
    auto const all = must(pages().drafts());
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].key, kPilotInEnglish);
    EXPECT_EQ(all[1], draft);
}

TEST_F(StorePages, NoticesTwoVolunteersOnOneDraft) {
    // given
    std::uint32_t const seen = must(pages().put_draft(draft_of(kPilot, "begin"), 0));
    must(pages().put_draft(draft_of(kPilot, "van Vera"), seen));
    // when
    auto const late = pages().put_draft(draft_of(kPilot, "van Joris"), seen);
    auto const anew = pages().put_draft(draft_of(kPilot, "van Joris"), 0);
    // then
    EXPECT_EQ(late.error().code, ErrorCode::unavailable);
    EXPECT_EQ(anew.error().code, ErrorCode::unavailable);
    EXPECT_EQ(must(pages().draft(kPilot))->text.body, "van Vera");
    EXPECT_EQ(must(pages().put_draft(draft_of(kPilot, "van Joris"), seen + 1)), seen + 2);
}

TEST_F(StorePages, NeverGivesANumberOfADraftAgain) {
    // given
    must(pages().put_draft(draft_of(kPilot, "een"), 0));
    must(pages().put_draft(draft_of(kPilot, "twee"), 1));
    // when
    must(pages().remove_draft(kPilot));
    must(pages().remove_draft(kPilot));
    must(pages().remove_draft({"when", "nl"}));
    // then
    EXPECT_EQ(must(pages().draft(kPilot)), std::nullopt);
    EXPECT_THAT(must(pages().drafts()), IsEmpty());
    EXPECT_EQ(pages().put_draft(draft_of(kPilot, "drie"), 2).error().code, ErrorCode::unavailable)
        << "of somebody who did not see that it was removed";
    rig.reopen();
    EXPECT_EQ(must(pages().put_draft(draft_of(kPilot, "drie"), 0)), 3U);
}

TEST_F(StorePages, KeepsEveryVersionAsHistory) {
    // given
    PageVersion first = version_of(kPilot, "een");
    PageVersion second = version_of(kPilot, "twee");
    PageVersion english = version_of(kPilotInEnglish, "one");
    first.id = must(pages().add_version(first));
    english.id = must(pages().add_version(english));
    second.id = must(pages().add_version(second));
    EXPECT_LT(first.id, english.id);
    EXPECT_LT(english.id, second.id);
    // when
    must(pages().withdraw_version(second.id, "Ilse", 99));
    rig.reopen();
    // then
    second.withdrawn_by = "Ilse";
    second.withdrawn_at = 99;
    EXPECT_THAT(must(pages().versions(kPilot)), ElementsAre(second, first));
    EXPECT_THAT(must(pages().versions()), ElementsAre(second, english, first));
    EXPECT_THAT(must(pages().versions({"when", "nl"})), IsEmpty());
}

TEST_F(StorePages, WithdrawsAVersionOnce) {
    auto const id = must(pages().add_version(version_of(kPilot, "een")));
    must(pages().withdraw_version(id, "Ilse", 99));

    EXPECT_EQ(pages().withdraw_version(id, "Piet", 100).error().code, ErrorCode::not_found);
    EXPECT_EQ(pages().withdraw_version(id + 1, "Piet", 100).error().code, ErrorCode::not_found);
    EXPECT_EQ(must(pages().versions(kPilot))[0].withdrawn_by, "Ilse");
}

TEST_F(StorePages, ListsPicturesWithoutTheirContent) {
    // given
    must(pages().put_picture(picture_of("foto-1.jpg", 5)));
    must(pages().put_picture(picture_of("foto-2.jpg", 6)));
    must(pages().put_picture(picture_of("foto-3.jpg", 6)));
    rig.reopen();
    // when
    auto const list = must(pages().pictures());
    // then
    ASSERT_EQ(list.size(), 3U);
    EXPECT_EQ(list[0].name, "foto-3.jpg") << "of one second the last one";
    EXPECT_EQ(list[2].name, "foto-1.jpg");
    EXPECT_THAT(list[0].content, IsEmpty());
    EXPECT_EQ(list[0].alt, "Een bankje");
    EXPECT_EQ(must(pages().picture("foto-1.jpg")), picture_of("foto-1.jpg", 5));
    EXPECT_EQ(must(pages().picture("foto-4.jpg")), std::nullopt);
}

TEST_F(StorePages, ReplacesAndRemovesAPicture) {
    SitePicture picture = picture_of("foto-1.jpg", 5);
    must(pages().put_picture(picture));
    picture.alt = "Een fiets";
    must(pages().put_picture(picture));
    EXPECT_EQ(must(pages().picture("foto-1.jpg")), picture);

    must(pages().remove_picture("foto-1.jpg"));
    must(pages().remove_picture("foto-1.jpg"));
    EXPECT_THAT(must(pages().pictures()), IsEmpty());
}

TEST_F(StorePages, LeavesNothingOfAPictureThatWasRemoved) {
    auto const stands_in_log = [&](Bytes const& what) {
        for (auto const& file : std::filesystem::directory_iterator(rig.data())) {
            std::ifstream in(file.path(), std::ios::binary);
            std::string const all{std::istreambuf_iterator<char>(in), {}};
            std::string const part(reinterpret_cast<char const*>(what.data()), what.size());
            if (all.find(part) != std::string::npos) {
                return true;
            }
        }
        return false;
    };
    SitePicture const picture = picture_of("foto-1.jpg", 5);
    must(pages().put_picture(picture));
    rig.reopen();
    EXPECT_TRUE(stands_in_log(picture.content)) << "the control";

    must(pages().remove_picture("foto-1.jpg"));

    EXPECT_FALSE(stands_in_log(picture.content));
}

TEST_F(StorePages, HaveTwoRulesThatAreOffAtFirst) {
    EXPECT_EQ(must(pages().publishing_rules()), PublishingRules{});
    must(pages().set_publishing_rules({.four_eyes = true}));
    rig.reopen();
    EXPECT_EQ(must(pages().publishing_rules()), (PublishingRules{.four_eyes = true}));
    must(pages().set_publishing_rules({.frozen = true}));
    EXPECT_EQ(must(pages().publishing_rules()), (PublishingRules{.frozen = true}));
}

TEST_F(StorePages, GoWithTheTransactionTheyArePartOf) {
    auto const undone = rig.store().transaction([&]() -> Result<void> {
        must(pages().put_draft(draft_of(kPilot, "een"), 0));
        must(pages().add_version(version_of(kPilot, "een")));
        must(pages().set_publishing_rules({.frozen = true}));
        return fail(ErrorCode::unavailable, "changed my mind");
    });

    EXPECT_FALSE(undone);
    EXPECT_THAT(must(pages().drafts()), IsEmpty());
    EXPECT_THAT(must(pages().versions()), IsEmpty());
    EXPECT_EQ(must(pages().publishing_rules()), PublishingRules{});
    EXPECT_EQ(must(pages().put_draft(draft_of(kPilot, "een"), 0)), 1U);
}

TEST_F(StorePages, StandBesideEveryDocument) {
    for (auto const& [name, content] : {std::pair{"roster.toml", 1}, {"news.toml", 0}}) {
        must(rig.store().put_document(
            {.document = {.name = name,
                          .content = Bytes(static_cast<std::size_t>(content), std::byte{65})},
             .by = "Piet",
             .at = 3}));
    }

    auto const all = must(rig.store().documents());

    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].document.name, "news.toml");
    EXPECT_THAT(all[0].document.content, IsEmpty());
    EXPECT_EQ(all[1].document.name, "roster.toml");
    EXPECT_EQ(all[1].by, "Piet");
    EXPECT_EQ(all[1].at, 3);
    EXPECT_EQ(all[1].change, 1U);
}

} // namespace
} // namespace inloop::records
