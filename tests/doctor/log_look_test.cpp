// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/terminal/doctor/log_look.h"
#include "kiosk/terminal/doctor/tuning.h"
#include "kiosk/terminal/sync/log_link.h"
#include "kiosk/terminal/sync/pairing.h"
#include "tests/support/memory_files.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/sync/fake_http.h"

#include <gtest/gtest.h>

#include <span>

namespace inloop::doctor {
namespace {

using support::must;

std::filesystem::path const kData = "/data";

class LogLook : public testing::Test {
protected:
    void pair(ByteArray<32> const& server_key) {
        must(sync::keep_link(files, kData,
                             {.link = {"https://log.example:8443",
                                       server_key,
                                       site.pinned(),
                                       {support::signing_key(9).public_key()}},
                              .policy = site.policy_file,
                              .deployment = site.policy().deployment().id}));
    }
    LogFound look() { return look_at_log(files, http, kData, "device.key"); }
    template <class T>
    static ErrorCode code_of(Result<T> const& result) {
        EXPECT_FALSE(result);
        return result ? ErrorCode::already_there : result.error().code;
    }

    support::SealedSite site;
    support::MemoryFiles files;
    int status = 303;
    bool away = false;
    sync::FakeHttp http{[this](platform::HttpCall const&) -> Result<platform::HttpResponse> {
        if (away) {
            return fail(ErrorCode::unavailable, "no connection");
        }
        return platform::HttpResponse{.status = status};
    }};
};

TEST_F(LogLook, AsksForTheFrontPageOnlyAndChangesNothing) {
    pair(http.key);
    std::size_t const before = files.operations().size();

    LogFound const found = look();

    EXPECT_TRUE(found.seals);
    EXPECT_TRUE(found.linked);
    EXPECT_TRUE(found.reached);
    EXPECT_EQ(found.url, "https://log.example:8443");
    platform::HttpCall const call = http.await_call(1);
    EXPECT_EQ(call.method, "GET");
    EXPECT_EQ(call.url, "https://log.example:8443/");
    EXPECT_TRUE(call.body.empty());
    EXPECT_EQ(call.timeout, kLogTime);
    EXPECT_EQ(http.calls(), 1U);
    for (support::Operation const& done : std::span(files.operations()).subspan(before)) {
        EXPECT_EQ(done.call, support::Call::read) << done.path;
    }
}

TEST_F(LogLook, TellsAnotherServerFromNone) {
    pair(http.key);
    away = true;
    EXPECT_EQ(code_of(look().reached), ErrorCode::unavailable);
    away = false;
    status = 503;
    EXPECT_EQ(code_of(look().reached), ErrorCode::unavailable);
    status = 404;
    EXPECT_TRUE(look().reached) << "negative control: whatever it says, it is the log";
    http.key = {std::byte{6}};
    EXPECT_EQ(code_of(look().reached), ErrorCode::crypto);
}

TEST_F(LogLook, AKioskWithoutALogHasNoneToAsk) {
    LogFound const found = look();
    EXPECT_EQ(code_of(found.seals), ErrorCode::not_found);
    EXPECT_EQ(code_of(found.linked), ErrorCode::not_found);
    EXPECT_EQ(http.calls(), 0U);
}

TEST_F(LogLook, ADamagedKeyIsToldAndAMissingOneIsNot) {
    pair(http.key);
    EXPECT_TRUE(look().seals);
    files.put(kData / "device.key", Bytes(68));
    EXPECT_EQ(code_of(look().seals), ErrorCode::corrupt);
    must(files.remove(kData / "device.key"));
    Bytes policy = site.policy_file;
    policy.back() ^= std::byte{1};
    files.put(kData / seal::kPolicyFile, policy);
    EXPECT_EQ(code_of(look().seals), ErrorCode::crypto);
}

} // namespace
} // namespace inloop::doctor
