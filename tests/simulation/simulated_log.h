// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/intake.h"
#include "platform/linux/linux_files.h"
#include "tests/simulation/place.h"
#include "tests/simulation/world.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace inloop::simulation {

// The log's side but for HTTP: the real databases, intake and backups. It is killed as a power cut
// does it, with its files as they were at that moment.
class SimulatedLog {
public:
    // When it is killed while it answers.
    enum class Kill : std::uint8_t { never, before_commit, in_commit, after_commit };

    SimulatedLog(World& world, Place const& place, Sabotage sabotage);

    // The reply to a body; nothing when there is none.
    [[nodiscard]] std::optional<Bytes> serve(ByteView body);

    void kill_at_next_request(Kill kill) { m_kill = kill; }
    void fill_disk(Milliseconds how_long);
    void jump_clock();
    void back_up();
    void restore(); // the last backup; nothing when there is none
    // At once, if it is down, and with room on its disk.
    void mend();

    // What an officer may do next: a status, an answer, a document, presence, an erasure.
    void work();

    [[nodiscard]] bool is_up() const { return m_running != nullptr; }
    [[nodiscard]] records::Store& store();
    [[nodiscard]] bool was_restored() const { return m_restored; }
    // Whether it ever said of this letter that it has it.
    [[nodiscard]] bool acknowledged(seal::EntryId const& entry) const {
        return m_ever_acknowledged.contains(entry);
    }
    [[nodiscard]] std::size_t answers() const { return m_answers; }

private:
    struct Running;
    friend struct Running;

    void start();
    void end_with(std::filesystem::path const& files); // what the disk holds from now on
    [[nodiscard]] std::filesystem::path copy_files(std::string const& name) const;
    [[nodiscard]] std::filesystem::path torn_commit(std::filesystem::path const& before,
                                                    std::filesystem::path const& after);
    [[nodiscard]] std::optional<Bytes> answer(ByteView body);
    [[nodiscard]] std::optional<Bytes> answer_and_die(ByteView body, Kill kill);
    void check_acknowledged();
    [[nodiscard]] std::optional<records::Entry> some_thread();
    void change_status(records::Entry entry);
    void send_answer(records::Entry entry);
    void put_document();
    void note(std::string_view what) { m_world.note("log", what); }

    World& m_world;
    Place const& m_place;
    Sabotage m_sabotage;
    MachineClock m_clock;
    support::SeededRandom m_random;
    platform::LinuxFiles m_files;
    std::mutex m_lock;
    std::shared_ptr<Running> m_running;
    Kill m_kill = Kill::never;
    Milliseconds m_disk_full_until{0};
    std::vector<seal::EntryId> m_taken; // by the last request
    std::set<seal::EntryId> m_acknowledged; // by this log, since it was founded or restored
    std::set<seal::EntryId> m_ever_acknowledged;
    bool m_backed_up = false;
    bool m_restored = false;
    std::size_t m_answers = 0;
    std::size_t m_documents = 0;
};

} // namespace inloop::simulation
