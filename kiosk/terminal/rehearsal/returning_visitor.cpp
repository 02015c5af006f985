// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/rehearsal/returning_visitor.h"

#include "kiosk/terminal/rehearsal/tuning.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace inloop::rehearsal {
namespace {

namespace screen = flow::screen;

// Of the first screen; the language that stands first will do.
constexpr std::string_view kLanguage = "attract.language.";
// Screens on the way to a receipt; more would be a kiosk that goes in circles.
constexpr int kMostScreens = 20;
// The pages of an answer.
constexpr int kMostPages = 30;

// Where one touch leads on whatever the visitor has to say.
struct Touch {
    std::string_view picture;
    std::string_view id;
};
struct TouchOn {
    std::optional<Touch> operator()(screen::Happening const& /*screen*/) const {
        return Touch{"is-it-happening-now", "happening.no"};
    }
    std::optional<Touch> operator()(screen::Desk const& /*screen*/) const {
        return Touch{"whose-job-it-is", "desk.pass"};
    }
    std::optional<Touch> operator()(screen::PersonalData const& /*screen*/) const {
        return Touch{"personal-data", "personal.keep"};
    }
    std::optional<Touch> operator()(screen::Recognisable const& /*screen*/) const {
        return Touch{"who-could-tell", "recognisable.next"};
    }
    std::optional<Touch> operator()(screen::Contact const& /*screen*/) const {
        return Touch{"how-to-hear-back", "contact.by_code"};
    }
    std::optional<Touch> operator()(screen::Summary const& /*screen*/) const {
        return Touch{"is-this-right", "summary.send"};
    }
    template <class Other>
    std::optional<Touch> operator()(Other const& /*screen*/) const {
        return std::nullopt;
    }
};

} // namespace

Result<void> is_the_answer(flow::LetterNews const& news, std::string_view typed) {
    if (news.answers.size() != 1) {
        return fail(ErrorCode::corrupt,
                    fmt::format("{} answers instead of one", news.answers.size()));
    }
    std::string_view const shown = news.answers.front().view();
    if (shown != typed) {
        auto const parted = std::ranges::mismatch(shown, typed).in1 - shown.begin();
        return fail(ErrorCode::corrupt,
                    fmt::format("the answer has {} bytes, the one that was typed {}; they part "
                                "after {}",
                                shown.size(), typed.size(), parted));
    }
    return {};
}

ReturningVisitor::ReturningVisitor(loop::Terminal& terminal, loop::SteppedClock& clock,
                                   VisitorSpec spec)
    : m_terminal(terminal)
    , m_clock(clock)
    , m_spec(std::move(spec))
    , m_finger(terminal, clock) {
    m_terminal.step({}); // the first frame
}

Result<void> ReturningVisitor::await(std::string_view what, Milliseconds limit,
                                     std::function<bool()> const& seen) {
    auto const pause = [this] {
        bool const goes_on = m_spec.wait();
        m_terminal.step({});
        return goes_on;
    };
    return wait_until(m_clock, limit, pause, what, seen);
}

Result<void> ReturningVisitor::keep(std::string const& name) {
    std::size_t const number = m_numbers.try_emplace(name, m_numbers.size() + 1).first->second;
    return m_spec.keep(fmt::format("{:02}-{}", number, name));
}

Result<void> ReturningVisitor::tap(std::string_view id) {
    return m_finger.tap(id);
}

Result<void> ReturningVisitor::tap_first(std::string_view prefix) {
    for (ui::Widget const& widget : m_terminal.registry().widgets()) {
        if (widget.id.starts_with(prefix) && m_finger.can_tap(widget.id)) {
            return tap(std::string(widget.id)); // a copy: the tap draws a new frame
        }
    }
    return fail(ErrorCode::not_found, "nothing to tap with an id like " + std::string(prefix));
}

Result<void> ReturningVisitor::keep_and_tap(std::string const& name, std::string_view id) {
    return keep(name).and_then([&] { return tap(id); });
}

Result<void> ReturningVisitor::write(std::string_view question) {
    return keep("writing").and_then([&] { return m_finger.type(question); }).and_then([&] {
        return keep_and_tap("written", "write.next");
    });
}

Result<void> ReturningVisitor::choose_place() {
    Result<void> const chosen = tap_first("where.street.");
    return keep("where").and_then([&] { return tap(chosen ? "where.next" : "where.skip"); });
}

Result<void> ReturningVisitor::go_on(std::string_view question) {
    if (std::optional<Touch> const touch = std::visit(TouchOn(), m_terminal.journey().screen())) {
        return keep_and_tap(std::string(touch->picture), touch->id);
    }
    if (seen<screen::Subjects>() != nullptr) {
        return keep("subjects").and_then([&] { return tap_first("subject."); });
    }
    if (auto const* const asked = seen<screen::Question>()) {
        return keep(fmt::format("question-{}", asked->number + 1)).and_then([&] {
            return tap_first("option.");
        });
    }
    if (seen<screen::Write>() != nullptr) {
        return write(question);
    }
    if (seen<screen::Where>() != nullptr) {
        return choose_place();
    }
    return fail(ErrorCode::unavailable, "the kiosk takes no question now: it shows another screen");
}

Result<void> ReturningVisitor::ask(std::string_view question) {
    Result<void> gone =
        keep("first-screen").and_then([&] { return tap_first(kLanguage); }).and_then([&] {
            return keep_and_tap("home", "home.question");
        });
    auto const on_the_way = [&] {
        return seen<screen::Sending>() == nullptr && seen<screen::Receipt>() == nullptr;
    };
    for (int screens = 0; gone && on_the_way() && screens < kMostScreens; ++screens) {
        gone = go_on(question);
    }
    if (!gone) {
        return gone;
    }
    gone = await("the kiosk keeps the letter", kKeepTime,
                 [&] { return seen<screen::Sending>() == nullptr; });
    auto const* const receipt = seen<screen::Receipt>();
    if (gone && receipt == nullptr) {
        return fail(ErrorCode::io, "the kiosk did not keep the letter");
    }
    if (receipt != nullptr) {
        m_code = flow::KeptCode(receipt->code);
    }
    return gone.and_then([&] { return keep("receipt"); });
}

Result<void> ReturningVisitor::see_it_arrive() {
    return await("the receipt says that the police have the letter", kSyncTime,
                 [&] {
                     auto const* const receipt = seen<screen::Receipt>();
                     return receipt == nullptr || receipt->arrived;
                 })
        .and_then([&] { return keep_and_tap("receipt-arrived", "receipt.done"); })
        .and_then([&] { return keep_and_tap("would-you-have-gone", "afterwards.no"); })
        .and_then([&] { return keep_and_tap("how-did-it-go", "afterwards.glad"); })
        .and_then([&] { return keep_and_tap("thanks", "afterwards.done"); });
}

Result<void> ReturningVisitor::type_code() {
    Result<void> typed =
        m_finger.can_tap("code.by_digits") ? tap("code.by_digits") : Result<void>();
    typed = typed.and_then([&] { return keep("code-asked"); });
    for (char const digit : m_code.code().digits()) {
        typed = typed.and_then([&] { return tap(std::string("key.") + digit); });
    }
    return typed;
}

Result<void> ReturningVisitor::keep_answer() {
    Result<void> kept = keep("answer");
    for (int page = 2; kept && m_finger.can_tap("code_result.next") && page < kMostPages; ++page) {
        kept =
            tap("code_result.next").and_then([&] { return keep(fmt::format("answer-{}", page)); });
    }
    return kept;
}

Result<bool> ReturningVisitor::look_for_answer() {
    Result<void> const looked =
        tap_first(kLanguage)
            .and_then([&] { return tap("home.code"); })
            .and_then([&] { return type_code(); })
            .and_then([&] { return keep_and_tap("code-typed", "code.look"); })
            .and_then([&] {
                return await("the kiosk looks the code up", kKeepTime,
                             [&] { return seen<screen::CodeResult>() != nullptr; });
            });
    if (!looked) {
        return tl::unexpected(looked.error());
    }
    flow::CodeVisit const* const visit = m_terminal.journey().visit();
    bool const answered = visit != nullptr && !visit->news.answers.empty();
    return (answered ? keep_answer() : tap("code_result.done")).map([&] { return answered; });
}

Result<void> ReturningVisitor::read(std::string_view typed) {
    flow::CodeVisit const* const visit = m_terminal.journey().visit();
    if (seen<screen::CodeResult>() == nullptr || visit == nullptr) {
        return fail(ErrorCode::unavailable, "no answer is on the screen");
    }
    return is_the_answer(visit->news, typed);
}

Result<void> ReturningVisitor::leave() {
    Result<void> const left = tap("code_result.done");
    if (left && (seen<screen::Attract>() == nullptr || m_terminal.journey().visit() != nullptr)) {
        return fail(ErrorCode::corrupt, "the answer is still there after the visitor has left");
    }
    return left.and_then([&] { return keep("left-again"); });
}

} // namespace inloop::rehearsal
