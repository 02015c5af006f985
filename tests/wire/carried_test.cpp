// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/wire/carried.h"
#include "kiosk/wire/document_names.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/wire/samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace inloop::wire {
namespace {

using support::must;
using support::signing_key;
using ::testing::HasSubstr;

Bytes bytes(std::string_view text) {
    ByteView const view = as_bytes(text);
    return {view.begin(), view.end()};
}

Carried sample() {
    Carried carried{.change = 41, .made_at = 1'795'000'000};
    carried.deployment.bytes.fill(std::byte{7});
    carried.documents = {{"pages/nl/pilot.md", bytes("+++\nid = \"pilot\"\n")},
                         {"pages/en/when.md", {}},
                         {"pictures/foto-12.jpg", bytes("\xff\xd8")},
                         {"facts.toml", bytes("[fact.a]\n")}};
    return carried;
}

// A folder in memory that somebody may change.
class Stick {
public:
    explicit Stick(Carried const& carried, std::uint8_t signer = 1) {
        for (Document const& file : carried_files(carried, signing_key(signer))) {
            m_files[file.name] = file.content;
        }
    }
    [[nodiscard]] Result<Carried> read() const {
        return read_carried(
            [this](std::string const& name, std::uint64_t limit) -> Result<Bytes> {
                auto const found = m_files.find(name);
                if (found == m_files.end()) {
                    return fail(ErrorCode::not_found, name + " is not there");
                }
                return found->second.size() > limit ? fail(ErrorCode::invalid_input, "too large")
                                                    : Result<Bytes>(found->second);
            },
            ack_key());
    }
    Bytes& operator[](std::string const& name) { return m_files.at(name); }
    void lose(std::string const& name) { m_files.erase(name); }
    void add(std::string const& name, Bytes content) { m_files[name] = std::move(content); }
    // Signs a list of ours, as a log with a mistake would.
    void sign(std::string const& list, std::uint8_t signer = 1) {
        m_files[kCarriedList] = bytes(list);
        m_files[kCarriedSignature] = bytes(hex_of(signing_key(signer).sign(as_bytes(list))));
    }
    [[nodiscard]] std::string list() const {
        Bytes const& content = m_files.at(kCarriedList);
        return {reinterpret_cast<char const*>(content.data()), content.size()};
    }

private:
    static std::string hex_of(ByteView view) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        std::string text;
        for (std::byte const byte : view) {
            text += kDigits[std::to_integer<unsigned>(byte) >> 4U];
            text += kDigits[std::to_integer<unsigned>(byte) & 15U];
        }
        return text;
    }

    std::map<std::string, Bytes, std::less<>> m_files;
};

TEST(Carried, ReadsWhatWasWritten) {
    EXPECT_EQ(must(Stick(sample()).read()), sample());
}

TEST(Carried, ReadsAFolderWithoutPages) {
    Carried const none{.change = 1};
    EXPECT_EQ(must(Stick(none).read()), none);
}

TEST(Carried, WhatIsNotInTheListIsNotLookedAt) {
    Stick stick(sample());
    stick.add("pages/nl/evil.md", bytes("not signed"));
    EXPECT_EQ(must(stick.read()), sample());
}

TEST(Carried, AChangedPageIsRefusedByName) {
    Stick stick(sample());
    stick["pages/nl/pilot.md"] = bytes("+++\nid = \"pilot\"!");
    auto const read = stick.read();
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::crypto);
    EXPECT_THAT(read.error().message, HasSubstr("pages/nl/pilot.md"));
}

TEST(Carried, APageThatIsMissingIsRefusedByName) {
    Stick stick(sample());
    stick.lose("facts.toml");
    auto const read = stick.read();
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::not_found);
    EXPECT_THAT(read.error().message, HasSubstr("facts.toml"));
}

TEST(Carried, AFolderWithoutAListIsNone) {
    for (char const* name : {kCarriedList, kCarriedSignature}) {
        Stick stick(sample());
        stick.lose(name);
        EXPECT_EQ(stick.read().error().code, ErrorCode::not_found) << name;
    }
}

TEST(Carried, AListOfAnotherLogIsRefused) {
    EXPECT_EQ(Stick(sample(), 2).read().error().code, ErrorCode::crypto);
    EXPECT_TRUE(Stick(sample(), 1).read());
}

TEST(Carried, EveryChangedByteOfListAndSignatureIsNoticed) {
    Stick const whole(sample());
    std::string const list = whole.list();
    for (std::size_t at = 0; at < list.size(); ++at) {
        Stick stick(sample());
        stick[kCarriedList][at] ^= std::byte{1};
        EXPECT_EQ(stick.read().error().code, ErrorCode::crypto) << at;
    }
    for (std::size_t at = 0; at < 128; ++at) {
        Stick stick(sample());
        stick[kCarriedSignature][at] ^= std::byte{1};
        EXPECT_EQ(stick.read().error().code, ErrorCode::crypto) << at;
    }
}

// Signed by the right key, so only the list itself is looked at here.
TEST(Carried, AListThatIsNoListIsRefused) {
    std::string const good = Stick(sample()).list();
    std::string const head = good.substr(0, good.find("made"));
    std::string const file = good.substr(good.find('\n', good.find("made")) + 1);
    std::string const first = file.substr(0, file.find('\n') + 1);
    auto const with_name = [&](std::string const& name) {
        return head + "made 1\n" + first.substr(0, first.rfind(' ') + 1) + name + "\n";
    };
    for (std::string const& list :
         {std::string(), std::string("PKL1"), std::string("PKL2\n"), head, head + "made x\n",
          head + "made 1", good.substr(0, good.size() - 1), good + first, good + "\n",
          good + "zz 1 facts.toml\n", with_name("../facts.toml"), with_name("/etc/passwd"),
          with_name("pages/nl/../../x.md"), with_name("log.db"), with_name("pages/nl/pilot.md "),
          with_name("")}) {
        Stick stick(sample());
        stick.sign(list);
        auto const read = stick.read();
        ASSERT_FALSE(read) << list;
        EXPECT_EQ(read.error().code, ErrorCode::corrupt) << list;
    }
    Stick stick(sample());
    stick.sign(good); // the control: what the helper signs is believed
    EXPECT_TRUE(stick.read());
}

TEST(DocumentNames, AreFilesOfASiteAndNothingElse) {
    for (char const* name :
         {"roster.toml", "news.toml", "facts.toml", "pages/nl/pilot.md",
          "pages/pt-br/who-solves-what.md", "pictures/street.png", "pictures/foto-0a1b.jpg"}) {
        EXPECT_TRUE(is_document_name(name)) << name;
    }
    for (char const* name : {"",
                             "presence.toml",
                             "policy.pkp",
                             "pages",
                             "pages/",
                             "pages/nl",
                             "pages/nl/.md",
                             "pages/nl/pilot.txt",
                             "pages//pilot.md",
                             "pages/nl/x/pilot.md",
                             "pages/../x.md",
                             "pages/nl/..md",
                             "pictures/.jpg",
                             "pictures/a.gif",
                             "pictures/a.jpg/",
                             "Pages/nl/a.md",
                             "/facts.toml",
                             "facts.toml\n",
                             "pictures/A.jpg",
                             "pages/nl/pi lot.md"}) {
        EXPECT_FALSE(is_document_name(name)) << name;
    }
}

} // namespace
} // namespace inloop::wire
