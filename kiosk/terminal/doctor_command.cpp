// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/asset_faults.h"
#include "kiosk/terminal/commands.h"
#include "kiosk/terminal/doctor/checks.h"
#include "kiosk/terminal/doctor/letters_look.h"
#include "kiosk/terminal/doctor/log_look.h"
#include "kiosk/terminal/doctor/report.h"
#include "kiosk/terminal/kiosk_setup.h"
#include "kiosk/terminal/loop/font_files.h"
#include "kiosk/terminal/sending/site.h"
#include "platform/linux/account.h"
#include "platform/linux/place_look.h"
#include "platform/linux/system_clock.h"
#include "platform/net/https_client.h"

#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <utility>

namespace inloop::terminal {

namespace {

namespace fs = std::filesystem;

constexpr char const* kKioskUser = "inloop-kiosk"; // of the package
constexpr char const* kUnit = "inloop-kiosk.service";

bool is_set(char const* variable) {
    char const* const value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

// Root asks for the kiosk's user, anybody else for himself.
Result<platform::Account> on_duty(std::string const& named) {
    if (!named.empty()) {
        auto account = platform::account_of(named);
        return account ? Result<platform::Account>(std::move(*account))
                       : fail(ErrorCode::not_found, "this machine knows no user '" + named + "'");
    }
    auto const usual =
        ::geteuid() == 0 ? platform::account_of(kKioskUser) : std::optional<platform::Account>();
    return usual.value_or(platform::own_account());
}

// Whether `data` is somebody else's, and we are not root who may look all the same.
bool is_a_stranger(fs::path const& data) {
    struct stat about {};
    return ::geteuid() != 0 && ::stat(data.c_str(), &about) == 0 && about.st_uid != ::geteuid();
}

// That the kiosk would start with them: everything it opens is opened.
Result<void> open_assets(fs::path const& folder, fs::path const& data, std::size_t& fonts) {
    auto const shown = pages::load_assets(folder, data);
    if (!shown) {
        return tl::unexpected(shown.error());
    }
    if (auto const words = read_words(folder); !words) {
        return tl::unexpected(words.error());
    }
    text::FontSet const files = loop::font_files(shown->fonts);
    if (auto const typesetter = text::Typesetter::open(files); !typesetter) {
        return tl::unexpected(typesetter.error());
    }
    fonts = files.regular.size() + files.bold.size() + (files.icons.empty() ? 0U : 1U);
    return {};
}

doctor::AssetsFound look_at_assets(fs::path const& folder, fs::path const& data) {
    doctor::AssetsFound found{.folder = folder};
    found.usable = open_assets(folder, data, found.fonts);
    for (pages::Problem const& problem : faults_of_files(folder)) {
        ++(problem.weight == pages::Weight::remark ? found.remarks : found.faults);
    }
    return found;
}

doctor::Facts look(DoctorOptions const& options, platform::Account const& account,
                   platform::HttpClient& client) {
    platform::LinuxFiles files;
    platform::SystemClock const clock;
    return {.user = account.name,
            .data = options.data,
            .desktop = is_set("DISPLAY") || is_set("WAYLAND_DISPLAY"),
            .connectors = platform::connectors(options.places, account),
            .touch = platform::touch_screens(options.places, account),
            .lights = platform::backlights(options.places, account),
            .assets = look_at_assets(options.assets, options.data),
            .place = platform::look_at_place(options.data, account),
            .clock = {clock.trust(), clock.local()},
            .network = platform::network(options.places),
            .log = doctor::look_at_log(files, client, options.data, sending::kDeviceKeyFile),
            .letters = doctor::look_at_letters(files, options.data / "letterbox", clock),
            .service = platform::service(options.places, kUnit)};
}

} // namespace

int doctor(DoctorOptions const& given) {
    DoctorOptions options = given;
    options.data = fs::absolute(given.data);
    if (is_a_stranger(options.data)) {
        log_line(options.data.native() + " is not yours to look into: sudo inloop-kiosk doctor");
        return EX_NOPERM;
    }
    auto const account = on_duty(options.user);
    if (!account) {
        return complain(account.error(), EX_NOUSER);
    }
    auto const client = net::HttpsClient::create();
    if (!client) {
        return complain(client.error(), EX_OSERR);
    }
    auto const findings = doctor::examine(look(options, *account, **client));
    bool const colour = ::isatty(STDOUT_FILENO) == 1 && !is_set("NO_COLOR");
    std::string const text =
        doctor::report(findings, colour ? doctor::Colour::terminal : doctor::Colour::none);
    std::fputs(text.c_str(), stdout);
    return doctor::to_mend(findings) ? EX_UNAVAILABLE : EX_OK;
}

} // namespace inloop::terminal
