// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/kiosk_setup.h"

#include "kiosk/terminal/log_connection.h"
#include "kiosk/terminal/sending/letter_keeper.h"
#include "kiosk/terminal/sending/site.h"

#include <cstdio>
#include <fstream>
#include <sstream>
#include <utility>
#include <vector>

namespace inloop::terminal {

void log_line(std::string const& message) {
    std::fprintf(stderr, "inloop-kiosk: %s\n", message.c_str());
}

int complain(Error const& error, int code) {
    log_line(error.message);
    return code;
}

float usual_pixels_per_mm(platform::PixelSize size) {
    if (size.height > size.width) {
        return 8.1F * static_cast<float>(size.width) / 720.0F;
    }
    return size.width <= 800 ? 5.2F * static_cast<float>(size.width) / 800.0F
                             : 5.9F * static_cast<float>(size.width) / 1280.0F;
}

Result<entries::WordList> read_words(std::filesystem::path const& folder) {
    std::filesystem::path const file = folder / "words.nl.txt";
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return fail(ErrorCode::not_found,
                    file.string() + ": not there; install the kiosk's assets again");
    }
    std::ostringstream text;
    text << in.rdbuf();
    return entries::WordList::parse(text.str(), file.string());
}

Result<Shown> read_shown(std::filesystem::path const& folder) {
    auto assets = pages::load_assets(folder);
    if (!assets) {
        return tl::unexpected(assets.error());
    }
    for (pages::Problem const& problem : assets->problems) {
        log_line(pages::to_string(problem));
    }
    auto words = read_words(folder);
    if (!words) {
        return tl::unexpected(words.error());
    }
    return Shown{std::make_shared<pages::Assets const>(std::move(*assets)), std::move(*words)};
}

pages::SiteFiles read_site_files(std::filesystem::path const& data) {
    if (data.empty()) {
        return {};
    }
    std::vector<pages::Problem> problems;
    pages::SiteFiles site = pages::load_site_files(data, problems);
    for (pages::Problem const& problem : problems) {
        log_line(pages::to_string(problem));
    }
    return site;
}

Letters::Letters(std::filesystem::path const& data, std::filesystem::path const& assets,
                 entries::WordList const& words, Clock const& clock, platform::Display& display) {
    if (data.empty()) {
        return;
    }
    auto site = sending::open_site({std::filesystem::absolute(data), assets / "schema" / "kiosk"},
                                   m_files, clock, m_random);
    if (!site) {
        log_line("letters are refused: " + site.error().message);
        return;
    }
    for (std::string const& message : site->messages) {
        log_line(message);
    }
    sending::LetterKeeper keeper(std::move(*site), words, clock, m_random, {.log = log_line});
    m_worker = std::make_unique<sending::LetterWorker>(
        std::move(keeper), [&display] { display.wake(); },
        [this] {
            if (LogConnection* const log = m_poked) {
                log->poke();
            }
        });
    auto connection =
        LogConnection::open(std::filesystem::absolute(data), m_files, *m_worker, clock, m_random);
    if (!connection) {
        log_line("letters stay here: " + connection.error().message);
        return;
    }
    m_log = std::move(*connection);
    m_poked = m_log.get();
}

Letters::~Letters() {
    m_poked = nullptr;
}

flow::Services Letters::services() {
    if (m_worker) {
        return {*m_worker, *m_worker, *m_worker};
    }
    return {m_refusing, m_refusing, m_refusing};
}

flow::Outcomes& Letters::outcomes() {
    if (m_worker) {
        return *m_worker;
    }
    return m_refusing;
}

} // namespace inloop::terminal
