// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/letter_worker.h"
#include "kiosk/terminal/sending/tuning.h"
#include "tests/sending/gated_files.h"
#include "tests/sending/sending_rig.h"
#include "tests/support/must.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <bit>
#include <cstdint>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace inloop::sending {
namespace {

using flow::CodeState;
using flow::event::Stored;
using flow::event::StoreFailed;
using support::must;

// Counts the wake-ups of a worker, each of which follows an outcome.
class Bell {
public:
    [[nodiscard]] std::function<void()> ring() {
        return [this] {
            m_rung_by = std::this_thread::get_id();
            m_rings.release();
        };
    }
    void await() { m_rings.acquire(); }
    // Whether there was one that nobody awaited.
    [[nodiscard]] bool rings() { return m_rings.try_acquire(); }
    // Whose call it was. After await().
    [[nodiscard]] std::thread::id rung_by() const { return m_rung_by; }

private:
    std::counting_semaphore<> m_rings{0};
    std::thread::id m_rung_by;
};

// The next outcome, which must be of this kind.
template <class Outcome>
bool outcome_is(LetterWorker& worker) {
    auto const outcome = worker.take_outcome();
    return outcome && std::holds_alternative<Outcome>(*outcome);
}
std::optional<std::uint64_t> letters_here(LetterWorker& worker) {
    auto const outcome = worker.take_outcome();
    auto const* here = outcome ? std::get_if<flow::event::LettersHere>(&*outcome) : nullptr;
    return here != nullptr ? std::optional(here->sealed) : std::nullopt;
}
std::optional<CodeState> code_state(LetterWorker& worker) {
    auto const outcome = worker.take_outcome();
    auto const* read = outcome ? std::get_if<flow::event::CodeRead>(&*outcome) : nullptr;
    return read != nullptr ? std::optional(read->news.state) : std::nullopt;
}

void send(LetterWorker& worker, std::string_view words = kWords) {
    worker.send(letter(words));
}

TEST(LetterWorker, SealsOnAThreadOfItsOwnAndWakes) {
    // given
    SendingRig rig;
    Bell bell;
    LetterWorker worker(rig.keeper(), bell.ring());
    EXPECT_EQ(letters_here(worker), 0U);
    EXPECT_FALSE(worker.take_outcome().has_value());
    // when
    send(worker);
    bell.await();
    // then
    EXPECT_TRUE(outcome_is<Stored>(worker));
    EXPECT_EQ(letters_here(worker), 1U);
    EXPECT_FALSE(worker.take_outcome().has_value());
    EXPECT_NE(bell.rung_by(), std::this_thread::get_id());
    EXPECT_EQ(rig.durable_letters().size(), 1U);
}

TEST(LetterWorker, GivesBackTheTextOfALetterThatWasNotKept) {
    // given
    SendingRig rig;
    Bell bell;
    LetterWorker worker(rig.keeper(), bell.ring());
    rig.files.set_space({.free_bytes = 0, .total_bytes = 100, .filesystem = "memory"});
    EXPECT_EQ(letters_here(worker), 0U);
    // when
    send(worker);
    bell.await();
    // then
    auto const outcome = worker.take_outcome();
    ASSERT_TRUE(outcome.has_value());
    auto const* failed = std::get_if<StoreFailed>(&*outcome);
    ASSERT_NE(failed, nullptr);
    EXPECT_EQ(failed->reason, flow::NotStoredReason::full);
    EXPECT_EQ(failed->letter.text.view(), kWords);
    EXPECT_EQ(failed->letter.contact.view(), kContact);
    EXPECT_FALSE(worker.take_outcome().has_value());
}

TEST(LetterWorker, SaysAtItsStartHowManyLettersLieHere) {
    // given: three letters, of which one has arrived and one was refused
    SendingRig rig;
    {
        LetterKeeper keeper = rig.keeper();
        for (int n = 0; n < 3; ++n) {
            (void)keeper.keep(letter());
        }
    }
    {
        Site site = must(rig.open());
        must(site.letterbox.mark_sent(site.letterbox.letters()[0].entry_id));
        must(site.letterbox.mark_dead(site.letterbox.letters()[1].entry_id));
    }
    // when
    Bell bell;
    LetterWorker worker(rig.keeper(), bell.ring());
    // then: all three lie on this device
    EXPECT_EQ(letters_here(worker), 3U);
    EXPECT_FALSE(worker.take_outcome().has_value());
}

TEST(LetterWorker, AnswersEveryCodeOnce) {
    // given
    SendingRig rig;
    Bell bell;
    LetterWorker worker(rig.keeper(), bell.ring());
    EXPECT_EQ(letters_here(worker), 0U);
    send(worker);
    bell.await();
    auto const outcome = worker.take_outcome();
    ASSERT_TRUE(outcome.has_value());
    entries::ReceiptCode const code = std::get<Stored>(*outcome).code;
    EXPECT_EQ(letters_here(worker), 1U);
    // when
    worker.look_up({});
    worker.look_up(code);
    bell.await();
    bell.await();
    // then
    EXPECT_EQ(code_state(worker), CodeState::nothing_to_see);
    EXPECT_EQ(code_state(worker), CodeState::stored);
    EXPECT_FALSE(worker.take_outcome().has_value());
    EXPECT_NE(bell.rung_by(), std::this_thread::get_id());
}

TEST(LetterWorker, CountsUsesBetweenLettersWithoutWaking) {
    // given
    SendingRig rig;
    Bell bell;
    {
        LetterWorker worker(rig.keeper(), bell.ring());
        EXPECT_EQ(letters_here(worker), 0U);
        // when
        worker.count("page.pilot");
        worker.count("page.pilot");
        send(worker); // done after them: jobs are done in order
        bell.await();
        // then
        EXPECT_TRUE(outcome_is<Stored>(worker));
        EXPECT_FALSE(bell.rings());
    }
    Site site = must(rig.open());
    EXPECT_EQ(must(site.memory.tallied("page.pilot", rig.today())), 2U);
}

TEST(LetterWorker, DropsCountsThatPileUpAndNothingElse) {
    // given: a disk that hangs, so that everything after the first letter waits
    SendingRig rig;
    Bell bell;
    GatedFiles disk(rig.files);
    {
        LetterKeeper keeper = rig.keeper_on(disk);
        disk.close();
        LetterWorker worker(std::move(keeper), bell.ring());
        EXPECT_EQ(letters_here(worker), 0U);
        send(worker);
        disk.await_arrival();
        // when
        for (std::size_t n = 0; n < 3 * kCountsWaiting; ++n) {
            worker.count("page.pilot");
        }
        worker.look_up({});
        disk.let_through();
        bell.await();
        bell.await();
        // then
        EXPECT_TRUE(outcome_is<Stored>(worker));
        EXPECT_EQ(letters_here(worker), 1U);
        EXPECT_EQ(code_state(worker), CodeState::nothing_to_see);
        worker.count("page.later"); // there is room again
        worker.look_up({});
        bell.await();
    }
    Site site = must(rig.open());
    EXPECT_EQ(must(site.memory.tallied("page.pilot", rig.today())), kCountsWaiting);
    EXPECT_EQ(must(site.memory.tallied("page.later", rig.today())), 1U);
}

TEST(LetterWorker, AnswersEveryLetterInOrderWhileOthersAreSent) {
    // given
    constexpr std::size_t kLetters = 40;
    SendingRig rig;
    Bell bell;
    LetterWorker worker(rig.keeper(), bell.ring());
    EXPECT_EQ(letters_here(worker), 0U);
    // when
    for (std::size_t n = 0; n < kLetters; ++n) {
        send(worker, "letter " + std::to_string(n));
    }
    // then
    for (std::size_t n = 0; n < kLetters; ++n) {
        bell.await();
        EXPECT_TRUE(outcome_is<Stored>(worker));
        EXPECT_EQ(letters_here(worker), n + 1);
    }
    EXPECT_FALSE(worker.take_outcome().has_value());
    auto const letters = rig.durable_letters();
    ASSERT_EQ(letters.size(), kLetters);
    for (std::size_t n = 0; n < kLetters; ++n) {
        EXPECT_EQ(letters[n].content.text.view(), "letter " + std::to_string(n));
    }
}

TEST(LetterWorker, NeverMakesTheScreenWait) {
    // given: a disk that hangs
    SendingRig rig;
    Bell bell;
    GatedFiles disk(rig.files);
    LetterKeeper keeper = rig.keeper_on(disk);
    disk.close();
    LetterWorker worker(std::move(keeper), bell.ring());
    EXPECT_EQ(letters_here(worker), 0U);
    // when
    send(worker);
    disk.await_arrival();
    send(worker); // returns although the first one hangs, and so do these
    worker.look_up({});
    worker.count("page.pilot");
    // then
    EXPECT_FALSE(worker.take_outcome().has_value());
    for (std::size_t n = 1; n <= 2; ++n) {
        disk.let_through();
        bell.await();
        EXPECT_TRUE(outcome_is<Stored>(worker));
        EXPECT_EQ(letters_here(worker), n);
    }
    bell.await();
    EXPECT_EQ(code_state(worker), CodeState::nothing_to_see);
}

TEST(LetterWorker, LetsOthersWorkOnItsSiteInTurn) {
    // given
    SendingRig rig;
    Bell bell;
    std::atomic<int> stored = 0;
    LetterWorker worker(rig.keeper(), bell.ring(), [&] { ++stored; });
    EXPECT_EQ(letters_here(worker), 0U);
    send(worker);
    // when
    std::size_t seen = 0;
    std::thread::id where;
    worker.post([&](Site& site) {
        seen = site.letterbox.letters().size();
        where = std::this_thread::get_id();
    });
    bell.await();
    bell.await();
    // then: after the letter, on the worker's thread
    EXPECT_EQ(seen, 1U);
    EXPECT_EQ(where, bell.rung_by());
    EXPECT_NE(where, std::this_thread::get_id());
    EXPECT_EQ(stored, 1) << "for who sends it on";
    EXPECT_TRUE(outcome_is<Stored>(worker));
    EXPECT_EQ(letters_here(worker), 1U);
    EXPECT_FALSE(worker.take_outcome().has_value());
    // when
    worker.report(flow::event::Arrived{{1}});
    bell.await();
    // then
    EXPECT_TRUE(outcome_is<flow::event::Arrived>(worker));
}

TEST(LetterWorker, EndsAtOnceWithNothingToDo) {
    SendingRig rig;
    bool woken = false;
    {
        LetterWorker const idle(rig.keeper(), [&] { woken = true; });
    }
    EXPECT_FALSE(woken);
}

// What lies at an address of this process now; nothing where no memory is any more.
std::optional<std::string> memory_at(char const* address, std::size_t size) {
    int const memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    std::string bytes(size, '\0');
    auto const count = ::pread(memory, bytes.data(), size,
                               static_cast<off_t>(std::bit_cast<std::uintptr_t>(address)));
    ::close(memory);
    return count == static_cast<ssize_t>(size) ? std::optional(bytes) : std::nullopt;
}

// Destroys a worker on a thread of its own, because destroying one that is busy waits.
class Destroyer {
public:
    explicit Destroyer(std::unique_ptr<LetterWorker> worker)
        : m_thread([this, dying = std::move(worker)]() mutable {
            m_id = ::gettid();
            dying.reset();
            m_done = true;
        }) {}

    // Returns when the destructor has asked the worker's thread to stop and sleeps until it does.
    // Nothing between its beginning and that sleep can sleep.
    void await_sleep() const {
        while (m_id == 0 || state() != 'S') {
            std::this_thread::yield();
        }
    }
    [[nodiscard]] bool done() const { return m_done; }
    void join() { m_thread.join(); }

private:
    // As in proc(5): R running, S asleep.
    [[nodiscard]] char state() const {
        std::ifstream file("/proc/self/task/" + std::to_string(m_id) + "/stat");
        std::string line;
        std::getline(file, line);
        std::size_t const name_ends = line.rfind(')');
        return name_ends + 2 < line.size() ? line[name_ends + 2] : '?';
    }

    std::atomic<pid_t> m_id = 0;
    std::atomic<bool> m_done = false;
    std::jthread m_thread; // last: it uses what stands above
};

TEST(LetterWorker, EndingFinishesTheLetterBegunAndWipesTheOthers) {
    // given: one letter is being written, another waits
    SendingRig rig;
    GatedFiles disk(rig.files);
    LetterKeeper keeper = rig.keeper_on(disk);
    disk.close();
    std::atomic<int> outcomes = 0;
    auto worker = std::make_unique<LetterWorker>(std::move(keeper), [&] { ++outcomes; });
    send(*worker);
    disk.await_arrival();
    entries::Letter second = letter("the second letter");
    char const* const place = second.text.view().data();
    std::size_t const size = second.text.size();
    worker->send(std::move(second));
    EXPECT_EQ(memory_at(place, size), "the second letter"); // the control of what comes below
    // when
    Destroyer destroyer(std::move(worker));
    destroyer.await_sleep();
    EXPECT_FALSE(destroyer.done());
    disk.let_through();
    destroyer.join();
    // then
    EXPECT_EQ(outcomes, 1);
    auto const letters = rig.durable_letters();
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].content.text.view(), kWords);
    EXPECT_NE(memory_at(place, size), "the second letter");
}

} // namespace
} // namespace inloop::sending
