// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/worker.h"
#include "kiosk/wire/codec.h"
#include "tests/support/must.h"
#include "tests/sync/fake_http.h"
#include "tests/sync/sync_rig.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <semaphore>
#include <vector>

namespace inloop::sync {
namespace {

using support::must;

// Letterbox and memory of a rig behind one lock, in place of the thread that owns them.
class LockedKeeping final : public Keeping {
public:
    explicit LockedKeeping(SyncRig& rig) : m_rig(rig) {}
    [[nodiscard]] Result<wire::SyncRequest> gather(Letters letters) override {
        std::scoped_lock const lock(m_mutex);
        ++gathered;
        return m_rig.exchange.gather(m_rig.kept(), letters, m_rig.site.clock);
    }
    [[nodiscard]] Applied apply(wire::SyncReply reply) override {
        std::scoped_lock const lock(m_mutex);
        ++applied;
        return m_rig.apply(reply);
    }
    void leave_letter() {
        std::scoped_lock const lock(m_mutex);
        m_rig.leave_letters(1);
    }

    std::atomic<int> gathered = 0;
    std::atomic<int> applied = 0;

private:
    std::mutex m_mutex;
    SyncRig& m_rig;
};

// A worker with the log of its rig behind the network. `spoil` changes a reply on its way.
struct WorkerRig {
    WorkerRig() { start_after({}); }
    void start_after(std::function<void(wire::SyncReply&)> change) { spoil = std::move(change); }

    Result<platform::HttpResponse> serve(platform::HttpCall const& call) {
        auto const request = wire::read_request(call.body, rig.site.sealer.device().public_key());
        if (!request) {
            return platform::HttpResponse{.status = 400};
        }
        wire::SyncReply reply = rig.log.answer(*request);
        reply.next = next;
        if (request->nonce != next) {
            reply = {.kind = wire::ReplyKind::challenge, .request = request->request, .next = next};
        }
        if (spoil) {
            spoil(reply);
        }
        return platform::HttpResponse{.status = 200,
                                      .body = must(wire::write_reply(reply, rig.log.ack_sign()))};
    }
    WorkerSpec spec() {
        auto const& device = rig.site.sealer.device().signing();
        return {.link = {.url = "https://log.example:8443",
                         .server_key = http.key,
                         .ack_sign = rig.log.ack_key()},
                .device = must(seal::SigningKey::from_seed(device.seed())),
                .applied =
                    [this](Applied const& what) {
                        last = what;
                        talks.release();
                    },
                .failed =
                    [this](Error const& error) {
                        last_error = error;
                        failures.release();
                    }};
    }
    void start() {
        worker = std::make_unique<Worker>(spec(), http, keeping, rig.site.clock, rig.site.random);
    }

    SyncRig rig;
    LockedKeeping keeping{rig};
    wire::Nonce next{{std::byte{42}}};
    std::function<void(wire::SyncReply&)> spoil;
    Applied last; // read after a talk
    Error last_error; // read after a failure
    std::counting_semaphore<> talks{0};
    std::counting_semaphore<> failures{0};
    FakeHttp http{[this](platform::HttpCall const& call) { return serve(call); }};
    std::unique_ptr<Worker> worker; // last: it uses what stands above
};

TEST(SyncWorker, AnswersTheChallengeAndSendsAtOnce) {
    WorkerRig rig;
    rig.keeping.leave_letter();
    rig.start();
    rig.talks.acquire();
    rig.talks.acquire();
    rig.worker.reset();
    EXPECT_EQ(rig.last.arrived, (Numbers{1}));
    auto const call = rig.http.await_call(1);
    EXPECT_EQ(call.method, "POST");
    EXPECT_EQ(call.url, "https://log.example:8443/k/v1/sync");
    EXPECT_EQ(call.body.size() % wire::kBodyUnit, 0U);
}

TEST(SyncWorker, SendsALetterWhenItIsPoked) {
    WorkerRig rig;
    rig.start();
    rig.talks.acquire(); // challenge
    rig.talks.acquire(); // nothing to say
    rig.keeping.leave_letter();
    rig.worker->poke();
    rig.talks.acquire();
    rig.worker.reset();
    EXPECT_EQ(rig.last.arrived, (Numbers{1}));
}

TEST(SyncWorker, TakesOnlyAReplyToItsLastRequest) {
    // given: a reply that the log signed for another request
    WorkerRig rig;
    rig.keeping.leave_letter();
    rig.start_after([](wire::SyncReply& reply) { reply.request.bytes[0] ^= std::byte{1}; });
    // when
    rig.start();
    rig.failures.acquire();
    rig.worker.reset();
    // then
    EXPECT_EQ(rig.last_error.code, ErrorCode::crypto);
    EXPECT_EQ(rig.keeping.applied, 0);
}

TEST(SyncWorker, BelievesNobodyElse) {
    WorkerRig rig;
    WorkerSpec spec = rig.spec();
    spec.link.ack_sign = {support::signing_key(8).public_key()};
    rig.worker = std::make_unique<Worker>(std::move(spec), rig.http, rig.keeping,
                                          rig.rig.site.clock, rig.rig.site.random);
    rig.failures.acquire();
    rig.worker.reset();
    EXPECT_EQ(rig.last_error.code, ErrorCode::crypto);
    EXPECT_EQ(rig.keeping.applied, 0);
}

TEST(SyncWorker, SpeaksOnlyToThePinnedServer) {
    WorkerRig rig;
    WorkerSpec spec = rig.spec();
    rig.http.key[0] ^= std::byte{1}; // another server
    rig.worker = std::make_unique<Worker>(std::move(spec), rig.http, rig.keeping,
                                          rig.rig.site.clock, rig.rig.site.random);
    rig.failures.acquire();
    rig.worker.reset();
    EXPECT_EQ(rig.http.calls(), 0U);
}

TEST(SyncWorker, EndsAtOnceInTheMiddleOfARequest) {
    WorkerRig rig;
    rig.keeping.leave_letter();
    rig.http.hangs = true;
    rig.start();
    (void)rig.http.await_call(1);
    rig.worker.reset(); // would wait for ever
    EXPECT_EQ(rig.keeping.applied, 0);
    EXPECT_EQ(rig.rig.letters_in(letterbox::LetterState::new_), (Numbers{1}));
}

TEST(SyncWorker, HoldsLettersBackWhileItIsRevoked) {
    // given: revoked at once
    WorkerRig rig;
    rig.keeping.leave_letter();
    rig.start_after([](wire::SyncReply& reply) { reply.kind = wire::ReplyKind::revoked; });
    rig.start();
    rig.talks.acquire();
    // when
    rig.worker->poke();
    rig.worker.reset();
    // then
    EXPECT_EQ(rig.last.kind, wire::ReplyKind::revoked);
    EXPECT_EQ(rig.http.calls(), 1U);
    EXPECT_EQ(rig.rig.letters_in(letterbox::LetterState::new_), (Numbers{1}));
}

} // namespace
} // namespace inloop::sync
