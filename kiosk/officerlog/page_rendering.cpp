// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/page_rendering.h"

#include "kiosk/officerlog/rendered_lines.h"
#include "kiosk/officerlog/turns.h"
#include "platform/linux/limited_run.h"
#include "platform/linux/linux_files.h"
#include "platform/linux/system_error.h"

#include <stdlib.h> // mkdtemp(3)
#include <sysexits.h>

#include <cerrno>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace inloop::officerlog {

namespace {

namespace fs = std::filesystem;

using editing::RenderedPage;
using editing::RenderRequest;

constexpr char const* kProgram = "inloop-kiosk";
constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyz0123456789-";
constexpr std::string_view kPlainOrPath = "abcdefghijklmnopqrstuvwxyz0123456789-./";

bool is_of(std::string_view text, std::string_view letters) {
    return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

// "pages/nl/pilot.md": nothing that begins at the root, is hidden or leads upwards.
bool stays_inside(std::string const& name) {
    return is_of(name, kPlainOrPath) && ("/" + name).find("/.") == std::string::npos &&
           ("/" + name + "/").find("//") == std::string::npos;
}

// A folder only this user may enter, gone with everything in it.
class PrivateFolder {
public:
    [[nodiscard]] static Result<PrivateFolder> make() {
        std::error_code failed;
        std::string path = fs::temp_directory_path(failed) / "inloop-preview-XXXXXX";
        if (failed || ::mkdtemp(path.data()) == nullptr) {
            return platform::system_error(failed ? failed.value() : errno, "mkdtemp", path);
        }
        return PrivateFolder(path);
    }
    PrivateFolder(PrivateFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    PrivateFolder& operator=(PrivateFolder&&) = delete;
    PrivateFolder(PrivateFolder const&) = delete;
    PrivateFolder& operator=(PrivateFolder const&) = delete;
    ~PrivateFolder() {
        if (!m_path.empty()) {
            std::error_code ignored; // what is left there was meant for everybody
            fs::remove_all(m_path, ignored);
        }
    }

    [[nodiscard]] fs::path site() const { return m_path / "site"; }
    [[nodiscard]] fs::path out() const { return m_path / "out"; }

private:
    explicit PrivateFolder(fs::path path) : m_path(std::move(path)) {}

    fs::path m_path;
};

Result<void> check_names(RenderRequest const& request) {
    bool good = is_of(request.key.page, kPlain) && is_of(request.key.language, kPlain);
    for (wire::Document const& document : request.files) {
        good = good && stays_inside(document.name);
    }
    return good ? Result<void>()
                : fail(ErrorCode::invalid_input, "a preview with a name that is none of a site");
}

Result<void> write_site(platform::Files& files, RenderRequest const& request,
                        fs::path const& site) {
    for (wire::Document const& document : request.files) {
        fs::path const path = site / document.name;
        auto written = files.make_directories(path.parent_path()).and_then([&] {
            return files.create(path, document.content);
        });
        if (!written) {
            return written;
        }
    }
    return files.make_directories(site);
}

platform::LimitedRun run_of(RenderRequest const& request, RenderingSpec const& spec,
                            fs::path const& program, PrivateFolder const& folder) {
    platform::LimitedRun run{.program = program,
                             .arguments = {"render", "--page", request.key.page, "--language",
                                           request.key.language, "--out", folder.out(), "--data",
                                           folder.site(), "--size",
                                           request.portrait ? "720x1280" : "1280x800"},
                             .environment = {"INLOOP_ASSETS=" + fs::absolute(spec.assets).string()},
                             .most_output = kRenderedWords,
                             .time_limit = spec.time_limit,
                             .limits = {.memory = kRenderMemory,
                                        .cpu_seconds = kRenderCpuSeconds,
                                        .file_bytes = kRenderedPictureBytes,
                                        .open_files = kRenderOpenFiles}};
    if (request.large) {
        run.arguments.emplace_back("--large");
    }
    if (request.contrast) {
        run.arguments.emplace_back("--contrast");
    }
    return run;
}

tl::unexpected<Error> could_not(std::string const& why) {
    return fail(ErrorCode::unavailable, "the page could not be drawn: " + why);
}

Result<RenderedPage> page_of(platform::Files& files, platform::RunOutcome const& outcome,
                             RenderRequest const& request, fs::path const& out) {
    if (outcome.code != EX_OK && outcome.code != EX_DATAERR) {
        return could_not("inloop-kiosk ended with " + std::to_string(outcome.code) + ": " +
                         outcome.complaint);
    }
    std::string_view const said(
        static_cast<char const*>(static_cast<void const*>(outcome.output.data())),
        outcome.output.size());
    auto lines =
        read_rendered(said, "pages/" + request.key.language + "/" + request.key.page + ".md");
    if (!lines || (outcome.code == EX_OK ? lines->pictures.empty() : lines->faults.empty())) {
        return could_not(lines ? "inloop-kiosk says nothing of it" : lines.error().message);
    }
    RenderedPage page{.findings = std::move(lines->findings), .faults = std::move(lines->faults)};
    for (std::string const& name : lines->pictures) {
        auto picture = files.read(out / name, kRenderedPictureBytes);
        if (!picture) {
            return could_not(picture.error().message);
        }
        page.pictures.push_back(std::move(*picture));
    }
    return page;
}

Result<RenderedPage> render(RenderRequest const& request, RenderingSpec const& spec) {
    auto const program = find_kiosk_program(spec.program);
    if (!program) {
        return tl::unexpected(program.error());
    }
    auto const folder = PrivateFolder::make();
    if (!folder) {
        return could_not(folder.error().message);
    }
    platform::LinuxFiles files;
    if (auto written = write_site(files, request, folder->site()); !written) {
        return could_not(written.error().message);
    }
    auto const outcome = platform::run_limited(run_of(request, spec, *program, *folder));
    return outcome ? page_of(files, *outcome, request, folder->out())
                   : could_not(outcome.error().message);
}

} // namespace

editing::PageRenderer make_page_renderer(RenderingSpec spec) {
    return [spec = std::move(spec), turns = std::make_shared<Turns>(kTurns)](
               RenderRequest const& request) -> Result<RenderedPage> {
        if (auto fine = check_names(request); !fine) {
            return tl::unexpected(fine.error());
        }
        Turns::Turn const turn = turns->wait(kTurnWait);
        return turn ? render(request, spec) : could_not("others are looking at theirs; try again");
    };
}

Result<fs::path> find_kiosk_program(fs::path const& given) {
    std::error_code none;
    fs::path const here = fs::read_symlink("/proc/self/exe", none).parent_path();
    std::vector<fs::path> places{here / kProgram, here.parent_path() / "terminal" / kProgram};
    if (!given.empty()) {
        places = {given};
    }
    for (fs::path const& place : places) {
        if (fs::is_regular_file(place, none)) {
            return fs::absolute(place);
        }
    }
    return fail(ErrorCode::unavailable, places.front().string() +
                                            ": no such program; name inloop-kiosk with "
                                            "--kiosk-program to see pages as visitors do");
}

} // namespace inloop::officerlog
