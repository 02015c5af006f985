// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/signing_key.h"
#include "platform/api/files.h"

#include <filesystem>

namespace inloop::seal {

// The Ed25519 key of this kiosk, which signs its letters. Made on the kiosk, never leaves it; the
// log knows its public half.
class DeviceKey {
public:
    // Reads the key at `path` (68 bytes, format.md), or makes one when there is none: written
    // beside it, made durable, renamed, the directory made durable. A file that is there but
    // damaged or of another size is an error that names it
    // (`corrupt`) and is never replaced: letters would be signed by a device the log does not know.
    // Otherwise the errors of Files, and `unavailable` without guarded memory.
    [[nodiscard]] static Result<DeviceKey>
    load_or_create(platform::Files& files, std::filesystem::path const& path, Random& random);

    // The same, but a key that is not there is an error too: `not_found`. Changes nothing.
    [[nodiscard]] static Result<DeviceKey> load(platform::Files& files,
                                                std::filesystem::path const& path);

    explicit DeviceKey(SigningKey key);

    [[nodiscard]] DevicePublicKey const& public_key() const { return m_public; }
    [[nodiscard]] DeviceId const& id() const { return m_id; }
    [[nodiscard]] SigningKey const& signing() const { return m_key; }

private:
    SigningKey m_key;
    DevicePublicKey m_public;
    DeviceId m_id;
};

} // namespace inloop::seal
