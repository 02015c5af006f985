// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/templates/page_templates.h"

#include "kiosk/officerlog/web/templates/template_files.h"

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary_interface.h>
#include <ctemplate/template_enums.h>
#include <ctemplate/template_string.h>

#include <functional>
#include <map>
#include <set>

namespace inloop::web {

namespace {

using Names = std::set<std::string, std::less<>>;
// The marker of an include and the name under which its page lies in the cache.
using Includes = std::map<std::string, std::string, std::less<>>;

std::string_view view(ctemplate::TemplateString const& name) {
    return {name.data(), name.size()};
}

std::string cache_key(std::string_view page) {
    return std::string(page) + ".tpl";
}

// Values as ctemplate asks for them. ctemplate's own dictionary takes a missing name for an empty
// one; this one remembers it.
class Scope final : public ctemplate::TemplateDictionaryInterface {
public:
    Scope(Values const& values, Scope const* around, Includes const& includes, Names& unset)
        : m_values(values)
        , m_around(around)
        , m_includes(includes)
        , m_unset(unset) {}

protected:
    ctemplate::TemplateString GetValue(ctemplate::TemplateString const& variable) const override {
        for (Scope const* scope = this; scope != nullptr; scope = scope->m_around) {
            if (std::string const* text = scope->m_values.find(view(variable))) {
                return {text->data(), text->size()};
            }
        }
        m_unset.emplace(view(variable));
        return {"", 0};
    }

    bool IsHiddenSection(ctemplate::TemplateString const& name) const override {
        return find_section(name) == nullptr;
    }
    bool IsUnhiddenSection(ctemplate::TemplateString const& name) const override {
        return find_section(name) != nullptr;
    }
    Iterator* CreateSectionIterator(ctemplate::TemplateString const& section) const override {
        return new Children(*this, find_section(section));
    }

    bool IsHiddenTemplate(ctemplate::TemplateString const& /*name*/) const override {
        return false;
    }
    char const* GetIncludeTemplateName(ctemplate::TemplateString const& variable,
                                       int /*dictnum*/) const override {
        auto const at = m_includes.find(view(variable));
        return at == m_includes.end() ? "" : at->second.c_str();
    }
    Iterator* CreateTemplateIterator(ctemplate::TemplateString const& /*section*/) const override {
        return new Itself(*this);
    }

    // Only ctemplate's debugging asks; it would show visitors' texts.
    void DumpToString(std::string* /*out*/, int /*level*/) const override {}

private:
    using Sections = std::vector<std::unique_ptr<Values>>;

    // Each child of a section in turn.
    class Children final : public Iterator {
    public:
        Children(Scope const& around, Sections const* children)
            : m_around(around)
            , m_children(children) {}
        bool HasNext() const override {
            return m_children != nullptr && m_next < m_children->size();
        }
        TemplateDictionaryInterface const& Next() override {
            m_now = std::make_unique<Scope>(*(*m_children)[m_next++], &m_around,
                                            m_around.m_includes, m_around.m_unset);
            return *m_now;
        }

    private:
        Scope const& m_around;
        Sections const* m_children;
        std::size_t m_next = 0;
        std::unique_ptr<Scope> m_now;
    };

    // An included page sees what the page around it sees.
    class Itself final : public Iterator {
    public:
        explicit Itself(Scope const& scope) : m_scope(scope) {}
        bool HasNext() const override { return !m_done; }
        TemplateDictionaryInterface const& Next() override {
            m_done = true;
            return m_scope;
        }

    private:
        Scope const& m_scope;
        bool m_done = false;
    };

    Sections const* find_section(ctemplate::TemplateString const& name) const {
        for (Scope const* scope = this; scope != nullptr; scope = scope->m_around) {
            if (auto const* found = scope->m_values.find_section(view(name))) {
                return found;
            }
        }
        return nullptr;
    }

    Values const& m_values;
    Scope const* m_around;
    Includes const& m_includes;
    Names& m_unset;
};

std::string joined(Names const& names) {
    std::string list;
    for (auto const& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

std::string in_capitals(std::string_view page) {
    std::string marker(page);
    for (char& c : marker) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return marker;
}

} // namespace

struct PageTemplates::State {
    ctemplate::TemplateCache cache;
    Includes includes;
    std::map<std::string, Names, std::less<>> markers; // by page, with those of its includes
    Unset unset = Unset::is_empty;
};

PageTemplates::PageTemplates(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PageTemplates::PageTemplates(PageTemplates&&) noexcept = default;
PageTemplates& PageTemplates::operator=(PageTemplates&&) noexcept = default;
PageTemplates::~PageTemplates() = default;

Result<PageTemplates> PageTemplates::open(std::filesystem::path const& folder, Unset unset) {
    auto files = read_template_files(folder);
    if (!files) {
        return tl::unexpected(files.error());
    }
    auto state = std::make_unique<State>();
    state->unset = unset;
    for (auto const& [page, file] : *files) {
        state->markers.emplace(page, all_markers(*files, page));
        state->includes.emplace(in_capitals(page), cache_key(page));
        if (!state->cache.StringToTemplateCache(cache_key(page), file.text,
                                                ctemplate::STRIP_BLANK_LINES)) {
            return fail(ErrorCode::invalid_input,
                        (folder / cache_key(page)).native() +
                            ": ctemplate cannot parse it: a section that is not closed, or a "
                            "marker where no value can be made safe");
        }
    }
    // From here on nothing is loaded any more, which is what makes many threads safe.
    state->cache.Freeze();
    return PageTemplates(std::move(state));
}

Result<std::string> PageTemplates::fill(std::string_view page, Values const& values) const {
    auto const known = m_state->markers.find(page);
    if (known == m_state->markers.end()) {
        return fail(ErrorCode::not_found, "no page " + cache_key(page));
    }
    Names unset;
    std::string html;
    ctemplate::PerExpandData per_page;
    Scope const scope(values, nullptr, m_state->includes, unset);
    if (!m_state->cache.ExpandNoLoad(cache_key(page), ctemplate::STRIP_BLANK_LINES, &scope,
                                     &per_page, &html)) {
        return fail(ErrorCode::invalid_input, cache_key(page) + " could not be filled");
    }
    if (m_state->unset == Unset::is_empty) {
        return html;
    }
    Names unknown;
    values.each_name([&](std::string_view name) {
        if (!known->second.contains(name)) {
            unknown.emplace(name);
        }
    });
    if (!unset.empty() || !unknown.empty()) {
        return fail(ErrorCode::invalid_input, cache_key(page) + ": without a value: [" +
                                                  joined(unset) + "], without a marker: [" +
                                                  joined(unknown) + "]");
    }
    return html;
}

} // namespace inloop::web
