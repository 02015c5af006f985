// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"
#include "kiosk/entries/personal_data.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::entries {
namespace {

using support::SeededRandom;
using Kind = PersonalDataKind;

struct Line {
    std::string_view text;
    Kind kind;
    std::string_view found;
};

std::string_view piece(std::string_view text, PersonalData const& data) {
    return text.substr(data.begin, data.end - data.begin);
}

// "phone [06-12345678] plate [12-AB-34] "
std::string told(std::string_view text) {
    static constexpr std::string_view kNames[] = {"phone", "email", "plate", "citizen"};
    std::string out;
    for (PersonalData const& data : find_personal_data(text)) {
        out.append(kNames[static_cast<std::size_t>(data.kind)]).append(" [");
        out.append(piece(text, data)).append("] ");
    }
    return out;
}

void expect_each(std::span<Line const> lines) {
    for (Line const& line : lines) {
        auto const all = find_personal_data(line.text);
        ASSERT_EQ(all.size(), 1U) << line.text << ": " << told(line.text);
        EXPECT_EQ(all[0].kind, line.kind) << line.text;
        EXPECT_EQ(piece(line.text, all[0]), line.found) << line.text;
    }
}

void expect_none(std::span<std::string_view const> lines) {
    for (std::string_view const line : lines) {
        EXPECT_EQ(told(line), "") << line;
    }
}

constexpr Line kPhones[] = {
    {"Bel mij op 06-12345678.", Kind::phone, "06-12345678"},
    {"06 12 34 56 78 is mijn nummer", Kind::phone, "06 12 34 56 78"},
    {"0612345678", Kind::phone, "0612345678"},
    {"tel:0612345678", Kind::phone, "0612345678"},
    {"mijn nummer is0612345678bel maar", Kind::phone, "0612345678"},
    {"Ik ben op +31 6 12345678 te bereiken", Kind::phone, "+31 6 12345678"},
    {"+31612345678", Kind::phone, "+31612345678"},
    {"+31 (0)6 12 34 56 78", Kind::phone, "+31 (0)6 12 34 56 78"},
    {"(+31) 6 1234 5678", Kind::phone, "(+31) 6 1234 5678"},
    {"+ 31 6-12345678", Kind::phone, "+ 31 6-12345678"},
    {"0031612345678", Kind::phone, "0031612345678"},
    {"0031 592 12 34 56", Kind::phone, "0031 592 12 34 56"},
    {"00 31 6 12345678", Kind::phone, "00 31 6 12345678"},
    {"31612345678 (whatsapp)", Kind::phone, "31612345678"},
    {"zijn nummer: 612345678", Kind::phone, "612345678"},
    {"6 12345678", Kind::phone, "6 12345678"},
    {"Thuis (0592) 12 34 56, 's avonds", Kind::phone, "(0592) 12 34 56"},
    {"(0592)-123456", Kind::phone, "(0592)-123456"},
    {"0592-123456", Kind::phone, "0592-123456"},
    {"0592 - 12 34 56", Kind::phone, "0592 - 12 34 56"},
    {"0592/123456", Kind::phone, "0592/123456"},
    {"0592.12.34.56", Kind::phone, "0592.12.34.56"},
    {"020 1234567", Kind::phone, "020 1234567"},
    {"050-312 34 56", Kind::phone, "050-312 34 56"},
    {"085 1234567", Kind::phone, "085 1234567"},
    {"06-1234 5678 of bel aan", Kind::phone, "06-1234 5678"},
    {"06.12.34.56.78", Kind::phone, "06.12.34.56.78"},
    {"0 6 1 2 3 4 5 6 7 8", Kind::phone, "0 6 1 2 3 4 5 6 7 8"},
    {"om 10 uur 0612345678", Kind::phone, "0612345678"},
    {"nr 3 06-12345678", Kind::phone, "06-12345678"},
    {"06\xE2\x80\x93"
     "12345678",
     Kind::phone,
     "06\xE2\x80\x93"
     "12345678"},
    {"06\xC2\xA0"
     "12345678",
     Kind::phone,
     "06\xC2\xA0"
     "12345678"},
    {"\xE2\x80\x9C"
     "0612345678\xE2\x80\x9D",
     Kind::phone, "0612345678"},
    {"+49 151 23456789", Kind::phone, "+49 151 23456789"},
    {"0049 151 23456789", Kind::phone, "0049 151 23456789"},
    {"+32 475 12 34 56", Kind::phone, "+32 475 12 34 56"},
    {"06-12345678/zus", Kind::phone, "06-12345678"},
    {"06-12345678, 2 keer gebeld", Kind::phone, "06-12345678"},
    {"\xD9\xA0\xD9\xA6 \xD9\xA1\xD9\xA2\xD9\xA3\xD9\xA4\xD9\xA5\xD9\xA6\xD9\xA7\xD9\xA8",
     Kind::phone,
     "\xD9\xA0\xD9\xA6 \xD9\xA1\xD9\xA2\xD9\xA3\xD9\xA4\xD9\xA5\xD9\xA6\xD9\xA7\xD9\xA8"},
};

constexpr Line kEmails[] = {
    {"mail naar anna@voorbeeld.nl.", Kind::email, "anna@voorbeeld.nl"},
    {"Anna.de-Vries_99+kiosk@mail.example.com!", Kind::email,
     "Anna.de-Vries_99+kiosk@mail.example.com"},
    {"(anna@voorbeeld.nl)", Kind::email, "anna@voorbeeld.nl"},
    {"'anna@voorbeeld.nl'", Kind::email, "anna@voorbeeld.nl"},
    {"mailto:anna@voorbeeld.nl", Kind::email, "anna@voorbeeld.nl"},
    {"o'brien@voorbeeld.nl", Kind::email, "o'brien@voorbeeld.nl"},
    {"jos\xC3\xA9@voorbeeld.nl", Kind::email, "jos\xC3\xA9@voorbeeld.nl"},
    {"\xE2\x80\x9C"
     "anna@voorbeeld.nl\xE2\x80\x9D",
     Kind::email, "anna@voorbeeld.nl"},
    {"anna @ gmail.com", Kind::email, "anna @ gmail.com"},
    {"anna@ gmail.com graag", Kind::email, "anna@ gmail.com"},
    {"0612345678@voorbeeld.nl", Kind::email, "0612345678@voorbeeld.nl"},
    {"anna.12-ab-34@voorbeeld.nl", Kind::email, "anna.12-ab-34@voorbeeld.nl"},
    {"ANNA@VOORBEELD.NL", Kind::email, "ANNA@VOORBEELD.NL"},
    {"anna@sub.b2b-3.co-op.nl, of bel", Kind::email, "anna@sub.b2b-3.co-op.nl"},
    {"...anna@voorbeeld.nl...", Kind::email, "anna@voorbeeld.nl"},
    {"anna@b\xC3\xBC"
     "cher.de",
     Kind::email,
     "anna@b\xC3\xBC"
     "cher.de"},
};

constexpr Line kPlates[] = {
    {"Auto met DB-12-34 reed door", Kind::plate, "DB-12-34"},
    {"oldtimer 12-34-AB", Kind::plate, "12-34-AB"},
    {"kenteken 12-AB-34.", Kind::plate, "12-AB-34"},
    {"XX-99-XX", Kind::plate, "XX-99-XX"},
    {"RZ-LX-42", Kind::plate, "RZ-LX-42"},
    {"42-RZ-LX", Kind::plate, "42-RZ-LX"},
    {"12-XKL-3", Kind::plate, "12-XKL-3"},
    {"1-XKL-23 (grijs)", Kind::plate, "1-XKL-23"},
    {"GV-123-X", Kind::plate, "GV-123-X"},
    {"X-123-GV", Kind::plate, "X-123-GV"},
    {"XKL-12-G", Kind::plate, "XKL-12-G"},
    {"G-12-XKL", Kind::plate, "G-12-XKL"},
    {"1-GV-234", Kind::plate, "1-GV-234"},
    {"123-GV-4", Kind::plate, "123-GV-4"},
    {"gv-123-x", Kind::plate, "gv-123-x"},
    {"Gv-123-x", Kind::plate, "Gv-123-x"},
    {"12-ab-34", Kind::plate, "12-ab-34"},
    {"de scooter, d-123-xk", Kind::plate, "d-123-xk"},
    {"12 AB 34", Kind::plate, "12 AB 34"},
    {"GV 123 X", Kind::plate, "GV 123 X"},
    {"een bus (1 XKL 23)", Kind::plate, "1 XKL 23"},
    {"12AB34", Kind::plate, "12AB34"},
    {"GV123X", Kind::plate, "GV123X"},
    {"12XKL3", Kind::plate, "12XKL3"},
    {"auto 12xkl3 weer", Kind::plate, "12xkl3"},
    {"RZLX42", Kind::plate, "RZLX42"},
    {"GV-123X", Kind::plate, "GV-123X"},
    {"12-XKL3", Kind::plate, "12-XKL3"},
    {"NL-GV-123-X", Kind::plate, "GV-123-X"},
    {"GV\xE2\x80\x91"
     "123\xE2\x80\x91X",
     Kind::plate,
     "GV\xE2\x80\x91"
     "123\xE2\x80\x91X"},
    {"\xE2\x80\x98GV-123-X\xE2\x80\x99", Kind::plate, "GV-123-X"},
    {"AB-12-CD", Kind::plate, "AB-12-CD"}, // not issued, but meant as one
};

constexpr Line kCitizenNumbers[] = {
    {"BSN 123456782", Kind::citizen_number, "123456782"},
    {"bsn:123456782.", Kind::citizen_number, "123456782"},
    {"bsn123456782", Kind::citizen_number, "123456782"},
    {"1234.56.782", Kind::citizen_number, "1234.56.782"},
    {"1234-56-782", Kind::citizen_number, "1234-56-782"},
    {"123 456 782", Kind::citizen_number, "123 456 782"},
    {"123.456.782", Kind::citizen_number, "123.456.782"},
    {"12 34 56 782", Kind::citizen_number, "12 34 56 782"},
    {"zijn nummer is 111222333, zei hij", Kind::citizen_number, "111222333"},
    {"(999990019)", Kind::citizen_number, "999990019"},
    {"010464554", Kind::citizen_number, "010464554"},
    {"10464554", Kind::citizen_number, "10464554"},
    {"sofinummer 22958484", Kind::citizen_number, "22958484"},
};

TEST(PersonalDataFinder, FindsPhoneNumbersAsTheyAreWritten) {
    expect_each(kPhones);
}

TEST(PersonalDataFinder, FindsEmailAddresses) {
    expect_each(kEmails);
}

TEST(PersonalDataFinder, FindsPlatesOfEverySeries) {
    expect_each(kPlates);
}

TEST(PersonalDataFinder, FindsNumbersThatPassTheElevenTest) {
    expect_each(kCitizenNumbers);
}

TEST(PersonalDataFinder, LeavesNumbersThatBelongToEverybody) {
    static constexpr std::string_view kLines[] = {
        "Bel bij spoed 112.",
        "112",
        "Ik heb 0900-8844 gebeld",
        "0900 8844",
        "09008844",
        "Anoniem kan op 0800-7000",
        "0800 7000, dag en nacht",
        "0800-0113 of 113",
        "0800 7000 24 uur per dag",
        "0900-8844 10 minuten gewacht",
        "+31 900 8844",
        "0031 900 8844",
        "De gemeente heeft 14 0592",
        "14 0592",
        "144 voor dieren",
        "116 006",
    };
    expect_none(kLines);
}

TEST(PersonalDataFinder, LeavesPlacesTimesDatesAndPrices) {
    static constexpr std::string_view kLines[] = {
        "Rolderstraat 21",
        "Rolderstraat 21a, 9401 AM Assen",
        "9401AM",
        "9401 am",
        "9401-AM",
        "op 12-05-2026 om 10.30",
        "op 06-12-2026 10 uur",
        "06 12 2026 10 uur",
        "01-02-2024 12 uur",
        "06-12-26 14.30",
        "06.30 07.45 08.15 09.30",
        "06.30 07.15 08",
        "0700 0730 08",
        "van 0800-1630",
        "12-05-2026",
        "12/05/2026",
        "2026-05-12",
        "31122026",
        "10011985",
        "19850104",
        "1985 1986 1987",
        "tussen 22:00 en 23:30 uur",
        "van 10.00 tot 12.00 uur",
        "1 mei 26",
        "1-mei-26",
        "1-MEI-26",
        "1-mrt-26",
        "12-jan-6",
        "1 MEI 26",
        "ma-12-05",
        "12-05-vr",
        "OM 12 30",
        "\xE2\x82\xAC 1.250,00",
        "100 200 400 euro",
        "\xE2\x82\xAC 123.456.782",
        "123456782 euro",
        "3 stuks @ 2.50 euro",
        "6 + 3 = 9, + 10 000 000 bezoekers",
        "53.0012345, 6.5612345",
        "52.992712 6.564238",
        "01 02 03 04 05",
        "06 07 08 09 10",
        "haltes 10 11 12 13 14",
        "1,2 km, 30 km/u, 50%",
        "30-60-90",
    };
    expect_none(kLines);
}

TEST(PersonalDataFinder, LeavesWordsAndCodes) {
    static constexpr std::string_view kLines[] = {
        "",
        "Er wordt gedeald bij de fietsenstalling.",
        "de A28 en de N33",
        "lijn 3, bus 12 en 13",
        "10-en-12",
        "IK ZAG 12 EN 13 JONGENS",
        "10-op-20",
        "1-op-100 en 1-vs-100",
        "24-uur-7",
        "op-10-12",
        "nr-123-b",
        "box-12-b",
        "5-km-100",
        "2 MTR 50",
        "ab12cd",
        "abc123",
        "AB1234",
        "klas12",
        "TAXI24",
        "wachtwoord p4ssw0rd",
        "een 4k60hz scherm",
        "COVID-19 en MH17",
        "zaak PL0100-2026123456",
        "PL0300-2026123456-1",
        "AB-12-CD-34",
        "12-34-56-AB",
        "order 2026012345",
        "8710398500151",
        "123456789", // fails the eleven test
        "12345678",
        "1234.56.789",
        "123456782-4",
        "12.123456782",
        "2026-123456782",
        "AB123456782",
        "123456782AB",
        "000000000",
        "061234567", // one digit short
        "06-1234567",
        "06123456789",
        "@@@ H@llo @anna",
        "anna@gmail",
        "anna@",
        "@voorbeeld.nl",
        "anna@.nl",
        "anna@voorbeeld.n",
        "tot straks @ school.Morgen kom ik",
        "www.politie.nl",
        "https://www.assen.nl/melding-doen",
    };
    expect_none(kLines);
}

TEST(PersonalDataFinder, FindsAllOfThemInOrder) {
    EXPECT_EQ(told("Jan (06-12345678, of 0687654321) mailt met jan@voorbeeld.nl, rijdt in GV-123-X "
                   "en heeft bsn 123456782; bel 112 of 0900-8844."),
              "phone [06-12345678] phone [0687654321] email [jan@voorbeeld.nl] plate [GV-123-X] "
              "citizen [123456782] ");
    EXPECT_EQ(told("0612345678 0687654321"), "phone [0612345678] phone [0687654321] ");
    EXPECT_EQ(told("06 12 34 56 78 06 87 65 43 21"),
              "phone [06 12 34 56 78] phone [06 87 65 43 21] ");
    EXPECT_EQ(told("06-12345678/06-87654321"), "phone [06-12345678] phone [06-87654321] ");
    EXPECT_EQ(told("0900-8844 0592 12 34 56"), "phone [0592 12 34 56] ");
    EXPECT_EQ(told("anna@gmail.com0612345678"), "email [anna@gmail.com] phone [0612345678] ");
    EXPECT_EQ(told("a@b.nl@c.nl"), "email [a@b.nl] ");
    EXPECT_EQ(told("a@b.nl;c@d.nl"), "email [a@b.nl] email [c@d.nl] ");
}

TEST(PersonalDataFinder, TakesThePhoneNumberWhereTwoWouldFit) {
    // 611708620 passes the eleven test, but begins like a number that can be called.
    EXPECT_EQ(told("611708620"), "phone [611708620] ");
    EXPECT_EQ(told("358772540"), "citizen [358772540] "); // control: this one does not
}

TEST(PersonalDataFinder, DoesNotReadOverTheEndOfALine) {
    EXPECT_EQ(told("06\n12345678"), "");
    EXPECT_EQ(told("GV-123-\nX"), "");
    EXPECT_EQ(told("anna@\nvoorbeeld.nl"), "");
}

// Pieces that keep every finder busy and lead nowhere.
std::string hostile(SeededRandom& random, std::size_t bytes) {
    static constexpr std::string_view kPieces[] = {"0",
                                                   "1",
                                                   "06",
                                                   "31",
                                                   "+",
                                                   "-",
                                                   ".",
                                                   " ",
                                                   "@",
                                                   "a",
                                                   "B",
                                                   "(",
                                                   ")",
                                                   "/",
                                                   "bsn",
                                                   "12",
                                                   "AB",
                                                   "a.a.a",
                                                   "nl",
                                                   "_",
                                                   "\xD9\xA0",
                                                   "\xC3\xA9",
                                                   "\n",
                                                   "\xE2\x80\x93",
                                                   "06-12345678",
                                                   "GV-123-X",
                                                   "a@b.nl",
                                                   "123456782",
                                                   "\xF0\x9F\x91\xAE"};
    std::string text;
    while (text.size() < bytes) {
        text += kPieces[random.next() % std::size(kPieces)];
    }
    return text;
}

TEST(PersonalDataFinder, TellsWholePiecesInOrderWhateverTheText) {
    SeededRandom random(7);
    std::size_t found = 0;
    for (int round = 0; round < 2000; ++round) {
        std::string const text = hostile(random, 100);
        std::size_t last = 0;
        for (PersonalData const& data : find_personal_data(text)) {
            ASSERT_LE(last, data.begin) << text;
            ASSERT_LT(data.begin, data.end) << text;
            ASSERT_LE(data.end, text.size()) << text;
            ASSERT_TRUE(utf8::is_valid(piece(text, data))) << text;
            last = data.end;
            ++found;
        }
    }
    EXPECT_GT(found, 1000U); // negative control: there was something to find
}

TEST(PersonalDataFinder, LeavesNothingBehindWhenAllIsTakenOut) {
    for (std::span<Line const> const lines :
         {std::span<Line const>(kPhones), std::span<Line const>(kEmails),
          std::span<Line const>(kPlates), std::span<Line const>(kCitizenNumbers)}) {
        for (Line const& line : lines) {
            PersonalData const data = find_personal_data(line.text).at(0);
            std::string rest(line.text);
            rest.replace(data.begin, data.end - data.begin, "[...]");
            EXPECT_EQ(told(rest), "");
        }
    }
}

// Many times what a visitor can write: a finder that looks at everything again for each sign would
// need hours and be stopped by the time limit of the tests.
TEST(PersonalDataFinder, StaysLinearOnHostileText) {
    constexpr std::size_t kBytes = std::size_t{32} * 8192;
    for (std::string_view const piece :
         {"0 ", "0", "@", "a.", "a@", "a.a", "06", "+3", "0-", "(0)", "AB-", "1-A", "A1", " @ ",
          "00 31 ", "123456782", "b.c@d.e", "\xD9\xA0", "1 2 3 4 5 6 7 8 9 "}) {
        std::string text;
        while (text.size() < kBytes) {
            text += piece;
        }
        EXPECT_LE(find_personal_data(text).size(), kBytes);
    }
}

} // namespace
} // namespace inloop::entries
