// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/word_list.h"
#include "kiosk/officerlog/records/store.h"
#include "kiosk/officerlog/vault/vault.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/follow_up.h"
#include "kiosk/seal/receipt.h"
#include "kiosk/seal/sealer.h"
#include "tests/support/manual_clock.h"
#include "tests/support/seeded_random.h"
#include "tests/support/store_rig.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace inloop::support {

// Argon2id at its floor: a login takes no time. Never on a site.
inline constexpr seal::LoginCost kCheapLogin{.passes = 1, .memory_kib = 8};

// What a person has to log in with.
struct Credentials {
    std::string name{};
    std::string passphrase{};
    std::string totp_uri{};
};

// The six digits an authenticator app shows at `now` for what it was given.
[[nodiscard]] std::string code_at(std::string const& totp_uri, WallTime now);

// A visitor's receipt, without the words.
[[nodiscard]] seal::ReceiptKeyPair receipt_pair(Random& random);

// A log that was set up, with its databases, a first lead ("Ilse") and a kiosk that seals letters
// for it. The clock moves on by a step of the one-time codes at each login, since each code is good
// once.
class LogSite {
public:
    explicit LogSite(std::uint64_t seed = 1);

    [[nodiscard]] records::Store& store() { return rig.store(); }
    // As a new start of the program: whoever was logged in is not any more.
    void restart();

    // Adds somebody as the lead does.
    [[nodiscard]] Credentials add(std::string const& name, records::Role role);
    [[nodiscard]] Credentials take(std::string name, vault::NewLogin login) const;
    [[nodiscard]] std::unique_ptr<vault::Session> login(Credentials const& who);
    // The same with what was typed.
    [[nodiscard]] Result<tl::expected<std::unique_ptr<vault::Session>, vault::LoginRefusal>>
    try_login(vault::Vault& vault, std::string_view name, std::string_view passphrase,
              std::string_view code);

    [[nodiscard]] seal::Policy policy();
    // A sealed letter of the kiosk, with the policy of now.
    [[nodiscard]] Bytes letter(std::string_view text, seal::ReceiptPublicKey const& receipt);
    [[nodiscard]] Bytes follow_up(seal::Action action, std::string_view text,
                                  seal::ReceiptKeyPair const& receipt);
    // Takes an envelope in as the log does, and gives it as it is kept.
    records::Entry arrive(ByteView envelope);
    records::Entry arrive(std::string_view text); // a letter that wants no answer

    StoreRig rig;
    ManualClock clock;
    SeededRandom random;
    entries::WordList words;
    Credentials lead;
    std::string recovery_words;
    std::unique_ptr<vault::Vault> keeper;

private:
    seal::Sealer& sealer(); // with the policy of now

    seal::DeviceKey m_kiosk;
    std::optional<seal::Sealer> m_sealer;
    Bytes m_sealers_policy;
    std::uint64_t m_letters = 0;
};

} // namespace inloop::support
