// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/rehearsal/web_form.h"

#include <gtest/gtest.h>

namespace inloop::rehearsal {
namespace {

constexpr std::string_view kPage = R"(<main><form method="post" action="/logout">
<input type="hidden" name="csrf" value="a1"></form>
<a class="row wide" href="/entries/1?a=1&amp;b=2"><b class="row__x">x</b></a><a class="rows" href="/no">no</a>
<form class="stack" method="post" action="/entries/1/answer" data-draft>
<input type="hidden" name="csrf" value="b&quot;2"><input type="hidden" name="version" value="7">
<input type="text" name="typed" value="not sent untouched">
<label><input type="radio" name="status" value="in_hand"></label>
<label><input type="radio" name="status" value="closed" checked></label>
</form><input type="hidden" name="outside" value="x">
<p class="message__text" lang="nl">Jan &amp; Piet &lt;3 &#39;t &quot;plein&quot; één</p></main>)";

TEST(WebForm, SendsWhatABrowserWouldOfAFormNobodyTouched) {
    auto const form = untouched_form(kPage, "/entries/1/answer");
    ASSERT_TRUE(form);
    EXPECT_EQ(*form, (Fields{{"csrf", "b\"2"}, {"version", "7"}, {"status", "closed"}}));
    EXPECT_EQ(untouched_form(kPage, "/logout"), (Fields{{"csrf", "a1"}}));
    EXPECT_EQ(untouched_form(kPage, "/entries/2/answer"), std::nullopt);
}

TEST(WebForm, FillsInWhatIsThereAndWhatIsNot) {
    Fields fields{{"status", "closed"}};
    fill_in(fields, "status", "asked");
    fill_in(fields, "answer", "ja");
    EXPECT_EQ(fields, (Fields{{"status", "asked"}, {"answer", "ja"}}));
}

TEST(WebForm, EncodesEverySignThatIsNotPlain) {
    EXPECT_EQ(encoded({{"a", "b c&d=é+%"}, {"e", ""}}), "a=b%20c%26d%3D%C3%A9%2B%25&e=");
}

TEST(WebForm, ReadsTextAndLinksByTheirClass) {
    EXPECT_EQ(text_of_class(kPage, "message__text"), "Jan & Piet <3 't \"plein\" één");
    EXPECT_EQ(text_of_class(kPage, "message"), std::nullopt);
    EXPECT_EQ(links_of_class(kPage, "row"), (std::vector<std::string>{"/entries/1?a=1&b=2"}));
}

TEST(WebForm, BearsAPageThatStopsInTheMiddle) {
    for (std::size_t size = 0; size < kPage.size(); ++size) {
        std::string_view const part = kPage.substr(0, size);
        (void)untouched_form(part, "/entries/1/answer");
        (void)text_of_class(part, "message__text");
        (void)links_of_class(part, "row");
    }
}

} // namespace
} // namespace inloop::rehearsal
