// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/pairing.h"

#include "kiosk/base/hex.h"
#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/durable_file.h"
#include "kiosk/seal/pairing.h"
#include "kiosk/terminal/sync/tuning.h"
#include "kiosk/wire/codec.h"

#include <algorithm>
#include <utility>

namespace inloop::sync {

namespace {

namespace fs = std::filesystem;

constexpr int kOk = 200;

Result<wire::PairReply> asked(platform::HttpClient& client, std::string const& url,
                              ByteArray<32> const& server_key, wire::PairRequest const& request) {
    auto const response = client.send({.method = "POST",
                                       .url = url + wire::kPairPath,
                                       .headers = {{"content-type", "application/octet-stream"}},
                                       .body = wire::write_pair_request(request),
                                       .server_key = server_key,
                                       .response_limit = wire::kMaxPairReplyBytes});
    if (!response) {
        return tl::unexpected(response.error());
    }
    if (response->status != kOk) {
        return fail(ErrorCode::unavailable, "the log answered the pairing with HTTP status " +
                                                std::to_string(response->status));
    }
    auto reply = wire::read_pair_reply(response->body);
    if (reply && !reply->accepted) {
        return fail(ErrorCode::not_found,
                    "the log does not know this code, or it is over: ask for a new one");
    }
    return reply;
}

// What the log said, believed only if it was made with the code for exactly this meeting.
Result<Paired> checked(wire::PairReply reply, seal::PairingCode const& code, seal::PairingKeys keys,
                       std::string url, entries::WordList const& words) {
    auto const policy = seal::read_policy(reply.policy, reply.log_sign);
    if (!policy) {
        return tl::unexpected(policy.error());
    }
    keys.log_sign = reply.log_sign;
    keys.ack_sign = reply.ack_sign;
    keys.deployment = policy->deployment().id;
    if (!seal::is_same_proof(seal::pairing_reply_proof(code, keys), reply.proof)) {
        return fail(ErrorCode::crypto, "the answer to the pairing was not made with this code: "
                                       "somebody stands between, or it is another log's");
    }
    Paired paired{.link = {std::move(url), keys.server_key, keys.log_sign, keys.ack_sign},
                  .policy = std::move(reply.policy),
                  .deployment = keys.deployment};
    auto const indices = seal::pairing_words(keys);
    std::ranges::transform(indices, paired.words.begin(),
                           [&](std::uint16_t index) { return std::string(words.word(index)); });
    return paired;
}

bool letters_wait(platform::Files& files, fs::path const& data) {
    auto const waiting = files.list(data / "letterbox" / "new");
    // A folder that cannot be read may hold some.
    return waiting ? !waiting->empty() : waiting.error().code != ErrorCode::not_found;
}

Result<void> check_change(platform::Files& files, fs::path const& data, seal::Policy const& next) {
    auto const current = followed_policy(files, data);
    bool const same = current && current->deployment().id == next.deployment().id;
    if (same) {
        return seal::check_succession(*current, next);
    }
    if (letters_wait(files, data)) {
        return fail(ErrorCode::invalid_input,
                    "letters wait here that are sealed to another log, which this one could not "
                    "open: let them arrive there first, or move " +
                        (data / "letterbox/new").native() + " away");
    }
    return {};
}

std::string signing_file(seal::LogSignPublicKey const& key) {
    return "inloop log signing key (Ed25519, public)\n" + hex(key.bytes) + "\n";
}

} // namespace

Result<Paired> pair(platform::HttpClient& client, std::string const& url, std::string_view code,
                    std::string const& name, seal::DevicePublicKey const& device,
                    entries::WordList const& words) {
    auto address = checked_url(url);
    if (!address) {
        return tl::unexpected(address.error());
    }
    auto const typed = seal::parse_pairing_code(code);
    if (!typed || name.size() > wire::kMaxKioskNameBytes) {
        return fail(ErrorCode::invalid_input,
                    typed ? "the name of the kiosk is longer than 80 bytes"
                          : "not a pairing code: ten letters and digits, as the log shows them");
    }
    auto const server_key = client.server_key_of(*address);
    if (!server_key) {
        return tl::unexpected(server_key.error());
    }
    wire::PairRequest const request{
        .device = device, .proof = seal::pairing_proof(*typed, device, *server_key), .name = name};
    return asked(client, *address, *server_key, request).and_then([&](wire::PairReply reply) {
        seal::PairingKeys const keys{.device = device, .server_key = *server_key};
        return checked(std::move(reply), *typed, keys, *address, words);
    });
}

Result<seal::Policy> followed_policy(platform::Files& files, fs::path const& data) {
    auto const pinned = seal::read_log_signing_key(files, data);
    if (!pinned) {
        return tl::unexpected(pinned.error());
    }
    auto const file = files.read(data / seal::kPolicyFile, kLargestPolicyFile);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return seal::read_policy(*file, *pinned);
}

Result<void> keep_link(platform::Files& files, fs::path const& data, Paired const& paired) {
    auto const next = seal::read_policy(paired.policy, paired.link.log_sign);
    if (!next) {
        return tl::unexpected(next.error());
    }
    if (auto made = files.make_directories(data); !made) {
        return made;
    }
    // For a folder that was just made; where it may not be done it was there before.
    (void)files.sync_directory(data.parent_path());
    return check_change(files, data, *next)
        .and_then([&] {
            return seal::store_durably(files, data / seal::kLogSigningFile,
                                       as_bytes(signing_file(paired.link.log_sign)));
        })
        .and_then(
            [&] { return seal::store_durably(files, data / seal::kPolicyFile, paired.policy); })
        .and_then([&] { return write_log_link(files, data, paired.link); });
}

} // namespace inloop::sync
