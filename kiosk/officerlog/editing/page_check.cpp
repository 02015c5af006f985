// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/editing/page_documents.h"
#include "kiosk/officerlog/editing/shipped_pages.h"
#include "kiosk/officerlog/editing/site_facts.h"
#include "kiosk/pages/page_text.h"
#include "kiosk/pages/references.h"

#include <algorithm>
#include <utility>

namespace inloop::editing {

namespace {

using pages::Problem;

constexpr char const* kAnyTitle = "Titel";
constexpr char const* kAnyBody = "Tekst.\n";

// The same fault with its line in the body; 0 when it stands in the head or in no line at all.
Problem in_body(Problem problem, int head_lines) {
    problem.line = std::max(0, problem.line - head_lines);
    return problem;
}

int line_ends_in(std::string_view text) {
    return static_cast<int>(std::ranges::count(text, '\n'));
}

// How many lines of the file stand before the body.
int lines_of_head(std::string_view file, std::string_view body) {
    int const added = body.ends_with('\n') ? 0 : 1;
    return line_ends_in(file) - line_ends_in(body) - added;
}

// Title and body are read apart from each other, so that a fault in one does not hide those of the
// other.
class Check {
public:
    Check(Editing& editing, records::PageKey const& key, pages::Facts const& facts,
          std::vector<std::string> own_pictures)
        : m_editing(editing)
        , m_key(key)
        , m_file(page_document(key))
        , m_facts(facts)
        , m_own_pictures(std::move(own_pictures)) {
        m_allowed = names_of_place();
    }

    PageCheck check(records::PageText const& text) {
        check_title(text.title);
        check_body(text.body);
        if (m_out.faults.empty()) { // together they may be too long
            auto const whole = pages::read_page(composed(m_editing, m_key, text), m_file);
            if (!whole) {
                m_out.faults.push_back(in_body(whole.error(), whole.error().line));
            }
        }
        return std::move(m_out);
    }

private:
    // Names of places are never too long or hard.
    [[nodiscard]] std::vector<std::string> names_of_place() const {
        std::vector<std::string> names;
        for (auto const& [name, word] : m_editing.shipped.place.words(m_key.language)) {
            names.push_back(word);
        }
        for (pages::Street const& street : m_editing.shipped.map.streets) {
            names.push_back(street.name);
        }
        return names;
    }

    void check_title(std::string const& title) {
        if (utf8::is_blank(title)) {
            m_out.faults.push_back({m_file, 0, "the title is empty", "write it"});
            return;
        }
        auto const file = composed(m_editing, m_key, {.title = title, .body = kAnyBody});
        if (auto const read = pages::read_page(file, m_file); !read) {
            m_out.faults.push_back(in_body(read.error(), read.error().line));
            return;
        }
        hint(title);
    }

    void check_body(std::string const& body) {
        auto const file = composed(m_editing, m_key, {.title = kAnyTitle, .body = body});
        int const head_lines = lines_of_head(file, body);
        auto const source = pages::read_page(file, m_file);
        if (!source) {
            m_out.faults.push_back(in_body(source.error(), head_lines));
            return;
        }
        auto const look = [&](std::string_view name) { return look_at_picture(name); };
        for (Problem& dead : pages::dead_references_by(*source, m_file, &m_facts, look)) {
            m_out.faults.push_back(in_body(std::move(dead), head_lines));
        }
        for (std::size_t i = 0; i < source->page.blocks.size(); ++i) {
            check_words(source->page.blocks[i], source->lines[i], head_lines);
        }
    }

    void check_words(pages::Block const& block, int line, int head_lines) {
        if (auto const* picture = std::get_if<pages::Picture>(&block)) {
            // What is read aloud is a text like any other, though no screen draws it.
            if (auto fault = pages::refuse_text({{picture->alt, false}}, m_file, line)) {
                m_out.faults.push_back(in_body(std::move(*fault), head_lines));
            }
            hint(picture->alt);
        }
        pages::Page alone;
        alone.blocks = {block};
        for (pages::RichText const& text : pages::texts_of(alone)) {
            hint(pages::plain_text(text));
        }
    }

    [[nodiscard]] pages::Checked<pages::PictureSize> look_at_picture(std::string_view name) const {
        if (std::ranges::find(m_own_pictures, name) != m_own_pictures.end()) {
            return pages::PictureSize{}; // was looked at when it came
        }
        return pages::check_picture(m_editing.assets / pages::kPictureFolder / name);
    }

    void hint(std::string_view text) {
        auto hints = pages::plain_language(text, m_key.language, m_allowed);
        std::ranges::move(hints, std::back_inserter(m_out.hints));
    }

    Editing& m_editing;
    records::PageKey const& m_key;
    std::string m_file;
    pages::Facts const& m_facts;
    std::vector<std::string> m_own_pictures;
    std::vector<std::string> m_allowed;
    PageCheck m_out;
};

} // namespace

Result<PageCheck> check_page(Editing& editing, records::PageKey const& key,
                             records::PageText const& text) {
    if (auto known = must_have(editing, key); !known) {
        return tl::unexpected(known.error());
    }
    auto const facts = site_facts(editing);
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    return own_pictures_in(editing, text.body).map([&](std::vector<std::string> own) {
        return Check(editing, key, *facts, std::move(own)).check(text);
    });
}

} // namespace inloop::editing
