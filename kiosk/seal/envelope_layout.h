// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/seal/aead.h"
#include "kiosk/seal/envelope.h"

#include <cstddef>
#include <string_view>

// Where things stand in an envelope (format.md). For the files of this folder that write, check and
// open it.
namespace inloop::seal {

inline constexpr std::string_view kEnvelopeMagic = "PKB1";
inline constexpr unsigned kSuite = 1; // X25519 sealed box, XChaCha20-Poly1305-IETF, Ed25519
inline constexpr std::size_t kLetterKeyBytes = kAeadKeyBytes;

inline constexpr std::size_t kSuiteAt = 4;
inline constexpr std::size_t kHeaderSizeAt = 5;
inline constexpr std::size_t kFlagsAt = 6;
inline constexpr std::size_t kEpochAt = 8;
inline constexpr std::size_t kReservedAt = 12;
inline constexpr std::size_t kDeviceAt = 16;
inline constexpr std::size_t kSeqAt = 24;
inline constexpr std::size_t kEntryAt = 32;
inline constexpr std::size_t kReceiptAt = 48;
inline constexpr std::size_t kWrapAt = kEnvelopeHeaderBytes;
inline constexpr std::size_t kNonceAt =
    kWrapAt + kWrapBytes; // also the size of what the AEAD binds
inline constexpr std::size_t kCiphertextSizeAt = kNonceAt + kNonceBytes;
inline constexpr std::size_t kCiphertextAt = kCiphertextSizeAt + 4;

} // namespace inloop::seal
