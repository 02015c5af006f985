// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/monitoring.h"

#include "kiosk/base/hex.h"
#include "kiosk/seal/passphrase.h"

namespace inloop::desk {
namespace {

constexpr std::string_view kSecret = "monitoring";
constexpr std::size_t kTokenBytes = 32;

} // namespace

Result<std::string> make_monitoring_token(Desk& desk, vault::Actor const& by) {
    ByteArray<kTokenBytes> drawn{};
    desk.random.fill(drawn);
    std::string token = hex(drawn);
    auto const done = desk.store.transaction([&]() -> Result<void> {
        if (auto written = desk.audit.write(by, {.action = "monitoring-token"}); !written) {
            return written;
        }
        return desk.store.put_secret(kSecret, seal::login_verifier(as_bytes(token)).bytes);
    });
    return done.map([&] { return std::move(token); });
}

Result<bool> is_monitoring_token(Desk& desk, std::string_view shown) {
    auto const kept = desk.store.secret(kSecret);
    if (!kept) {
        return kept.error().code == ErrorCode::not_found ? Result<bool>(false)
                                                         : tl::unexpected(kept.error());
    }
    return kept->size() == seal::Hash::kSize &&
           seal::fits_verifier(as_bytes(shown), {read_array<seal::Hash::kSize>(*kept, 0)});
}

} // namespace inloop::desk
