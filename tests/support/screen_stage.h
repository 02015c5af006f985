// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/word_list.h"
#include "kiosk/pages/assets.h"
#include "kiosk/terminal/flow/screen.h"
#include "kiosk/terminal/text/typesetter.h"
#include "kiosk/terminal/ui/audit.h"
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/ui.h"
#include "platform/headless/headless_display.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::support {

struct StageSpec {
    platform::PixelSize size{1280, 800};
    float pixels_per_mm = 5.9F;
    flow::ViewSettings settings{};
    std::string language = "nl";
};

// The three displays the kiosk is made for, in every setting and shipped language.
[[nodiscard]] std::vector<StageSpec> every_stage();
// "800x480 nl large low", for messages.
[[nodiscard]] std::string name_of(StageSpec const& spec);

// A display without a kiosk, for drawing one screen or a part of it by itself. It is Monday
// 23 November 2026, 14.20. One at a time in a thread, because Dear ImGui's context is a global.
class ScreenStage {
public:
    using Draw = std::function<void(ui::Ui&, ui::ScreenContext const&)>;

    explicit ScreenStage(StageSpec spec = {});
    ScreenStage(ScreenStage const&) = delete;
    ScreenStage& operator=(ScreenStage const&) = delete;
    ~ScreenStage() = default;

    // What is drawn may be changed between frames.
    [[nodiscard]] ui::ScreenContext context();
    // One frame with nobody at the display.
    void draw(Draw const& what, ui::PointerState const& pointer = {});
    // A finger comes down on a widget of the last frame and leaves it; throws when there is none.
    void tap(std::string_view id, Draw const& what);

    [[nodiscard]] ui::Theme const& theme() const { return m_theme; }
    [[nodiscard]] ui::Registry const& registry() const { return m_ui->registry(); }
    // What a person would stumble over in the last frame, one line each.
    [[nodiscard]] std::string findings() const;
    // All lettering of the last frame that lies inside `place`, in the order it was drawn.
    [[nodiscard]] std::string words_in(ui::Rect const& place) const;

    ui::Presence presence;
    pages::News const* news = nullptr;
    std::optional<std::uint64_t> letters_here;
    LocalTime time{2026, 11, 23, 1, 14, 20};
    bool warned = false;
    int list_page = 0;

private:
    StageSpec m_spec;
    ui::Theme m_theme;
    pages::Assets m_assets;
    entries::WordList m_words;
    platform::HeadlessDisplay m_display;
    std::unique_ptr<text::Typesetter> m_typesetter;
    std::unique_ptr<ui::Ui> m_ui;
};

// On `day` of November 2026, from and until a whole hour.
[[nodiscard]] entries::Shift november_shift(unsigned day, int from, int until,
                                            entries::ShiftKind kind = entries::ShiftKind::present);

} // namespace inloop::support
