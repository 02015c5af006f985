// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/sealer.h"

#include "kiosk/seal/envelope_layout.h"
#include "kiosk/seal/plaintext.h"
#include "kiosk/seal/sodium_access.h"
#include "kiosk/seal/tuning.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace inloop::seal {

namespace {

std::uint64_t seconds_since_1970(WallTime time) {
    auto const seconds = time.time_since_epoch().count();
    return seconds > 0 ? static_cast<std::uint64_t>(seconds) : 0;
}

void append_header(Bytes& out, EnvelopeHeader const& header) {
    append(out, as_bytes(kEnvelopeMagic));
    append_le(out, std::uint8_t{kSuite});
    append_le(out, std::uint8_t{kEnvelopeHeaderBytes});
    append_le(out, header.flags);
    append_le(out, header.epoch);
    append_le(out, std::uint32_t{0}); // reserved
    append(out, header.device_id.bytes);
    append_le(out, header.seq);
    append(out, header.entry_id.bytes);
    append(out, header.receipt_key.bytes);
}

// Appends the letter key sealed to the week.
Result<void> append_wrap(Bytes& out, ByteView key, WeekPublicKey const& week) {
    ByteArray<kWrapBytes> wrap{};
    if (crypto_box_seal(raw(wrap.data()), raw(key.data()), key.size(), raw(week.bytes.data())) !=
        0) {
        return fail(ErrorCode::crypto,
                    "nothing can be sealed to the week's key"); // read_policy refuses those
    }
    append(out, wrap);
    return {};
}

// Appends nonce, size and ciphertext; everything in `out` before them is bound to it.
void append_ciphertext(Bytes& out, ByteView padded, ByteView key, Random& random) {
    ByteArray<kNonceBytes> nonce{};
    random.fill(nonce);
    append(out, nonce);
    append_le(out, static_cast<std::uint32_t>(padded.size() + kTagBytes));
    out.resize(kCiphertextAt + padded.size() + kTagBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        raw(out.data() + kCiphertextAt), nullptr, raw(padded.data()), padded.size(),
        raw(out.data()), kNonceAt, nullptr, raw(nonce.data()), raw(key.data()));
}

} // namespace

Sealer::Sealer(Policy policy, DeviceKey device, Clock const& clock, Random& random)
    : m_policy(std::move(policy))
    , m_device(std::move(device))
    , m_clock(clock)
    , m_random(random) {}

Result<Sealer> Sealer::create(Policy policy, DeviceKey device, Clock const& clock, Random& random) {
    if (auto ready = start_sodium(); !ready) {
        return tl::unexpected(ready.error());
    }
    return Sealer(std::move(policy), std::move(device), clock, random);
}

Result<Bytes> Sealer::seal(entries::Letter const& letter, ReceiptPublicKey const& receipt,
                           std::uint64_t seq) {
    auto const padded = write_plaintext(letter);
    if (!padded) {
        return tl::unexpected(padded.error());
    }
    auto key = SecretBytes::with_size(kLetterKeyBytes);
    if (!key) {
        return tl::unexpected(key.error());
    }
    m_random.fill(key->span());
    WeekAnnouncement const& week = week_key_for(m_policy, m_clock.wall(), m_clock.trust());
    EnvelopeHeader header{
        .epoch = week.epoch, .device_id = m_device.id(), .seq = seq, .receipt_key = receipt};
    m_random.fill(header.entry_id.bytes);

    Bytes out;
    out.reserve(kEnvelopeOverhead + padded->view().size());
    append_header(out, header);
    if (auto wrapped = append_wrap(out, key->view(), week.week_key); !wrapped) {
        return tl::unexpected(wrapped.error());
    }
    append_ciphertext(out, padded->view(), key->view(), m_random);
    append(out, m_device.signing().sign(out));
    return out;
}

Result<void> Sealer::replace_policy(Policy next) {
    auto checked = check_succession(m_policy, next);
    if (checked) {
        m_policy = std::move(next);
    }
    return checked;
}

WeekAnnouncement const& week_key_for(Policy const& policy, WallTime now, ClockTrust trust) {
    auto const& weeks = policy.weeks();
    if (trust != ClockTrust::synced) {
        return weeks.back();
    }
    std::uint64_t const seconds = seconds_since_1970(now);
    auto const begun =
        std::find_if(weeks.rbegin(), weeks.rend(),
                     [&](WeekAnnouncement const& week) { return week.not_before <= seconds; });
    if (begun != weeks.rend()) {
        return *begun;
    }
    return *std::ranges::min_element(weeks, {}, &WeekAnnouncement::not_before);
}

bool is_stale(Policy const& policy, WallTime now, ClockTrust trust) {
    // A difference, so that a far future not_before cannot overflow.
    std::uint64_t const seconds = seconds_since_1970(now);
    std::uint64_t const newest = policy.weeks().back().not_before;
    return trust == ClockTrust::synced && seconds >= newest && seconds - newest >= kWeekSeconds;
}

} // namespace inloop::seal
