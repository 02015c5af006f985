// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/simulated_kiosk.h"

#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/terminal/letterbox/letter_name.h"
#include "kiosk/terminal/sending/site.h"
#include "kiosk/terminal/sync/log_link.h"
#include "kiosk/wire/codec.h"
#include "tests/support/crash_states.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <utility>

namespace inloop::simulation {

using support::must;

namespace {

namespace fs = std::filesystem;

constexpr seal::ReceiptCost kCheap{.passes = 1, .memory_bytes = 8192};
constexpr Milliseconds kHttpTimeout{20'000}; // of platform::HttpCall
constexpr std::size_t kSoon = 25; // operations: a start takes about 20, a letter 4

fs::path schema() {
    return fs::path(std::getenv("INLOOP_ASSETS")) / "schema" / "kiosk";
}

} // namespace

SimulatedKiosk::SimulatedKiosk(World& world, Place const& place, Network& network,
                               std::size_t number, Sabotage sabotage)
    : m_world(world)
    , m_place(place)
    , m_network(network)
    , m_sabotage(sabotage)
    , m_name("kiosk " + std::to_string(number))
    , m_data(place.kiosk_folder(number))
    , m_clock(world)
    , m_random(world.dice.next())
    , m_files(place.kiosk_disk(number)) {
    fs::remove(m_data / "kiosk.db-journal");
    fs::remove_all(m_data / "quarantine");
    fs::copy_file(place.kiosk_index(number), m_data / "kiosk.db",
                  fs::copy_options::overwrite_existing);
}

// ---- the machine

void SimulatedKiosk::run(std::function<void()> const& work) {
    try {
        work();
    } catch (PowerCut const&) {
        lose_power();
    }
}

void SimulatedKiosk::switch_on() {
    if (!is_on()) {
        disk().mend();
        run([this] { start_program(); });
    }
}

void SimulatedKiosk::mend() {
    m_files.mend();
    m_lose_index = false;
    switch_on();
}

void SimulatedKiosk::switch_off() {
    note("ends");
    m_program.reset();
    ++m_turn;
}

void SimulatedKiosk::cut_power() {
    m_files.cut_now();
    lose_power();
}

void SimulatedKiosk::cut_power_soon() {
    m_files.cut_in(m_world.dice.below(kSoon));
}

void SimulatedKiosk::lose_power() {
    m_world.count(Fault::kiosk_power_cut);
    auto const damage = support::kDamages.at(m_world.dice.below(support::kDamages.size()));
    note("power cut, " + std::string(support::name_of(damage)));
    support::Dice dice(m_world.dice.next());
    support::Tree left = support::crash_state(m_files.moment(), damage, dice);
    m_program.reset(); // kiosk.db is durable at every commit: closing it changes nothing
    m_files.switch_on(std::move(left));
    m_world.after(m_world.dice.between(Milliseconds(1'000), Milliseconds(120'000)),
                  [this, turn = ++m_turn] {
                      if (turn == m_turn) { // not closed for days meanwhile
                          switch_on();
                      }
                  });
}

void SimulatedKiosk::let_disk_fail() {
    m_world.count(Fault::kiosk_disk_error);
    bool const lasts = m_world.dice.percent(50);
    note(lasts ? "disk fails for a while" : "disk fails once");
    disk().fail_at(disk().operations().size() + m_world.dice.below(12), ErrorCode::io,
                   lasts ? support::FaultLasts::persistent : support::FaultLasts::once,
                   m_world.dice.percent(50) ? support::FaultEffect::done
                                            : support::FaultEffect::not_done);
    m_world.after(m_world.dice.between(Milliseconds(1), Milliseconds(20'000)),
                  [this] { disk().mend(); });
}

void SimulatedKiosk::jump_clock() {
    m_world.count(Fault::kiosk_clock_jump);
    constexpr std::chrono::seconds kTenYears = std::chrono::years(10);
    m_clock.jump(m_world.dice.percent(30)   ? std::chrono::seconds(0)
                 : m_world.dice.percent(50) ? kTenYears
                                            : -kTenYears);
    m_clock.set_trust(static_cast<ClockTrust>(m_world.dice.below(3)));
}

void SimulatedKiosk::spoil_a_letter() {
    for (auto const& letter : keeper().site().letterbox.letters()) {
        if (letter.state != letterbox::LetterState::new_) {
            continue;
        }
        m_world.count(Fault::kiosk_letter_spoiled);
        fs::path const path =
            m_data / "letterbox" / "new" / letterbox::letter_name(letter.seq, letter.entry_id);
        Bytes bytes = disk().peek(path).value();
        bytes[bytes.size() / 2] ^= std::byte{1}; // in the sealed part
        m_files.disk().put(path, std::move(bytes));
        m_spoiled.insert(letter.entry_id);
        note("letter " + std::to_string(letter.seq) + " spoiled");
        return;
    }
}

void SimulatedKiosk::jump_ahead() {
    m_world.count(Fault::kiosk_number_jump);
    auto const number = keeper().site().letterbox.next_sequence() + 300;
    m_files.disk().put(m_data / "letterbox" / "tmp" / letterbox::part_name(number, {}, 1),
                       Bytes(10));
    note("a file of number " + std::to_string(number) + " is left over");
    cut_power();
}

// ---- the program

sync::ExchangeSpec SimulatedKiosk::spec(seal::AckSignPublicKey const& ack_sign) {
    sync::ExchangeSpec spec{.ack_sign = ack_sign, .version = "0.1.0", .booted = m_clock.now()};
    m_random.fill(spec.boot.bytes);
    return spec;
}

void SimulatedKiosk::start_program() {
    if (std::exchange(m_lose_index, false)) {
        m_world.count(Fault::kiosk_index_lost);
        fs::remove(m_data / "kiosk.db");
        if (m_world.dice.percent(50)) {
            std::ofstream(m_data / "kiosk.db") << "not a database";
        }
    }
    m_clock.start();
    auto site = sending::open_site({m_data, schema()}, m_files, m_clock, m_random);
    auto const link = sync::read_log_link(m_files, m_data);
    if (!site || !link) {
        return m_world.violated(m_name +
                                " does not start: " + (site ? link.error() : site.error()).message);
    }
    if (site->letterbox.repair_report().quarantined > 0) {
        m_world.violated(m_name + " found what is no letter: " +
                         site->letterbox.repair_report().messages.back());
    }
    note("starts with " + std::to_string(site->letterbox.letters().size()) + " letters");
    auto device = must(seal::SigningKey::from_seed(site->sealer.device().signing().seed()));
    m_program.emplace(sending::LetterKeeper(std::move(*site), m_place.rig().site.words, m_clock,
                                            m_random, {.cost = kCheap}),
                      sync::Exchange(spec(link->ack_sign)),
                      sync::Talk(std::move(device), link->ack_sign));
    tell(sync::event::Paired{});
}

void SimulatedKiosk::tell(sync::Event const& event) {
    auto next = sync::step(m_program->state, event, m_clock.now(), m_random);
    m_program->state = next.state;
    if (std::holds_alternative<sync::command::SendNow>(next.command)) {
        return ask();
    }
    if (auto const* wait = std::get_if<sync::command::WaitUntil>(&next.command)) {
        m_world.after(wait->moment - m_clock.now(), [this, turn = ++m_turn] {
            if (turn == m_turn) {
                run([this] { tell(sync::event::TimerDue{}); });
            }
        });
    }
}

sync::Kept SimulatedKiosk::kept() {
    auto& site = keeper().site();
    return {site.letterbox, site.memory, site.sealer, m_files, m_data};
}

void SimulatedKiosk::ask() {
    auto const turn = ++m_turn;
    auto const fails = [this, turn] {
        if (turn == m_turn) {
            run([this] { tell(sync::event::Failed{}); });
        }
    };
    auto const letters =
        m_program->state.may_send_letters() ? sync::Letters::taken_along : sync::Letters::held_back;
    auto const body =
        m_program->exchange.gather(kept(), letters, m_clock).and_then([&](auto request) {
            return m_program->talk.ask(std::move(request), m_random);
        });
    if (!body) {
        return m_world.after(Milliseconds(0), fails);
    }
    m_network.send(*body, keeper().site().sealer.device().public_key(),
                   [this, turn](Bytes const& reply) {
                       if (turn == m_turn) {
                           run([&] { hear(reply); });
                       }
                   });
    m_world.after(kHttpTimeout, fails);
}

void SimulatedKiosk::hear(Bytes const& body) {
    auto const reply = m_program->talk.believe(body);
    if (reply) {
        return apply(m_program->exchange, *reply);
    }
    if (m_sabotage == Sabotage::kiosk_believes_anybody) {
        return hear_stranger(body);
    }
    tell(sync::event::Failed{});
}

void SimulatedKiosk::hear_stranger(Bytes const& body) {
    seal::AckSignPublicKey const stranger{m_place.stranger().public_key()};
    auto const reply = wire::read_reply(body, stranger);
    if (!reply) {
        return tell(sync::event::Failed{});
    }
    sync::Exchange believer(spec(stranger));
    apply(believer, *reply);
}

// As terminal::LogConnection does.
void SimulatedKiosk::apply(sync::Exchange& exchange, wire::SyncReply const& reply) {
    auto const applied = exchange.apply(kept(), reply);
    auto& site = keeper().site();
    if (applied.index_behind) {
        (void)sending::bring_in_line(site.memory, site.letterbox);
    }
    ++m_world.talks;
    m_moved += applied.arrived.size() + applied.refused.size() + applied.offered_again.size();
    if (!applied.arrived.empty() || !applied.offered_again.empty()) {
        note(std::to_string(applied.arrived.size()) + " letters arrived, " +
             std::to_string(applied.offered_again.size()) + " offered again");
    }
    for (auto const& problem : applied.problems) {
        note(problem);
    }
    for (auto const& letter : site.letterbox.letters()) {
        if (std::ranges::find(applied.arrived, letter.seq) != applied.arrived.end()) {
            acknowledged(letter.entry_id);
        }
    }
    tell(sync::event_of(applied));
}

// ---- visitors

void SimulatedKiosk::leave_letter() {
    run([this] {
        auto const outcome = keeper().keep(support::letter_of("Er staat een fiets"));
        if (auto const* stored = std::get_if<flow::event::Stored>(&outcome)) {
            remember(stored->code);
        }
    });
}

void SimulatedKiosk::write_more() {
    if (m_confirmed.empty()) {
        return;
    }
    auto const code = m_confirmed[m_world.dice.below(m_confirmed.size())].code;
    run([&] {
        auto const outcome = keeper().keep_follow_up(
            {.code = flow::KeptCode(code),
             .action = static_cast<flow::FollowUpAction>(m_world.dice.below(2)),
             .facts = support::question(),
             .text = support::secret_text("Hij staat er nog")});
        if (std::holds_alternative<flow::event::FollowUpStored>(outcome)) {
            remember(code);
        }
    });
}

void SimulatedKiosk::remember(entries::ReceiptCode const& code) {
    auto const letter = keeper().site().letterbox.letters().back(); // the highest number
    auto const path =
        m_data / "letterbox" / "new" / letterbox::letter_name(letter.seq, letter.entry_id);
    m_confirmed.push_back({.entry = letter.entry_id,
                           .seq = letter.seq,
                           .hash = seal::hash_of(disk().peek(path).value()),
                           .code = code});
    tell(sync::event::LetterStored{});
}

} // namespace inloop::simulation
