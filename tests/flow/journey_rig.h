// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/journey.h"
#include "tests/support/manual_clock.h"
#include "tests/support/recording_sender.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace inloop::flow {

// The screens, numbered as the alternatives of Screen.
enum class Place : std::size_t {
    attract,
    home,
    pages,
    information,
    cannot_write,
    happening,
    subjects,
    desk,
    question,
    write,
    personal_data,
    recognisable,
    where,
    contact,
    contact_detail,
    summary,
    already_sent,
    waiting,
    sending,
    receipt,
    not_stored,
    afterwards,
    code_entry,
    looking_up,
    code_result,
    withdraw,
    followed_up,
    service,
    pairing_code,
    linking
};
inline constexpr std::size_t kPlaceCount = 30;
inline constexpr std::array<Place, kPlaceCount> kPlaces = [] {
    std::array<Place, kPlaceCount> places{};
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] = static_cast<Place>(i);
    }
    return places;
}();

inline constexpr std::string_view kWords = "Er brandt geen licht";
inline constexpr std::string_view kPersonalWords = "Bel Jan op 06-12345678 of 06-87654321";
inline constexpr std::string_view kNumber = "0592 123 456";
inline constexpr std::string_view kPairing = "ABCDE12345"; // the code of a log
inline constexpr entries::ReceiptCode kCode = {{777, 1234, 2047, 42, 1863}};

// Ids of the subjects of rig_spec().
inline constexpr std::string_view kEverySubject = "everything"; // makes every stop there is
inline constexpr std::string_view kPlainSubject = "plain"; // asks for nothing but the place

[[nodiscard]] std::string_view name_of(Place place);
// Goes back to the first screen by itself, without a warning.
[[nodiscard]] bool leaves_quietly(Place place);

// Two languages, the subjects above and a list of words.
[[nodiscard]] JourneySpec rig_spec();
// The same, with the letterbox closed where only that leads to `place`.
[[nodiscard]] JourneySpec rig_spec_for(Place place);
[[nodiscard]] entries::WordList const& rig_words();

// A journey with a clock and services that do what the test says. The wall clock starts unset, so
// that no time of day mixes into the deadlines.
class JourneyRig {
public:
    explicit JourneyRig(JourneySpec spec = rig_spec());

    // Leads a visitor from where he is to `place`, past every stop of kEverySubject. By then there
    // is kWords in the message (kPersonalWords for Place::personal_data), kNumber in the contact
    // and one word in the code, and he wants to be called. What a code shows is a letter that was
    // referred, of which a visitor may do everything. The service screens have the code of a log.
    void lead_to(Place place);
    // One step of it.
    void go_on();
    // Puts `words` at the end of the message or of the contact, as the keyboard does.
    void type(std::string_view words);
    void type_contact(std::string_view words);
    // The whole way of somebody who leaves an idea and goes. Without `pause` he is suspiciously
    // fast.
    void leave_idea(std::string_view words, Milliseconds pause = Milliseconds(0));
    // Lets time pass and ticks.
    void wait(Milliseconds time);
    // Waits as the loop does, from deadline to deadline, until the warning shows. False when it
    // never comes.
    [[nodiscard]] bool wait_for_warning();

    [[nodiscard]] Place place() const { return static_cast<Place>(journey.screen().index()); }
    [[nodiscard]] std::string_view text() const { return journey.draft().message.text.view(); }
    [[nodiscard]] std::string_view contact() const { return journey.draft().contact.text.view(); }

    support::ManualClock clock;
    support::RecordingSender sender;
    Journey journey;

private:
    void step_on_screen();
    void fill(Place place);
};

// What is still to be found of a visitor who has left, in words; nullopt: nothing.
[[nodiscard]] std::optional<std::string_view> left_behind(Journey const& journey,
                                                          JourneySpec const& spec = rig_spec());
// The part of it that what he left would tell about him: texts, answers, code.
[[nodiscard]] std::optional<std::string_view> letter_left_behind(Journey const& journey);
// Whether the memory of the journey holds this code, also where no screen uses it any more.
[[nodiscard]] bool remembers(Journey const& journey, entries::ReceiptCode const& code);

} // namespace inloop::flow
