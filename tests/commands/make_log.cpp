// SPDX-License-Identifier: EUPL-1.2
//
//   make_log FOLDER
//
// A log with letters and an answer in FOLDER/data, as kiosks and officers would leave it, with
// logins that take no time. FOLDER/login-NAME is as `inloop-log init --demo-login` leaves one.
// Prints each letter: its id and its text.
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/casework.h"
#include "tests/support/desk_rig.h"
#include "tests/support/must.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace inloop {
namespace {

namespace fs = std::filesystem;

using support::must;

void leave_login(fs::path const& folder, support::Credentials const& who) {
    std::ofstream(folder / ("login-" + who.name)) << who.name << "\n"
                                                  << who.passphrase << "\n"
                                                  << who.totp_uri << "\n";
}

// The program that is tested goes by the real time: what is long closed would be destroyed.
void come_to_today(support::DeskRig& rig) {
    rig.clock.advance(std::chrono::duration_cast<Milliseconds>(
        std::chrono::system_clock::now().time_since_epoch() - rig.clock.wall().time_since_epoch() -
        std::chrono::hours(1)));
}

void answer_it(support::DeskRig& rig, vault::Session& officer, support::Visitor const& visitor) {
    (void)must(desk::open_case(rig.desk, officer, visitor.root));
    if (!must(desk::answer(rig.desk, officer, {visitor.root, rig.root_of(visitor).version},
                           {.text = "Donderdag ben ik er."}))) {
        throw std::runtime_error("the answer was refused");
    }
}

void make(fs::path const& folder) {
    support::DeskRig rig;
    come_to_today(rig);
    auto const lead = rig.lead_again();
    must(vault::announce_weeks(rig.desk.store, *lead, rig.clock, rig.site.random));
    for (char const* text : {"Wanneer bent u er weer?", "Er staat een fiets voor de deur."}) {
        auto const visitor = rig.letter(text);
        std::printf("%s %s\n", hex(visitor.root.bytes).c_str(), text);
    }
    auto const answered = rig.letter("Wie loopt er door de Rolderstraat?");
    answer_it(rig, *lead, answered);
    std::printf("%s %s\n", hex(answered.root.bytes).c_str(), "Wie loopt er door de Rolderstraat?");
    leave_login(folder, rig.site.lead);
    rig.stores.close();
    fs::create_directory(folder / "data");
    for (char const* name : {"log.db", "keys.db"}) {
        fs::copy_file(rig.stores.data() / name, folder / "data" / name);
    }
}

} // namespace
} // namespace inloop

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "make_log FOLDER\n");
        return 64;
    }
    inloop::make(argv[1]);
    return 0;
}
