// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/picture_recoding.h"
#include "platform/linux/limited_run.h"
#include "tests/pictures/sample_pictures.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <string>

namespace inloop::officerlog {
namespace {

using support::must;
using support::Sample;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

editing::PictureRecoder const& recoder() {
    static editing::PictureRecoder const real = make_picture_recoder({.program = INLOOP_LOG});
    return real;
}

// One that runs a script in the place of inloop-log.
editing::PictureRecoder running(support::Scratch const& scratch, std::string const& script) {
    std::string const program = scratch / "program";
    std::ofstream(program) << "#!/bin/sh\n" << script << "\n";
    ::chmod(program.c_str(), 0700);
    return make_picture_recoder({.program = program, .time_limit = Milliseconds(200)});
}

bool is_jpeg(Bytes const& bytes) {
    return bytes.size() > 100 && bytes.size() <= wire::kMaxDocumentBytes &&
           bytes[0] == std::byte{0xFF} && bytes[1] == std::byte{0xD8};
}

std::string refusal_of(ByteView upload) {
    auto const result = recoder()(upload);
    if (result) {
        return "none";
    }
    EXPECT_EQ(result.error().code, ErrorCode::invalid_input) << result.error().message;
    return result.error().message;
}

TEST(PictureRecoding, MakesAJpegOfEveryKindOfPicture) {
    support::SeededRandom random(1);
    Sample const sample = support::photograph(800, 600, random);
    for (Bytes const& upload :
         {support::png_of(sample), support::jpeg_of(sample), support::webp_of(sample),
          support::jpeg_with_exif(support::jpeg_of(sample), 6, "words")}) {
        EXPECT_TRUE(is_jpeg(must(recoder()(upload))));
    }
}

TEST(PictureRecoding, SaysWhyAPictureIsNone) {
    EXPECT_THAT(refusal_of({}), HasSubstr("no PNG, JPEG or WebP"));
    EXPECT_THAT(refusal_of(as_bytes("#!/bin/sh\nid\n")), HasSubstr("no PNG, JPEG or WebP"));
    EXPECT_THAT(refusal_of(as_bytes("<svg onload=\"alert(1)\"/>")),
                HasSubstr("no PNG, JPEG or WebP"));
    Bytes const png = support::png_of(support::four_fields(10, 10));
    EXPECT_THAT(refusal_of(support::png_announcing(png, 30'000, 30'000)),
                HasSubstr("30000 x 30000"));
    EXPECT_THAT(refusal_of(Bytes(editing::kUploadBytes + 1)), HasSubstr("too large"));
}

TEST(PictureRecoding, HasTheMemoryThatLargePicturesTake) {
    Bytes const empty = support::png_of(support::one_colour(8000, 5000, {0, 0, 0}));
    ASSERT_LT(empty.size(), 2'000'000U) << "few bytes, 120 MB of picture";
    EXPECT_TRUE(is_jpeg(must(recoder()(empty))));
}

TEST(PictureRecoding, HasNoMoreMemoryThanThat) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers map terabytes: there is no limit then (process_limits.cpp)";
#endif
    // given a picture of 10 x 10 whose data goes on for 900 MB
    Bytes const bomb = support::inflating_png(6'000'000);
    EXPECT_THAT(refusal_of(bomb), HasSubstr("too much memory"));
    // and one that is the same but small is no trouble at all: it is the memory that ran out
    EXPECT_TRUE(is_jpeg(must(recoder()(support::inflating_png(100)))));
}

TEST(PictureRecoding, StaysCalmWithPicturesThatAreNotWhatTheySay) {
    support::SeededRandom random(1);
    Sample const sample = support::photograph(24, 16, random);
    int taken = 0;
    for (Bytes const& picture :
         {support::png_of(sample), support::jpeg_of(sample), support::webp_of(sample)}) {
        for (int i = 0; i < 100; ++i) {
            auto const result = recoder()(support::mutated(picture, random));
            ASSERT_TRUE(result ? is_jpeg(*result)
                               : result.error().code == ErrorCode::invalid_input);
            taken += result ? 1 : 0;
        }
    }
    EXPECT_GT(taken, 0);
    EXPECT_LT(taken, 300);
}

// How a process ends that reads this upload and then opens a file.
int end_of_opening_after(Bytes const& upload, bool recode) {
    std::array<int, 2> pipe{};
    EXPECT_EQ(::pipe(pipe.data()), 0);
    EXPECT_EQ(::write(pipe[1], upload.data(), upload.size()), static_cast<ssize_t>(upload.size()));
    ::close(pipe[1]);
    pid_t const child = ::fork();
    if (child == 0) {
        int const nowhere = ::open("/dev/null", O_WRONLY);
        ::dup2(nowhere, STDOUT_FILENO);
        ::dup2(nowhere, STDERR_FILENO);
        int const code = recode ? recode_picture(pipe[0]) : EX_OK;
        ::_exit(::open("/dev/null", O_RDONLY) >= 0 ? code : EX_NOINPUT);
    }
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

TEST(PictureRecoding, IsLockedInWhenItLooksAtAPicture) {
    Bytes const png = support::png_of(support::four_fields(10, 10));
    EXPECT_EQ(end_of_opening_after(png, false), EX_OK) << "negative control";
    EXPECT_EQ(end_of_opening_after(png, true), 128 + SIGSYS);
    EXPECT_EQ(end_of_opening_after(Bytes(10), true), 128 + SIGSYS);
}

TEST(PictureRecoding, ReadsNoMoreThanAnUploadMayHave) {
    Bytes const large(editing::kUploadBytes + 1);
    auto const outcome = must(platform::run_limited({.program = INLOOP_LOG,
                                                     .arguments = {"recode-picture"},
                                                     .input = large,
                                                     .most_output = 100,
                                                     .time_limit = kRecodeTime}));
    EXPECT_EQ(outcome.code, EX_DATAERR);
    EXPECT_EQ(outcome.complaint, "the picture is larger than 6 MB\n");
}

TEST(PictureRecoding, IsNoCommandForPeople) {
    auto const outcome = must(platform::run_limited({.program = INLOOP_LOG,
                                                     .arguments = {"--help"},
                                                     .most_output = 100'000,
                                                     .time_limit = kRecodeTime}));
    std::string const help(
        static_cast<char const*>(static_cast<void const*>(outcome.output.data())),
        outcome.output.size());
    EXPECT_THAT(help, AllOf(HasSubstr("restore"), Not(HasSubstr("recode"))));
}

TEST(PictureRecoding, BlamesThePictureForWhatItBroke) {
    support::Scratch const scratch;
    for (char const* const signal : {"SEGV", "ABRT", "SYS", "XCPU"}) {
        auto const result = running(scratch, std::string("kill -") + signal + " $$")({});
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::invalid_input) << signal;
    }
}

TEST(PictureRecoding, SaysWhenItCannotBeDone) {
    support::Scratch const scratch;
    for (char const* const script :
         {"exec sleep 1000", "exit 71", "exit 0", "kill -KILL $$", "exec cat /dev/zero"}) {
        auto const result = running(scratch, script)({});
        ASSERT_FALSE(result) << script;
        EXPECT_EQ(result.error().code, ErrorCode::unavailable) << script;
    }
    auto const missing = make_picture_recoder({.program = scratch / "nothing"})({});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::unavailable);
    EXPECT_THAT(missing.error().message, HasSubstr("nothing"));
}

} // namespace
} // namespace inloop::officerlog
