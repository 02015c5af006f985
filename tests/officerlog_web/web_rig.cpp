// SPDX-License-Identifier: EUPL-1.2
#include "tests/officerlog_web/web_rig.h"

#include "kiosk/base/hex.h"
#include "tests/support/must.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace inloop::web {
namespace {

std::filesystem::path web_assets() {
    return std::filesystem::path(std::getenv("INLOOP_ASSETS")) / "web";
}

// Enough of a browser's files: the real ones are looked at in tests/web.
StaticFiles some_files(std::filesystem::path const& folder) {
    std::ofstream(folder / "app.css") << "body{}";
    return support::must(StaticFiles::open(folder));
}

std::string encoded(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (char c : text) {
        auto const byte = static_cast<unsigned char>(c);
        out += '%';
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 15U];
    }
    return out;
}

std::vector<platform::HttpHeader> cookie_of(std::string const& session) {
    if (session.empty()) {
        return {};
    }
    return {{"cookie", std::string(kSessionCookie) + "=" + session}};
}

} // namespace

WebRig::WebRig()
    : ack_sign(support::must(
          seal::SigningKey::from_seed(support::must(rig.desk.store.secret("ack-sign")))))
    , intake(rig.desk, ack_sign)
    , kiosks(rig.desk, ack_sign, ByteArray<32>{})
    , assets(web_assets().parent_path())
    , editing{rig.desk.store, rig.desk.store.pages(), rig.audit, rig.clock, assets, rig.assets}
    , templates(support::must(PageTemplates::open(web_assets() / "templates")))
    , words(support::must(Words::open(web_assets() / "words.toml")))
    , files(some_files(scratch.path()))
    , site{.desk = rig.desk,
           .intake = intake,
           .kiosks = kiosks,
           .editing = editing,
           .templates = templates,
           .words = words,
           .files = files,
           .name = "Rolderstraat 21, Assen",
           .console_token = "token of the console",
           .surroundings = [] { return desk::Surroundings{}; },
           .back_up = {},
           .render =
               [this](editing::RenderRequest const& request) {
                   drawn.push_back(request);
                   return drawing;
               },
           .recode = [this](ByteView) { return recoded; },
           .log = [this](std::string const& line) { log.push_back(line); }}
    , web(site) {}

std::string WebRig::log_in(records::Role role) {
    return site.sessions.begin(rig.person("Persoon " + std::to_string(++m_people), role));
}

std::string WebRig::log_in_lead() {
    return site.sessions.begin(rig.lead_again());
}

platform::HttpResponse WebRig::get(std::string const& address, std::string const& session) {
    platform::HttpRequest request{.method = "GET",
                                  .path = address.substr(0, address.find('?')),
                                  .headers = cookie_of(session),
                                  .peer = "192.0.2.1"};
    if (std::size_t const at = address.find('?'); at != std::string::npos) {
        std::string const query = address.substr(at + 1);
        request.query.push_back(
            {query.substr(0, query.find('=')), query.substr(query.find('=') + 1)});
    }
    return web.handle(request);
}

platform::HttpRequest WebRig::request_of_our_page(std::string const& address,
                                                  std::string const& session) {
    platform::HttpRequest request{
        .method = "POST", .path = address, .headers = cookie_of(session), .peer = "192.0.2.1"};
    request.headers.push_back({"host", "log.example"});
    request.headers.push_back({"origin", "https://log.example"});
    return request;
}

platform::HttpResponse WebRig::upload(std::string const& address, Fields const& fields,
                                      ByteView file, std::string const& session) {
    platform::HttpRequest request = request_of_our_page(address, session);
    request.headers.push_back({"content-type", "multipart/form-data; boundary=b"});
    auto const add = [&](std::string const& name, std::string_view value) {
        ByteView const bytes = as_bytes(value);
        request.parts.push_back({.name = name, .content = Bytes(bytes.begin(), bytes.end())});
    };
    for (auto const& [name, value] : fields) {
        add(name, value);
    }
    if (LoggedIn const* const logged_in = site.sessions.use(session)) {
        add("csrf", logged_in->csrf);
    }
    request.parts.push_back({.name = "file",
                             .file_name = "vakantie.jpg",
                             .content_type = "image/jpeg",
                             .content = Bytes(file.begin(), file.end())});
    return web.handle(request);
}

platform::HttpResponse WebRig::post(std::string const& address, Fields fields,
                                    std::string const& session) {
    platform::HttpRequest request = request_of_our_page(address, session);
    request.headers.push_back({"content-type", "application/x-www-form-urlencoded"});
    if (LoggedIn const* const logged_in = site.sessions.use(session)) {
        fields.emplace_back("csrf", logged_in->csrf);
    }
    std::string body;
    for (auto const& [name, value] : fields) {
        body += (body.empty() ? "" : "&") + encoded(name) + "=" + encoded(value);
    }
    ByteView const bytes = as_bytes(body);
    request.body.assign(bytes.begin(), bytes.end());
    return web.handle(request);
}

std::string text_of(platform::HttpResponse const& response) {
    return {reinterpret_cast<char const*>(response.body.data()), response.body.size()};
}

std::string address_of(support::Visitor const& visitor) {
    return "/entries/" + hex(visitor.root.bytes);
}

} // namespace inloop::web
