// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/site.h"

#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/policy.h"

#include <utility>

namespace inloop::sending {

namespace {

// A policy announces 176 bytes a week; this is many decades of them.
constexpr std::uint64_t kLargestPolicy = 1U << 20U;

Result<seal::Sealer> open_sealer(SitePlaces const& places, platform::Files& files,
                                 Clock const& clock, Random& random) {
    auto const pinned = seal::read_log_signing_key(files, places.data);
    if (!pinned) {
        return tl::unexpected(pinned.error());
    }
    auto const file = files.read(places.data / seal::kPolicyFile, kLargestPolicy);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto policy = seal::read_policy(*file, *pinned);
    if (!policy) {
        return tl::unexpected(policy.error());
    }
    auto device = seal::DeviceKey::load_or_create(files, places.data / "device.key", random);
    if (!device) {
        return tl::unexpected(device.error());
    }
    return seal::Sealer::create(std::move(*policy), std::move(*device), clock, random);
}

memory::LetterState index_state(letterbox::LetterState state) {
    switch (state) {
    case letterbox::LetterState::sent:
        return memory::LetterState::sent;
    case letterbox::LetterState::dead:
        return memory::LetterState::dead;
    case letterbox::LetterState::new_:
        break;
    }
    return memory::LetterState::new_;
}

// The letterbox is the truth: the index is written anew from it at every start, which takes
// milliseconds.
Result<void> bring_in_line(memory::Memory& memory, letterbox::Letterbox const& letterbox) {
    std::vector<memory::LetterRecord> records;
    for (letterbox::StoredLetter const& letter : letterbox.letters()) {
        records.push_back({.entry_id = letter.entry_id,
                           .seq = letter.seq,
                           .receipt_pk = letter.receipt_pk,
                           .state = index_state(letter.state),
                           .size = letter.size});
    }
    return memory.rebuild(records);
}

} // namespace

Result<Site> open_site(SitePlaces const& places, platform::Files& files, Clock const& clock,
                       Random& random) {
    auto sealer = open_sealer(places, files, clock, random);
    if (!sealer) {
        return tl::unexpected(sealer.error());
    }
    // First, because it is held exclusively: a second kiosk on the same folder stops here.
    auto memory = memory::Memory::open(places.data / "kiosk.db", places.schema);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    auto letterbox = letterbox::Letterbox::open(files, places.data / "letterbox");
    if (!letterbox) {
        return tl::unexpected(letterbox.error());
    }
    std::vector<std::string> messages = letterbox->repair_report().messages;
    if (memory->report().made_anew) {
        messages.push_back("kiosk.db made anew: " + memory->report().reason);
    }
    if (auto done = bring_in_line(*memory, *letterbox); !done) {
        messages.push_back("kiosk.db not brought in line with the letterbox: " +
                           done.error().message);
    }
    return Site{std::move(*sealer), std::move(*letterbox), std::move(*memory), std::move(messages)};
}

} // namespace inloop::sending
