// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/tour.h"

#include <array>
#include <utility>

namespace inloop::loop {

namespace {

constexpr Milliseconds kTapTime{100};
constexpr Milliseconds kBetweenTaps{200};

// What the visitor of the pictures writes, by language; anything else writes in Dutch.
struct Sample {
    std::string_view language;
    std::string_view text;
};
constexpr std::array<Sample, 2> kSamples{{
    {"nl", "Bij het fietsenrek staan elke avond scooters op de stoep. Met mijn rollator kan ik er "
           "dan niet langs. Kan daar "
           "iets aan gedaan worden?"},
    {"en", "Every evening there are scooters on the pavement by the bicycle rack. I cannot get "
           "past with my walking "
           "frame. Can something be done?"},
}};

std::string_view sample(std::string_view language) {
    for (Sample const& one : kSamples) {
        if (one.language == language) {
            return one.text;
        }
    }
    return kSamples.front().text;
}

constexpr std::string_view kDigitSigns = "1234567890-/:;()&@'\"%+";

// One language's walk; stops at the first thing that does not happen.
class Walk {
public:
    Walk(Terminal& terminal, SteppedClock& clock, TourSpec const& spec, std::string language)
        : m_terminal(terminal)
        , m_clock(clock)
        , m_spec(spec)
        , m_visitor(terminal, clock)
        , m_language(std::move(language)) {}

    Walk& tap(std::string_view id) {
        return then([&] { return m_visitor.tap(id); });
    }
    Walk& type(std::string_view text) {
        return then([&] { return m_visitor.type(text); });
    }
    Walk& wait(Milliseconds time) {
        m_visitor.wait(time);
        return *this;
    }
    Walk& await() {
        if (m_result) { // else nothing was sent and nothing would ever come
            m_spec.await_outcome();
            m_terminal.step({});
        }
        return *this;
    }
    Walk& keep(std::string_view name) {
        return then([&]() -> Result<void> {
            std::string full = number() + '-' + std::string(name) + '-' + m_language;
            m_pictures.push_back({full, ui::audit(m_terminal.registry(), m_terminal.theme())});
            return m_spec.keep(full);
        });
    }
    [[nodiscard]] Result<void> const& result() const { return m_result; }
    [[nodiscard]] std::vector<TourPicture> pictures() && { return std::move(m_pictures); }
    void count_from(int number) { m_number = number; }

private:
    template <class Step>
    Walk& then(Step const& step) {
        if (m_result) {
            m_result = step();
        }
        return *this;
    }
    std::string number() {
        ++m_number;
        return (m_number < 10 ? "0" : "") + std::to_string(m_number);
    }

    Terminal& m_terminal;
    SteppedClock& m_clock;
    TourSpec const& m_spec;
    Visitor m_visitor;
    std::string m_language;
    std::vector<TourPicture> m_pictures;
    Result<void> m_result;
    int m_number = 0;
};

void walk_reading(Walk& walk, std::string const& language) {
    walk.keep("attract").tap("attract.language." + language).keep("home");
    walk.tap("home.information").keep("page-pilot");
    walk.tap("information.more").keep("page-pilot-more").tap("bar.back");
    walk.tap("home.who_solves").keep("page-who-solves").tap("bar.back");
    walk.tap("home.what_happens").keep("page-your-message").tap("bar.back");
    walk.tap("strip.emergency").keep("emergency").tap("emergency.not_urgent");
    walk.tap("bar.language").keep("languages").tap("bar.back");
    walk.tap("bar.contrast").keep("home-contrast").tap("bar.contrast");
    walk.wait(std::chrono::seconds(61)).keep("idle-warning-home").tap("idle.yes");
}

void walk_writing(Walk& walk, std::string const& language) {
    walk.tap("home.pass_on").keep("write-pass-on").tap("bar.back");
    walk.tap("home.idea").keep("write-idea").tap("bar.back");
    walk.tap("home.question").keep("write-empty");
    walk.tap("key.digits")
        .keep("write-digits")
        .tap("key.accents")
        .keep("write-accents")
        .tap("key.letters");
    walk.type(sample(language)).keep("write");
    walk.tap("bar.contrast").keep("write-contrast").tap("bar.contrast");
    walk.wait(std::chrono::seconds(50)).keep("idle-warning-write").tap("idle.yes");
    walk.tap("key.digits").tap("key.hide").keep("write-keyboard-hidden").tap("write.box");
    walk.type("\n\n\n\n\n\n\n\n")
        .keep("write-long")
        .tap("write.next")
        .keep("summary-long")
        .tap("bar.back");
    for (int i = 0; i < 8; ++i) {
        walk.tap("key.backspace");
    }
    walk.tap("write.next").keep("summary");
    walk.tap("summary.send").keep("sending");
}

template <class Steps>
Result<std::vector<TourPicture>> each_language(Terminal& terminal, SteppedClock& clock,
                                               TourSpec const& spec, Steps const& steps) {
    std::vector<TourPicture> all;
    for (std::string const& language : spec.languages) {
        terminal.step({});
        Walk walk(terminal, clock, spec, language);
        steps(walk, language);
        if (!walk.result()) {
            return tl::unexpected(walk.result().error());
        }
        std::vector<TourPicture> pictures = std::move(walk).pictures();
        all.insert(all.end(), pictures.begin(), pictures.end());
    }
    return all;
}

} // namespace

WallTime TourClock::wall() const {
    using namespace std::chrono;
    return WallTime(sys_days(year(2026) / 11 / 23)) + hours(13) + minutes(20);
}

LocalTime TourClock::local() const {
    return {.year = 2026, .month = 11, .day = 23, .weekday = 1, .hour = 14, .minute = 20};
}

Result<void> Visitor::tap(std::string_view id) {
    ui::Widget const* widget = m_terminal->registry().find(id);
    if (widget == nullptr || !widget->enabled || widget->covered) {
        return fail(ErrorCode::not_found, "nothing to tap with the id " + std::string(id));
    }
    ui::Rect const area = widget->touch;
    platform::Point const at{area.x + area.w / 2, area.y + area.h / 2};
    finger(platform::FingerPhase::down, at);
    m_clock->advance(kTapTime);
    finger(platform::FingerPhase::up, at);
    m_clock->advance(kBetweenTaps);
    return {};
}

void Visitor::finger(platform::FingerPhase phase, platform::Point at) {
    std::array<platform::InputEvent, 1> const events{
        platform::FingerEvent{.phase = phase, .finger = 1, .at = at, .time = m_clock->now()}};
    m_terminal->step(events);
}

void Visitor::drag(platform::Point from, platform::Point to) {
    constexpr int kSteps = 12;
    finger(platform::FingerPhase::down, from);
    for (int step = 1; step <= kSteps; ++step) {
        float const part = static_cast<float>(step) / kSteps;
        m_clock->advance(Milliseconds(16));
        finger(platform::FingerPhase::move,
               {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
    }
    finger(platform::FingerPhase::up, to);
    m_clock->advance(kBetweenTaps);
}

Result<void> Visitor::type(std::string_view text) {
    for (char const letter : text) {
        if (auto typed = type_letter(letter); !typed) {
            return typed;
        }
    }
    return {};
}

Result<void> Visitor::type_letter(char letter) {
    if (letter == ' ') {
        return tap("key.space");
    }
    if (letter == '\n') {
        return tap("key.enter");
    }
    bool const is_digit_sign = kDigitSigns.find(letter) != std::string_view::npos;
    if (is_digit_sign) {
        if (auto changed = tap("key.digits"); !changed) {
            return changed;
        }
        auto typed = tap(std::string("key.") + letter);
        auto back = tap("key.letters");
        return typed ? back : typed;
    }
    bool const capital = letter >= 'A' && letter <= 'Z';
    char const lower = capital ? static_cast<char>(letter - 'A' + 'a') : letter;
    bool const is_letter = lower >= 'a' && lower <= 'z';
    if (is_letter && m_terminal->journey().draft().shift != capital) {
        if (auto shifted = tap("key.shift"); !shifted) {
            return shifted;
        }
    }
    if (letter == '!' &&
        m_terminal->registry().find("key.!") == nullptr) { // in portrait among the digits
        auto changed = tap("key.digits");
        auto typed = changed ? tap("key.!") : changed;
        auto back = typed ? tap("key.letters") : typed;
        return back;
    }
    return tap(std::string("key.") + lower);
}

void Visitor::wait(Milliseconds time) {
    constexpr Milliseconds kStep{1000};
    for (; time > Milliseconds(0); time -= kStep) {
        m_clock->advance(std::min(time, kStep));
        m_terminal->step({});
    }
}

Result<std::vector<TourPicture>> walk(Terminal& terminal, SteppedClock& clock,
                                      TourSpec const& spec) {
    return each_language(terminal, clock, spec, [](Walk& walk, std::string const& language) {
        walk_reading(walk, language);
        walk_writing(walk, language);
        walk.await().keep("receipt");
        walk.wait(std::chrono::seconds(101)).keep("idle-warning-receipt").tap("idle.yes");
        walk.tap("receipt.done");
    });
}

Result<std::vector<TourPicture>> walk_refused(Terminal& terminal, SteppedClock& clock,
                                              TourSpec const& spec) {
    return each_language(terminal, clock, spec, [](Walk& walk, std::string const& language) {
        constexpr int kAfterReceipt = 25;
        walk.count_from(kAfterReceipt);
        walk.tap("attract.language." + language)
            .tap("home.question")
            .type("Test")
            .tap("write.next");
        walk.tap("summary.send").await().keep("not-stored");
        walk.tap("bar.wipe");
    });
}

} // namespace inloop::loop
