// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/place.h"

#include "kiosk/terminal/sending/site.h"
#include "kiosk/terminal/sync/pairing.h"
#include "tests/support/memory_files.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <cstdlib>

namespace inloop::simulation {

using support::must;

namespace {

namespace fs = std::filesystem;

// Where a commit waits for nothing; which files survive what, the simulation decides.
fs::path fastest_place() {
    return fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
}

} // namespace

Place::Place()
    : m_scratch(fastest_place())
    , m_log_sign(must(m_rig.lead().log_sign()))
    , m_ack_sign(must(seal::SigningKey::from_seed(must(m_rig.desk.store.secret("ack-sign")))))
    , m_stranger(support::signing_key(66)) {
    for (std::size_t kiosk = 0; kiosk < kMostKiosks; ++kiosk) {
        pair_kiosk(kiosk);
    }
    must(m_rig.desk.store.backup_to(founded()));
}

void Place::pair_kiosk(std::size_t kiosk) {
    fs::path const data = kiosk_folder(kiosk);
    fs::create_directory(data);
    support::MemoryFiles files;
    files.put(data, platform::EntryKind::directory);
    must(sync::keep_link(files, data,
                         {.link = {.url = "https://log.example:8443",
                                   .log_sign = {m_log_sign->public_key()},
                                   .ack_sign = {m_ack_sign.public_key()}},
                          .policy = must(m_rig.desk.store.policy())}));
    auto const device = must(
        seal::DeviceKey::load_or_create(files, data / sending::kDeviceKeyFile, m_rig.site.random));
    must(m_rig.desk.store.put_device({.id = device.id(),
                                      .key = device.public_key(),
                                      .name = "Kiosk " + std::to_string(kiosk),
                                      .state = records::DeviceState::active}));
    m_disks.push_back(files.durable());
    (void)must(memory::Memory::open(kiosk_index(kiosk),
                                    fs::path(std::getenv("INLOOP_ASSETS")) / "schema" / "kiosk"));
}

} // namespace inloop::simulation
