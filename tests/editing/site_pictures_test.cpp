// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/editing/site_pictures.h"
#include "kiosk/pages/page_text.h"
#include "tests/editing/editing_rig.h"
#include "tests/support/asset_folder.h"

#include <gmock/gmock.h>

namespace inloop::editing {
namespace {

using std::chrono::days;
using support::must;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

class SitePictures : public testing::Test {
protected:
    std::optional<Refusal> add(Bytes content, std::string_view alt = "Een bankje") {
        return refusal_of(add_picture(rig.editing, rig.vera(), std::move(content), alt));
    }
    std::string added(std::uint64_t seed) {
        return done(add_picture(rig.editing, rig.vera(), jpeg(seed), "Een bankje"));
    }
    std::optional<Refusal> remove(std::string_view name) {
        return refusal_of(remove_picture(rig.editing, rig.vera(), name));
    }
    EditingRig rig;
};

TEST_F(SitePictures, HaveTheNameOfTheirContent) {
    auto const name = added(1);

    EXPECT_TRUE(pages::is_picture_name(name)) << name;
    EXPECT_EQ(name.size(), 25U);
    EXPECT_EQ(added(1), name);
    EXPECT_NE(added(2), name);
    auto const kept = must(rig.editing.pages.picture(name));
    EXPECT_EQ(kept->content, jpeg(1));
    EXPECT_EQ(kept->by, "Vera");
    EXPECT_THAT(rig.audit_rows(), ElementsAre("picture-add " + name, "picture-add " + name,
                                              testing::StartsWith("picture-add foto-")));
}

TEST_F(SitePictures, GetNewWordsWhenTheyComeAgain) {
    auto const name = added(1);
    EXPECT_EQ(done(add_picture(rig.editing, rig.piet(), jpeg(1), "Een houten bankje")), name);
    EXPECT_EQ(must(rig.editing.pages.picture(name))->alt, "Een houten bankje");
}

TEST_F(SitePictures, NeverTakeTheNameOfAnother) {
    auto const name = added(1);
    must(rig.editing.pages.put_picture({.name = name, .content = jpeg(2)}));
    EXPECT_EQ(add_picture(rig.editing, rig.vera(), jpeg(1), "Een bankje").error().code,
              ErrorCode::already_there);
}

TEST_F(SitePictures, NeedWordsForWhoDoesNotSeeThem) {
    EXPECT_EQ(add(jpeg(1), ""), Refusal::empty);
    EXPECT_EQ(add(jpeg(1), " \u200B"), Refusal::empty);
    EXPECT_EQ(add(jpeg(1), std::string(301, 'x')), Refusal::too_long);
    EXPECT_EQ(add(jpeg(1), "een\ntwee"), Refusal::faulty);
    EXPECT_EQ(add(jpeg(1), "\xFF"), Refusal::faulty);
    EXPECT_EQ(add(jpeg(1), "Bel 06 12345678"), Refusal::faulty);
    EXPECT_EQ(add(jpeg(1), std::string(300, 'x')), std::nullopt);
}

TEST_F(SitePictures, AreSmallJpegs) {
    EXPECT_EQ(add({}), Refusal::faulty);
    EXPECT_EQ(add(support::noise(1, 500)), Refusal::faulty);
    Bytes png;
    append(png, as_bytes(support::content_of(rig.assets / "pictures/street.png")));
    png.resize(5000);
    EXPECT_EQ(add(png), Refusal::faulty) << "a PNG under the name of a JPEG";
    Bytes flat = jpeg(1);
    flat[8] = std::byte{0}; // no height
    EXPECT_EQ(add(flat), Refusal::faulty);
    EXPECT_EQ(add(jpeg(1, wire::kMaxDocumentBytes)), Refusal::too_long);
    EXPECT_EQ(add(jpeg(1, wire::kMaxDocumentBytes - 13)), std::nullopt);
}

TEST_F(SitePictures, AreAddedWithTheirAuditRowOrNotAtAll) {
    rig.store.fail_at("append_audit");
    EXPECT_FALSE(add_picture(rig.editing, rig.vera(), jpeg(1), "Een bankje"));
    EXPECT_THAT(must(rig.editing.pages.pictures()), IsEmpty());
}

TEST_F(SitePictures, StayWhileAPageMayShowThem) {
    auto const name = added(1);
    std::string const body = "![Een bankje](" + name + ")";

    auto const draft = rig.save(kPilot, "Nog niet af: " + name);
    EXPECT_EQ(remove(name), Refusal::in_use);
    done(drop_draft(rig.editing, rig.vera(), kPilot, draft));

    auto const planned =
        rig.publish(kPilot, {.title = "T", .body = body, .from = rig.today() + days(9)});
    EXPECT_EQ(remove(name), Refusal::in_use);
    done(withdraw(rig.editing, rig.vera(), planned));

    (void)rig.publish(kPilot, {.title = "T", .body = body, .until = rig.today()});
    (void)rig.publish(kPilot, "Nieuwer.");
    EXPECT_EQ(remove(name), Refusal::in_use) << "it would show again after an undo";
    rig.advance(days(1));
    EXPECT_EQ(remove(name), std::nullopt);
}

TEST_F(SitePictures, AreTakenFromKiosksToo) {
    auto const name = added(1);
    auto const version = rig.publish(kPilot, "![Een bankje](" + name + ")");
    done(withdraw(rig.editing, rig.vera(), version));
    (void)rig.audit_rows();
    EXPECT_TRUE(rig.document("pictures/" + name)) << "kiosks keep it while it may come back";

    EXPECT_EQ(remove(name), std::nullopt);

    EXPECT_THAT(rig.document("pictures/" + name), Optional(std::string()));
    EXPECT_EQ(must(rig.editing.pages.picture(name)), std::nullopt);
    EXPECT_THAT(rig.audit_rows(), ElementsAre("picture-remove " + name));
    EXPECT_EQ(remove(name), Refusal::gone);
}

TEST_F(SitePictures, AreRemovedWholeOrNotAtAll) {
    auto const name = added(1);
    rig.store.fail_at("append_audit");
    EXPECT_FALSE(remove_picture(rig.editing, rig.vera(), name));
    EXPECT_TRUE(must(rig.editing.pages.picture(name)));
}

TEST_F(SitePictures, ComeBackToKiosksWhenTheyAreAddedAgain) {
    auto const name = added(1);
    done(withdraw(rig.editing, rig.vera(), rig.publish(kPilot, "![Een bankje](" + name + ")")));
    EXPECT_EQ(remove(name), std::nullopt);

    EXPECT_EQ(added(1), name);
    (void)rig.publish(kPilot, "![Een bankje](" + name + ")");

    EXPECT_NE(rig.document("pictures/" + name), "");
}

TEST_F(SitePictures, AreOfferedBeforeThoseThatWereShipped) {
    auto const first = added(1);
    rig.site.clock.advance(std::chrono::seconds(1));
    auto const second = added(2);

    auto const choices = must(picture_choices(rig.editing));

    ASSERT_EQ(choices.size(), 3U);
    EXPECT_EQ(choices[0].name, second);
    EXPECT_EQ(choices[0].alt, "Een bankje");
    EXPECT_EQ(choices[1].name, first);
    EXPECT_FALSE(choices[1].shipped);
    EXPECT_EQ(choices[2].name, "street.png");
    EXPECT_TRUE(choices[2].shipped);
}

TEST_F(SitePictures, AreReadByNameAndNothingElseIs) {
    auto const name = added(1);

    EXPECT_EQ(must(picture_content(rig.editing, name)), jpeg(1));
    EXPECT_GT(must(picture_content(rig.editing, "street.png")).size(), 100U);
    for (char const* other : {"gone.png", "../facts.toml", "/etc/passwd", "readme", ""}) {
        EXPECT_EQ(picture_content(rig.editing, other).error().code, ErrorCode::not_found) << other;
    }
}

} // namespace
} // namespace inloop::editing
