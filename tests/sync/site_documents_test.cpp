// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/site_documents.h"

#include <gtest/gtest.h>

#include <limits>

namespace inloop::sync {
namespace {

TEST(SiteDocuments, AreFourFilesPagesAndPicturesAndNoOther) {
    for (char const* name :
         {"roster.toml", "news.toml", "presence.toml", "facts.toml", "pages/nl/pilot.md",
          "pages/en/your-message.md", "pictures/street-2.jpg", "pictures/a.png"}) {
        EXPECT_TRUE(is_site_document({name, {}})) << name;
    }
    for (char const* name : {"",
                             "policy.pkp",
                             "device.key",
                             "log-link.toml",
                             "a/roster.toml",
                             "../roster.toml",
                             "./roster.toml",
                             "roster.toml.part",
                             "pages/facts.toml",
                             "place.toml",
                             "pages/pilot.md",
                             "pages/nl/.md",
                             "pages/nl/../../device.md",
                             "pages/../device.md",
                             "pages//pilot.md",
                             "pages/nl/a/b.md",
                             "pages/nl/Pilot.md",
                             "pages/nl/pilot.md.part",
                             "pages/nl/pilot.html",
                             "pictures/.png",
                             "pictures/../a.png",
                             "pictures/a/b.png",
                             "pictures/a.svg",
                             "/pages/nl/pilot.md"}) {
        EXPECT_FALSE(is_site_document({name, {}})) << name;
    }
    EXPECT_TRUE(is_site_document({"news.toml", Bytes(wire::kMaxDocumentBytes)}));
    EXPECT_FALSE(is_site_document({"news.toml", Bytes(wire::kMaxDocumentBytes + 1)}));
}

TEST(SiteDocuments, WritePresenceAsToml) {
    std::string const text = presence_text({true, 1'795'010'000});
    EXPECT_NE(text.find("\npresent = true\nuntil = 2026-11-18T13:53:20Z\n"), std::string::npos);
    EXPECT_NE(presence_text({false, 0}).find("present = false\nuntil = 1970-01-01T00:00:00Z"),
              std::string::npos);
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    EXPECT_NE(presence_text({true, kMost}).find("until = 9999-12-31T23:59:59Z"), std::string::npos);
    EXPECT_NE(presence_text({true, -kMost}).find("until = 1970-01-01T00:00:00Z"),
              std::string::npos);
}

} // namespace
} // namespace inloop::sync
