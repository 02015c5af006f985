// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/answer.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/receipt.h"
#include "kiosk/seal/sealed_secret.h"
#include "tests/seal/bits.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/support/sodium_faults.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <array>
#include <span>
#include <string>
#include <vector>

namespace inloop::seal {
namespace {

using support::must;
using support::SealedSite;

struct Desk {
    ReceiptKeyPair receipt(std::uint64_t seed = 2) {
        support::SeededRandom random(seed);
        BoxKeys keys = must(BoxKeys::generate(random));
        return {{keys.public_key.bytes}, std::move(keys.secret)};
    }
    Result<Bytes> write(std::string_view text) {
        return write_answer({.id = {{std::byte{1}}},
                             .entry = {{std::byte{2}}},
                             .receipt = receipt().public_key,
                             .number = 3},
                            text, site.log_sign);
    }
    Result<Answer> read(ByteView bytes) {
        return read_answer_header(bytes, std::array{site.pinned()});
    }

    SealedSite site;
};

template <class T>
ErrorCode code_of(Result<T> const& result) {
    EXPECT_FALSE(result);
    return result ? ErrorCode::io : result.error().code;
}

TEST(Answer, IsReadByWhoHoldsTheReceipt) {
    Desk desk;
    Bytes const bytes = must(desk.write("Wij komen morgen langs."));
    EXPECT_EQ(must(desk.read(bytes)), (Answer{.id = {{std::byte{1}}},
                                              .entry = {{std::byte{2}}},
                                              .receipt = desk.receipt().public_key,
                                              .number = 3}));
    EXPECT_EQ(must(open_answer(bytes, desk.receipt())).view(), "Wij komen morgen langs.");
    EXPECT_EQ(code_of(open_answer(bytes, desk.receipt(9))), ErrorCode::not_found);
    ReceiptKeyPair forged = desk.receipt(9);
    forged.public_key = desk.receipt().public_key;
    EXPECT_EQ(code_of(open_answer(bytes, forged)), ErrorCode::corrupt);
}

TEST(Answer, HidesHowLongItIs) {
    Desk desk;
    for (auto const& [length, size] : {std::pair{1U, 704U}, {511U, 704U}, {512U, 1216U}}) {
        EXPECT_EQ(must(desk.write(std::string(length, 'a'))).size(), size);
    }
}

TEST(Answer, HoldsWhatALetterCanHold) {
    Desk desk;
    std::string const wide = "\xE1\x88\xB0"; // three bytes a sign
    std::string most;
    while (most.size() + wide.size() <= 8192) {
        most += wide;
    }
    most.append(8192 - most.size(), 'a');
    for (std::string const& text : {std::string("a"), std::string(4000, 'a'), most}) {
        Bytes const bytes = must(desk.write(text));
        EXPECT_LE(bytes.size(), kMaxAnswerBytes);
        ASSERT_TRUE(desk.read(bytes));
        EXPECT_EQ(must(open_answer(bytes, desk.receipt())).view(), text);
    }
    for (std::string const& text :
         {std::string(), std::string(4001, 'a'), most + "a", std::string("\xFF")}) {
        EXPECT_EQ(code_of(desk.write(text)), ErrorCode::invalid_input);
    }
}

TEST(Answer, RefusesEveryFlippedBitAndEveryOtherSize) {
    Desk desk;
    Bytes const bytes = must(desk.write("Wij komen morgen langs."));
    auto const accepts = [&](ByteView view) { return desk.read(view).has_value(); };
    expect_every_flipped_bit_refused(bytes, accepts);
    expect_every_other_size_refused(bytes, accepts);
}

TEST(Answer, TellsItsFaultsApart) {
    Desk desk;
    Bytes const good = must(desk.write("Wij komen morgen langs."));
    auto const code_with = [&](std::size_t at, unsigned value) {
        Bytes bytes = good;
        bytes[at] = static_cast<std::byte>(value);
        EXPECT_EQ(code_of(desk.read(bytes)), code_of(open_answer(bytes, desk.receipt())));
        return code_of(desk.read(bytes));
    };
    EXPECT_EQ(code_with(0, 'X'), ErrorCode::invalid_input);
    EXPECT_EQ(code_with(4, 2), ErrorCode::unsupported);
    EXPECT_EQ(code_with(7, 1), ErrorCode::corrupt); // reserved
    EXPECT_EQ(code_with(76, 0x31), ErrorCode::corrupt); // no size of an inside
    EXPECT_EQ(code_with(77, 0x04), ErrorCode::corrupt); // that of a longer one
    EXPECT_EQ(code_with(79, 0xFF), ErrorCode::corrupt);
    EXPECT_EQ(code_of(desk.read(ByteView(good).first(703))), ErrorCode::corrupt);
}

TEST(Answer, IsTakenFromThisSiteOnly) {
    Desk desk;
    Bytes const bytes = must(desk.write("Wij komen morgen langs."));
    LogSignPublicKey const other{support::signing_key(9).public_key()};
    EXPECT_EQ(code_of(read_answer_header(bytes, {})), ErrorCode::crypto);
    EXPECT_EQ(code_of(read_answer_header(bytes, std::array{other})), ErrorCode::crypto);
    EXPECT_TRUE(read_answer_header(bytes, std::array{other, desk.site.pinned()}));
}

TEST(Answer, KeepsItsSignatureWhenTheSigningKeyIsReplaced) {
    // given: a policy that announced two more signing keys, one of them twice
    Desk desk;
    Bytes const bytes = must(desk.write("Wij komen morgen langs."));
    PolicyDraft draft(desk.site.policy());
    SigningKey const second = support::signing_key(21);
    SigningKey const third = support::signing_key(22);
    auto const announce = [&](std::uint32_t epoch, SigningKey const& in_force,
                              SigningKey const& next) {
        draft.announce({.epoch = epoch,
                        .week_key = desk.site.weeks[0].public_key(),
                        .log_sign = {next.public_key()}},
                       in_force);
    };
    announce(90, desk.site.log_sign, second);
    announce(91, second, second);
    announce(92, second, third);
    // when
    auto const keys = signing_keys(must(read_policy(draft.write(third), desk.site.pinned())));
    // then
    EXPECT_EQ(keys, (std::vector<LogSignPublicKey>{
                        desk.site.pinned(), {second.public_key()}, {third.public_key()}}));
    EXPECT_TRUE(read_answer_header(bytes, keys));
}

// An answer around any inside, as only who holds the log's signing key can make it.
Bytes answer_around(Desk& desk, Bytes const& padded) {
    ReceiptPublicKey const receipt = desk.receipt().public_key;
    Bytes sealed(padded.size() + 48);
    crypto_box_seal(reinterpret_cast<unsigned char*>(sealed.data()),
                    reinterpret_cast<unsigned char const*>(padded.data()), padded.size(),
                    reinterpret_cast<unsigned char const*>(receipt.bytes.data()));
    Bytes out;
    append(out, as_bytes("PKA1"));
    append_le(out, std::uint32_t{1});
    out.resize(40);
    append(out, receipt.bytes);
    append_le(out, std::uint32_t{1});
    append_le(out, static_cast<std::uint32_t>(sealed.size()));
    append(out, sealed);
    append(out, desk.site.log_sign.sign(out));
    return out;
}

TEST(Answer, RefusesAnInsideThatIsNotInOrder) {
    Desk desk;
    auto const inside = [](std::string_view text, std::size_t size = 512) {
        Bytes bytes;
        append(bytes, as_bytes(text));
        bytes.push_back(std::byte{0x80});
        bytes.resize(size);
        return bytes;
    };
    Bytes const good = answer_around(desk, inside("Hallo"));
    EXPECT_TRUE(desk.read(good)); // negative control
    EXPECT_EQ(must(open_answer(good, desk.receipt())).view(), "Hallo");
    for (Bytes const& bad : {Bytes(512), inside(""), inside("\xFF"),
                             inside(std::string(4001, 'a'), std::size_t{8} * 512)}) {
        EXPECT_EQ(code_of(open_answer(answer_around(desk, bad), desk.receipt())),
                  ErrorCode::corrupt);
    }
}

TEST(Answer, IsNotWrittenToAKeyThatIsNone) {
    Desk desk;
    support::SodiumFaults faults;
    faults.fail_sealing();
    EXPECT_EQ(code_of(desk.write("Hallo")), ErrorCode::crypto);
}

} // namespace
} // namespace inloop::seal
