// SPDX-License-Identifier: EUPL-1.2
//
// What an envelope holds is tested with open_any(), which reads with a LetterReader; here is what
// only the reader promises.
#include "kiosk/seal/letter_reader.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace inloop::seal {
namespace {

using support::must;
using support::SealedSite;

TEST(LetterReader, ReadsManyOneAfterTheOther) {
    SealedSite site;
    auto reader = must(LetterReader::create());
    std::vector<std::string> seen;
    std::string const longest(4000, 'a');
    for (std::string const& text : {std::string("kort"), longest, std::string("weer kort")}) {
        must(reader.read(site.letter(text), site.weeks[0], [&](LetterView& letter) {
            seen.emplace_back(letter.text);
            EXPECT_FALSE(letter.follow_up);
        }));
    }
    EXPECT_THAT(seen, testing::ElementsAre("kort", longest, "weer kort"));
}

TEST(LetterReader, WipesTheTextWhenItWasSeen) {
    SealedSite site;
    auto reader = must(LetterReader::create());
    std::string_view where;
    must(reader.read(site.letter("Achter de molen."), site.weeks[0], [&](LetterView& letter) {
        where = letter.text; // borrowed too long, to look at what is left there
        EXPECT_EQ(where, "Achter de molen.") << "the control";
    }));
    EXPECT_EQ(where, std::string(where.size(), '\0'));
}

TEST(LetterReader, ShowsNothingOfWhatDoesNotOpen) {
    SealedSite site;
    auto reader = must(LetterReader::create());
    Bytes const whole = site.letter("Hallo");
    Bytes changed = whole;
    changed[changed.size() - 100] ^= std::byte{1};
    int shown = 0;
    auto const see = [&](LetterView&) { ++shown; };

    EXPECT_EQ(reader.read(changed, site.weeks[0], see).error().code, ErrorCode::corrupt);
    EXPECT_EQ(reader.read(whole, site.weeks[1], see).error().code, ErrorCode::not_found);
    EXPECT_EQ(reader.read(ByteView(whole).first(50), site.weeks[0], see).error().code,
              ErrorCode::corrupt);
    EXPECT_EQ(shown, 0);
    must(reader.read(whole, site.weeks[0], see));
    EXPECT_EQ(shown, 1) << "the control";
}

} // namespace
} // namespace inloop::seal
