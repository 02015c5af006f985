// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/guide.h"

#include "kiosk/terminal/ui/tuning.h"

#include <array>
#include <utility>

namespace inloop::loop {

namespace {

// Letters of a word after which the keyboard offers it; no word of the list shares four.
constexpr std::size_t kLettersOfWord = 4;
// A list of large letters is never longer than this, or something is wrong with its paging.
constexpr int kMostPages = 30;

} // namespace

Guide& Guide::tap(std::string_view id) {
    return then([&] { return m_visitor.tap(id); });
}

Guide& Guide::tap_if_there(std::string_view id) {
    return then([&] { return m_visitor.can_tap(id) ? m_visitor.tap(id) : Result<void>(); });
}

Guide& Guide::type(std::string_view text) {
    return then([&] { return m_visitor.type(text); });
}

Guide& Guide::wait(Milliseconds time) {
    m_visitor.wait(time);
    return *this;
}

Guide& Guide::await() {
    if (m_result) { // else nothing was sent and nothing would ever come
        m_spec.await_outcome();
        m_terminal.step({});
        if (auto const* shown = std::get_if<flow::screen::Receipt>(&journey().screen())) {
            m_code = shown->code;
        }
    }
    return *this;
}

Guide& Guide::begin() {
    return tap("attract.language." + m_language);
}

Guide& Guide::type_code() {
    for (std::uint16_t const index : m_code.words) {
        then([&]() -> Result<void> {
            entries::WordList const& list = m_terminal.words();
            std::string_view const word = list.word(index);
            for (char const letter : word.substr(0, kLettersOfWord)) {
                if (auto typed = m_visitor.tap(std::string("key.") + letter); !typed) {
                    return typed;
                }
            }
            return m_visitor.tap("code.word.0");
        });
    }
    return *this;
}

Guide& Guide::type_code_digits() {
    for (char const digit : m_code.digits()) {
        tap(std::string("key.") + digit);
    }
    return *this;
}

Result<void> Guide::picture(std::string const& name) {
    std::string const full = name + '-' + m_language;
    m_pictures.push_back({full, ui::audit(m_terminal.registry(), m_terminal.theme())});
    return m_spec.keep(full);
}

Guide& Guide::keep(std::string_view name) {
    return then([&] { return picture(std::string(name)); });
}

Guide& Guide::find(flow::LetterNews news) {
    return then([&]() -> Result<void> {
        m_spec.await_outcome(); // comes too late: the news are there already
        journey().handle(flow::event::CodeRead{std::move(news)});
        m_terminal.step({});
        return {};
    });
}

flow::LetterNews Guide::answered(entries::Status status,
                                 std::initializer_list<std::string_view> answers) {
    flow::LetterNews news{.state = flow::CodeState::with_police, .status = status, .answers = {}};
    for (std::string_view const words : answers) {
        then([&]() -> Result<void> {
            auto text = SecretText::with_capacity(words.size());
            if (!text || !text->insert(0, words)) {
                return text ? fail(ErrorCode::invalid_input, "an answer is not UTF-8")
                            : tl::unexpected(text.error());
            }
            news.answers.push_back(std::move(*text));
            return {};
        });
    }
    return news;
}

Guide& Guide::arrive() {
    auto const* receipt = std::get_if<flow::screen::Receipt>(&journey().screen());
    return receipt != nullptr ? tell(flow::event::Arrived{{receipt->seq}}) : *this;
}

Guide& Guide::hold_mark() {
    float const strip = m_terminal.theme().space.strip;
    auto const width = static_cast<float>(m_terminal.theme().spec.size.width);
    m_visitor.hold({width - strip / 2, strip / 2}, ui::kServiceHold);
    return *this;
}

// Settings too: their buttons stand elsewhere on each display.
Guide& Guide::tell(flow::Event event) {
    journey().handle(std::move(event));
    m_terminal.step({});
    constexpr int kMostFrames = 100; // a list comes to rest in a second
    for (int frame = 0; frame < kMostFrames && m_terminal.moving(); ++frame) {
        m_clock.advance(ui::kAnimationFrame);
        m_terminal.step({});
    }
    return *this;
}

Result<void> Guide::all_pages(std::string const& name) {
    Result<void> kept = picture(name);
    for (int page = 2; kept && m_visitor.can_tap("list.down") && page < kMostPages; ++page) {
        kept = m_visitor.tap("list.down");
        if (kept) {
            kept = picture(name + '-' + std::to_string(page));
        }
    }
    return kept;
}

Guide& Guide::keep_views(std::string_view name) {
    std::string const base(name);
    keep(base);
    tell(flow::event::ToggleLargeLetters{});
    then([&] { return all_pages(base + "-large"); });
    tell(flow::event::ToggleContrast{});
    keep(base + "-large-contrast");
    tell(flow::event::ToggleLargeLetters{});
    keep(base + "-contrast");
    tell(flow::event::ToggleContrast{});
    tell(flow::event::ToggleLowReach{});
    keep(base + "-low");
    tell(flow::event::ToggleLowReach{});
    return *this;
}

Guide& Guide::keep_warning(std::string_view name, Milliseconds idle) {
    constexpr Milliseconds kMoment{1000};
    wait(idle + kMoment).keep(name).tap("idle.yes");
    tell(flow::event::ToggleLargeLetters{});
    wait(idle + kMoment).keep(std::string(name) + "-large").tap("idle.yes");
    tell(flow::event::ToggleLargeLetters{});
    return *this;
}

} // namespace inloop::loop
