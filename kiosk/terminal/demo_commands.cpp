// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/random.h"
#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/opener.h"
#include "kiosk/terminal/commands.h"
#include "kiosk/terminal/demo_site_files.h"
#include "platform/linux/linux_files.h"
#include "platform/linux/system_clock.h"

#include <sysexits.h>

#include <cstdio>
#include <string>
#include <string_view>

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

char const* answer_name(entries::Happening happening) {
    switch (happening) {
    case entries::Happening::no:
        return "no";
    case entries::Happening::yes:
        return "yes";
    case entries::Happening::not_asked:
        break;
    }
    return "not asked";
}

char const* answer_name(entries::Passing passing) {
    switch (passing) {
    case entries::Passing::no:
        return "no";
    case entries::Passing::yes:
        return "yes";
    case entries::Passing::not_asked:
        break;
    }
    return "not asked";
}

char const* wish_name(entries::EntryFacts const& facts) {
    switch (facts.contact) {
    case entries::ContactWish::call:
        return "by phone";
    case entries::ContactWish::email:
        return "by e-mail";
    case entries::ContactWish::come_by:
        return "comes by";
    case entries::ContactWish::by_code:
        break;
    }
    return facts.wants_answer ? "with the code only" : "wants no answer";
}

Result<entries::Letter> open_one(Bytes const& envelope, seal::DemoKey const& key) {
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

enum class Lines { one, many };

// A letter may hold anything, also what commands a terminal.
void print_typed(std::string_view typed, Lines lines) {
    for (char const c : typed) {
        bool const control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        bool const new_line = c == '\n' && lines == Lines::many;
        std::putchar(control && !new_line ? '?' : c);
    }
    std::putchar('\n');
}

// Degrees, from millionths of one.
double degrees(std::int32_t millionths) {
    return static_cast<double>(millionths) / 1e6;
}

void print_spot(entries::Spot const& spot) {
    if (!spot.street.empty()) {
        std::printf("  street: %s\n", spot.street.c_str());
    }
    if (spot.point) {
        std::printf("  point: %.6f, %.6f\n", degrees(spot.point->latitude),
                    degrees(spot.point->longitude));
    }
}

// Ids are checked when the letter is opened and hold nothing but letters, digits and dashes.
void print_facts(entries::EntryFacts const& facts) {
    std::printf("  %s, %s, %s\n", kind_name(facts.kind), facts.language.c_str(),
                part_name(facts.part));
    std::printf("  subject: %s\n", facts.subject.empty() ? "none" : facts.subject.c_str());
    for (entries::TapAnswer const& answer : facts.answers) {
        std::printf("  %s: %s\n", answer.question.c_str(), answer.option.c_str());
    }
    print_spot(facts.spot);
    std::printf("  happening now: %s\n", answer_name(facts.happening));
    std::printf("  may be passed on: %s\n", answer_name(facts.passing));
    std::printf("  hears back: %s\n", wish_name(facts));
}

void print(std::filesystem::path const& file, entries::Letter const& letter) {
    std::printf("%s\n", file.filename().c_str());
    print_facts(letter.facts);
    if (!letter.contact.empty()) {
        std::printf("  contact: ");
        print_typed(letter.contact.view(), Lines::one);
    }
    std::putchar('\n'); // no fact is an empty line: the text begins behind the first
    print_typed(letter.text.view(), Lines::many);
}

} // namespace

int make_demo_site(std::filesystem::path const& directory) {
    platform::LinuxFiles files;
    platform::SystemClock const clock;
    SystemRandom random;
    std::filesystem::path const site = std::filesystem::absolute(directory);
    auto const made = seal::make_demo_site(files, random, clock, site).and_then([&] {
        return write_demo_site_files(files, clock, site);
    });
    if (!made) {
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
