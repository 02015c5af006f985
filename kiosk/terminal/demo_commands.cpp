// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/random.h"
#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/opener.h"
#include "kiosk/terminal/commands.h"
#include "platform/linux/linux_files.h"
#include "platform/linux/system_clock.h"

#include <sysexits.h>

#include <cstdio>
#include <string>

namespace inloop::terminal {

namespace {

int exit_code(ErrorCode code) {
    switch (code) {
    case ErrorCode::not_found:
        return EX_NOINPUT;
    case ErrorCode::no_space:
    case ErrorCode::read_only:
        return EX_CANTCREAT;
    case ErrorCode::invalid_input:
    case ErrorCode::corrupt:
    case ErrorCode::unsupported:
    case ErrorCode::crypto:
        return EX_DATAERR;
    case ErrorCode::unavailable:
        return EX_TEMPFAIL;
    default:
        return EX_IOERR;
    }
}

int complain(Error const& error) {
    std::fprintf(stderr, "inloop-kiosk: %s\n", error.message.c_str());
    return exit_code(error.code);
}

char const* kind_name(entries::EntryKind kind) {
    switch (kind) {
    case entries::EntryKind::pass_on:
        return "passed on";
    case entries::EntryKind::idea:
        return "idea or compliment";
    case entries::EntryKind::question:
        break;
    }
    return "question";
}

char const* part_name(entries::DayPart part) {
    switch (part) {
    case entries::DayPart::night:
        return "night";
    case entries::DayPart::morning:
        return "morning";
    case entries::DayPart::afternoon:
        return "afternoon";
    case entries::DayPart::evening:
        return "evening";
    case entries::DayPart::unknown:
        break;
    }
    return "unknown";
}

Result<seal::OpenedLetter> open_one(Bytes const& envelope, seal::DemoKey const& key) {
    auto const header = seal::read_envelope_header(envelope);
    if (!header) {
        return tl::unexpected(header.error());
    }
    seal::WeekSecretKey const* week = key.find(header->epoch);
    if (week == nullptr) {
        return fail(ErrorCode::crypto,
                    "sealed to week " + std::to_string(header->epoch) + ", whose key is not here");
    }
    return seal::open_letter(envelope, *week);
}

void print(std::filesystem::path const& file, seal::OpenedLetter const& letter) {
    std::printf("%s\n  %s, %s, %s\n", file.filename().c_str(), kind_name(letter.facts.kind),
                letter.facts.language.c_str(), part_name(letter.facts.part));
    for (char const c :
         letter.text.view()) { // a letter may hold anything, also what commands a terminal
        bool const control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        std::putchar(control && c != '\n' ? '?' : c);
    }
    std::putchar('\n');
}

} // namespace

int make_demo_site(std::filesystem::path const& directory) {
    platform::LinuxFiles files;
    platform::SystemClock const clock;
    SystemRandom random;
    if (auto made =
            seal::make_demo_site(files, random, clock, std::filesystem::absolute(directory));
        !made) {
        return complain(made.error());
    }
    return EX_OK;
}

int open_demo(OpenDemoOptions const& options) {
    platform::LinuxFiles files;
    auto const key = seal::read_demo_key(files, std::filesystem::absolute(options.key));
    if (!key) {
        return complain(key.error());
    }
    int result = EX_OK;
    for (std::filesystem::path const& file : options.letters) {
        auto const envelope = files.read(std::filesystem::absolute(file), seal::kMaxEnvelopeBytes);
        auto const letter = envelope ? open_one(*envelope, *key) : tl::unexpected(envelope.error());
        if (letter) {
            print(file, *letter);
        } else { // one that does not open never hides the others
            result = complain({letter.error().code, file.string() + ": " + letter.error().message});
        }
    }
    return result;
}

} // namespace inloop::terminal
