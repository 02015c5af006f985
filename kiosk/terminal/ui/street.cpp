// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/street.h"

#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace inloop::ui {

namespace {

enum class Gable : std::uint8_t { stepped, pointed, bell, hipped };

// A house in units of the design: the street is 1280 wide and 160 high, its ground 14.
struct House {
    float left = 0;
    float width = 0;
    float wall = 0; // height of the wall
    float roof = 0; // height of the gable above it
    Gable gable = Gable::pointed;
    std::uint32_t colour = 0;
    std::uint32_t roof_colour = 0; // hipped roofs only
    std::uint32_t door = 0;
    bool door_right = false;
};

constexpr float kWidth = 1280;
constexpr float kHeight = 160;
constexpr float kGround = 14;
constexpr std::uint32_t kPane = 0xF7F3EB;
constexpr std::uint32_t kLit = 0xF4D79A;

constexpr std::array<House, 12> kHouses{{
    {-30, 104, 98, 32, Gable::stepped, 0xE8DFC9, 0, 0x3F5470, true},
    {74, 116, 96, 26, Gable::stepped, 0xDDBFA6, 0, 0x3F5470, true},
    {190, 88, 108, 33, Gable::bell, 0xC6CFDD, 0, 0x3F5470, false},
    {278, 123, 102, 20, Gable::hipped, 0xD2C3B1, 0x8793A6, 0x7A5540, true},
    {401, 85, 112, 32, Gable::stepped, 0xDDBFA6, 0, 0x6B7A93, false},
    {486, 119, 98, 37, Gable::bell, 0xE0CDB5, 0, 0x1B4A7F, false},
    {605, 114, 90, 37, Gable::pointed, 0xDDBFA6, 0, 0x1B4A7F, true},
    {719, 91, 110, 20, Gable::hipped, 0xB6C5D9, 0x97887A, 0x6B7A93, false},
    {810, 168, 126, 20, Gable::hipped, 0x1B4A7F, 0x14223B, 0xF4B13A, true},
    {978, 116, 100, 32, Gable::bell, 0xD2C3B1, 0, 0x1B4A7F, false},
    {1094, 96, 104, 32, Gable::stepped, 0xE0CDB5, 0, 0x6B7A93, true},
    {1190, 120, 114, 20, Gable::hipped, 0xD2C3B1, 0x7A89A3, 0x6B7A93, false},
}};
constexpr std::size_t kOpenHouse = 8;
// From the left of the first house to the right of the last: where the row begins again.
constexpr float kRow = 1340;

// Turns units of the design into pixels of the place.
struct Ground {
    Rect place;
    float unit = 1;
    [[nodiscard]] float x(float design) const { return std::round(place.x + design * unit); }
    [[nodiscard]] float y(float above_ground) const {
        return std::round(place.bottom() - (kGround + above_ground) * unit);
    }
    // A rectangle by its lower left corner.
    [[nodiscard]] Rect rect(float left, float foot, float width, float height) const {
        float const x0 = x(left);
        float const y0 = y(foot + height);
        return {x0, y0, x(left + width) - x0, y(foot) - y0};
    }
};

void stepped(Ui& ui, Ground const& ground, House const& house) {
    constexpr int kSteps = 4;
    for (int step = 0; step < kSteps; ++step) {
        float const inset = house.width * 0.1F * static_cast<float>(step + 1);
        float const height = house.roof / kSteps;
        ui.fill(ground.rect(house.left + inset, house.wall + height * static_cast<float>(step),
                            house.width - 2 * inset, height),
                rgb(house.colour));
    }
}

void outline_gable(Ui& ui, Ground const& ground, House const& house,
                   std::span<platform::Point const> shape) {
    // Points in shares of the house's width and of the gable's height.
    std::vector<platform::Point> points;
    points.reserve(shape.size());
    for (platform::Point const& share : shape) {
        points.push_back({ground.x(house.left + share.x * house.width),
                          ground.y(house.wall + share.y * house.roof)});
    }
    ui.polygon(points, rgb(house.colour));
}

void gable(Ui& ui, Ground const& ground, House const& house) {
    static constexpr std::array<platform::Point, 4> kPointed{
        {{0, 0}, {0.42F, 1}, {0.58F, 1}, {1, 0}}};
    static constexpr std::array<platform::Point, 8> kBell{{{0, 0},
                                                           {0.2F, 0.38F},
                                                           {0.3F, 0.82F},
                                                           {0.42F, 1},
                                                           {0.58F, 1},
                                                           {0.7F, 0.82F},
                                                           {0.8F, 0.38F},
                                                           {1, 0}}};
    switch (house.gable) {
    case Gable::stepped:
        stepped(ui, ground, house);
        break;
    case Gable::pointed:
        outline_gable(ui, ground, house, kPointed);
        break;
    case Gable::bell:
        outline_gable(ui, ground, house, kBell);
        break;
    case Gable::hipped: {
        std::array<platform::Point, 4> const roof{
            {{ground.x(house.left + 8), ground.y(house.wall)},
             {ground.x(house.left + 16), ground.y(house.wall + house.roof)},
             {ground.x(house.left + house.width - 16), ground.y(house.wall + house.roof)},
             {ground.x(house.left + house.width - 8), ground.y(house.wall)}}};
        ui.polygon(roof, rgb(house.roof_colour));
        ui.fill(ground.rect(house.left - 2, house.wall - 4, house.width + 4, 7),
                rgb(house.roof_colour));
        break;
    }
    }
}

void window(Ui& ui, Ground const& ground, float left, float foot, Colour wall, Colour pane) {
    Rect const frame = ground.rect(left, foot, 20, 19);
    ui.fill(frame, pane);
    float const bar = std::max(1.0F, std::round(ground.unit * 2));
    ui.fill({frame.x + std::round((frame.w - bar) / 2), frame.y, bar, frame.h}, wall);
    ui.fill({frame.x, frame.y + std::round(frame.h * 0.42F), frame.w, bar}, wall);
}

void upper_windows(Ui& ui, Ground const& ground, House const& house, Colour pane) {
    int const count = house.width > 110 ? 3 : 2;
    float const step = house.width / static_cast<float>(count + 1);
    for (int i = 1; i <= count; ++i) {
        window(ui, ground, house.left + step * static_cast<float>(i) - 10, house.wall - 40,
               rgb(house.colour), pane);
    }
}

void shop_front(Ui& ui, Ground const& ground, House const& house, Colour pane) {
    float const door_left = house.door_right ? house.left + house.width - 30 : house.left + 10;
    ui.fill(ground.rect(door_left, 0, 20, 42), rgb(house.door));
    float const left = house.door_right ? house.left + 12 : house.left + 40;
    Rect const glass = ground.rect(left, 16, house.width - 54, 24);
    ui.fill(glass, pane);
    float const bar = std::max(1.0F, std::round(ground.unit * 2));
    ui.fill({glass.x + std::round(glass.w / 2), glass.y, bar, glass.h}, rgb(house.colour));
}

// The pop-up location: lit windows, an awning and the open door.
void open_house(Ui& ui, Ground const& ground, House const& house) {
    ui.fill(ground.rect(house.left + 6, 49, house.width - 12, 8), rgb(0xF4B13A));
    for (float const left : {14.0F, 63.0F}) {
        ui.fill(ground.rect(house.left + left, 12, 47, 32), rgb(kLit));
    }
    Rect const doorway = ground.rect(house.left + 122, 0, 32, 48);
    ui.fill(doorway, rgb(0xFBF3DF));
    float const slant = std::round(doorway.h * 0.1F);
    std::array<platform::Point, 4> const leaf{
        {{doorway.x + doorway.w * 0.32F, doorway.y + slant},
         {doorway.right(), doorway.y},
         {doorway.right(), doorway.bottom()},
         {doorway.x + doorway.w * 0.32F, doorway.bottom() - slant}}};
    ui.polygon(leaf, rgb(house.door));
    ui.fill({std::round(doorway.x + doorway.w * 0.42F), std::round(doorway.y + doorway.h * 0.55F),
             std::max(2.0F, std::round(3 * ground.unit)),
             std::max(3.0F, std::round(5 * ground.unit))},
            rgb(0x14223B));
}

void draw_house(Ui& ui, Ground const& ground, House const& house, bool open) {
    ui.fill(ground.rect(house.left, 0, house.width, house.wall), rgb(house.colour));
    gable(ui, ground, house);
    upper_windows(ui, ground, house, rgb(open ? kLit : kPane));
    if (open) {
        open_house(ui, ground, house);
    } else {
        shop_front(ui, ground, house, rgb(kPane));
    }
}

} // namespace

float street_height_of(Theme const& theme) {
    if (theme.high_contrast()) {
        return 0;
    }
    auto const width = static_cast<float>(theme.spec.size.width);
    return std::round(theme.shape == Shape::tall ? width * 0.28F : width * kHeight / kWidth);
}

void street(Ui& ui, Rect const& place) {
    if (place.h < 1) {
        return;
    }
    Ui::Clip const clip(ui, place);
    float const unit = place.h / kHeight;
    // On a narrow place the street shows the part around the open door.
    float const shift = std::clamp(kHouses[kOpenHouse].left + 84 - place.w / unit * 0.62F, 0.0F,
                                   std::max(0.0F, kWidth - place.w / unit));
    Ground const ground{{place.x - shift * unit, place.y, place.w, place.h}, unit};
    for (float const row : {-kRow, 0.0F, kRow}) {
        for (std::size_t i = 0; i < kHouses.size(); ++i) {
            House house = kHouses[i];
            house.left += row;
            bool const seen = ground.x(house.left + house.width) > place.x &&
                              ground.x(house.left) < place.right();
            if (seen) { // there is one open door
                draw_house(ui, ground, house, row == 0 && i == kOpenHouse);
            }
        }
    }
    float const top = ground.y(0);
    ui.fill({place.x, top, place.w, place.bottom() - top}, rgb(0xCDC3B3));
}

} // namespace inloop::ui
