// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/page_rendering.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>

namespace inloop::officerlog {
namespace {

namespace fs = std::filesystem;

using editing::RenderedPage;
using editing::RenderRequest;
using support::must;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char const* kOwnPage = "+++\n"
                                 "id = \"pilot\"\n"
                                 "title = \"Eigen tekst\"\n"
                                 "icon = \"info_outline\"\n"
                                 "order = 1\n"
                                 "+++\n"
                                 "\n"
                                 "Dit schreef een vrijwilliger.\n";

wire::Document document(std::string name, std::string_view content) {
    wire::Document made{.name = std::move(name)};
    append(made.content, as_bytes(content));
    return made;
}

std::pair<unsigned, unsigned> size_of(Bytes const& png) {
    auto const number = [&png](std::size_t at) {
        return std::to_integer<unsigned>(png.at(at)) << 8U |
               std::to_integer<unsigned>(png.at(at + 1));
    };
    return {number(18), number(22)}; // the lower halves of width and height in IHDR
}

// Renderers whose folders lie where the test sees them.
class PageRendering : public testing::Test {
protected:
    PageRendering() { ::setenv("TMPDIR", m_folders.path().c_str(), 1); }
    PageRendering(PageRendering const&) = delete;
    PageRendering& operator=(PageRendering const&) = delete;
    ~PageRendering() override {
        EXPECT_TRUE(fs::is_empty(m_folders.path())) << "something was left behind";
        ::unsetenv("TMPDIR");
    }

    [[nodiscard]] Result<RenderedPage> render(RenderRequest const& request) const {
        return make_page_renderer({.program = INLOOP_KIOSK, .assets = INLOOP_ASSETS_FOLDER})(
            request);
    }
    // A script in the place of inloop-kiosk.
    [[nodiscard]] Result<RenderedPage> run(std::string const& script) const {
        std::string const program = m_programs / "program";
        std::ofstream(program) << "#!/bin/sh\n" << script << "\n";
        ::chmod(program.c_str(), 0700);
        return make_page_renderer({.program = program,
                                   .assets = INLOOP_ASSETS_FOLDER,
                                   .time_limit = Milliseconds(200)})({.key = {"pilot", "nl"}});
    }

private:
    support::Scratch m_folders;
    support::Scratch m_programs;
};

TEST_F(PageRendering, DrawsAPageInEachLanguageAndShape) {
    RenderedPage const dutch = must(render({.key = {"pilot", "nl"}}));
    RenderedPage const english = must(render({.key = {"pilot", "en"}}));
    RenderedPage const high = must(render({.key = {"pilot", "nl"}, .portrait = true}));
    RenderedPage const large = must(render({.key = {"pilot", "nl"}, .large = true}));
    RenderedPage const contrast = must(render({.key = {"pilot", "nl"}, .contrast = true}));

    for (RenderedPage const* page : {&dutch, &english, &high, &large, &contrast}) {
        ASSERT_THAT(page->pictures, Not(IsEmpty()));
        EXPECT_THAT(page->findings, IsEmpty());
        EXPECT_THAT(page->faults, IsEmpty());
    }
    EXPECT_EQ(size_of(dutch.pictures[0]), std::pair(1280U, 800U));
    EXPECT_EQ(size_of(high.pictures[0]), std::pair(720U, 1280U));
    EXPECT_NE(dutch.pictures, english.pictures);
    EXPECT_NE(dutch.pictures, contrast.pictures);
    EXPECT_GT(large.pictures.size(), dutch.pictures.size());
}

TEST_F(PageRendering, DrawsWhatTheSiteHas) {
    RenderedPage const shipped = must(render({.key = {"pilot", "nl"}}));
    RenderedPage const own =
        must(render({.files = {document("pages/nl/pilot.md", kOwnPage),
                               document("news.toml", "[[news]]\nwords = {nl = \"a\", en = \"b\"}")},
                     .key = {"pilot", "nl"}}));
    ASSERT_THAT(own.pictures, Not(IsEmpty()));
    EXPECT_NE(own.pictures, shipped.pictures);
}

TEST_F(PageRendering, TellsFaultsWithTheirLines) {
    std::string const faulty = std::string(kOwnPage) + "\n{fact: nowhere}\n";
    RenderedPage const page =
        must(render({.files = {document("pages/nl/pilot.md", faulty)}, .key = {"pilot", "nl"}}));
    EXPECT_THAT(page.pictures, IsEmpty());
    ASSERT_THAT(page.faults, SizeIs(1));
    EXPECT_EQ(page.faults[0].file, "pages/nl/pilot.md");
    EXPECT_EQ(page.faults[0].line, 10);
    EXPECT_THAT(page.faults[0].cause, HasSubstr("nowhere"));
    EXPECT_THAT(page.faults[0].mend, Not(IsEmpty()));
}

TEST_F(PageRendering, WritesNothingOutsideItsFolder) {
    for (char const* const name :
         {"", "/etc/passwd", "../up.md", "pages/../../up.md", "pages//a.md", "pages/nl/",
          "pages/.hidden", ".", "..", "PAGES/a.md", "pages/a b.md", "pages/a\n.md"}) {
        auto const page = render({.files = {document(name, "words")}, .key = {"pilot", "nl"}});
        ASSERT_FALSE(page) << name;
        EXPECT_EQ(page.error().code, ErrorCode::invalid_input) << name;
    }
    for (records::PageKey const& key :
         {records::PageKey{"--help", "NL"}, {"../pilot", "nl"}, {"", "nl"}, {"pilot", ""}}) {
        ASSERT_FALSE(render({.key = key}));
    }
}

TEST_F(PageRendering, SaysWhyThereIsNoPicture) {
    auto const unknown = render({.key = {"nowhere", "nl"}});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::unavailable);
    EXPECT_THAT(unknown.error().message, HasSubstr("there is no page 'nowhere'"));

    auto const missing =
        make_page_renderer({.program = "/nothing/inloop-kiosk", .assets = INLOOP_ASSETS_FOLDER})(
            {.key = {"pilot", "nl"}});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::unavailable);
    EXPECT_THAT(missing.error().message,
                AllOf(HasSubstr("/nothing/inloop-kiosk"), HasSubstr("--kiosk-program")));
}

TEST_F(PageRendering, EndsWhatDoesNotEndOrSaysSomethingElse) {
    for (char const* const script :
         {"exec sleep 1000", "exec cat /dev/zero", "kill -SEGV $$", "exit 70", "exit 0", "exit 65",
          "echo hello", "printf 'picture\\t1.png\\n'", "printf 'picture\\t../../1.png\\n'"}) {
        auto const page = run(script);
        ASSERT_FALSE(page) << script;
        EXPECT_EQ(page.error().code, ErrorCode::unavailable) << script;
    }
}

TEST_F(PageRendering, GivesTheProgramNothingOfItsEnvironment) {
    ::setenv("INLOOP_SECRET", "canary", 1);
    auto const page = run("/usr/bin/env >&2; exit 3");
    ASSERT_FALSE(page);
    EXPECT_THAT(page.error().message, AllOf(HasSubstr("INLOOP_ASSETS=" INLOOP_ASSETS_FOLDER),
                                            Not(HasSubstr("canary")), Not(HasSubstr("HOME="))));
}

} // namespace
} // namespace inloop::officerlog
