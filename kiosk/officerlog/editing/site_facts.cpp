// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/site_facts.h"

#include "kiosk/officerlog/editing/page_documents.h"
#include "kiosk/officerlog/editing/toml_writing.h"
#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/tuning.h"
#include "kiosk/wire/messages.h"

#include <algorithm>
#include <utility>

namespace inloop::editing {

namespace {

using pages::Fact;

// A place whose words stand for themselves, so that what is read still names them: "{address}"
// comes back as "{street}, {town}", which is the same.
pages::Place unfilled_place() {
    auto const local = [](char const* word) {
        return pages::LocalText({{std::string(pages::kFirstLanguage), word}});
    };
    return {.officer_role = local("{officer_role}"),
            .officer_name = "{officer_name}",
            .street = "{street}",
            .town = "{town}",
            .municipality = local("{municipality}"),
            .name = local("{place}")};
}

pages::Checked<pages::Facts> read_unfilled(std::string_view text,
                                           std::vector<pages::Problem>& problems) {
    return pages::Facts::parse(text, kFactsName, unfilled_place(), problems);
}

std::string written(Fact const& fact) {
    return "\n[fact." + toml_key(fact.id) + "]\nlabel = " + toml_words(fact.label) +
           "\nvalue = " + toml_text(fact.value) + "\nnote = " + toml_words(fact.note) +
           "\nchecked_by = " + toml_text(fact.checked_by) +
           "\nchecked_on = " + toml_date(fact.checked_on) +
           "\nexpires_on = " + toml_date(fact.expires_on) + "\n";
}

std::string written(std::vector<Fact> const& facts) {
    std::string text = "# Facts of this site, written by the officers' log. Stands before the list "
                       "a kiosk brings along.\n";
    for (Fact const& fact : facts) {
        text += written(fact);
    }
    return text;
}

bool are_same(Fact const& a, Fact const& b) {
    return a.id == b.id && a.label.all() == b.label.all() && a.value == b.value &&
           a.note.all() == b.note.all() && a.checked_by == b.checked_by &&
           a.checked_on == b.checked_on && a.expires_on == b.expires_on;
}

Result<std::vector<Fact>> shipped_facts(Editing const& editing) {
    std::vector<pages::Problem> left_out; // told at the start of the program
    auto const text = pages::read_text_asset(editing.assets / kFactsName, pages::kListBytes);
    auto const facts = text ? read_unfilled(*text, left_out) : tl::unexpected(text.error());
    if (!facts) {
        return tl::unexpected(pages::to_error(facts.error()));
    }
    return facts->all();
}

// The list of the site by itself; empty when it has none that can be read: a kiosk would take the
// shipped one.
Result<std::vector<Fact>> own_facts(Editing& editing) {
    auto const text = document_text(editing, kFactsName);
    if (!text) {
        return tl::unexpected(text.error());
    }
    std::vector<pages::Problem> left_out;
    auto const facts = read_unfilled(*text, left_out);
    return facts ? facts->all() : std::vector<Fact>();
}

// Appends what is shipped and not in the list. Returns how many.
Result<std::size_t> add_shipped(Editing const& editing, std::vector<Fact>& facts) {
    return shipped_facts(editing).map([&](std::vector<Fact> const& shipped) {
        std::size_t const before = facts.size();
        for (Fact const& fact : shipped) {
            if (std::ranges::find(facts, fact.id, &Fact::id) == facts.end()) {
                facts.push_back(fact);
            }
        }
        return facts.size() - before;
    });
}

} // namespace

Result<std::vector<Fact>> written_facts(Editing& editing) {
    auto facts = own_facts(editing);
    if (!facts) {
        return facts;
    }
    return add_shipped(editing, *facts).map([&](std::size_t) { return std::move(*facts); });
}

Result<pages::Facts> site_facts(Editing& editing) {
    return written_facts(editing).and_then(
        [&](std::vector<Fact> const& facts) -> Result<pages::Facts> {
            std::vector<pages::Problem> left_out;
            auto list =
                pages::Facts::parse(written(facts), kFactsName, editing.shipped.place, left_out);
            return list ? Result<pages::Facts>(std::move(*list))
                        : tl::unexpected(pages::to_error(list.error()));
        });
}

std::optional<Refusal> fault_in_list(std::vector<Fact> const& facts) {
    std::string const text = written(facts);
    if (text.size() > wire::kMaxDocumentBytes) {
        return Refusal::too_long;
    }
    std::vector<pages::Problem> problems;
    auto const back = read_unfilled(text, problems);
    bool const same = back && problems.empty() && std::ranges::equal(back->all(), facts, are_same);
    return same ? std::nullopt : std::optional(Refusal::faulty);
}

Result<std::size_t> put_facts(Editing& editing, std::vector<Fact> const& facts,
                              std::string const& by) {
    return put_document(editing, kFactsName, as_bytes(written(facts)), by);
}

Result<std::size_t> complete_facts(Editing& editing) {
    auto facts = own_facts(editing);
    if (!facts) {
        return tl::unexpected(facts.error());
    }
    if (facts->empty()) {
        return std::size_t{0};
    }
    auto const added = add_shipped(editing, *facts);
    if (!added || *added == 0 || fault_in_list(*facts)) {
        return added.map([](std::size_t) { return std::size_t{0}; });
    }
    vault::Actor const log{.name = "log", .origin = "log"};
    auto put = put_facts(editing, *facts, log.name);
    if (!put) {
        return put;
    }
    return editing.audit.write(log, {.action = "fact-added", .object = kFactsName}).map([&] {
        return *put;
    });
}

} // namespace inloop::editing
