// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/letter_key.h"
#include "kiosk/seal/tuning.h"
#include "tests/seal/bits.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <string>

namespace inloop::seal {
namespace {

using support::must;
using support::SealedSite;

Bytes const kKey(32, std::byte{3});
constexpr EntryId kEntry{{std::byte{4}}};

template <class T>
ErrorCode code_of(Result<T> const& result) {
    EXPECT_FALSE(result);
    return result ? ErrorCode::io : result.error().code;
}

TEST(LetterKey, OpensItsLetterAndNoOther) {
    SealedSite site;
    Bytes const letter = site.full_letter();
    SecretBytes const key = must(open_letter_key(letter, site.weeks[0]));
    entries::Letter const opened = must(open_letter_with_key(letter, key.view()));
    EXPECT_EQ(opened.text.view(), "Hallo");
    EXPECT_EQ(opened.contact.view(), "06-12345678");
    EXPECT_EQ(opened.facts, support::full_facts());
    EXPECT_EQ(code_of(open_letter_with_key(site.letter("Hallo"), key.view())), ErrorCode::corrupt);
    for (std::size_t size : {0U, 31U, 33U}) {
        EXPECT_EQ(code_of(open_letter_with_key(letter, Bytes(size))), ErrorCode::invalid_input);
    }
    EXPECT_EQ(code_of(open_letter_with_key(as_bytes("PKB1"), key.view())), ErrorCode::corrupt);
}

TEST(LetterKey, ComesWithTheRightWeekOnly) {
    SealedSite site;
    SealedSite other(2);
    Bytes const letter = site.letter("Hallo");
    EXPECT_EQ(code_of(open_letter_key(letter, site.weeks[1])), ErrorCode::not_found);
    EXPECT_EQ(code_of(open_letter_key(letter, other.weeks[0])), ErrorCode::not_found);
    EXPECT_EQ(code_of(open_letter_key(as_bytes("PNG"), site.weeks[0])), ErrorCode::invalid_input);
}

TEST(SplitEnvelope, IsJoinedToTheByte) {
    SealedSite site;
    Bytes const letter = site.full_letter();
    SplitEnvelope const parts = must(split(letter));
    EXPECT_EQ(parts.body.size(), letter.size());
    EXPECT_EQ(must(join(parts.body, parts.wrap)), letter);
}

TEST(SplitEnvelope, IsWorthNothingWithoutItsWrap) {
    // given
    SealedSite site;
    Bytes const letter = site.full_letter();
    SplitEnvelope const parts = must(split(letter));
    SecretBytes const key = must(open_letter_key(letter, site.weeks[0]));
    // then: not with the week's secret, not even with the key itself
    EXPECT_FALSE(open_letter(parts.body, site.weeks[0]));
    EXPECT_FALSE(open_letter_with_key(parts.body, key.view()));
    EXPECT_FALSE(verify_envelope(parts.body, site.sealer.device().public_key()));
    std::string_view const body(reinterpret_cast<char const*>(parts.body.data()),
                                parts.body.size());
    std::string_view const wrap(reinterpret_cast<char const*>(parts.wrap.data()), 16);
    EXPECT_EQ(body.find(wrap), std::string_view::npos);
    EXPECT_TRUE(open_letter(must(join(parts.body, parts.wrap)), site.weeks[0])); // negative control
}

TEST(SplitEnvelope, OfAnotherLetterDoesNotOpen) {
    SealedSite site;
    SplitEnvelope const one = must(split(site.letter("Hallo")));
    SplitEnvelope const two = must(split(site.letter("Hallo")));
    Bytes const mixed = must(join(one.body, two.wrap));
    EXPECT_EQ(code_of(open_letter(mixed, site.weeks[0])), ErrorCode::corrupt);
    EXPECT_EQ(code_of(verify_envelope(mixed, site.sealer.device().public_key())),
              ErrorCode::crypto);
}

TEST(SplitEnvelope, IsMadeOfEnvelopesOnly) {
    SealedSite site;
    Bytes const letter = site.letter("Hallo");
    EXPECT_EQ(code_of(split(as_bytes("PNG"))), ErrorCode::invalid_input);
    EXPECT_EQ(code_of(split(ByteView(letter).first(500))), ErrorCode::corrupt);
    SplitEnvelope const parts = must(split(letter));
    EXPECT_EQ(code_of(join(letter, parts.wrap)), ErrorCode::corrupt); // has its wrap
    EXPECT_EQ(code_of(join(ByteView(parts.body).first(500), parts.wrap)), ErrorCode::corrupt);
}

TEST(Note, IsKeptUnderTheKeyOfItsLetter) {
    support::SeededRandom random(1);
    for (std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{255}, std::size_t{256}, kMaxNoteBytes}) {
        Bytes const text(size, std::byte{'a'});
        Bytes const note = must(seal_note(kKey, kEntry, 1, text, random));
        EXPECT_EQ((note.size() - kNoteOverhead) % kNotePaddingBytes, 0U);
        EXPECT_TRUE(std::ranges::equal(must(open_note(kKey, kEntry, 1, note)).view(), text));
    }
    EXPECT_EQ(code_of(seal_note(kKey, kEntry, 1, Bytes(kMaxNoteBytes + 1), random)),
              ErrorCode::invalid_input);
}

TEST(Note, OpensInItsPlaceOnly) {
    support::SeededRandom random(1);
    Bytes const note = must(seal_note(kKey, kEntry, 1, as_bytes("Gebeld."), random));
    EXPECT_EQ(code_of(open_note(Bytes(32), kEntry, 1, note)), ErrorCode::crypto);
    EXPECT_EQ(code_of(open_note(kKey, {}, 1, note)), ErrorCode::crypto);
    EXPECT_EQ(code_of(open_note(kKey, kEntry, 2, note)), ErrorCode::crypto);
    for (std::size_t size : {0U, 31U, 33U}) {
        EXPECT_EQ(code_of(open_note(Bytes(size), kEntry, 1, note)), ErrorCode::invalid_input);
        EXPECT_EQ(code_of(seal_note(Bytes(size), kEntry, 1, {}, random)), ErrorCode::invalid_input);
    }
}

TEST(Note, RefusesEveryFlippedBitAndEveryOtherSize) {
    support::SeededRandom random(1);
    Bytes const note = must(seal_note(kKey, kEntry, 1, as_bytes("Gebeld."), random));
    auto const opens = [](ByteView bytes) { return open_note(kKey, kEntry, 1, bytes).has_value(); };
    expect_every_flipped_bit_refused(note, opens);
    expect_every_other_size_refused(note, opens);
    EXPECT_EQ(code_of(open_note(kKey, kEntry, 1, Bytes(kNoteOverhead))), ErrorCode::corrupt);
    EXPECT_EQ(code_of(open_note(kKey, kEntry, 1, Bytes(100'000))), ErrorCode::corrupt);
}

} // namespace
} // namespace inloop::seal
