// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/envelope.h"
#include "tests/support/memory_files.h"
#include "tests/support/must.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace inloop::seal {
namespace {

using support::Call;
using support::MemoryFiles;
using support::must;
using support::SeededRandom;

std::filesystem::path const kPath = "/var/inloop/device.key";

// A disk with an empty /var/inloop.
MemoryFiles empty_disk() {
    MemoryFiles files;
    files.put(kPath.parent_path(), platform::EntryKind::directory);
    return files;
}

DevicePublicKey load(MemoryFiles& files, std::uint64_t seed = 1) {
    SeededRandom random(seed);
    return must(DeviceKey::load_or_create(files, kPath, random)).public_key();
}

Error fault_of(MemoryFiles& files) {
    SeededRandom random(2);
    auto const key = DeviceKey::load_or_create(files, kPath, random);
    return key ? Error{ErrorCode::io, "loaded"} : key.error();
}

std::vector<Call> calls_of(MemoryFiles const& files) {
    std::vector<Call> calls;
    for (auto const& operation : files.operations()) {
        calls.push_back(operation.call);
    }
    return calls;
}

TEST(DeviceKey, IsMadeOnceAndLoadedEverAfter) {
    MemoryFiles files = empty_disk();
    DevicePublicKey const made = load(files, 1);
    EXPECT_EQ(load(files, 2), made);
    EXPECT_EQ(files.peek(kPath)->size(), 68U);
}

TEST(DeviceKey, IsDurableBeforeItIsUsed) {
    MemoryFiles files = empty_disk();
    DevicePublicKey const made = load(files);
    EXPECT_EQ(calls_of(files), (std::vector<Call>{Call::read, Call::create, Call::sync_file,
                                                  Call::rename, Call::sync_directory}));
    MemoryFiles after_power_cut(files.durable());
    EXPECT_EQ(load(after_power_cut, 2), made);
}

TEST(DeviceKey, SignsWithTheIdOfItsPublicHalf) {
    SeededRandom random(1);
    MemoryFiles files = empty_disk();
    DeviceKey const key = must(DeviceKey::load_or_create(files, kPath, random));
    EXPECT_EQ(key.id(), device_id_of(key.public_key()));
    auto const signature = key.signing().sign(as_bytes("PKB1"));
    EXPECT_TRUE(is_signed_by(key.public_key().bytes, as_bytes("PKB1"), signature));
}

TEST(DeviceKey, IsNeverReplacedWhenItsFileIsDamaged) {
    MemoryFiles whole = empty_disk();
    load(whole);
    Bytes const good = *whole.peek(kPath);
    for (std::size_t at = 0; at < good.size(); ++at) {
        Bytes bad = good;
        bad[at] ^= std::byte{0x10};
        MemoryFiles files;
        files.put(kPath, bad);
        Error const fault = fault_of(files);
        ASSERT_EQ(fault.code, ErrorCode::corrupt) << at;
        ASSERT_TRUE(fault.message.starts_with("/var/inloop/device.key: ")) << fault.message;
        ASSERT_EQ(files.peek(kPath), bad);
        ASSERT_EQ(calls_of(files), std::vector<Call>{Call::read});
    }
}

TEST(DeviceKey, IsNeverReplacedWhenItsFileHasAnotherSize) {
    MemoryFiles whole = empty_disk();
    load(whole);
    Bytes const good = *whole.peek(kPath);
    for (std::size_t size : {std::size_t{0}, std::size_t{4}, good.size() - 1, good.size() + 1}) {
        Bytes bad = good;
        bad.resize(size);
        MemoryFiles files;
        files.put(kPath, bad);
        Error const fault = fault_of(files);
        EXPECT_EQ(fault.code, ErrorCode::corrupt);
        EXPECT_NE(fault.message.find(std::to_string(size) + " bytes instead of 68"),
                  std::string::npos);
        EXPECT_EQ(files.peek(kPath), bad);
    }
    MemoryFiles huge;
    huge.put(kPath, Bytes(5000));
    EXPECT_NE(fault_of(huge).message, "loaded");
    EXPECT_EQ(huge.peek(kPath)->size(), 5000U);
}

TEST(DeviceKey, StartsAgainAfterAnEarlierCut) {
    MemoryFiles files = empty_disk();
    files.put(kPath.string() + ".part", Bytes(10));
    DevicePublicKey const made = load(files);
    EXPECT_EQ(load(files, 2), made);
    EXPECT_FALSE(files.has(kPath.string() + ".part"));
}

TEST(DeviceKey, IsNotGivenOutWhenAnyStepFails) {
    for (std::size_t step = 0; step < 5; ++step) {
        for (ErrorCode code : {ErrorCode::io, ErrorCode::no_space, ErrorCode::read_only}) {
            MemoryFiles files = empty_disk();
            files.fail_at(step, code);
            ASSERT_EQ(fault_of(files).code, code) << "step " << step;
        }
    }
    MemoryFiles files = empty_disk(); // negative control
    EXPECT_EQ(fault_of(files).message, "loaded");
}

TEST(DeviceKey, LeavesNothingHalfAfterAFailure) {
    // After any failed step the next start, on the disk as a power cut leaves it, makes or loads a
    // sound key.
    for (std::size_t step = 0; step < 5; ++step) {
        MemoryFiles files = empty_disk();
        files.fail_at(step, ErrorCode::io);
        ASSERT_NE(fault_of(files).message, "loaded");
        MemoryFiles next(files.durable());
        DevicePublicKey const made = load(next, 5);
        ASSERT_EQ(load(next, 6), made);
    }
}

TEST(DeviceKey, SaysSoWhenAnOldPartCannotBeTakenAway) {
    MemoryFiles files = empty_disk();
    files.put(kPath.string() + ".part", Bytes(10));
    files.fail_at(2, ErrorCode::io); // read, create, remove
    EXPECT_EQ(fault_of(files).code, ErrorCode::io);
}

} // namespace
} // namespace inloop::seal
