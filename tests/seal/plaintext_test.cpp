// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/tuning.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/plaintext.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace inloop::seal {
namespace {

using support::must;
using support::question;
using support::secret_text;

// Text of exactly `bytes` bytes that a visitor could write: 4,000 code points at most.
std::string text_of(std::size_t bytes) {
    constexpr std::string_view kEthiopic = "\xE1\x88\xB0"; // 3 bytes
    std::string text;
    while (text.size() + 3 <= bytes) {
        text.append(kEthiopic);
    }
    return text.append(bytes - text.size(), 'a');
}

struct TestRecord {
    unsigned tag = 0;
    std::string value;
};

std::vector<TestRecord> good_records() {
    using namespace std::string_literals;
    return {{1, "\x01"},          {2, "nl"},   {3, "buurt"}, {4, "\x01"},
            {5, "\x26\x51\0\0"s}, {6, "\x03"}, {7, "\x02"},  {8, "Hallo"}};
}

// The padding of the format, by hand: 0x80 and zeros to a multiple of 1,024.
Bytes padded(Bytes bytes) {
    bytes.push_back(std::byte{0x80});
    bytes.resize((bytes.size() + kPaddingBytes - 1) / kPaddingBytes * kPaddingBytes);
    return bytes;
}

Bytes bytes_of(std::vector<TestRecord> const& records) {
    Bytes out{std::byte{1}};
    for (TestRecord const& record : records) {
        append_le(out, static_cast<std::uint8_t>(record.tag));
        append_le(out, static_cast<std::uint16_t>(record.value.size()));
        append(out, as_bytes(record.value));
    }
    return out;
}

std::string fault_of(std::vector<TestRecord> const& records) {
    auto const letter = read_plaintext(padded(bytes_of(records)));
    return letter ? "accepted" : letter.error().message;
}

std::string fault_with(unsigned tag, std::string value) {
    auto records = good_records();
    records[tag - 1].value = std::move(value);
    return fault_of(records);
}

TEST(Plaintext, IsWrittenAsTheFormatSays) {
    entries::EntryFacts facts = question();
    facts.day = 0x5126;
    SecretBytes const written = must(write_plaintext(facts, secret_text("Hallo")));
    Bytes const expected = padded(bytes_of(good_records()));
    EXPECT_EQ(Bytes(written.view().begin(), written.view().end()), expected);
}

TEST(Plaintext, KeepsAllFactsAndTheText) {
    for (std::int32_t day : {0, 1, -1, INT32_MIN, INT32_MAX}) {
        entries::EntryFacts const facts{.kind = entries::EntryKind::idea,
                                        .language = "zh-Hant",
                                        .subject = "",
                                        .wants_answer = false,
                                        .day = day,
                                        .part = entries::DayPart::night,
                                        .trust = ClockTrust::estimated};
        auto const read =
            must(read_plaintext(must(write_plaintext(facts, secret_text("Ik zag iets"))).view()));
        EXPECT_EQ(read.facts, facts);
        EXPECT_EQ(read.text.view(), "Ik zag iets");
    }
}

TEST(Plaintext, TakesTextOfEveryLengthAndPadsIt) {
    std::size_t const around = 25 + 2 + 5 + 8; // version, heads, language, subject, numbers
    for (std::size_t size = 0; size <= entries::kMaxTextBytes; ++size) {
        SecretText const text = secret_text(text_of(size));
        SecretBytes const written = must(write_plaintext(question(), text));
        ASSERT_EQ(written.view().size(), ((size + around) / 1024 + 1) * 1024) << size;
        auto const read = must(read_plaintext(written.view()));
        ASSERT_EQ(read.text.view(), text.view()) << size;
    }
}

TEST(Plaintext, HidesTheLengthWithinABlock) {
    std::size_t const shortest = must(write_plaintext(question(), secret_text(""))).view().size();
    std::size_t const longer =
        must(write_plaintext(question(), secret_text(std::string(900, 'a')))).view().size();
    EXPECT_EQ(shortest, longer);
}

TEST(Plaintext, NeverExceedsNineBlocks) {
    entries::EntryFacts facts = question();
    facts.language = std::string(entries::kMaxLanguageBytes, 'a');
    facts.subject = std::string(entries::kMaxSubjectBytes, 'a');
    SecretText const text = secret_text(text_of(entries::kMaxTextBytes));
    EXPECT_EQ(must(write_plaintext(facts, text)).view().size(), kMaxPaddedBytes);
}

TEST(Plaintext, TakesEveryScript) {
    for (std::string_view text :
         {"Er wordt gedeald bij de fietsenstalling", "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7",
          "\xE1\x88\xB0\xE1\x88\x8B\xE1\x88\x9D",
          "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD1\x96\xD1\x82",
          "\xF0\x9F\x91\xAE\xF0\x9F\x8F\xBD\xE2\x80\x8D\xE2\x99\x80\xEF\xB8\x8F",
          "e\xCC\x81\n\ttabs and lines", "\xEF\xBF\xBD"}) {
        SecretBytes const written = must(write_plaintext(question(), secret_text(text)));
        EXPECT_EQ(must(read_plaintext(written.view())).text.view(), text);
    }
}

TEST(Plaintext, RefusesWhatNoVisitorCanWrite) {
    auto const refused = [](SecretText const& text) {
        auto const written = write_plaintext(question(), text);
        return !written && written.error().code == ErrorCode::invalid_input;
    };
    EXPECT_TRUE(refused(secret_text(text_of(entries::kMaxTextBytes + 1))));
    EXPECT_TRUE(refused(secret_text(std::string(entries::kMaxTextCodePoints + 1, 'a'))));
    EXPECT_FALSE(refused(secret_text(std::string(entries::kMaxTextCodePoints, 'a'))));
    entries::EntryFacts facts = question();
    facts.language.clear();
    EXPECT_FALSE(write_plaintext(facts, secret_text("Hallo")));
}

TEST(Plaintext, RefusesPaddingThatIsNotInOrder) {
    Bytes const good = padded(bytes_of(good_records()));
    ASSERT_TRUE(read_plaintext(good)); // negative control
    Bytes none(1024);
    Bytes cut(good.begin(), good.end() - 1);
    Bytes early = padded(bytes_of(good_records()));
    early.back() = std::byte{1};
    Bytes ten(std::size_t{10} * 1024);
    ten[ten.size() - 1] = std::byte{0x80};
    for (Bytes const& bytes : {none, cut, early, ten, Bytes{}}) {
        auto const read = read_plaintext(bytes);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().message,
                  "the inside of the letter is damaged: its padding is not in order");
    }
}

TEST(Plaintext, RefusesVersionsItDoesNotKnow) {
    Bytes newer = bytes_of(good_records());
    newer[0] = std::byte{2};
    for (Bytes const& bytes : {padded(newer), padded({})}) {
        auto const read = read_plaintext(bytes);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().code, ErrorCode::unsupported);
    }
}

TEST(Plaintext, NeedsEveryRecordOnceAndInOrder) {
    ASSERT_EQ(fault_of(good_records()), "accepted");
    for (std::size_t i = 0; i < 8; ++i) {
        auto missing = good_records();
        missing.erase(missing.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_EQ(fault_of(missing), "the inside of the letter is damaged: a record is missing");
        auto twice = good_records();
        twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(i), twice[i]);
        EXPECT_EQ(fault_of(twice),
                  "the inside of the letter is damaged: its records are not in order");
    }
    auto swapped = good_records();
    std::swap(swapped[3], swapped[4]);
    EXPECT_EQ(fault_of(swapped),
              "the inside of the letter is damaged: its records are not in order");
}

TEST(Plaintext, SkipsOnlyUnknownRecordsThatMayBeSkipped) {
    auto optional = good_records();
    optional.push_back({128, "later"});
    optional.push_back({255, ""});
    EXPECT_EQ(fault_of(optional), "accepted");
    auto needed = good_records();
    needed.push_back({9, "later"});
    EXPECT_EQ(fault_of(needed), "the letter has a record this build does not know, 9: update it");
    needed.back().tag = 127;
    EXPECT_EQ(fault_of(needed), "the letter has a record this build does not know, 127: update it");
    auto zero = good_records();
    zero.insert(zero.begin(), TestRecord{0, ""});
    EXPECT_NE(fault_of(zero), "accepted");
}

TEST(Plaintext, RefusesRecordsThatDoNotAddUp) {
    Bytes const whole = bytes_of(good_records());
    for (std::size_t size = 1; size < whole.size(); ++size) {
        Bytes const cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        ASSERT_FALSE(read_plaintext(padded(cut))) << size;
    }
    for (unsigned tag : {1U, 4U, 5U, 6U, 7U}) {
        EXPECT_EQ(fault_with(tag, ""), "the inside of the letter is damaged: record " +
                                           std::to_string(tag) + " has another size than it must");
        EXPECT_EQ(fault_with(tag, "12345"), fault_with(tag, ""));
    }
}

TEST(Plaintext, RefusesValuesWithoutMeaning) {
    for (auto const& [tag, value] : std::vector<TestRecord>{{1, "\x04"},
                                                            {2, ""},
                                                            {3, "Buurt"},
                                                            {4, "\x02"},
                                                            {6, "\x05"},
                                                            {7, "\x03"},
                                                            {8, "\xFF"},
                                                            {8, "\xED\xA0\x80"},
                                                            {8, std::string(4001, 'a')},
                                                            {8, text_of(8193)}}) {
        EXPECT_TRUE(fault_with(tag, value).starts_with("the inside of the letter is damaged: "))
            << tag;
    }
    EXPECT_EQ(fault_with(8, "\xFF"), "the inside of the letter is damaged: its text is not UTF-8");
    EXPECT_EQ(fault_with(8, text_of(8193)),
              "the inside of the letter is damaged: its text is longer than a visitor can write");
}

} // namespace
} // namespace inloop::seal
