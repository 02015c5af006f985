// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/receipt_code.h"
#include "kiosk/seal/ids.h"
#include "kiosk/terminal/sending/letter_keeper.h"
#include "kiosk/terminal/sync/engine.h"
#include "kiosk/terminal/sync/exchange.h"
#include "kiosk/terminal/sync/talk.h"
#include "tests/simulation/cut_files.h"
#include "tests/simulation/network.h"
#include "tests/simulation/place.h"
#include "tests/simulation/world.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace inloop::simulation {

// A letter of which a visitor was told that it is kept.
struct Confirmed {
    seal::EntryId entry{};
    std::uint64_t seq = 0;
    seal::Hash hash{};
    entries::ReceiptCode code{};
};

// A whole kiosk but for its screen: the program's own start, letterbox, kiosk.db, sealing, engine
// and both ends of its talk with the log, on a disk whose power may go at any operation.
class SimulatedKiosk {
public:
    SimulatedKiosk(World& world, Place const& place, Network& network, std::size_t number,
                   Sabotage sabotage);

    // As after a start of the machine; nothing when it is on.
    void switch_on();
    // Ended as a service is.
    void switch_off();
    // Now, or in the midst of one of the next operations of the disk. On again after a while.
    void cut_power();
    void cut_power_soon();
    void lose_index_at_next_start() { m_lose_index = true; }
    // One of the next operations, or all from there on for a while.
    void let_disk_fail();
    // Nothing more goes wrong by itself; on, if it is off.
    void mend();
    void jump_clock();
    // One bit of a letter that lies in new/ turns over.
    void spoil_a_letter();
    // A file left over with a number far ahead, as if many letters had been begun in between.
    void jump_ahead();

    void leave_letter();
    void write_more(); // under a code of before

    [[nodiscard]] bool is_on() const { return m_program.has_value(); }
    [[nodiscard]] std::string const& name() const { return m_name; }
    [[nodiscard]] std::vector<Confirmed> const& confirmed() const { return m_confirmed; }
    // Whether the letter's file was damaged on purpose.
    [[nodiscard]] bool is_spoiled(seal::EntryId const& entry) const {
        return m_spoiled.contains(entry);
    }
    [[nodiscard]] sending::LetterKeeper& keeper() { return m_program->keeper; }
    [[nodiscard]] support::MemoryFiles& disk() { return m_files.disk(); }
    [[nodiscard]] std::filesystem::path const& data() const { return m_data; }
    [[nodiscard]] std::uint64_t moved() const { return m_moved; } // letters, by replies

    // Told of each letter the kiosk takes for acknowledged.
    std::function<void(seal::EntryId const&)> acknowledged = [](seal::EntryId const&) {};

private:
    // What lives from one start to the next end.
    struct Program {
        Program(sending::LetterKeeper keeper_, sync::Exchange exchange_, sync::Talk talk_)
            : keeper(std::move(keeper_))
            , exchange(std::move(exchange_))
            , talk(std::move(talk_)) {}
        sending::LetterKeeper keeper;
        sync::Exchange exchange;
        sync::Talk talk;
        sync::State state{};
    };

    void run(std::function<void()> const& work); // until the power goes
    void lose_power();
    void start_program();
    void tell(sync::Event const& event);
    void ask();
    void hear(Bytes const& body);
    void hear_stranger(Bytes const& body); // sabotaged
    void apply(sync::Exchange& exchange, wire::SyncReply const& reply);
    void remember(entries::ReceiptCode const& code);
    [[nodiscard]] sync::Kept kept();
    [[nodiscard]] sync::ExchangeSpec spec(seal::AckSignPublicKey const& ack_sign);
    void note(std::string_view what) { m_world.note(m_name, what); }

    World& m_world;
    Place const& m_place;
    Network& m_network;
    Sabotage m_sabotage;
    std::string m_name;
    std::filesystem::path m_data;
    MachineClock m_clock;
    support::SeededRandom m_random;
    CutFiles m_files;
    std::optional<Program> m_program;
    std::uint64_t m_turn = 0; // timers and answers of an earlier one count for nothing
    std::vector<Confirmed> m_confirmed;
    std::set<seal::EntryId> m_spoiled;
    std::uint64_t m_moved = 0;
    bool m_lose_index = false;
};

} // namespace inloop::simulation
