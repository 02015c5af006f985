// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/pairing.h"
#include "kiosk/seal/policy.h"
#include "kiosk/terminal/sync/pairing.h"
#include "kiosk/wire/codec.h"
#include "tests/support/memory_files.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/support/synthetic_words.h"
#include "tests/sync/fake_http.h"

#include <gtest/gtest.h>

#include <functional>

namespace inloop::sync {
namespace {

using support::must;

constexpr char const* kUrl = "https://log.example:8443";
std::filesystem::path const kData = "/data";

// A log that shows a code, a kiosk that types it.
class Pairing : public testing::Test {
protected:
    Result<platform::HttpResponse> serve(platform::HttpCall const& call) {
        auto const request = must(wire::read_pair_request(call.body));
        wire::PairReply reply;
        reply.accepted = request.proof == seal::pairing_proof(code, request.device, server_key);
        if (reply.accepted) {
            reply.log_sign = site.pinned();
            reply.ack_sign = {support::signing_key(9).public_key()};
            reply.policy = site.policy_file;
            reply.proof = seal::pairing_reply_proof(code, keys(request.device));
        }
        name = request.name;
        if (spoil) {
            spoil(reply);
        }
        return platform::HttpResponse{.status = 200, .body = wire::write_pair_reply(reply)};
    }
    seal::PairingKeys keys(seal::DevicePublicKey const& of_device) const {
        return {.device = of_device,
                .log_sign = site.pinned(),
                .ack_sign = {support::signing_key(9).public_key()},
                .server_key = server_key,
                .deployment = site.policy().deployment().id};
    }
    Result<Paired> paired(std::string_view typed, std::string const& url = kUrl) {
        return pair(http, url, typed, "Rolderstraat 21", device, words);
    }
    Result<Paired> paired() { return paired(seal::shown(code)); }
    ErrorCode code_of(Result<Paired> const& result) {
        return result ? ErrorCode::already_there : result.error().code;
    }

    support::SealedSite site;
    seal::PairingCode code = seal::draw_pairing_code(site.random);
    ByteArray<32> server_key{std::byte{5}}; // what the log knows its own to be
    seal::DevicePublicKey device = site.sealer.device().public_key();
    entries::WordList words =
        must(entries::WordList::parse(support::synthetic_word_file(), "words"));
    std::function<void(wire::PairReply&)> spoil;
    std::string name;
    FakeHttp http{[this](platform::HttpCall const& call) { return serve(call); }};
    support::MemoryFiles files;
};

TEST_F(Pairing, ShowsTheWordsTheLogShows) {
    Paired const result = must(paired());
    EXPECT_EQ(result.link, (LogLink{kUrl, server_key, site.pinned(), keys(device).ack_sign}));
    auto const indices = seal::pairing_words(keys(device));
    for (std::size_t i = 0; i < indices.size(); ++i) {
        EXPECT_EQ(result.words[i], words.word(indices[i]));
    }
    EXPECT_EQ(name, "Rolderstraat 21");
    EXPECT_EQ(http.await_call(1).url, std::string(kUrl) + "/k/v1/pair");
    EXPECT_TRUE(paired(seal::shown(code), std::string(kUrl) + "/"));
}

TEST_F(Pairing, NeedsTheCodeOfThisLog) {
    seal::PairingCode const other = seal::draw_pairing_code(site.random);
    EXPECT_EQ(code_of(paired(seal::shown(other))), ErrorCode::not_found);
    EXPECT_EQ(code_of(paired("too short")), ErrorCode::invalid_input);
    EXPECT_EQ(http.calls(), 1U) << "what cannot be a code is not sent";
}

TEST_F(Pairing, TakesNoAddressThatIsNotOne) {
    for (char const* url : {"", "log.example", "http://log.example", "https://", "https://a/b",
                            "https://a\"b", "https://user@log"}) {
        EXPECT_EQ(code_of(paired(seal::shown(code), url)), ErrorCode::invalid_input) << url;
    }
    EXPECT_EQ(http.calls(), 0U);
}

// Whoever stands between has another TLS key, or changes what the log said.
TEST_F(Pairing, RefusesWhatSomebodyBetweenMade) {
    server_key[0] = std::byte{6}; // the log sees its own, the kiosk that of the other
    EXPECT_EQ(code_of(paired()), ErrorCode::not_found);
    server_key[0] = std::byte{5};
    spoil = [](wire::PairReply& reply) { reply.ack_sign.bytes[0] ^= std::byte{1}; };
    EXPECT_EQ(code_of(paired()), ErrorCode::crypto);
    spoil = [](wire::PairReply& reply) { reply.proof.bytes[0] ^= std::byte{1}; };
    EXPECT_EQ(code_of(paired()), ErrorCode::crypto);
    support::SealedSite const other(2); // another log's policy and key
    spoil = [&](wire::PairReply& reply) {
        reply.log_sign = other.pinned();
        reply.policy = other.policy_file;
    };
    EXPECT_EQ(code_of(paired()), ErrorCode::crypto);
    spoil = {};
    EXPECT_TRUE(paired()) << "negative control";
}

TEST_F(Pairing, IsKeptWhereTheSiteIsOpened) {
    // when
    must(keep_link(files, kData, must(paired())));
    // then: durably, and as everybody else reads it
    support::MemoryFiles switched_on(files.durable());
    LogLink const link = must(read_log_link(switched_on, kData));
    EXPECT_EQ(link, must(paired()).link);
    auto const pinned = must(seal::read_log_signing_key(switched_on, kData));
    EXPECT_EQ(pinned, site.pinned());
    EXPECT_TRUE(seal::read_policy(*switched_on.peek(kData / seal::kPolicyFile), pinned));
    must(keep_link(files, kData, must(paired()))); // once more, with the same log
}

TEST_F(Pairing, WithAnotherLogWaitsUntilTheLettersAreGone) {
    // given: a kiosk of another deployment with a letter that has not arrived
    must(seal::make_demo_site(files, site.random, site.clock, kData));
    files.put(kData / "letterbox/new/0000000001-x.pkb", Bytes(10));
    Bytes const policy = *files.peek(kData / seal::kPolicyFile);
    Paired const next = must(paired());
    // when
    auto const refused = keep_link(files, kData, next);
    // then
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::invalid_input);
    EXPECT_NE(refused.error().message.find("letters wait"), std::string::npos);
    EXPECT_EQ(*files.peek(kData / seal::kPolicyFile), policy);
    EXPECT_EQ(read_log_link(files, kData).error().code, ErrorCode::not_found);
    // when: it has arrived
    must(files.remove(kData / "letterbox/new/0000000001-x.pkb"));
    must(keep_link(files, kData, next));
    EXPECT_EQ(*files.peek(kData / seal::kPolicyFile), site.policy_file);
}

// The power goes at any moment: the kiosk belongs to a log only with all three files.
TEST_F(Pairing, CutShortLeavesNoLinkWithoutItsKeys) {
    Paired const next = must(paired());
    std::size_t calls = 0;
    {
        support::MemoryFiles whole;
        must(keep_link(whole, kData, next));
        calls = whole.operations().size();
        support::MemoryFiles switched_on(whole.durable());
        EXPECT_TRUE(read_log_link(switched_on, kData)) << "negative control";
    }
    for (std::size_t call = 0; call < calls; ++call) {
        support::MemoryFiles disk;
        disk.fail_at(call, ErrorCode::io, support::FaultLasts::persistent);
        (void)keep_link(disk, kData, next);
        support::MemoryFiles switched_on(disk.durable());
        if (read_log_link(switched_on, kData)) {
            EXPECT_TRUE(seal::read_log_signing_key(switched_on, kData));
            EXPECT_TRUE(switched_on.has(kData / seal::kPolicyFile));
        }
    }
}

TEST_F(Pairing, SaysWhatIsWrongWithADamagedLink) {
    must(keep_link(files, kData, must(paired())));
    Bytes const good = *files.peek(kData / kLogLinkFile);
    auto const read_with = [&](std::string_view from, std::string_view to) {
        std::string text(reinterpret_cast<char const*>(good.data()), good.size());
        text.replace(text.find(from), from.size(), to);
        auto const bytes = as_bytes(text);
        files.put(kData / kLogLinkFile, {bytes.begin(), bytes.end()});
        return read_log_link(files, kData);
    };
    EXPECT_TRUE(read_with("url", "url")) << "negative control";
    for (auto const& [from, to] :
         std::vector<std::pair<char const*, char const*>>{{"https", "http"},
                                                          {"server_key", "server"},
                                                          {"ack_sign = \"", "ack_sign = \"0"},
                                                          {"\"\nlog_sign", "\nlog_sign"}}) {
        auto const link = read_with(from, to);
        ASSERT_FALSE(link) << from;
        EXPECT_EQ(link.error().code, ErrorCode::corrupt);
        EXPECT_NE(link.error().message.find("Pair this kiosk again"), std::string::npos);
    }
}

} // namespace
} // namespace inloop::sync
