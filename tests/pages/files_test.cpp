// SPDX-License-Identifier: EUPL-1.2
// What touches the disk or takes apart what it holds: asset files, TOML, heads of pictures.
#include "kiosk/base/bytes.h"
#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/picture_file.h"
#include "kiosk/pages/references.h"
#include "kiosk/pages/toml_reader.h"
#include "kiosk/pages/tuning.h"
#include "tests/support/asset_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace inloop::pages {
namespace {

using support::AssetFolder;

TEST(AssetFile, IsReadOnlyWhenPlainAndWithinTheLimit) {
    AssetFolder const folder;
    folder.write("a.txt", "12345");
    ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);

    EXPECT_EQ(read_asset(folder.path() / "a.txt", 5).value(), "12345");
    EXPECT_FALSE(read_asset(folder.path() / "a.txt", 4));
    EXPECT_FALSE(read_asset(folder.path(), 100));
    EXPECT_FALSE(read_asset(folder.path() / "pipe", 100)) << "must not wait for a writer";
    EXPECT_EQ(read_asset(folder.path() / "b.txt", 5).error().code, ErrorCode::not_found);
}

TEST(AssetFile, ListsOnlyPlainFilesWithTheEndingSorted) {
    AssetFolder const folder;
    folder.write("list/b.md", "x");
    folder.write("list/a.md", "x");
    folder.write("list/c.txt", "x");
    std::filesystem::create_directory(folder.path() / "list" / "d.md");

    EXPECT_EQ(list_assets(folder.path() / "list", ".md"), (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(list_assets(folder.path() / "nothing", ".md").empty());
}

TEST(TomlTree, KeepsOrderKindsAndLines) {
    auto const table = parse_toml("z = \"een\"\na = 3\n\n[t]\nd = 2026-11-23\n", "x.toml", 2);

    ASSERT_TRUE(table) << to_string(table.error());
    ASSERT_EQ(table->entries.size(), 3U);
    EXPECT_EQ(table->entries[0].key, "z");
    EXPECT_EQ(table->entries[0].value.line, 2);
    EXPECT_EQ(table->find("a")->line, 3);
    auto const& inner = std::get<TomlTable>(table->find("t")->content);
    EXPECT_EQ(inner.find("d")->line, 6);
    EXPECT_EQ(table->find("nothing"), nullptr);
}

TEST(TomlReader, ReadsTimesFlagsListsAndTables) {
    auto const table = parse_toml("a = \"13:05\"\nb = 07:30:00\nc = \"24:00\"\nd = false\n"
                                  "e = [\"x\", \"y\"]\nf = [{ nl = \"z\" }]\n"
                                  "[[t]]\nn = 1\n[[t]]\nn = 2\n[u]\nn = 3\n",
                                  "x.toml");
    ASSERT_TRUE(table) << to_string(table.error());
    TomlReader const reader(*table, "x.toml", "");

    EXPECT_EQ(reader.time("a").value(), std::chrono::minutes(785));
    EXPECT_EQ(reader.time("b").value(), std::chrono::minutes(450));
    EXPECT_EQ(reader.time("c").value(), std::chrono::hours(24));
    EXPECT_FALSE(reader.flag("d", true).value());
    EXPECT_TRUE(reader.flag("nothing", true).value());
    EXPECT_EQ(reader.texts("e").value(), (std::vector<std::string>{"x", "y"}));
    EXPECT_TRUE(reader.texts("nothing")->empty());
    EXPECT_EQ(reader.local_texts("f")->at(0).in("nl"), "z");
    ASSERT_EQ(reader.tables("t")->size(), 2U);
    EXPECT_EQ(reader.tables("t")->at(1)->find("n")->line, 10);
    EXPECT_TRUE(reader.tables("nothing")->empty());
    EXPECT_NE(reader.table("u").value(), nullptr);
    EXPECT_EQ(reader.table("nothing").value(), nullptr);
    EXPECT_TRUE(reader.has("a") && !reader.has("nothing"));
}

TEST(TomlReader, RefusesWhatIsOfTheWrongKind) {
    auto const table = parse_toml("a = 1.5\nb = [1]\nc = { x = 1 }\nd = \"x\"\n", "x.toml");
    ASSERT_TRUE(table);
    TomlReader const reader(*table, "x.toml", "t");

    EXPECT_EQ(reader.time("a").error().line, 1);
    EXPECT_EQ(reader.flag("a", true).error().cause, "t.a is not true or false");
    EXPECT_EQ(reader.texts("b").error().line, 2);
    EXPECT_FALSE(reader.tables("b"));
    EXPECT_FALSE(reader.local_texts("b"));
    EXPECT_FALSE(reader.tables("c"));
    EXPECT_FALSE(reader.texts("c"));
    EXPECT_FALSE(reader.table("d"));
    EXPECT_FALSE(reader.time("nothing"));
    EXPECT_EQ(reader.refuse("d", "is odd", "even it").value().cause, "t.d is odd");
}

TEST(TomlTree, RefusesWhatNestsDeepBeforeAnythingRecurses) {
    std::string dots = "a";
    while (dots.size() < kStringsBytes - 16) {
        dots += ".a";
    }
    auto const by_dots = parse_toml(dots + " = 1\n", "x.toml");
    ASSERT_FALSE(by_dots);
    EXPECT_NE(by_dots.error().cause.find("dots"), std::string::npos);
    EXPECT_FALSE(parse_toml("a = " + std::string(100000, '[') + "\n", "x.toml"));
    EXPECT_FALSE(parse_toml("a = [[[[[[[[[[1]]]]]]]]]]\n", "x.toml"));
    EXPECT_TRUE(parse_toml(
        "a = \"" + std::string(4000, '.') + "\" # " + std::string(4000, '.') + "\n", "x.toml"))
        << "dots in texts and comments nest nothing";
    EXPECT_FALSE(parse_toml("b = 'it' \na = \"x\\\"\"." + dots + "\n", "x.toml"));
}

TEST(TomlTree, RefusesTextsOverSeveralLines) {
    auto const table = parse_toml("a = 1\nb = \"\"\"\nc\"\"\"\n", "x.toml");

    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().line, 2);
    EXPECT_TRUE(parse_toml("a = ''\nb = \"\"\nc = \"'''\"\n", "x.toml"));
}

std::string png_head(std::string_view size) {
    return std::string("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16) + std::string(size) + "more";
}

std::string jpeg(std::string_view before_frame = "") {
    return std::string("\xFF\xD8", 2) + std::string(before_frame) +
           std::string("\xFF\xC0\x00\x11\x08\x00\x20\x00\x30\x03", 10);
}

TEST(PictureFile, ReadsTheSizeOfPngAndJpeg) {
    std::string const png = png_head(std::string_view("\0\0\5\0\0\0\1\x30", 8));
    std::string const app("\xFF\xE0\x00\x04zz", 6);

    EXPECT_EQ(announced_size(as_bytes(png))->width, 1280U);
    EXPECT_EQ(announced_size(as_bytes(png))->height, 304U);
    EXPECT_EQ(announced_size(as_bytes(jpeg()))->width, 48U);
    EXPECT_EQ(announced_size(as_bytes(jpeg(app + "\xFF")))->height, 32U);
}

TEST(PictureFile, SeesNoSizeInAnythingCutOrOther) {
    std::string const png = png_head(std::string_view("\0\0\5\0\0\0\1\x30", 8));
    for (std::size_t size = 0; size < 24; ++size) {
        EXPECT_FALSE(announced_size(as_bytes(png.substr(0, size)))) << size;
    }
    for (std::size_t size = 0; size < 11; ++size) {
        EXPECT_FALSE(announced_size(as_bytes(jpeg().substr(0, size)))) << size;
    }
    EXPECT_FALSE(announced_size(as_bytes("GIF89a..........................")));
    EXPECT_FALSE(announced_size(as_bytes(jpeg(std::string("\xFF\xE0\x00\x01", 4))))) << "length 1";
    EXPECT_FALSE(announced_size(as_bytes(jpeg(std::string("\xFF\xE0\xFF\xFF", 4)))))
        << "beyond the end";
    EXPECT_FALSE(announced_size(as_bytes(std::string("\xFF\xD8") + std::string(1000, '\xFF'))));
}

TEST(PictureFile, RefusesPicturesThatAreTooLarge) {
    AssetFolder const folder;
    auto const check = [&](std::string_view content) {
        folder.write("p.png", content);
        return check_picture(folder.path() / "p.png");
    };

    EXPECT_TRUE(check(png_head(std::string_view("\0\0\x10\0\0\0\x10\0", 8)))) << "4096";
    EXPECT_FALSE(check(png_head(std::string_view("\0\0\x10\1\0\0\0\1", 8)))) << "4097";
    EXPECT_FALSE(check(png_head(std::string_view("\0\0\0\0\0\0\0\1", 8))));
    EXPECT_FALSE(check(png_head(std::string_view("\xff\xff\xff\xff\0\0\0\1", 8))));
    EXPECT_FALSE(check(""));
    EXPECT_FALSE(check(std::string(kPictureBytes + 1, '\0')));
    EXPECT_FALSE(check_picture(folder.path() / "nothing.png"));
}

TEST(References, AreLookedUpWhereverPicturesLie) {
    auto const source = read_page("+++\nid = \"help\"\ntitle = \"Hulp\"\nicon = \"info\"\n+++\n\n"
                                  "![Straat](here.png)\n\n![Straat](gone.png)\n\n{fact: gone}\n",
                                  "pages/nl/help.md");
    ASSERT_TRUE(source);
    Facts const none;
    auto const look = [](std::string_view name) -> Checked<PictureSize> {
        return name == "here.png" ? Checked<PictureSize>(PictureSize{1, 1})
                                  : flaw("pictures", 0, "is not there", "add it");
    };

    auto const dead = dead_references_by(*source, "pages/nl/help.md", &none, look);

    ASSERT_EQ(dead.size(), 2U);
    EXPECT_EQ(dead[0].cause, "the picture gone.png: is not there");
    EXPECT_EQ(dead[0].line, 9);
    EXPECT_EQ(dead[1].cause, "there is no fact gone");
    EXPECT_EQ(dead_references_by(*source, "pages/nl/help.md", nullptr, look).size(), 1U);
}

} // namespace
} // namespace inloop::pages
