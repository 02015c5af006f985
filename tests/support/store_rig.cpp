// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/store_rig.h"

#include "kiosk/officerlog/records/sqlite_store.h"
#include "tests/support/must.h"
#include "tests/support/seeded_random.h"
#include "tests/support/test_letter.h"

#include <cstdlib>

namespace inloop::support {

namespace {

namespace fs = std::filesystem;

fs::path fastest_place() {
    return fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
}

} // namespace

StoreRig::StoreRig() : m_scratch(fastest_place()) {
    reopen();
}

void StoreRig::reopen() {
    close();
    m_store = must(open(data()));
}

Result<std::unique_ptr<records::Store>> StoreRig::open(fs::path const& data) {
    fs::path const schema = fs::path(std::getenv("INLOOP_ASSETS")) / "schema";
    return records::SqliteStore::open({.data = data, .schema = schema}, m_files);
}

Bytes noise(std::uint64_t seed, std::size_t count) {
    Bytes bytes(count);
    SeededRandom(seed).fill(bytes);
    return bytes;
}

records::Entry stored_letter(std::uint64_t number) {
    constexpr std::size_t kBodyBytes = 1292; // most envelopes have this size
    constexpr records::Seconds kFirstArrival = 1'767'225'600; // 2026-01-01
    records::Entry letter{.id = entry_id(number),
                          .root = entry_id(number),
                          .seq = number,
                          .receipt = receipt_key(number),
                          .epoch = 105,
                          .body = noise(1000 + number, kBodyBytes),
                          .arrived_at = kFirstArrival + static_cast<records::Seconds>(number)};
    letter.device.bytes.fill(std::byte{0xD1});
    SeededRandom(9'000'000 + number).fill(letter.hash.bytes);
    return letter;
}

Bytes wrap_of_letter(std::uint64_t number) {
    return noise(5'000'000 + number, 80);
}

} // namespace inloop::support
