// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/letter.h"
#include "kiosk/entries/receipt_code.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/pages/assets.h"
#include "kiosk/pages/site_files.h"
#include "kiosk/terminal/flow/journey.h"
#include "kiosk/terminal/flow/services.h"
#include "kiosk/terminal/loop/asset_reload.h"
#include "kiosk/terminal/loop/terminal.h"
#include "kiosk/terminal/loop/visitor.h"
#include "kiosk/terminal/ui/audit.h"
#include "platform/headless/headless_display.h"
#include "tests/support/asset_folder.h"
#include "tests/support/manual_clock.h"
#include "tests/support/recording_sender.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace inloop::support {

// ManualClock as a visitor of loop/visitor.h moves it. Starts on Monday 23 November 2026, 14.20 in
// a place an hour ahead of UTC. Any thread.
class RigClock final : public loop::SteppedClock {
public:
    RigClock();
    [[nodiscard]] Instant now() const override { return manual.now(); }
    [[nodiscard]] WallTime wall() const override { return manual.wall(); }
    [[nodiscard]] LocalTime local() const override { return manual.local(); }
    [[nodiscard]] ClockTrust trust() const override { return manual.trust(); }
    void advance(Milliseconds by) override { manual.advance(by); }

    ManualClock manual;
};

// A headless display that can be watched, and that need not paint: most tests never look at pixels.
class WatchedDisplay final : public platform::Display {
public:
    WatchedDisplay(platform::PixelSize size, float pixels_per_mm) : headless(size, pixels_per_mm) {}

    [[nodiscard]] platform::PixelSize size() const override { return headless.size(); }
    [[nodiscard]] float pixels_per_mm() const override { return headless.pixels_per_mm(); }
    void wait(std::optional<Instant> until, std::vector<platform::InputEvent>& events) override {
        headless.wait(until, events);
    }
    void wake() override { headless.wake(); }
    [[nodiscard]] Result<platform::TextureId>
    create_texture(platform::PixelSize size, platform::TextureFormat format) override {
        return headless.create_texture(size, format);
    }
    void update_texture(platform::TextureId texture, platform::PixelRect area,
                        std::span<std::uint8_t const> pixels) override {
        headless.update_texture(texture, area, pixels);
    }
    void destroy_texture(platform::TextureId texture) override {
        headless.destroy_texture(texture);
    }
    [[nodiscard]] Result<platform::FrameReport> present(ImDrawData const& frame) override;
    [[nodiscard]] Result<platform::Image> screenshot() override { return headless.screenshot(); }

    platform::HeadlessDisplay headless;
    bool painting = true;
    std::function<void()> on_present; // called before a frame is shown
};

// Takes letters, codes and counts, and answers when the test says so. One thread.
class HeldLetters final : public flow::LetterSender,
                          public flow::CodeReader,
                          public flow::UseCounter,
                          public flow::Pairing,
                          public flow::Outcomes {
public:
    void send(entries::Letter letter) override { m_kept.send(std::move(letter)); }
    void send_follow_up(flow::FollowUpToSend follow_up) override {
        m_kept.send_follow_up(std::move(follow_up));
    }
    void look_up(entries::ReceiptCode code) override { m_kept.look_up(code); }
    void count(std::string_view use) override { m_kept.count(use); }
    [[nodiscard]] std::optional<flow::Event> take_outcome() override;

    void pair(std::string code) override { m_kept.pair(std::move(code)); }
    void confirm(bool same) override { m_kept.confirm(same); }

    [[nodiscard]] flow::Services services() { return {*this, *this, *this, this}; }

    // How many letters and codes wait for an answer; the journey gives one at a time.
    [[nodiscard]] std::size_t waiting() const { return m_kept.sent(); }
    [[nodiscard]] std::size_t codes_waiting() const { return m_kept.codes().size(); }
    [[nodiscard]] std::size_t follow_ups_waiting() const { return m_kept.follow_ups().size(); }
    [[nodiscard]] flow::FollowUpToSend const& last_follow_up() const {
        return m_kept.follow_ups().back();
    }
    [[nodiscard]] std::vector<std::string> const& pairing_codes() const {
        return m_kept.pairing_codes();
    }
    [[nodiscard]] std::vector<bool> const& confirmed() const { return m_kept.confirmed(); }
    [[nodiscard]] entries::Letter const& last() const { return m_kept.last(); }
    [[nodiscard]] entries::ReceiptCode last_code() const { return m_kept.codes().back(); }
    // All uses counted so far, in order.
    [[nodiscard]] std::vector<std::string> const& uses() const { return m_kept.uses(); }

    // What became of the letter, the follow-up or the code; the terminal learns it at its next
    // step.
    void store(entries::ReceiptCode code = {{11, 222, 333, 1444, 2047}}, std::uint64_t seq = 1);
    void store_follow_up();
    void refuse(flow::NotStoredReason reason);
    void answer(flow::CodeState state);
    void answer(flow::LetterNews news);
    // Anything else that a service says.
    void tell(flow::Event outcome) { m_outcomes.push_back(std::move(outcome)); }
    // How many letters lie on this device.
    void tell_letters(std::uint64_t sealed);

private:
    RecordingSender m_kept;
    std::deque<flow::Event> m_outcomes;
};

struct KioskSpec {
    platform::PixelSize size{1280, 800};
    float pixels_per_mm = 5.9F;
    std::filesystem::path assets{}; // empty: the shipped ones
    bool painting = false;
    pages::SiteFiles site{}; // who is here when, and the news
    flow::Letterbox letterbox = flow::Letterbox::open;
    platform::Backlight* backlight = nullptr; // outlives the rig, as does the switch
    std::optional<loop::NightLight> night{};
    platform::PresenceSwitch const* presence_switch = nullptr;
    loop::PresenceKey presence_key = loop::PresenceKey::ignored;
};

// The panels the kiosk is made for: 10 inch, 7 inch, and 7 inch upright.
[[nodiscard]] std::vector<KioskSpec> made_for();

// A subject of the shipped assets with three questions and a place, for the police and not
// delicate.
inline constexpr std::string_view kPlainSubject = "traffic";

// Who takes the letters of a terminal.
struct Post {
    flow::Services services;
    flow::Outcomes& outcomes;
};

// The whole kiosk in one process without a window: assets, words, clock, display, terminal and a
// visitor. One at a time in a thread, because Dear ImGui's context is a global.
class KioskRig {
public:
    // Letters are held. Throws when the kiosk would not start.
    explicit KioskRig(KioskSpec const& spec = {});
    // Letters go to what `post` makes; it is called once, with everything but the terminal made.
    KioskRig(KioskSpec const& spec, std::function<Post(KioskRig&)> const& post);
    KioskRig(KioskRig const&) = delete;
    KioskRig& operator=(KioskRig const&) = delete;
    ~KioskRig() = default;

    [[nodiscard]] loop::Terminal& terminal() { return *m_terminal; }
    [[nodiscard]] flow::Journey& journey() { return m_terminal->journey(); }
    [[nodiscard]] std::string_view text() { return journey().draft().message.text.view(); }
    template <class Screen>
    [[nodiscard]] bool on() {
        return std::holds_alternative<Screen>(journey().screen());
    }
    [[nodiscard]] std::vector<ui::Finding> audit() const;
    // One line for each finding, for messages.
    [[nodiscard]] std::string findings() const;

    // What a visitor does; throws when it cannot be done.
    void tap(std::string_view id);
    // The same for what may stand on a later page of a long list.
    void tap_listed(std::string_view id);
    void type(std::string_view text);
    void wait(Milliseconds time) { m_visitor->wait(time); }
    void drag(platform::Point from, platform::Point to) { m_visitor->drag(from, to); }
    // One finger event, now, in a step of its own.
    void finger(platform::FingerPhase phase, platform::Point at, std::int64_t finger = 1);
    [[nodiscard]] platform::FingerEvent event(platform::FingerPhase phase, platform::Point at,
                                              std::int64_t finger = 1) const;
    void step(std::span<platform::InputEvent const> events = {}) { m_terminal->step(events); }
    // Puts text where the caret of the message is, as no key can, and draws it.
    void put(std::string_view text);
    // Draws anew though nothing changed.
    void redraw();
    // The middle of a widget; throws when it is not there.
    [[nodiscard]] platform::Point middle(std::string_view id) const;
    // Waits for the real services until the letter or the code has its outcome.
    void await_outcome();

    // From the first screen or home to the empty text box of a question about `subject`: nothing
    // happens now, a note for another desk may be passed on, no question is answered.
    void open_question(std::string_view subject = kPlainSubject);
    // From the text box to the summary, with what stands in it: personal data stay in, nobody is
    // recognisable, no place, heard of by code.
    void finish_question();
    // From the first screen or home to the summary of a question that says `text`.
    void write_question(std::string_view text, std::string_view subject = kPlainSubject);
    // From the first screen or home to the summary of an idea, which is asked nothing.
    void write_idea(std::string_view text);

    RigClock clock;
    WatchedDisplay display;
    std::shared_ptr<pages::Assets const> assets;
    entries::WordList words;
    HeldLetters held;
    std::vector<std::string> log;
    // Files that changed: the terminal takes them over at its next step.
    std::optional<loop::Reloaded> changed_files;
    // Told of every input event, as --record is. Empty at first; may be changed at any time.
    std::function<void(platform::InputEvent const&, loop::Sensitivity)> observer;

private:
    void start(KioskSpec const& spec, Post post);

    std::unique_ptr<loop::Terminal> m_terminal;
    std::unique_ptr<loop::Visitor> m_visitor;
};

// Reads what the kiosk shows as it does at its start. Errors name file, cause and mend.
[[nodiscard]] Result<entries::WordList> read_words(std::filesystem::path const& assets);

} // namespace inloop::support
