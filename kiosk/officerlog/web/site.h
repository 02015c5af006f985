// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/desk.h"
#include "kiosk/officerlog/desk/health.h"
#include "kiosk/officerlog/desk/intake.h"
#include "kiosk/officerlog/desk/kiosks.h"
#include "kiosk/officerlog/editing/editing.h"
#include "kiosk/officerlog/editing/page_rendering.h"
#include "kiosk/officerlog/editing/site_pictures.h"
#include "kiosk/officerlog/web/login_throttle.h"
#include "kiosk/officerlog/web/previews.h"
#include "kiosk/officerlog/web/sessions.h"
#include "kiosk/officerlog/web/static_files.h"
#include "kiosk/officerlog/web/templates/page_templates.h"
#include "kiosk/officerlog/web/words.h"

#include <filesystem>
#include <functional>
#include <string>

namespace inloop::web {

// What an operator is told: an id and a cause, never words of a person.
using Log = std::function<void(std::string const&)>;

// Everything the pages are made from. What it refers to outlives it.
struct Site {
    desk::Desk& desk;
    desk::Intake& intake;
    desk::Kiosks& kiosks;
    editing::Editing& editing;
    PageTemplates const& templates;
    Words const& words;
    StaticFiles const& files;
    std::string name; // "Rolderstraat 21, Assen"
    std::string console_token; // what the command line of this machine shows
    // Asked for the page of health.
    std::function<desk::Surroundings()> surroundings;
    // Makes a backup and returns where it lies; under the desk's lock.
    std::function<Result<std::filesystem::path>()> back_up;
    // Both run a program of their own and are called without the desk's lock.
    editing::PageRenderer render;
    editing::PictureRecoder recode;
    Log log = [](std::string const&) {};

    Sessions sessions{desk.clock, desk.random};
    LoginThrottle throttle{desk.clock};
    Previews previews{desk.random};
};

} // namespace inloop::web
