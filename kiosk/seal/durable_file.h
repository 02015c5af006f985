// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "platform/api/files.h"

#include <filesystem>

namespace inloop::seal {

// Makes a small file that is either wholly there after a power cut or not at all: written as
// "<path>.part", made durable, renamed, the directory made durable. A .part left by an earlier cut
// is thrown away.
[[nodiscard]] Result<void> store_durably(platform::Files& files, std::filesystem::path const& path,
                                         ByteView content);

} // namespace inloop::seal
