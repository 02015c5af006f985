// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/tuning.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/plaintext.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::seal {
namespace {

using entries::EntryFacts;
using entries::Letter;
using support::full_facts;
using support::letter_of;
using support::must;
using support::question;

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

using Records = std::vector<TestRecord>;

// The records that are always there.
Records good_records() {
    using namespace std::string_literals;
    return {{1, "\x01"},          {2, "nl"},   {3, "buurt"}, {4, "\x01"},
            {5, "\x26\x51\0\0"s}, {6, "\x03"}, {7, "\x02"},  {8, "Hallo"}};
}

// All there are. Places: 52,992,712 millionths of a degree north (0x03289AC8), 6,564,238 east
// (0x0064298E).
Records full_records() {
    using namespace std::string_literals;
    Records records = good_records();
    records.insert(records.end(), {{9, "\x01"},
                                   {10, "rolderstraat"},
                                   {11, "\xC8\x9A\x28\x03\x8E\x29\x64\x00"s},
                                   {12, "when=evening;how-many=4-6;before=unknown"},
                                   {13, "\x02"},
                                   {14, "\x01"},
                                   {15, "06-12345678"}});
    return records;
}

// The padding of the format, by hand: 0x80 and zeros to a multiple of 1,024.
Bytes padded(Bytes bytes) {
    bytes.push_back(std::byte{0x80});
    bytes.resize((bytes.size() + kPaddingBytes - 1) / kPaddingBytes * kPaddingBytes);
    return bytes;
}

Bytes bytes_of(Records const& records) {
    Bytes out{std::byte{1}};
    for (TestRecord const& record : records) {
        append_le(out, static_cast<std::uint8_t>(record.tag));
        append_le(out, static_cast<std::uint16_t>(record.value.size()));
        append(out, as_bytes(record.value));
    }
    return out;
}

constexpr std::string_view kDamaged = "the inside of the letter is damaged: ";

// What is wrong with the records, without the words that begin it when they are damaged.
std::string fault_of(Records const& records) {
    auto const letter = read_plaintext(padded(bytes_of(records)));
    if (letter) {
        return "accepted";
    }
    std::string const& message = letter.error().message;
    bool const damaged = message.starts_with(kDamaged);
    EXPECT_EQ(letter.error().code, damaged ? ErrorCode::corrupt : ErrorCode::unsupported);
    return damaged ? message.substr(kDamaged.size()) : message;
}

std::string fault_with(unsigned tag, std::string value) {
    Records records = full_records();
    records[tag - 1].value = std::move(value);
    return fault_of(records);
}

Bytes written(Letter const& letter) {
    SecretBytes const bytes = must(write_plaintext(letter));
    return {bytes.view().begin(), bytes.view().end()};
}

TEST(Plaintext, IsWrittenAsTheFormatSays) {
    EntryFacts few = question();
    few.day = 0x5126;
    EXPECT_EQ(written(letter_of("Hallo", few)), padded(bytes_of(good_records())));
    EntryFacts all = full_facts();
    all.day = 0x5126;
    EXPECT_EQ(written(letter_of("Hallo", all, "06-12345678")), padded(bytes_of(full_records())));
}

TEST(Plaintext, KeepsAllFactsAndTheText) {
    for (std::int32_t day : {0, 1, -1, INT32_MIN, INT32_MAX}) {
        EntryFacts const facts{.kind = entries::EntryKind::idea,
                               .language = "zh-Hant",
                               .subject = "",
                               .wants_answer = false,
                               .day = day,
                               .part = entries::DayPart::night,
                               .trust = ClockTrust::estimated};
        Letter const read = must(read_plaintext(written(letter_of("Ik zag iets", facts))));
        EXPECT_EQ(read.facts, facts);
        EXPECT_EQ(read.text.view(), "Ik zag iets");
        EXPECT_TRUE(read.contact.empty());
    }
}

// Each fact that may be left out, alone and beside all others.
TEST(Plaintext, KeepsEachFactThatMayBeLeftOut) {
    using Change = void (*)(EntryFacts&);
    constexpr Change kChanges[] = {
        [](EntryFacts& facts) { facts.happening = entries::Happening::yes; },
        [](EntryFacts& facts) { facts.spot.street = "a"; },
        [](EntryFacts& facts) { facts.spot.street = std::string(64, 'z'); },
        [](EntryFacts& facts) {
            facts.spot.point = entries::MapPoint{0, 0};
        },
        [](EntryFacts& facts) {
            facts.spot.point = entries::MapPoint{-90'000'000, -180'000'000};
        },
        [](EntryFacts& facts) {
            facts.spot.point = entries::MapPoint{90'000'000, 180'000'000};
        },
        [](EntryFacts& facts) {
            facts.answers = {{"a", "b"}};
        },
        [](EntryFacts& facts) {
            facts.answers = {{"a", "b"}, {"a", "b"}, {"c.d", "e_f-9"}};
        },
        [](EntryFacts& facts) { facts.passing = entries::Passing::no; },
        [](EntryFacts& facts) { facts.contact = entries::ContactWish::email; },
        [](EntryFacts& facts) { facts.contact = entries::ContactWish::come_by; },
    };
    for (Change const change : kChanges) {
        for (EntryFacts facts : {question(), full_facts()}) {
            change(facts);
            EXPECT_EQ(must(read_plaintext(written(letter_of("Hallo", facts)))).facts, facts);
        }
    }
}

TEST(Plaintext, KeepsTheContactOfWhoWantsACallOrAnEmail) {
    EntryFacts facts = question();
    facts.contact = entries::ContactWish::email;
    std::string const longest = std::string(entries::kMaxContactBytes - 5, 'a') + "@b.nl";
    for (std::string const& contact :
         {std::string("anna@voorbeeld.nl"), longest, std::string("jos\xC3\xA9"), std::string()}) {
        Letter const read = must(read_plaintext(written(letter_of("Hallo", facts, contact))));
        EXPECT_EQ(read.contact.view(), contact);
        EXPECT_EQ(read.facts, facts);
    }
}

TEST(Plaintext, TakesTextOfEveryLengthAndPadsIt) {
    std::size_t const around = 25 + 2 + 5 + 8; // version, heads, language, subject, numbers
    for (std::size_t size = 0; size <= entries::kMaxTextBytes; ++size) {
        std::string const text = text_of(size);
        Bytes const bytes = written(letter_of(text));
        ASSERT_EQ(bytes.size(), ((size + around) / 1024 + 1) * 1024) << size;
        ASSERT_EQ(must(read_plaintext(bytes)).text.view(), text) << size;
    }
}

TEST(Plaintext, HidesTheLengthWithinABlock) {
    std::size_t const shortest = written(letter_of("")).size();
    EXPECT_EQ(written(letter_of(std::string(900, 'a'))).size(), shortest);
    EXPECT_EQ(written(letter_of("Hallo", full_facts(), "06-12345678")).size(), shortest);
}

TEST(Plaintext, NeverExceedsNineBlocks) {
    std::string const id(entries::kMaxIdBytes, 'a');
    EntryFacts facts = full_facts();
    facts.language = std::string(entries::kMaxLanguageBytes, 'a');
    facts.subject = std::string(entries::kMaxSubjectBytes, 'a');
    facts.spot.street = id;
    facts.answers.assign(entries::kMaxAnswers, {id, id});
    std::string const text = text_of(entries::kMaxTextBytes);
    std::string const contact(entries::kMaxContactBytes, 'a');

    Bytes const bytes = written(letter_of(text, facts, contact));

    EXPECT_EQ(bytes.size(), kMaxPaddedBytes);
    Letter const read = must(read_plaintext(bytes));
    EXPECT_EQ(read.facts, facts);
    EXPECT_EQ(read.text.view(), text);
    EXPECT_EQ(read.contact.view(), contact);
}

// What the arithmetic of entries/tuning.h counts with: blocks of 4 KiB, three for the longest.
TEST(Plaintext, SealedTakesTwelveKibibytesOfDiskAtMost) {
    EXPECT_LE(kMaxEnvelopeBytes, std::size_t{12} * 1024);
}

TEST(Plaintext, TakesEveryScript) {
    for (std::string_view text :
         {"Er wordt gedeald bij de fietsenstalling", "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7",
          "\xE1\x88\xB0\xE1\x88\x8B\xE1\x88\x9D",
          "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD1\x96\xD1\x82",
          "\xF0\x9F\x91\xAE\xF0\x9F\x8F\xBD\xE2\x80\x8D\xE2\x99\x80\xEF\xB8\x8F",
          "e\xCC\x81\n\ttabs and lines", "\xEF\xBF\xBD"}) {
        EXPECT_EQ(must(read_plaintext(written(letter_of(text)))).text.view(), text);
    }
}

TEST(Plaintext, RefusesWhatNoVisitorCanWrite) {
    auto const refused = [](Letter const& letter) {
        auto const bytes = write_plaintext(letter);
        return !bytes && bytes.error().code == ErrorCode::invalid_input;
    };
    EXPECT_TRUE(refused(letter_of(text_of(entries::kMaxTextBytes + 1))));
    EXPECT_TRUE(refused(letter_of(std::string(entries::kMaxTextCodePoints + 1, 'a'))));
    EXPECT_FALSE(refused(letter_of(std::string(entries::kMaxTextCodePoints, 'a'))));
    EntryFacts facts = question();
    facts.language.clear();
    EXPECT_TRUE(refused(letter_of("Hallo", facts)));
}

TEST(Plaintext, RefusesAContactNobodyAskedFor) {
    auto const fault = [](entries::ContactWish wish, std::string const& contact) {
        EntryFacts facts = question();
        facts.contact = wish;
        auto const bytes = write_plaintext(letter_of("Hallo", facts, contact));
        return bytes ? "accepted" : bytes.error().message;
    };
    using entries::ContactWish;
    constexpr std::string_view kUnasked =
        "there is a contact although the visitor wants no call and no e-mail";
    EXPECT_EQ(fault(ContactWish::call, "06-12345678"), "accepted"); // control
    EXPECT_EQ(fault(ContactWish::by_code, "06-12345678"), kUnasked);
    EXPECT_EQ(fault(ContactWish::come_by, "06-12345678"), kUnasked);
    EXPECT_EQ(fault(ContactWish::by_code, ""), "accepted");
    EXPECT_EQ(fault(ContactWish::email, std::string(entries::kMaxContactBytes + 1, 'a')),
              "the contact is longer than a phone number or an address");
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

TEST(Plaintext, NeedsTheFirstEightRecordsAndTakesTheOthersOrLeavesThem) {
    ASSERT_EQ(fault_of(full_records()), "accepted");
    ASSERT_EQ(fault_of(good_records()), "accepted");
    for (std::size_t i = 0; i < full_records().size(); ++i) {
        Records without = full_records();
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
        bool const wish = i + 1 == 14; // a contact is left that nobody asked for
        EXPECT_EQ(fault_of(without),
                  i < 8  ? "a record is missing"
                  : wish ? "there is a contact although the visitor wants no call and no e-mail"
                         : "accepted")
            << i + 1;
    }
}

TEST(Plaintext, TakesEachRecordOnceAndInOrder) {
    for (std::size_t i = 0; i < full_records().size(); ++i) {
        Records twice = full_records();
        twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(i), twice[i]);
        EXPECT_EQ(fault_of(twice), "its records are not in order");
        Records swapped = full_records();
        std::swap(swapped[i], swapped[(i + 1) % swapped.size()]);
        EXPECT_EQ(fault_of(swapped), "its records are not in order");
    }
}

TEST(Plaintext, SkipsOnlyUnknownRecordsThatMayBeSkipped) {
    for (Records const& known : {good_records(), full_records()}) {
        Records optional = known;
        optional.push_back({128, "later"});
        optional.push_back({255, ""});
        EXPECT_EQ(fault_of(optional), "accepted");
        Records needed = known;
        needed.push_back({18, "later"});
        EXPECT_EQ(fault_of(needed),
                  "the letter has a record this build does not know, 18: update it");
        needed.back().tag = 127;
        EXPECT_EQ(fault_of(needed),
                  "the letter has a record this build does not know, 127: update it");
        Records zero = known;
        zero.insert(zero.begin(), TestRecord{0, ""});
        EXPECT_EQ(fault_of(zero), "its records are not in order");
    }
}

TEST(Plaintext, RefusesRecordsThatDoNotAddUp) {
    Bytes const whole = bytes_of(full_records());
    std::size_t const needed = bytes_of(good_records()).size();
    std::vector<std::size_t> whole_records; // cuts between two records that may be left out
    for (std::size_t count = 8; count < full_records().size(); ++count) {
        Records some = full_records();
        some.resize(count);
        whole_records.push_back(bytes_of(some).size());
    }
    for (std::size_t size = 1; size < whole.size(); ++size) {
        Bytes const cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        bool const between = std::ranges::find(whole_records, size) != whole_records.end();
        ASSERT_EQ(read_plaintext(padded(cut)).has_value(), size >= needed && between) << size;
    }
}

TEST(Plaintext, RefusesRecordsOfAnotherSizeThanTheyMust) {
    for (unsigned tag : {1U, 4U, 5U, 6U, 7U, 9U, 11U, 13U, 14U}) {
        std::string const expected =
            "record " + std::to_string(tag) + " has another size than it must";
        for (std::size_t size : {0U, 2U, 3U, 5U, 7U, 9U, 300U}) {
            EXPECT_EQ(fault_with(tag, std::string(size, '\1')), expected) << size;
        }
    }
}

TEST(Plaintext, RefusesRecordsThatSayNothing) {
    for (unsigned tag : {9U, 13U, 14U}) {
        EXPECT_EQ(fault_with(tag, std::string(1, '\0')),
                  "record " + std::to_string(tag) + " says nothing");
    }
    for (unsigned tag : {10U, 12U, 15U}) {
        EXPECT_EQ(fault_with(tag, ""), "record " + std::to_string(tag) + " says nothing");
    }
}

TEST(Plaintext, RefusesValuesWithoutMeaning) {
    using namespace std::string_literals;
    for (auto const& [tag, value] : Records{{1, "\x04"},
                                            {2, ""},
                                            {3, "Buurt"},
                                            {4, "\x02"},
                                            {6, "\x05"},
                                            {7, "\x03"},
                                            {8, "\xFF"},
                                            {8, "\xED\xA0\x80"},
                                            {8, std::string(4001, 'a')},
                                            {8, text_of(8193)},
                                            {9, "\x03"},
                                            {10, "Rolderstraat"},
                                            {10, std::string(65, 'a')},
                                            {11, "\x81\x4A\x5D\x05\0\0\0\0"s}, // 90.000001 north
                                            {11, "\0\0\0\0\x01\x95\xBA\x0A"s}, // 180.000001 east
                                            {13, "\x03"},
                                            {14, "\x04"},
                                            {14, "\x03"}, // comes by, yet leaves a number
                                            {15, "\xFF"},
                                            {15, std::string(255, '1')}}) {
        std::string const fault = fault_with(tag, value);
        EXPECT_NE(fault, "accepted") << tag;
        EXPECT_EQ(fault.find("update"), std::string::npos) << tag;
    }
    EXPECT_EQ(fault_with(8, "\xFF"), "its text is not UTF-8");
    EXPECT_EQ(fault_with(8, text_of(8193)), "the text is longer than a visitor can write");
    EXPECT_EQ(fault_with(15, "\xFF"), "its contact is not UTF-8");
}

TEST(Plaintext, RefusesAnswersThatAreNotWhole) {
    EXPECT_EQ(fault_with(12, "a=b"), "accepted");
    EXPECT_EQ(fault_with(12, "a=b;c=d;e=f"), "accepted");
    for (std::string_view const value :
         {"a", "=", ";", "a=", "=b", "a=b;", ";a=b", "a=b;;c=d", "a=b=c", "a=B", "a=b;c"}) {
        EXPECT_EQ(fault_with(12, std::string(value)),
                  "the question or option of an answer of the entry is not an "
                  "id of at most 64 of a-z, 0-9, '-', '_', '.'")
            << value;
    }
    EXPECT_EQ(fault_with(12, "a=b;c=d;e=f;g=h"),
              "the entry has more answers than a subject can ask for");
    EXPECT_EQ(fault_with(12, std::string(500, ';')),
              "the entry has more answers than a subject can ask for");
}

} // namespace
} // namespace inloop::seal
