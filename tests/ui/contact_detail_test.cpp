// SPDX-License-Identifier: EUPL-1.2
// Typing a number or an address to answer to, as a visitor does it: through the whole kiosk.
#include "kiosk/entries/tuning.h"
#include "kiosk/terminal/ui/text_box.h"
#include "tests/support/kiosk_rig.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace inloop::ui {
namespace {

using support::KioskRig;

class ContactDetail : public testing::Test {
protected:
    explicit ContactDetail(support::KioskSpec const& spec = {}) : rig(spec) {
        rig.open_question();
        rig.type("Hallo");
        rig.tap("write.next");
        if (rig.on<flow::screen::Where>()) {
            rig.tap("where.skip");
        }
    }
    void ask_to(std::string_view choice) { rig.tap(choice); }
    void press(std::string_view keys) {
        for (char const key : keys) {
            rig.tap(std::string("key.") + key);
        }
    }
    [[nodiscard]] std::string_view typed() { return rig.journey().draft().contact.text.view(); }
    [[nodiscard]] bool shows(pages::Phrase phrase) {
        std::string const words = rig.assets->phrases_in("nl").plain(phrase);
        for (Lettering const& lettering : rig.terminal().registry().letterings()) {
            if (lettering.text.find(words) != std::string::npos) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool can_go_on() {
        return rig.terminal().registry().find("contact_detail.next")->enabled;
    }

    KioskRig rig;
};

TEST_F(ContactDetail, HoldsTheNumberThatWasTyped) {
    ask_to("contact.call");
    EXPECT_FALSE(can_go_on()) << "there is nothing to call yet";
    press("+31612345678");

    EXPECT_EQ(typed(), "+31612345678");
    EXPECT_TRUE(can_go_on());
    rig.tap("key.backspace");
    EXPECT_EQ(typed(), "+3161234567");
    EXPECT_EQ(rig.findings(), "");
}

TEST_F(ContactDetail, HoldsTheAddressThatWasTyped) {
    ask_to("contact.email");
    press("jan_5@post-bus");
    rig.tap("key..nl");

    EXPECT_EQ(typed(), "jan_5@post-bus.nl");
    EXPECT_EQ(rig.findings(), "");
}

TEST_F(ContactDetail, DoubtsOnlyWhatCouldBeAllOfIt) {
    ask_to("contact.call");
    press("0592");
    EXPECT_FALSE(shows(pages::Phrase::contact_detail_doubt_short)) << "still typing";
    press("12");
    EXPECT_TRUE(shows(pages::Phrase::contact_detail_doubt_short));
    press("3456");
    EXPECT_FALSE(shows(pages::Phrase::contact_detail_doubt_short));
}

TEST_F(ContactDetail, NeverStopsWhoKnowsBetter) {
    ask_to("contact.call");
    press("5");
    EXPECT_TRUE(can_go_on());
    press("55555");
    EXPECT_TRUE(shows(pages::Phrase::contact_detail_doubt_start) ||
                shows(pages::Phrase::contact_detail_doubt_short));
    rig.tap("contact_detail.next");

    EXPECT_TRUE(rig.on<flow::screen::Summary>());
}

TEST_F(ContactDetail, AsksKindlyForWhatAnAddressLacks) {
    ask_to("contact.email");
    press("anna");
    EXPECT_FALSE(shows(pages::Phrase::contact_detail_doubt_at)) << "still typing";
    press(".van.de.berg.1");
    EXPECT_TRUE(shows(pages::Phrase::contact_detail_doubt_at));
    press("@");
    EXPECT_FALSE(shows(pages::Phrase::contact_detail_doubt_domain)) << "still typing";
    press("organisatie");
    EXPECT_TRUE(shows(pages::Phrase::contact_detail_doubt_domain));
    rig.tap("key..nl");
    EXPECT_FALSE(shows(pages::Phrase::contact_detail_doubt_domain));
}

TEST_F(ContactDetail, TakesNoMoreThanItsBytes) {
    ask_to("contact.call");
    flow::TypingField& field = rig.journey().draft().contact;
    ASSERT_TRUE(field.text.insert(0, std::string(entries::kMaxContactBytes - 1, '1')));
    field.caret = field.text.size();
    rig.redraw();
    press("23");

    EXPECT_EQ(typed().size(), entries::kMaxContactBytes);
    EXPECT_EQ(typed().back(), '2');
    EXPECT_EQ(letters_left(field, kContactLimits), 0);
}

TEST_F(ContactDetail, TellsTheRegistryNothingOfWhatWasTyped) {
    ask_to("contact.email");
    press("zwaluw");
    rig.tap("contact_detail.next");
    ASSERT_TRUE(rig.on<flow::screen::Summary>());

    for (Widget const& widget : rig.terminal().registry().widgets()) {
        EXPECT_EQ(widget.label.find("zwaluw"), std::string::npos) << widget.id;
    }
    for (Lettering const& lettering : rig.terminal().registry().letterings()) {
        EXPECT_EQ(lettering.text.find("zwaluw"), std::string::npos);
    }
}

TEST(ContactDetailKeys, AreLargeOnEveryDisplay) {
    for (support::KioskSpec const& spec : support::made_for()) {
        for (std::string_view const choice : {"contact.call", "contact.email"}) {
            KioskRig rig(spec);
            rig.open_question();
            rig.type("Hallo");
            rig.tap("write.next");
            if (rig.on<flow::screen::Where>()) {
                rig.tap("where.skip");
            }
            rig.tap(choice);
            ASSERT_TRUE(rig.on<flow::screen::ContactDetail>());

            EXPECT_EQ(rig.findings(), "") << spec.size.width << " " << choice;
            Rect const key = rig.terminal().registry().find("key.5")->touch;
            float const least = choice == "contact.call" ? 15.0F : kSmallestTargetMm;
            EXPECT_GE(key.w, spec.pixels_per_mm * least) << spec.size.width << " " << choice;
            EXPECT_GE(key.h, spec.pixels_per_mm * kSmallestTargetMm);
        }
    }
}

} // namespace
} // namespace inloop::ui
