// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/markdown.h"

#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/markdown_refusals.h"
#include "kiosk/pages/page_text.h"
#include "kiosk/pages/tuning.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace inloop::pages {

namespace {

// HTML and tables are switched on so that they are seen and refused, not shown as stray signs.
// Addresses do not become links.
constexpr unsigned kFlags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_COLLAPSEWHITESPACE;

constexpr int kGoOn = 0;
// Negative: for any other value md4c 0.4.8 (Debian 12) ends only the block it is in and goes on
// with the next one, as if a picture or list that was open had been closed.
constexpr int kStop = -1;

// Builds the tree from md4c's calls. The first refusal ends the page.
class Builder {
public:
    Builder(std::string_view markdown, std::string_view whole, std::string_view file)
        : m_whole(whole)
        , m_file(file)
        , m_last(static_cast<std::size_t>(markdown.data() - whole.data())) {}

    int enter_block(MD_BLOCKTYPE type, void* detail);
    int leave_block(MD_BLOCKTYPE type);
    int enter_span(MD_SPANTYPE type, void* detail);
    int leave_span(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, std::string_view part);

    // Something was refused: nothing may come after it, whatever md4c does.
    bool is_stopped() const { return m_problem.has_value(); }
    Checked<MarkdownBlocks> finish(int parse_result);

private:
    int open_list();
    int open_quote();
    int open_heading(unsigned level);
    int open_paragraph();
    int close_item();
    int close_paragraph();
    int close_heading();
    int show(std::string_view thing);
    int open_picture(MD_ATTRIBUTE const& source);
    int count_node();

    // Refuses here and now, with the line of the last text.
    int refuse(Refusal const& why);
    // Refuses the block that has just begun.
    int refuse_block(Refusal const& why);
    // Refuses what has just begun: its line is that of its first text, which comes next.
    int refuse_next(Refusal const& why);
    int stop(Problem problem);
    int line_after_last_text() const;
    void see(char const* place);
    int add(Block block);

    std::string_view m_whole;
    std::string m_file;
    std::size_t m_last; // offset in the file of the last text md4c showed
    bool m_seen = false; // whether it showed any
    int m_block_line = 0; // line of the first text of this block, 0 before it
    int m_depth = 0;
    int m_nodes = 0;
    int m_bold = 0;
    unsigned m_level = 2;
    bool m_in_list = false;
    bool m_in_quote = false;
    bool m_in_picture = false;
    RichText m_text;
    std::vector<RichText> m_items;
    std::optional<Picture> m_picture;
    std::optional<Refusal> m_pending;
    std::optional<Problem> m_problem;
    MarkdownBlocks m_out;
};

int Builder::stop(Problem problem) {
    if (!m_problem) {
        m_problem = std::move(problem);
    }
    return kStop;
}

int Builder::refuse(Refusal const& why) {
    int const line = m_block_line > 0 ? line_at(m_whole, m_last) : line_after_last_text();
    return stop(Problem{m_file, line, std::string(why.cause), std::string(why.mend)});
}

int Builder::refuse_next(Refusal const& why) {
    m_pending = m_pending ? m_pending : why;
    return kGoOn;
}

int Builder::refuse_block(Refusal const& why) {
    m_block_line = 0;
    return refuse_next(why);
}

// The first line with something on it after the last text: where a thing without text must stand.
int Builder::line_after_last_text() const {
    std::size_t at = m_seen ? std::min(m_whole.find('\n', m_last), m_whole.size()) : m_last;
    std::size_t const next = m_whole.find_first_not_of("\r\n\t >", at);
    return line_at(m_whole, next == std::string_view::npos ? m_last : next);
}

// Remembers where md4c is reading, if `place` lies in the file and not in a text of md4c's own.
void Builder::see(char const* place) {
    std::less<char const*> const before;
    char const* begin = m_whole.data();
    char const* end = begin + m_whole.size();
    if (place == nullptr || before(place, begin) || !before(place, end)) {
        return;
    }
    m_last = static_cast<std::size_t>(place - begin);
    m_seen = true;
    if (m_block_line == 0) {
        m_block_line = line_at(m_whole, m_last);
    }
}

int Builder::count_node() {
    ++m_depth;
    ++m_nodes;
    if (m_depth > kPageDepth) {
        return refuse(kDeep);
    }
    return m_nodes > kPageNodes ? refuse(kMany) : kGoOn;
}

int Builder::add(Block block) {
    m_out.blocks.push_back(std::move(block));
    m_out.lines.push_back(m_block_line);
    m_block_line = 0;
    m_text.clear();
    return kGoOn;
}

int Builder::open_list() {
    m_block_line = 0;
    if (m_in_list || m_in_quote) {
        return refuse_next(kNested);
    }
    m_in_list = true;
    m_items.clear();
    return kGoOn;
}

int Builder::open_quote() {
    if (m_in_list || m_in_quote) {
        return refuse_next(kNested);
    }
    m_in_quote = true;
    return kGoOn;
}

int Builder::open_heading(unsigned level) {
    m_block_line = 0;
    m_level = level;
    if (m_in_list || m_in_quote) {
        return refuse_next(kNested);
    }
    return level == 2 || level == 3 ? kGoOn : refuse_next(kLevel);
}

int Builder::open_paragraph() {
    if (!m_in_list) {
        m_block_line = 0;
        return kGoOn;
    }
    return m_text.empty() ? kGoOn : refuse_next(kTwoParagraphs);
}

int Builder::enter_block(MD_BLOCKTYPE type, void* detail) {
    if (m_pending) {
        return kGoOn;
    }
    if (count_node() == kStop) {
        return kStop;
    }
    switch (type) {
    case MD_BLOCK_DOC:
    case MD_BLOCK_LI:
        return kGoOn;
    case MD_BLOCK_P:
        return open_paragraph();
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        return open_list();
    case MD_BLOCK_QUOTE:
        return open_quote();
    case MD_BLOCK_H:
        return open_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
    case MD_BLOCK_CODE:
        return refuse_block(kCode);
    case MD_BLOCK_HTML:
        return refuse_block(kHtml);
    case MD_BLOCK_HR:
        return refuse_block(kRule);
    default:
        return refuse_block(kTable);
    }
}

int Builder::leave_block(MD_BLOCKTYPE type) {
    if (m_pending) { // it had no text
        m_block_line = 0;
        return refuse(*m_pending);
    }
    --m_depth;
    switch (type) {
    case MD_BLOCK_P:
        return m_in_list ? kGoOn : close_paragraph();
    case MD_BLOCK_H:
        return close_heading();
    case MD_BLOCK_LI:
        return close_item();
    case MD_BLOCK_UL:
        m_in_list = false;
        return add(BulletList{std::exchange(m_items, {})});
    case MD_BLOCK_OL:
        m_in_list = false;
        return add(Steps{std::exchange(m_items, {})});
    default:
        m_in_quote = m_in_quote && type != MD_BLOCK_QUOTE;
        return kGoOn;
    }
}

int Builder::close_item() {
    if (plain_text(m_text).empty()) {
        return refuse(kEmptyText);
    }
    if (auto cause = refuse_text(m_text, m_file, line_at(m_whole, m_last))) {
        return stop(std::move(*cause));
    }
    m_items.push_back(std::exchange(m_text, {}));
    return kGoOn;
}

int Builder::close_heading() {
    if (m_text.empty()) {
        return refuse(kEmptyText);
    }
    if (auto cause = refuse_text(m_text, m_file, m_block_line)) {
        return stop(std::move(*cause));
    }
    return add(Heading{std::exchange(m_text, {}), static_cast<int>(m_level)});
}

int Builder::close_paragraph() {
    if (m_picture) {
        if (!m_text.empty()) {
            return refuse(kPicturePlace);
        }
        if (m_picture->alt.empty()) {
            return refuse(kPictureAlt);
        }
        return add(*std::exchange(m_picture, std::nullopt));
    }
    if (m_text.empty()) {
        return kGoOn; // md4c shows none, but nothing follows from one
    }
    if (auto id = fact_id_of(plain_text(m_text)); id && !m_in_quote) {
        return add(FactReference{std::move(*id)});
    }
    if (auto thing = shown_thing_of(plain_text(m_text)); thing && !m_in_quote) {
        return show(*thing);
    }
    if (auto cause = refuse_text(m_text, m_file, m_block_line)) {
        return stop(std::move(*cause));
    }
    RichText text = std::exchange(m_text, {});
    return m_in_quote ? add(Notice{std::move(text)}) : add(Paragraph{std::move(text)});
}

int Builder::show(std::string_view thing) {
    if (thing == "shifts") {
        return add(Live{LiveKind::shifts});
    }
    return thing == "letters" ? add(Live{LiveKind::letters}) : refuse(kNothingToShow);
}

int Builder::open_picture(MD_ATTRIBUTE const& source) {
    see(source.text);
    std::string name(source.text != nullptr ? source.text : "", source.size);
    if (m_in_list || m_in_quote || !m_text.empty() || m_picture) {
        return refuse(kPicturePlace);
    }
    if (!is_picture_name(name)) {
        return refuse(kPictureName);
    }
    m_picture = Picture{std::move(name), ""};
    m_in_picture = true;
    return kGoOn;
}

int Builder::enter_span(MD_SPANTYPE type, void* detail) {
    if (m_pending) {
        return kGoOn;
    }
    if (count_node() == kStop) {
        return kStop;
    }
    switch (type) {
    case MD_SPAN_STRONG:
        ++m_bold;
        return kGoOn;
    case MD_SPAN_IMG:
        return m_in_picture ? refuse(kPicturePlace)
                            : open_picture(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
    case MD_SPAN_A:
        see(static_cast<MD_SPAN_A_DETAIL*>(detail)->href.text);
        return refuse(kLink);
    case MD_SPAN_CODE:
        return refuse_next(kCode);
    default:
        return refuse_next(kSlanted);
    }
}

int Builder::leave_span(MD_SPANTYPE type) {
    if (m_pending) {
        return refuse(*m_pending);
    }
    --m_depth;
    m_bold -= type == MD_SPAN_STRONG ? 1 : 0;
    m_in_picture = m_in_picture && type != MD_SPAN_IMG;
    return kGoOn;
}

int Builder::text(MD_TEXTTYPE type, std::string_view part) {
    see(part.data());
    if (m_pending) {
        return refuse(*m_pending);
    }
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        part = " ";
    } else if (type == MD_TEXT_ENTITY) {
        return refuse(kEntity);
    } else if (type != MD_TEXT_NORMAL) {
        return refuse(type == MD_TEXT_HTML ? kHtml : kCode);
    }
    if (m_in_picture) {
        m_picture->alt += part;
    } else {
        append(m_text, part, m_bold > 0);
    }
    return kGoOn;
}

Checked<MarkdownBlocks> Builder::finish(int parse_result) {
    if (parse_result != kGoOn && !m_problem) {
        stop(Problem{m_file, 0, std::string(kMachine.cause), std::string(kMachine.mend)});
    }
    if (m_problem) {
        return tl::unexpected(std::move(*m_problem));
    }
    return std::move(m_out);
}

Builder& self(void* user) {
    return *static_cast<Builder*>(user);
}

// Calls the Builder, unless it has stopped.
template <class Call>
int call(void* user, Call what) {
    return self(user).is_stopped() ? kStop : what(self(user));
}

MD_PARSER parser() {
    MD_PARSER out{};
    out.flags = kFlags;
    out.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        return call(user, [&](Builder& to) { return to.enter_block(type, detail); });
    };
    out.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
        return call(user, [&](Builder& to) { return to.leave_block(type); });
    };
    out.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
        return call(user, [&](Builder& to) { return to.enter_span(type, detail); });
    };
    out.leave_span = [](MD_SPANTYPE type, void*, void* user) {
        return call(user, [&](Builder& to) { return to.leave_span(type); });
    };
    out.text = [](MD_TEXTTYPE type, MD_CHAR const* part, MD_SIZE size, void* user) {
        return call(user, [&](Builder& to) { return to.text(type, std::string_view(part, size)); });
    };
    return out;
}

} // namespace

Checked<MarkdownBlocks> read_markdown(std::string_view markdown, std::string_view whole,
                                      std::string_view file) {
    Builder builder(markdown, whole, file);
    MD_PARSER const callbacks = parser();
    int const result =
        md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &callbacks, &builder);
    return builder.finish(result);
}

} // namespace inloop::pages
