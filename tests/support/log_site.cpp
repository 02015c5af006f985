// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/log_site.h"

#include "kiosk/seal/envelope.h"
#include "kiosk/seal/letter_key.h"
#include "kiosk/seal/sealed_secret.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/support/synthetic_words.h"

#include <liboath/oath.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace inloop::support {

std::string code_at(std::string const& totp_uri, WallTime now) {
    std::string const secret = totp_uri.substr(totp_uri.rfind("secret=") + 7);
    char* bytes = nullptr;
    std::size_t size = 0;
    std::array<char, 7> code{};
    if (oath_base32_decode(secret.data(), secret.size(), &bytes, &size) != OATH_OK ||
        oath_totp_generate(bytes, size, now.time_since_epoch().count(), 30, 0, 6, code.data()) !=
            OATH_OK) {
        throw std::runtime_error("no one-time code from " + totp_uri);
    }
    std::free(bytes);
    return code.data();
}

seal::ReceiptKeyPair receipt_pair(Random& random) {
    auto keys = must(seal::BoxKeys::generate(random));
    return {.public_key = {keys.public_key.bytes}, .secret = std::move(keys.secret)};
}

LogSite::LogSite(std::uint64_t seed)
    : random(seed)
    , words(must(entries::WordList::parse(synthetic_word_file(), "words")))
    , m_kiosk(must(seal::SigningKey::generate(random))) {
    auto founding = must(vault::found(
        store(), clock, random, words,
        {.site_name = "Rolderstraat 21, Assen", .lead_name = "Ilse", .cost = kCheapLogin}));
    lead = take("Ilse", std::move(founding.lead));
    recovery_words = founding.recovery_words.view();
    keeper = std::make_unique<vault::Vault>(store(), clock, random);
}

void LogSite::restart() {
    keeper.reset();
    rig.reopen();
    keeper = std::make_unique<vault::Vault>(store(), clock, random);
}

Credentials LogSite::take(std::string name, vault::NewLogin login) const {
    return {.name = std::move(name),
            .passphrase = std::string(login.passphrase.view()),
            .totp_uri = std::string(login.totp_uri.view())};
}

Credentials LogSite::add(std::string const& name, records::Role role) {
    auto const by = login(lead);
    return take(
        name, must(vault::add_person(store(), *by, clock, random, words, name, role, kCheapLogin)));
}

std::unique_ptr<vault::Session> LogSite::login(Credentials const& who) {
    clock.advance(std::chrono::seconds(30));
    auto session =
        must(try_login(*keeper, who.name, who.passphrase, code_at(who.totp_uri, clock.wall())));
    if (!session) {
        throw std::runtime_error(who.name + " was refused");
    }
    return std::move(*session);
}

Result<tl::expected<std::unique_ptr<vault::Session>, vault::LoginRefusal>>
LogSite::try_login(vault::Vault& into, std::string_view name, std::string_view passphrase,
                   std::string_view code) {
    auto const start = into.begin_login(name);
    if (!start) {
        return tl::unexpected(start.error());
    }
    auto const keys = must(seal::derive_login_keys(passphrase, start->salt, start->cost));
    return into.finish_login(name, keys, code, "192.0.2.7");
}

seal::Policy LogSite::policy() {
    return must(vault::own_policy(store()));
}

seal::Sealer& LogSite::sealer() {
    Bytes now = must(store().policy());
    if (!m_sealer || now != m_sealers_policy) {
        seal::DeviceKey kiosk(must(seal::SigningKey::from_seed(m_kiosk.signing().seed())));
        m_sealer.emplace(must(seal::Sealer::create(policy(), std::move(kiosk), clock, random)));
        m_sealers_policy = std::move(now);
    }
    return *m_sealer;
}

Bytes LogSite::letter(std::string_view text, seal::ReceiptPublicKey const& receipt) {
    return must(sealer().seal(letter_of(text), receipt, ++m_letters));
}

Bytes LogSite::follow_up(seal::Action action, std::string_view text,
                         seal::ReceiptKeyPair const& receipt) {
    seal::Policy const now = policy();
    return must(seal::seal_follow_up(
        {.policy = now, .device = m_kiosk, .clock = clock, .random = random}, receipt,
        {.action = action, .text = secret_text(text)}, question(), ++m_letters));
}

records::Entry LogSite::arrive(ByteView envelope) {
    auto const header = must(seal::read_envelope_header(envelope));
    auto parts = must(seal::split(envelope));
    records::Entry entry{.id = header.entry_id,
                         .root = header.entry_id,
                         .device = header.device_id,
                         .seq = header.seq,
                         .receipt = header.receipt_key,
                         .epoch = header.epoch,
                         .hash = seal::hash_of(envelope),
                         .body = std::move(parts.body),
                         .arrived_at = clock.wall().time_since_epoch().count()};
    must(store().take_in(entry, parts.wrap));
    return must(store().entry(entry.id)).value();
}

records::Entry LogSite::arrive(std::string_view text) {
    return arrive(letter(text, must(seal::draw_unanswered_key(random))));
}

} // namespace inloop::support
