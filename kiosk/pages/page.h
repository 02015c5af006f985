// SPDX-License-Identifier: EUPL-1.2
// An information page as a tree a screen can draw. Written by volunteers in Markdown, so everything
// that is not plain text, a list, a picture of ours or a checked fact is refused with its line:
// user HTML never exists here.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/pages/place.h"
#include "kiosk/pages/problem.h"
#include "kiosk/pages/rich_text.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace inloop::pages {

struct Heading {
    RichText text;
    int level = 2; // 2 or 3; 1 is the title
};
struct Paragraph {
    RichText text;
};
struct BulletList {
    std::vector<RichText> items;
};
// Numbered, to be done in this order.
struct Steps {
    std::vector<RichText> items;
};
// A picture of assets/pictures.
struct Picture {
    std::string file; // "street.png": a name without a folder
    std::string alt; // what is read aloud instead; never empty
};
// A card with a fact of assets/facts.toml.
struct FactReference {
    std::string id;
};
// A text set apart, as a warning is.
struct Notice {
    RichText text;
};

// What this kiosk knows itself, drawn at the moment it is read.
enum class LiveKind : unsigned char {
    shifts, // "{show: shifts}": when somebody is here next
    letters, // "{show: letters}": how many sealed messages lie on this device
};
struct Live {
    LiveKind kind = LiveKind::shifts;
};

using Block =
    std::variant<Heading, Paragraph, BulletList, Steps, Picture, FactReference, Notice, Live>;

struct Page {
    std::string id; // "who-solves-what": [a-z0-9-]
    std::string language; // "nl"
    std::string title;
    std::string icon; // Material Icons name, "call_split"
    int order = 0; // place in the list of pages, smallest first; 0: not in the list
    std::vector<Block> blocks;
};

// A page and the line of the file each of its blocks begins on, for faults found later (a picture
// that is not there).
struct PageSource {
    Page page;
    std::vector<int> lines;
};

// Reads one page: TOML between two lines "+++" (id, title, icon, and if it is listed order), then
// Markdown. `file_name` is named in faults; its last folder is the page's language
// ("pages/nl/pilot.md"). A paragraph
// "{fact: ID}" becomes a FactReference, "{show: shifts}" a Live block, a quote a Notice, a numbered
// list Steps. Names of the place such as {officer} stay as they are; load_assets fills them in.
[[nodiscard]] Checked<PageSource> read_page(std::string_view file_text, std::string_view file_name);

// read_page for who needs only the page. Error: invalid_input with file, line, cause and mend.
[[nodiscard]] Result<Page> parse_page(std::string_view file_text, std::string_view file_name);

// A page as somebody wrote it, for who changes it: the words of its head and its Markdown, unread.
struct WrittenPage {
    std::string title;
    std::string icon;
    int order = 0;
    std::string body;
    int body_line = 1; // of the file, on which the body begins
};

// The head is read as read_page reads it; what stands below it may be anything.
[[nodiscard]] Checked<WrittenPage> read_written_page(std::string_view file_text,
                                                     std::string_view file_name);

// Every text of the page that is drawn, in order; pictures and facts have none.
[[nodiscard]] std::vector<RichText> texts_of(Page const& page);

// The page with the words of the place and the numbers in the place of their {names}.
[[nodiscard]] Page filled(Page page, StandingWords const& words);

} // namespace inloop::pages
