// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/site.h"

#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/policy.h"

#include <string_view>
#include <utility>

namespace inloop::sending {

namespace {

namespace fs = std::filesystem;

// A policy announces 176 bytes a week; this is many decades of them.
constexpr std::uint64_t kLargestPolicy = 1U << 20U;

constexpr std::string_view kPairAgain =
    "Pair this kiosk again; for a demo, make another one with inloop-kiosk make-demo-site DIR";
constexpr std::string_view kMakeRoom =
    "See that the folder can be written and that its disk is whole and not full";

// What is told to the operator: which file, what is wrong with it, and the mend.
tl::unexpected<Error> told(Error const& error, fs::path const& file, std::string_view mend) {
    bool const names_file = error.message.find(file.native()) != std::string::npos;
    return fail(error.code, (names_file ? "" : file.native() + ": ") + error.message + ". " +
                                std::string(mend));
}

// The mend for a file that was only to be read and was not refused for what is in it.
std::string_view mend_of_key(ErrorCode code) {
    return code == ErrorCode::io || code == ErrorCode::read_only ? kMakeRoom : kPairAgain;
}

Result<seal::Policy> read_policy(fs::path const& data, platform::Files& files) {
    auto const pinned = seal::read_log_signing_key(files, data);
    if (!pinned) {
        return told(pinned.error(), data / seal::kLogSigningFile, mend_of_key(pinned.error().code));
    }
    fs::path const path = data / seal::kPolicyFile;
    auto const file = files.read(path, kLargestPolicy);
    auto policy = file ? seal::read_policy(*file, *pinned)
                       : Result<seal::Policy>(tl::unexpected(file.error()));
    if (!policy) {
        return told(policy.error(), path, mend_of_key(policy.error().code));
    }
    return policy;
}

Result<seal::Sealer> open_sealer(SitePlaces const& places, platform::Files& files,
                                 Clock const& clock, Random& random) {
    auto policy = read_policy(places.data, files);
    if (!policy) {
        return tl::unexpected(policy.error());
    }
    fs::path const path = places.data / kDeviceKeyFile;
    auto device = seal::DeviceKey::load_or_create(files, path, random);
    if (!device && device.error().code == ErrorCode::corrupt) {
        return tl::unexpected(device.error()); // says what to do itself
    }
    if (!device) {
        return told(device.error(), path, kMakeRoom);
    }
    return seal::Sealer::create(std::move(*policy), std::move(*device), clock, random);
}

Result<memory::Memory> open_memory(SitePlaces const& places) {
    fs::path const path = places.data / "kiosk.db";
    auto memory = memory::Memory::open(path, places.schema);
    if (memory) {
        return memory;
    }
    switch (memory.error().code) {
    case ErrorCode::not_found:
    case ErrorCode::invalid_input:
        return told(memory.error(), places.schema, "Install the kiosk's assets again");
    case ErrorCode::unsupported:
        return told(memory.error(), path, "Or move the file away: it is only an index");
    case ErrorCode::unavailable:
        return told(memory.error(), path, "End the other kiosk that runs on this folder");
    default:
        return told(memory.error(), path, kMakeRoom);
    }
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

} // namespace

memory::LetterRecord index_record(letterbox::StoredLetter const& letter) {
    return {.entry_id = letter.entry_id,
            .seq = letter.seq,
            .receipt_pk = letter.receipt_pk,
            .state = index_state(letter.state),
            .size = letter.size};
}

Result<void> bring_in_line(memory::Memory& memory, letterbox::Letterbox const& letterbox) {
    std::vector<memory::LetterRecord> records;
    for (letterbox::StoredLetter const& letter : letterbox.letters()) {
        records.push_back(index_record(letter));
    }
    return memory.rebuild(records);
}

std::uint64_t next_sequence(Site& site) {
    return site.letterbox.next_sequence(site.memory.highest_sequence().value_or(0));
}

Result<Site> open_site(SitePlaces const& places, platform::Files& files, Clock const& clock,
                       Random& random) {
    auto sealer = open_sealer(places, files, clock, random);
    if (!sealer) {
        return tl::unexpected(sealer.error());
    }
    // First, because it is held exclusively: a second kiosk on the same folder stops here.
    auto memory = open_memory(places);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    fs::path const box = places.data / "letterbox";
    auto letterbox = letterbox::Letterbox::open(files, box);
    if (!letterbox) {
        return told(letterbox.error(), box, kMakeRoom);
    }
    std::vector<std::string> messages = letterbox->repair_report().messages;
    if (memory->report().made_anew) {
        messages.push_back("kiosk.db made anew: " + memory->report().reason);
    }
    auto const done = bring_in_line(*memory, *letterbox);
    if (!done) {
        messages.push_back("kiosk.db not brought in line with the letterbox: " +
                           done.error().message);
    }
    return Site{std::move(*sealer), std::move(*letterbox), std::move(*memory), std::move(messages),
                done.has_value()};
}

} // namespace inloop::sending
