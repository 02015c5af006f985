// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/simulated_log.h"

#include "kiosk/officerlog/records/sqlite_store.h"
#include "tests/simulation/watched_store.h"
#include "tests/support/must.h"
#include "tests/support/no_file_grows.h"

#include <array>
#include <cstdlib>
#include <utility>

namespace inloop::simulation {

using support::must;

namespace {

namespace fs = std::filesystem;

constexpr std::array kFilesOfKeys{"keys.db", "keys.db-wal"};
constexpr std::array kFilesOfLog{"log.db", "log.db-wal"};
constexpr std::uintmax_t kSector = 512;

void copy_if_there(fs::path const& from, fs::path const& to, char const* name) {
    if (fs::exists(from / name)) {
        fs::copy_file(from / name, to / name);
    }
}

void make_empty(fs::path const& folder) {
    fs::remove_all(folder);
    fs::create_directory(folder);
}

} // namespace

// From one start of the program to its end.
struct SimulatedLog::Running {
    Running(SimulatedLog& log, std::unique_ptr<records::Store> opened)
        : store(std::move(opened))
        , used(*store,
               log.m_sabotage == Sabotage::log_forgets_letters ? Memory::forgets : Memory::good)
        , audit(used, log.m_clock)
        , vault(used, log.m_clock, log.m_random)
        , desk{used,
               audit,
               vault,
               log.m_clock,
               log.m_random,
               log.m_place.rig().site.words,
               log.m_place.rig().assets,
               log.m_place.rig().texts,
               log.m_lock}
        , intake(desk, log.m_place.ack_sign()) {}

    std::unique_ptr<records::Store> store;
    WatchedStore used;
    vault::Audit audit;
    vault::Vault vault;
    desk::Desk desk;
    desk::Intake intake;
};

SimulatedLog::SimulatedLog(World& world, Place const& place, Sabotage sabotage)
    : m_world(world)
    , m_place(place)
    , m_sabotage(sabotage)
    , m_clock(world)
    , m_random(world.dice.next()) {
    end_with(place.founded());
    start();
}

records::Store& SimulatedLog::store() {
    return m_running->used;
}

// ---- life and death

void SimulatedLog::start() {
    if (is_up()) {
        return;
    }
    auto opened =
        records::SqliteStore::open({.data = m_place.log_folder("data"),
                                    .schema = fs::path(std::getenv("INLOOP_ASSETS")) / "schema"},
                                   m_files);
    if (!opened) {
        return m_world.violated("the log does not open: " + opened.error().message);
    }
    m_clock.start();
    m_running = std::make_shared<Running>(*this, std::move(*opened));
    note("starts");
    check_acknowledged();
}

void SimulatedLog::end_with(fs::path const& files) {
    m_running.reset();
    fs::path const data = m_place.log_folder("data");
    make_empty(data);
    for (auto const& names : {kFilesOfKeys, kFilesOfLog}) {
        for (char const* name : names) {
            copy_if_there(files, data, name);
        }
    }
}

fs::path SimulatedLog::copy_files(std::string const& name) const {
    fs::path copy = m_place.log_folder(name);
    make_empty(copy);
    for (auto const& names : {kFilesOfKeys, kFilesOfLog}) {
        for (char const* file : names) {
            copy_if_there(m_place.log_folder("data"), copy, file);
        }
    }
    return copy;
}

// keys.db is committed before log.db: the power went somewhere between the first sector of the one
// and the last of the other.
fs::path SimulatedLog::torn_commit(fs::path const& before, fs::path const& after) {
    fs::path torn = m_place.log_folder("torn");
    make_empty(torn);
    bool const in_keys = m_world.dice.percent(30);
    auto const& whole = in_keys ? kFilesOfLog : kFilesOfKeys;
    auto const& cut = in_keys ? kFilesOfKeys : kFilesOfLog;
    for (char const* name : whole) {
        copy_if_there(in_keys ? before : after, torn, name);
    }
    for (char const* name : cut) {
        copy_if_there(after, torn, name);
    }
    auto const size_of = [](fs::path const& file) {
        return fs::exists(file) ? fs::file_size(file) : 0;
    };
    auto const least = size_of(before / cut[1]);
    auto const most = size_of(after / cut[1]);
    if (most > least) {
        auto const sectors = static_cast<std::size_t>((most - least) / kSector);
        fs::resize_file(torn / cut[1], least + kSector * m_world.dice.below(sectors + 1));
    }
    return torn;
}

void SimulatedLog::mend() {
    m_kill = Kill::never;
    m_disk_full_until = Milliseconds(0);
    start();
}

void SimulatedLog::fill_disk(Milliseconds how_long) {
    m_world.count(Fault::log_disk_full);
    note("disk full");
    m_disk_full_until = m_world.now() + how_long;
}

void SimulatedLog::jump_clock() {
    m_world.count(Fault::log_clock_jump);
    constexpr std::chrono::seconds kTenYears = std::chrono::years(10);
    m_clock.jump(m_world.dice.percent(30)   ? std::chrono::seconds(0)
                 : m_world.dice.percent(50) ? kTenYears
                                            : -kTenYears);
}

void SimulatedLog::back_up() {
    note("backs up");
    fs::remove_all(m_place.log_folder("backup"));
    must(m_running->store->backup_to(m_place.log_folder("backup")));
    m_backed_up = true;
}

// As inloop-log restore does: it copies, opens and begins anew.
void SimulatedLog::restore() {
    if (!m_backed_up) {
        return;
    }
    m_world.count(Fault::log_restored);
    note("is restored");
    end_with(m_place.log_folder("backup"));
    m_acknowledged.clear();
    m_restored = true;
    start();
    auto site = must(store().site());
    m_random.fill(site.instance.bytes);
    must(store().transaction([&] {
        return store().set_site(site).and_then([&] {
            return m_running->audit.write({"console", "console"}, {.action = "restore"});
        });
    }));
}

// ---- kiosks

std::optional<Bytes> SimulatedLog::serve(ByteView body) {
    if (!is_up()) {
        return std::nullopt;
    }
    auto const kill = std::exchange(m_kill, Kill::never);
    auto reply = kill == Kill::never ? answer(body) : answer_and_die(body, kill);
    if (reply) {
        m_acknowledged.insert(m_taken.begin(), m_taken.end());
        m_ever_acknowledged.insert(m_taken.begin(), m_taken.end());
    }
    return reply;
}

std::optional<Bytes> SimulatedLog::answer(ByteView body) {
    std::optional<support::NoFileGrows> full;
    if (m_world.now() < m_disk_full_until) {
        full.emplace();
    }
    auto reply = m_running->intake.sync(body);
    m_taken = m_running->used.taken();
    return reply ? std::optional(std::move(*reply)) : std::nullopt;
}

std::optional<Bytes> SimulatedLog::answer_and_die(ByteView body, Kill kill) {
    fs::path const before = copy_files("before");
    auto reply = answer(body);
    fs::path const after = copy_files("after");
    switch (kill) {
    case Kill::before_commit:
        m_world.count(Fault::log_killed_before_commit);
        end_with(before);
        reply.reset();
        break;
    case Kill::in_commit:
        m_world.count(Fault::log_killed_in_commit);
        end_with(torn_commit(before, after));
        reply.reset();
        break;
    default:
        m_world.count(Fault::log_killed_after_commit);
        end_with(m_sabotage == Sabotage::log_thanks_too_early ? before : after);
        if (m_world.dice.percent(30)) {
            reply.reset();
        }
    }
    note("is killed");
    m_world.after(m_world.dice.between(Milliseconds(500), Milliseconds(120'000)),
                  [this] { start(); });
    return reply;
}

// Whatever it was thanked for is there after every start.
void SimulatedLog::check_acknowledged() {
    for (auto const& entry : m_acknowledged) {
        if (!must(store().entry(entry))) {
            return m_world.violated("an acknowledged letter did not survive the end of the log");
        }
    }
}

} // namespace inloop::simulation
