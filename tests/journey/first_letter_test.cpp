// SPDX-License-Identifier: EUPL-1.2
// The promise of the receipt: whoever was thanked has a letter that no power cut takes away;
// whoever was not still has his text.
#include "platform/linux/linux_files.h"
#include "tests/support/kiosk_rig.h"
#include "tests/support/memory_files.h"
#include "tests/support/passing_files.h"
#include "tests/support/scratch.h"
#include "tests/support/site_letters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::journey {
namespace {

using support::Call;
using support::FaultEffect;
using support::FaultLasts;
using support::KioskRig;
using support::MemoryFiles;
using support::Operation;
using support::ReadLetter;
using support::Scratch;
using support::SiteLetters;

constexpr std::string_view kText = "Mag ik hier mijn fiets neerzetten?\nNr 14, bij de brug.";

// Files that say of some calls that they were done, without doing them.
class LyingFiles final : public support::PassingFiles {
public:
    LyingFiles(platform::Files& real, std::set<Call> swallowed)
        : m_real(real)
        , m_swallowed(std::move(swallowed)) {}

    Result<void> sync_file(std::filesystem::path const& path) override {
        return swallows(Call::sync_file) ? Result<void>() : m_real.sync_file(path);
    }
    Result<void> sync_directory(std::filesystem::path const& path) override {
        return swallows(Call::sync_directory) ? Result<void>() : m_real.sync_directory(path);
    }
    bool lying = false; // from when on
    [[nodiscard]] platform::Files& disk() override { return m_real; }

private:
    [[nodiscard]] bool swallows(Call call) const { return lying && m_swallowed.contains(call); }
    platform::Files& m_real;
    std::set<Call> m_swallowed;
};

// What the disk held at the moment the first frame of a receipt was handed to the display.
struct Thanked {
    std::vector<Operation> operations; // of this letter
    std::vector<std::string> durable; // texts of the letters a power cut would have left
};

// A kiosk whose letters go through the real worker to a disk in memory.
class Kiosk {
public:
    explicit Kiosk(std::set<Call> swallowed = {})
        : files(disk, std::move(swallowed))
        , rig({}, [this](KioskRig& r) {
            disk.put(data(), platform::EntryKind::directory);
            letters = std::make_unique<SiteLetters>(r, files, data());
            return letters->post();
        }) {
        files.lying = true;
        rig.display.on_present = [this] { look(); };
    }
    ~Kiosk() { letters.reset(); } // its worker ends while what it uses is there
    Kiosk(Kiosk const&) = delete;
    Kiosk& operator=(Kiosk const&) = delete;

    [[nodiscard]] std::filesystem::path const& data() const { return m_scratch.path(); }
    void send() {
        m_before = disk.operations().size();
        rig.tap("summary.send");
        rig.await_outcome();
    }
    // From the receipt to the first screen, with time for the next letter to be welcome.
    void leave() {
        rig.tap("receipt.done");
        rig.tap("bar.wipe");
        rig.clock.advance(std::chrono::minutes(15));
    }
    // On the screen that says it was not stored.
    void retry() {
        m_before = disk.operations().size();
        rig.tap("not_stored.retry");
        rig.await_outcome();
    }
    [[nodiscard]] std::size_t operations_so_far() const { return disk.operations().size(); }
    // Texts on the disk as it would be after a power cut now.
    [[nodiscard]] std::vector<std::string> durable_texts() const {
        MemoryFiles after_cut(disk.durable());
        std::vector<std::string> texts;
        for (ReadLetter const& read : support::read_letters(after_cut, data())) {
            texts.emplace_back(read.letter.text.view());
        }
        return texts;
    }

    MemoryFiles disk;
    LyingFiles files;
    std::optional<Thanked> thanked;

private:
    Scratch m_scratch; // only the index lies on it
    std::size_t m_before = 0;
    void look() {
        if (!rig.on<flow::screen::Receipt>()) {
            thanked.reset();
        } else if (!thanked) {
            auto const& all = disk.operations();
            thanked = Thanked{{all.begin() + static_cast<std::ptrdiff_t>(m_before), all.end()},
                              durable_texts()};
        }
    }

public:
    std::unique_ptr<SiteLetters> letters; // made by what the rig calls while it is made
    KioskRig rig;
};

bool holds(std::vector<std::string> const& texts, std::string_view text) {
    return std::ranges::find(texts, text) != texts.end();
}

// What is wrong with a receipt that was shown; empty when it keeps its promise.
std::string broken_promise(Thanked const& thanked, std::string_view text) {
    auto at = thanked.operations.begin();
    auto const next = [&](Call call, std::string const& path) {
        at = std::find_if(at, thanked.operations.end(), [&](Operation const& operation) {
            return operation.call == call && (path.empty() || operation.path == path);
        });
        return at != thanked.operations.end();
    };
    if (!next(Call::create, {})) {
        return "thanked before the letter was written";
    }
    std::string const part = at->path;
    if (!next(Call::sync_file, part)) {
        return "thanked before the letter was durable";
    }
    if (!next(Call::rename, part)) {
        return "thanked before the letter had its name";
    }
    std::string const folder = std::filesystem::path(at->to).parent_path().native();
    if (!next(Call::sync_directory, folder)) {
        return "thanked before the name was durable";
    }
    return holds(thanked.durable, text) ? "" : "a power cut would take the letter away";
}

// ---- all is well

TEST(FirstLetter, ArrivesAsItWasTyped) {
    Scratch scratch;
    platform::LinuxFiles files;
    std::unique_ptr<SiteLetters> letters;
    KioskRig rig({}, [&](KioskRig& r) {
        letters = std::make_unique<SiteLetters>(r, files, scratch.path());
        return letters->post();
    });
    rig.write_question(kText);
    EXPECT_EQ(rig.text(), kText);
    rig.tap("summary.send");
    EXPECT_TRUE(rig.on<flow::screen::Sending>());
    rig.await_outcome();

    ASSERT_TRUE(rig.on<flow::screen::Receipt>());
    EXPECT_TRUE(rig.text().empty());
    auto const all = support::read_letters(files, scratch.path());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].letter.text.view(), kText);
    entries::EntryFacts const expected{.kind = entries::EntryKind::question,
                                       .language = "nl",
                                       .subject = std::string(support::kPlainSubject),
                                       .wants_answer = true,
                                       .day = 20780, // 23 November 2026
                                       .part = entries::DayPart::afternoon,
                                       .trust = ClockTrust::synced,
                                       .happening = entries::Happening::no};
    EXPECT_EQ(all[0].letter.facts, expected);
    auto const code = std::get<flow::screen::Receipt>(rig.journey().screen()).code;
    EXPECT_EQ(all[0].header.receipt_key, letters->receipt_key(code));
    rig.tap("receipt.done");
    EXPECT_TRUE(rig.on<flow::screen::Afterwards>());
}

TEST(FirstLetter, ShowsACodeOfItsOwnToEachVisitor) {
    Kiosk kiosk;
    std::set<std::array<std::uint16_t, 5>> codes;
    for (int i = 0; i < 5; ++i) {
        kiosk.rig.write_question("Vraag");
        kiosk.send();
        auto const& code = std::get<flow::screen::Receipt>(kiosk.rig.journey().screen()).code;
        codes.insert(code.words);
        kiosk.leave();
    }
    MemoryFiles after_cut(kiosk.disk.durable());
    std::set<std::uint64_t> numbers;
    for (ReadLetter const& read : support::read_letters(after_cut, kiosk.data())) {
        numbers.insert(read.header.seq);
    }

    EXPECT_EQ(codes.size(), 5U);
    EXPECT_EQ(numbers, (std::set<std::uint64_t>{1, 2, 3, 4, 5}));
}

TEST(FirstLetter, IsDurableBeforeTheThankYou) {
    Kiosk kiosk;
    kiosk.rig.write_question(kText);
    kiosk.send();

    ASSERT_TRUE(kiosk.thanked.has_value());
    EXPECT_EQ(broken_promise(*kiosk.thanked, kText), "");
}

// ---- the same look catches a kiosk that thanks too early

TEST(FirstLetterControl, CatchesAKeeperThatDoesNotSyncTheFolder) {
    Kiosk kiosk({Call::sync_directory});
    kiosk.rig.write_question(kText);
    kiosk.send();

    ASSERT_TRUE(kiosk.thanked.has_value());
    EXPECT_EQ(broken_promise(*kiosk.thanked, kText), "thanked before the name was durable");
    EXPECT_FALSE(holds(kiosk.thanked->durable, kText)) << "and the disk agrees";
}

TEST(FirstLetterControl, CatchesAKeeperThatDoesNotSyncTheFile) {
    Kiosk kiosk({Call::sync_file});
    kiosk.rig.write_question(kText);
    kiosk.send();

    ASSERT_TRUE(kiosk.thanked.has_value());
    EXPECT_EQ(broken_promise(*kiosk.thanked, kText), "thanked before the letter was durable");
}

TEST(FirstLetterControl, CatchesASenderThatKeepsNothing) {
    MemoryFiles disk;
    std::optional<Thanked> thanked;
    KioskRig rig;
    rig.display.on_present = [&] {
        if (rig.on<flow::screen::Receipt>() && !thanked) {
            thanked = Thanked{disk.operations(), {}};
        }
    };
    rig.write_question(kText);
    rig.tap("summary.send");
    rig.held.store();
    rig.step();

    ASSERT_TRUE(thanked.has_value());
    EXPECT_EQ(broken_promise(*thanked, kText), "thanked before the letter was written");
}

// ---- faults

struct Fault {
    ErrorCode code;
    FaultLasts lasts;
    FaultEffect effect;
};

std::vector<Fault> all_faults() {
    std::vector<Fault> all;
    // Full, broken, read-only, vanished.
    for (ErrorCode const code :
         {ErrorCode::no_space, ErrorCode::io, ErrorCode::read_only, ErrorCode::not_found}) {
        for (FaultLasts const lasts : {FaultLasts::once, FaultLasts::persistent}) {
            all.push_back({code, lasts, FaultEffect::not_done});
            all.push_back({code, lasts, FaultEffect::done});
        }
    }
    return all;
}

class StorageFaults : public testing::TestWithParam<Fault> {
protected:
    // A new visitor writes and sends while operation `k` of his letter fails. Then the fault goes
    // and, when he was told that nothing was stored, he tries again.
    void visit(std::size_t k, std::string const& text) {
        kiosk.rig.write_question(text);
        kiosk.disk.fail_at(kiosk.operations_so_far() + k, GetParam().code, GetParam().lasts,
                           GetParam().effect);
        kiosk.send();
        kiosk.disk.mend();
        if (kiosk.rig.on<flow::screen::NotStored>()) {
            ++refused;
            EXPECT_EQ(kiosk.rig.text(), text) << "operation " << k;
            EXPECT_FALSE(kiosk.thanked.has_value()) << "operation " << k;
            kiosk.retry();
        }
        ASSERT_TRUE(kiosk.rig.on<flow::screen::Receipt>()) << "operation " << k;
        ASSERT_TRUE(kiosk.thanked.has_value());
        EXPECT_TRUE(holds(kiosk.thanked->durable, text)) << "operation " << k;
        kiosk.leave();
        EXPECT_TRUE(kiosk.rig.text().empty());
    }

    Kiosk kiosk;
    int refused = 0;
};

TEST_P(StorageFaults, NeverThankForWhatIsNotKeptNorLoseWhatWasTyped) {
    constexpr std::size_t kMoreThanALetterTakes = 14;
    for (std::size_t k = 0; k < kMoreThanALetterTakes; ++k) {
        std::string const text = "Vraag nr " + std::to_string(k);
        ASSERT_NO_FATAL_FAILURE(visit(k, text));
    }

    if (GetParam().lasts == FaultLasts::persistent || GetParam().code != ErrorCode::io) {
        EXPECT_GT(refused, 0) << "the faults must reach the letter";
    }
    for (std::string const& line : kiosk.letters->log()) {
        EXPECT_EQ(line.find("Vraag"), std::string::npos) << line;
    }
}

std::string fault_name(testing::TestParamInfo<Fault> const& info) {
    std::string name = info.param.code == ErrorCode::no_space    ? "Full"
                       : info.param.code == ErrorCode::io        ? "Broken"
                       : info.param.code == ErrorCode::read_only ? "ReadOnly"
                                                                 : "Vanished";
    name += info.param.lasts == FaultLasts::once ? "Once" : "Persistent";
    return name + (info.param.effect == FaultEffect::done ? "ButDone" : "");
}

INSTANTIATE_TEST_SUITE_P(FirstLetter, StorageFaults, testing::ValuesIn(all_faults()), fault_name);

TEST(FirstLetter, SaysThatTheDiskIsFull) {
    Kiosk kiosk;
    kiosk.disk.set_space({.free_bytes = 1, .total_bytes = 1000, .filesystem = "memory"});
    kiosk.rig.write_question(kText);
    kiosk.send();

    ASSERT_TRUE(kiosk.rig.on<flow::screen::NotStored>());
    EXPECT_EQ(std::get<flow::screen::NotStored>(kiosk.rig.journey().screen()).reason,
              flow::NotStoredReason::full);
    EXPECT_EQ(kiosk.rig.text(), kText);
    kiosk.disk.set_space({.free_bytes = 900, .total_bytes = 1000, .filesystem = "memory"});
    kiosk.retry();
    EXPECT_TRUE(kiosk.rig.on<flow::screen::Receipt>());
}

TEST(FirstLetter, SurvivesAFolderThatVanishes) {
    Scratch scratch;
    platform::LinuxFiles files;
    std::unique_ptr<SiteLetters> letters;
    KioskRig rig({}, [&](KioskRig& r) {
        letters = std::make_unique<SiteLetters>(r, files, scratch.path());
        return letters->post();
    });
    std::filesystem::path const box = scratch / "letterbox";
    std::filesystem::rename(box, scratch / "gone");
    rig.write_question(kText);
    rig.tap("summary.send");
    rig.await_outcome();
    ASSERT_TRUE(rig.on<flow::screen::NotStored>());
    EXPECT_EQ(rig.text(), kText);
    std::filesystem::rename(scratch / "gone", box);
    rig.tap("not_stored.retry");
    rig.await_outcome();

    EXPECT_TRUE(rig.on<flow::screen::Receipt>());
    auto const all = support::read_letters(files, scratch.path());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].letter.text.view(), kText);
}

TEST(FirstLetter, LetsTheVisitorChangeWhatWasNotStored) {
    Kiosk kiosk;
    kiosk.rig.write_question("Eerste");
    kiosk.disk.fail_from_now(ErrorCode::io);
    kiosk.send();
    ASSERT_TRUE(kiosk.rig.on<flow::screen::NotStored>());
    kiosk.disk.mend();
    kiosk.rig.tap("bar.back");
    kiosk.rig.tap("summary.change_text");
    kiosk.rig.type(" en meer");
    kiosk.rig.tap("write.next");
    kiosk.send();

    ASSERT_TRUE(kiosk.thanked.has_value());
    EXPECT_TRUE(holds(kiosk.thanked->durable, "Eerste en meer"));
}

} // namespace
} // namespace inloop::journey
