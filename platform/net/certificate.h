// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret_text.h"
#include "platform/net/tuning.h"

#include <string>
#include <vector>

namespace inloop::net {

// What a server proves itself with.
struct ServerIdentity {
    std::string certificate_pem; // its own first, then those that vouch for it
    SecretText key_pem; // of the first certificate, without a password
};

struct CertificateSpec {
    std::vector<std::string> names; // DNS names and IP addresses; the first is the subject
    int years = kCertificateYears;
};

// A certificate that vouches for itself, with a new P-256 key, valid from the day before `now`.
// Errors: invalid_input no names, or one that is neither; crypto, unavailable.
[[nodiscard]] Result<ServerIdentity> make_self_signed(CertificateSpec const& spec, WallTime now);

// Whether certificate and key can be read and belong together. Errors: invalid_input, which says
// what is wrong with which of the two and what to do.
[[nodiscard]] Result<void> check_identity(ServerIdentity const& identity);

// SHA-256 of the public key (SPKI) of the first certificate, as RFC 7469 pins it. Errors:
// invalid_input.
[[nodiscard]] Result<ByteArray<32>> server_key_of(std::string const& certificate_pem);

// The last moment the first certificate holds. Errors: invalid_input.
[[nodiscard]] Result<WallTime> certificate_ends(std::string const& certificate_pem);

} // namespace inloop::net
