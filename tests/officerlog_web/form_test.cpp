// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/form.h"
#include "kiosk/officerlog/web/tuning.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace inloop::web {
namespace {

TEST(Form, ReadsFieldsAsABrowserSendsThem) {
    Form const form = support::must(Form::read(
        as_bytes("a=1+2&text=%C3%A9%26%3D%0D%0Atwee&leeg=&a=3&zonder&%61bc=d"), kFormBytes));

    EXPECT_EQ(form.text("a"), "1 2");
    EXPECT_EQ(form.text("text"), "é&=\ntwee");
    EXPECT_EQ(form.text("leeg"), "");
    EXPECT_TRUE(form.has("leeg"));
    EXPECT_TRUE(form.has("zonder"));
    EXPECT_EQ(form.text("abc"), "d");
    EXPECT_EQ(form.text("niet"), "");
    EXPECT_FALSE(form.has("niet"));
    ASSERT_EQ(form.all("a").size(), 2U);
    EXPECT_EQ(form.all("a")[1], "3");
}

TEST(Form, ReadsThePartsOfAFormWithAFile) {
    auto const part = [](std::string name, std::string_view value) {
        ByteView const bytes = as_bytes(value);
        return platform::HttpPart{.name = std::move(name),
                                  .content = Bytes(bytes.begin(), bytes.end())};
    };
    std::vector<platform::HttpPart> parts{part("alt", "Een bankje & een boom\r\n"),
                                          part("file", "%FF"), part("alt", "nog een")};
    parts[1].file_name = "foto.jpg";
    parts[1].content_type = "image/jpeg";

    Form const form = support::must(Form::read(parts));

    EXPECT_EQ(form.text("alt"), "Een bankje & een boom\n");
    EXPECT_EQ(form.all("alt").size(), 2U);
    EXPECT_FALSE(form.has("file")) << "a file is no text";
    for (std::string_view const bad : {std::string_view("\0", 1), std::string_view("\xff")}) {
        EXPECT_FALSE(Form::read({part("alt", bad)}));
    }
}

TEST(Form, TakesAnEmptyOne) {
    Form const form = support::must(Form::read(ByteView(), kFormBytes));
    EXPECT_FALSE(form.has(""));
}

TEST(Form, RefusesWhatNoBrowserSends) {
    for (char const* body :
         {"a=%", "a=%4", "a=%zz", "a=%00", "a=%ff", "a=%c3", "%c3=a", "a=%ed%a0%80"}) {
        EXPECT_FALSE(Form::read(as_bytes(body), kFormBytes)) << body;
    }
    EXPECT_FALSE(Form::read(Bytes(kFormBytes + 1, std::byte{'a'}), kFormBytes));
    std::string many;
    for (std::size_t i = 0; i <= kFormFields; ++i) {
        many += "a&";
    }
    EXPECT_FALSE(Form::read(as_bytes(many), kFormBytes));
}

} // namespace
} // namespace inloop::web
