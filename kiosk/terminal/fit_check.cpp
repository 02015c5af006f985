// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/fit_check.h"

#include "kiosk/terminal/loop/terminal.h"
#include "kiosk/terminal/loop/tour.h"
#include "kiosk/terminal/text_places.h"
#include "kiosk/terminal/tour_parts.h"
#include "kiosk/terminal/ui/audit.h"
#include "platform/api/usual_density.h"
#include "platform/headless/headless_display.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace inloop::terminal {

namespace {

// A display of which nobody looks at the pixels.
class UnseenDisplay final : public platform::Display {
public:
    explicit UnseenDisplay(platform::PixelSize size)
        : m_display(size, platform::usual_pixels_per_mm(size)) {}

    [[nodiscard]] platform::PixelSize size() const override { return m_display.size(); }
    [[nodiscard]] float pixels_per_mm() const override { return m_display.pixels_per_mm(); }
    void wait(std::optional<Instant> until, std::vector<platform::InputEvent>& events) override {
        m_display.wait(until, events);
    }
    void wake() override { m_display.wake(); }
    [[nodiscard]] Result<platform::TextureId>
    create_texture(platform::PixelSize size, platform::TextureFormat format) override {
        return m_display.create_texture(size, format);
    }
    void update_texture(platform::TextureId /*texture*/, platform::PixelRect /*area*/,
                        std::span<std::uint8_t const> /*pixels*/) override {}
    void destroy_texture(platform::TextureId texture) override {
        m_display.destroy_texture(texture);
    }
    [[nodiscard]] Result<platform::FrameReport> present(ImDrawData const& /*frame*/) override {
        return platform::FrameReport{.presented = true, .pixels = 0};
    }
    [[nodiscard]] Result<platform::Image> screenshot() override { return m_display.screenshot(); }

private:
    platform::HeadlessDisplay m_display;
};

// A code of the longest words there are, which need the most room.
entries::ReceiptCode longest_code(entries::WordList const& words) {
    std::array<std::uint16_t, entries::kWordCount> order{};
    std::iota(order.begin(), order.end(), std::uint16_t{0});
    std::ranges::stable_sort(order, [&](std::uint16_t a, std::uint16_t b) {
        return words.word(a).size() > words.word(b).size();
    });
    entries::ReceiptCode code;
    std::copy_n(order.begin(), code.words.size(), code.words.begin());
    return code;
}

// Says that every letter was kept and keeps none: only the screens are looked at.
class PretendedPost final : public flow::LetterSender,
                            public flow::CodeReader,
                            public flow::UseCounter,
                            public flow::Outcomes {
public:
    explicit PretendedPost(entries::ReceiptCode const& code) : m_code(code) {
        m_outcomes.emplace_back(flow::event::LettersHere{2});
    }
    void send(entries::Letter /*letter*/) override {
        m_outcomes.emplace_back(flow::event::Stored{m_code});
    }
    void send_follow_up(flow::FollowUpToSend /*follow_up*/) override {
        m_outcomes.emplace_back(flow::event::FollowUpStored{});
    }
    void look_up(entries::ReceiptCode code) override {
        bool const known = code == m_code;
        m_outcomes.emplace_back(flow::event::CodeRead{
            {.state = known ? flow::CodeState::stored : flow::CodeState::nothing_to_see}});
    }
    void count(std::string_view /*use*/) override {}
    [[nodiscard]] std::optional<flow::Event> take_outcome() override {
        if (m_outcomes.empty()) {
            return std::nullopt;
        }
        flow::Event outcome = std::move(m_outcomes.front());
        m_outcomes.pop_front();
        return outcome;
    }

private:
    entries::ReceiptCode m_code;
    std::deque<flow::Event> m_outcomes;
};

// The words a finding begins with: `"..." [`; empty when it is about a widget.
std::string_view words_in(std::string_view finding) {
    std::size_t const end = finding.find("\" [");
    return finding.starts_with('"') && end != std::string_view::npos ? finding.substr(1, end - 1)
                                                                     : std::string_view();
}

// The widget a finding begins with: `home.question [`; empty when it is about words.
std::string_view widget_in(std::string_view finding) {
    std::size_t const end = finding.find(" [");
    return !finding.starts_with('"') && end != std::string_view::npos ? finding.substr(0, end)
                                                                      : std::string_view();
}

// Without where it lies, which differs from screen to screen.
std::string without_places(std::string_view finding) {
    std::string text;
    for (std::size_t at = 0; at < finding.size(); ++at) {
        std::size_t const end =
            finding.substr(at, 2) == " [" ? finding.find(']', at) : std::string_view::npos;
        if (end != std::string_view::npos) {
            at = end;
        } else {
            text += finding[at];
        }
    }
    return text;
}

char const* mend_of(std::string_view rule) {
    return rule == "cut" || rule == "outside" || rule == "overlap"
               ? "make the text shorter"
               : "look at the screen with inloop-kiosk --tour DIR --size 800x480";
}

// Collects findings, each once with the number of screens it was seen on.
class Report {
public:
    Report(std::filesystem::path const& assets, std::vector<std::string> languages)
        : m_places(assets, languages)
        , m_languages(std::move(languages)) {}

    void add(loop::TourPicture const& picture) {
        std::string const language = language_of(picture.name);
        for (ui::Finding const& finding : picture.findings) {
            auto const [known, is_new] = m_known.try_emplace(
                {language, finding.rule, without_places(finding.what)}, m_found.size());
            if (is_new) {
                m_found.push_back({problem_of(picture.name, language, finding), 0});
            } else {
                ++m_found[known->second].other_screens;
            }
        }
    }
    void add_stop(Error const& error) {
        m_found.push_back(
            {{"the walk through the screens", 0, "ended early: " + error.message,
              "look at the screens with inloop-kiosk --tour DIR --size 800x480", error.code},
             0});
    }
    [[nodiscard]] std::vector<pages::Problem> problems() && {
        std::vector<pages::Problem> problems;
        for (Found& found : m_found) {
            if (found.other_screens > 0) {
                found.problem.cause += " (and " + std::to_string(found.other_screens) + " more)";
            }
            problems.push_back(std::move(found.problem));
        }
        return problems;
    }

private:
    struct Found {
        pages::Problem problem;
        std::size_t other_screens = 0;
    };
    using Key = std::tuple<std::string, std::string, std::string>;

    [[nodiscard]] std::string language_of(std::string_view picture) const {
        auto const found = std::ranges::find_if(m_languages, [&](std::string const& language) {
            return picture.ends_with('-' + language);
        });
        return found != m_languages.end() ? *found : std::string();
    }
    [[nodiscard]] pages::Problem problem_of(std::string const& picture, std::string_view language,
                                            ui::Finding const& finding) const {
        std::string_view const words = words_in(finding.what);
        // Many a widget is called as the phrase on it.
        auto const place = words.empty() ? m_places.find_key(widget_in(finding.what), language)
                                         : m_places.find(words, language);
        std::string cause = finding.rule + ": " + finding.what + ", screen " + picture + " at " +
                            std::to_string(kSmallestDisplay.width) + 'x' +
                            std::to_string(kSmallestDisplay.height);
        if (!place) {
            return {"screen " + picture, 0, std::move(cause), mend_of(finding.rule)};
        }
        if (!place->key.empty()) {
            cause = place->key + ": " + cause;
        }
        return {place->file, place->line, std::move(cause), mend_of(finding.rule)};
    }

    TextPlaces m_places;
    std::vector<std::string> m_languages;
    std::map<Key, std::size_t> m_known;
    std::vector<Found> m_found;
};

// One part of the tour on a terminal of its own. Each screen is reported when it is seen, so that
// what was found is told also when the walk ends early.
Result<void> walk(Shown const& shown, TourPart const& part, Report& report) {
    UnseenDisplay display(kSmallestDisplay);
    loop::TourClock clock;
    PretendedPost keeping(longest_code(shown.words));
    sending::RefusingSender refusing(flow::NotStoredReason::no_keys);
    loop::TourPairing pairing;
    bool const keeps = part.keeps_letters;
    auto terminal = loop::Terminal::create(
        {.display = display,
         .assets = shown.assets,
         .site = part.site,
         .words = shown.words,
         .clock = clock,
         .services = keeps ? flow::Services{keeping, keeping, keeping, &pairing}
                           : flow::Services{refusing, refusing, refusing, &pairing},
         .outcomes = keeps ? static_cast<flow::Outcomes&>(keeping) : refusing,
         .letterbox = part.letterbox,
         .log = log_line});
    if (!terminal) {
        return tl::unexpected(terminal.error());
    }
    loop::TourSpec const spec{
        .languages = shown.assets->language_codes(),
        .await_outcome = [] {},
        .keep =
            [&](std::string const& name) {
                report.add({name, ui::audit((*terminal)->registry(), (*terminal)->theme())});
                return Result<void>();
            }};
    auto const walked = part.walk(**terminal, clock, spec);
    return walked ? Result<void>() : tl::unexpected(walked.error());
}

} // namespace

std::vector<pages::Problem> check_fit(Shown const& shown, std::filesystem::path const& assets) {
    Report report(assets, shown.assets->language_codes());
    for (TourPart const& part : tour_parts()) {
        if (auto const walked = walk(shown, part, report); !walked) {
            report.add_stop(walked.error());
        }
    }
    return std::move(report).problems();
}

} // namespace inloop::terminal
