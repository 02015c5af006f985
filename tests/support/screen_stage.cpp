// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/screen_stage.h"

#include "tests/support/asset_folder.h"
#include "tests/support/must.h"
#include "tests/support/typesetting.h"

#include <chrono>
#include <stdexcept>

namespace inloop::support {

namespace {

ui::Theme theme_of(StageSpec const& spec) {
    flow::ViewSettings const& view = spec.settings;
    return ui::Theme::make(
        {.size = spec.size,
         .pixels_per_mm = spec.pixels_per_mm,
         .letters = view.large_letters ? ui::LetterSize::large : ui::LetterSize::normal,
         .contrast = view.high_contrast ? ui::Contrast::high : ui::Contrast::normal,
         .reach = view.low_reach ? ui::Reach::low : ui::Reach::normal});
}

} // namespace

std::vector<StageSpec> every_stage() {
    std::vector<StageSpec> all;
    for (StageSpec const& display :
         {StageSpec{}, StageSpec{.size = {800, 480}, .pixels_per_mm = 5.2F},
          StageSpec{.size = {720, 1280}, .pixels_per_mm = 8.1F}}) {
        for (char const* language : {"nl", "en"}) {
            for (unsigned view = 0; view < 8; ++view) {
                StageSpec spec = display;
                spec.language = language;
                spec.settings = {.large_letters = (view & 1U) != 0,
                                 .high_contrast = (view & 2U) != 0,
                                 .low_reach = (view & 4U) != 0};
                all.push_back(spec);
            }
        }
    }
    return all;
}

std::string name_of(StageSpec const& spec) {
    return std::to_string(spec.size.width) + 'x' + std::to_string(spec.size.height) + ' ' +
           spec.language + (spec.settings.large_letters ? " large" : "") +
           (spec.settings.high_contrast ? " contrast" : "") +
           (spec.settings.low_reach ? " low" : "");
}

ScreenStage::ScreenStage(StageSpec spec)
    : m_spec(std::move(spec))
    , m_theme(theme_of(m_spec))
    , m_assets(must(pages::load_assets(shipped_assets())))
    , m_words(must(
          entries::WordList::parse(content_of(shipped_assets() / "words.nl.txt"), "words.nl.txt")))
    , m_display(m_spec.size, m_spec.pixels_per_mm)
    , m_typesetter(open_typesetter())
    , m_ui(must(ui::Ui::create(m_display, *m_typesetter))) {}

ui::ScreenContext ScreenStage::context() {
    return {.assets = m_assets,
            .phrases = m_assets.phrases_in(m_spec.language),
            .words = m_words,
            .language = m_spec.language,
            .settings = m_spec.settings,
            .time = time,
            .trust = ClockTrust::synced,
            .warned = warned,
            .presence = presence,
            .news = news,
            .letters_here = letters_here,
            .list_page = list_page};
}

void ScreenStage::draw(Draw const& what, ui::PointerState const& pointer) {
    constexpr int kAttempts = 3; // letters may fill the atlas once
    for (int i = 0; i < kAttempts; ++i) {
        m_ui->begin(m_theme, pointer, m_spec.language, Instant());
        what(*m_ui, context());
        if (m_ui->end() != nullptr) {
            return;
        }
    }
    throw std::runtime_error("a frame needs more letters than the atlas holds");
}

void ScreenStage::tap(std::string_view id, Draw const& what) {
    ui::Widget const* widget = registry().find(id);
    if (widget == nullptr) {
        throw std::runtime_error("not on the screen: " + std::string(id));
    }
    platform::Point const at{widget->touch.x + widget->touch.w / 2,
                             widget->touch.y + widget->touch.h / 2};
    draw(what, {.down = true, .pressed = true, .at = at, .start = at});
    draw(what, {.released = true, .at = at, .start = at});
}

std::string ScreenStage::findings() const {
    std::string all;
    for (ui::Finding const& finding : ui::audit(registry(), m_theme)) {
        all += finding.rule + ": " + finding.what + '\n';
    }
    return all;
}

std::string ScreenStage::words_in(ui::Rect const& place) const {
    std::string all;
    for (ui::Lettering const& lettering : registry().letterings()) {
        ui::Rect const& used = lettering.used;
        if (place.contains(used.x + used.w / 2, used.y + used.h / 2)) {
            all += lettering.text;
        }
    }
    return all;
}

entries::Shift november_shift(unsigned day, int from, int until, entries::ShiftKind kind) {
    namespace ch = std::chrono;
    ch::local_days const date{ch::year(2026) / ch::November / ch::day(day)};
    return {entries::LocalMinute(date) + ch::hours(from),
            entries::LocalMinute(date) + ch::hours(until), kind};
}

} // namespace inloop::support
