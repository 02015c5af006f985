// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/sealer.h"
#include "kiosk/terminal/letterbox/letterbox.h"
#include "kiosk/terminal/memory/memory.h"
#include "platform/api/files.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace inloop::sending {

inline constexpr char const* kDeviceKeyFile = "device.key"; // in the data folder

struct SitePlaces {
    std::filesystem::path data; // policy.pkp, log-signing.pub, device.key, letterbox/, kiosk.db
    std::filesystem::path schema; // assets/schema/kiosk
};

// Everything one kiosk keeps, opened and repaired. Moves to the thread that sends letters.
struct Site {
    seal::Sealer sealer;
    letterbox::Letterbox letterbox;
    memory::Memory memory;
    std::vector<std::string> messages; // what was found and mended, for the log
    bool indexed = true; // kiosk.db knows every letter of the letterbox
};

// What kiosk.db holds of a letter.
[[nodiscard]] memory::LetterRecord index_record(letterbox::StoredLetter const& letter);

// The letterbox is the truth: writes the index anew from it, which takes milliseconds. Errors of
// Memory.
[[nodiscard]] Result<void> bring_in_line(memory::Memory& memory,
                                         letterbox::Letterbox const& letterbox);

// Of the next letter: higher than any ever given, as far as letterbox and kiosk.db remember.
// Without the index the letterbox alone numbers: it holds every letter that is still here.
[[nodiscard]] std::uint64_t next_sequence(Site& site);

// Opens the site in `places.data`: reads the signed policy, makes the device key at first, repairs
// the letterbox and brings the index in line with it. Errors name the file and the mend; the kiosk
// then still shows information and 112 but refuses letters.
[[nodiscard]] Result<Site> open_site(SitePlaces const& places, platform::Files& files,
                                     Clock const& clock, Random& random);

} // namespace inloop::sending
