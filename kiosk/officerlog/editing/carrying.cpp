// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/carrying.h"

#include "kiosk/officerlog/editing/keeping.h"
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/editing/page_documents.h"
#include "kiosk/officerlog/editing/shipped_pages.h"
#include "kiosk/officerlog/editing/site_pictures.h"
#include "kiosk/pages/facts.h"
#include "kiosk/pages/page.h"
#include "kiosk/pages/site_files.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace inloop::editing {

namespace {

using wire::Document;

std::string_view text_of(Bytes const& bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

// "pages/nl/pilot.md"; nullopt for another file.
std::optional<records::PageKey> key_of(std::string_view name) {
    std::string const folder = std::string(pages::kPageFolder) + "/";
    if (!name.starts_with(folder)) {
        return std::nullopt;
    }
    name.remove_prefix(folder.size());
    std::size_t const slash = name.find('/');
    constexpr std::size_t kExtension = 3; // ".md"
    return records::PageKey{
        std::string(name.substr(slash + 1, name.size() - slash - 1 - kExtension)),
        std::string(name.substr(0, slash))};
}

bool is_picture(std::string_view name) {
    return name.starts_with(std::string(pages::kPictureFolder) + "/");
}

// Why a list cannot be read, as the kiosk would say; nullopt: it can.
std::optional<std::string> fault_in_list_file(Editing const& editing, Document const& document) {
    std::string_view const text = text_of(document.content);
    std::optional<pages::Problem> problem;
    if (document.name == "roster.toml") {
        if (auto const read = pages::parse_roster(text, document.name); !read) {
            problem = read.error();
        }
    } else if (document.name == "news.toml") {
        if (auto const read = pages::parse_news(text, document.name); !read) {
            problem = read.error();
        }
    } else {
        std::vector<pages::Problem> left_out;
        auto const read = pages::Facts::parse(text, document.name, editing.shipped.place, left_out);
        problem = !read              ? std::optional(read.error())
                  : left_out.empty() ? std::nullopt
                                     : std::optional(left_out.front());
    }
    return problem ? std::optional(pages::to_string(*problem)) : std::nullopt;
}

// One folder on its way in, within a transaction.
class Arrival {
public:
    Arrival(Editing& editing, vault::Actor const& by) : m_editing(editing), m_by(by) {}

    // Pictures and facts first: pages show them.
    Result<TakenIn> take(std::vector<Document> const& documents) {
        auto const pass = [&](auto const& wanted) -> Result<void> {
            for (Document const& document : documents) {
                if (!document.content.empty() && wanted(document.name)) {
                    if (auto taken = take_one(document); !taken) {
                        return taken;
                    }
                }
            }
            return {};
        };
        auto const done = pass([](std::string const& name) { return !key_of(name); }).and_then([&] {
            return pass([](std::string const& name) { return key_of(name).has_value(); });
        });
        return done.map([&] { return std::move(m_taken); });
    }

private:
    Result<void> take_one(Document const& document) {
        if (auto const key = key_of(document.name)) {
            return take_page(*key, document);
        }
        return is_picture(document.name) ? take_picture(document) : take_list(document);
    }

    Result<void> take_page(records::PageKey const& key, Document const& document) {
        auto const written = pages::read_written_page(text_of(document.content), document.name);
        if (!written || fault_in(m_editing, key)) {
            return refuse(document.name, written ? "the kiosk has no such page or language"
                                                 : pages::to_string(written.error()));
        }
        std::string body = written->body;
        body.erase(0, std::min(body.find_first_not_of("\r\n"), body.size()));
        records::PageText const text{.title = written->title, .body = std::move(body)};
        auto const opened = open_page(m_editing, key);
        auto const check =
            opened ? check_page(m_editing, key, text) : tl::unexpected(opened.error());
        if (!check) {
            return tl::unexpected(check.error());
        }
        if (!check->faults.empty()) {
            return refuse(document.name, pages::to_string(check->faults.front()));
        }
        auto const& shown = opened->row.shown;
        if (shown && shown->text.title == text.title && shown->text.body == text.body) {
            ++m_taken.same;
            return {};
        }
        return put_in_force(key, text);
    }

    Result<void> put_in_force(records::PageKey const& key, records::PageText const& text) {
        auto const added = m_editing.pages.add_version({.key = key,
                                                        .text = text,
                                                        .by = m_by.name,
                                                        .published_by = m_by.name,
                                                        .at = now_of(m_editing)});
        auto const versions = added ? m_editing.pages.versions(key) : tl::unexpected(added.error());
        if (!versions) {
            return tl::unexpected(versions.error());
        }
        ++m_taken.changed;
        return hand_down(m_editing, key, *versions, m_by.name).map([](std::size_t) {});
    }

    Result<void> take_picture(Document const& document) {
        std::string const name = document.name.substr(document.name.find('/') + 1);
        if (name != picture_name_of(document.content) || fault_in_picture(document.content)) {
            return refuse(document.name, "this is not a picture that a log made");
        }
        auto const there = m_editing.pages.picture(name);
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (*there) {
            ++m_taken.same;
            return {};
        }
        ++m_taken.changed;
        return m_editing.pages.put_picture(
            {.name = name, .content = document.content, .by = m_by.name, .at = now_of(m_editing)});
    }

    Result<void> take_list(Document const& document) {
        if (auto const fault = fault_in_list_file(m_editing, document)) {
            return refuse(document.name, *fault);
        }
        return put_document(m_editing, document.name, document.content, m_by.name)
            .map([&](std::size_t written) { ++(written > 0 ? m_taken.changed : m_taken.same); });
    }

    Result<void> refuse(std::string const& name, std::string const& why) {
        m_taken.refused.push_back(name + ": " + why);
        return {};
    }

    Editing& m_editing;
    vault::Actor const& m_by;
    TakenIn m_taken;
};

} // namespace

Result<wire::Carried> pages_to_carry(Editing& editing, vault::Actor const& by) {
    auto const due = publish_due(editing);
    auto const site = due ? editing.store.site() : tl::unexpected(due.error());
    auto documents = site ? editing.store.documents() : tl::unexpected(site.error());
    if (!documents) {
        return tl::unexpected(documents.error());
    }
    wire::Carried carried{.deployment = site->deployment, .made_at = now_of(editing)};
    for (records::DocumentRecord& record : *documents) {
        carried.change = std::max(carried.change, record.change);
        carried.documents.push_back(std::move(record.document));
    }
    return editing.audit.write(by, {.action = "pages-export"}).map([&] {
        return std::move(carried);
    });
}

Result<TakenIn> take_in(Editing& editing, vault::Actor const& by, wire::Carried const& carried) {
    TakenIn taken;
    auto const kept = keep(editing, by, {.action = "pages-import"}, [&]() -> Result<void> {
        return Arrival(editing, by).take(carried.documents).map([&](TakenIn all) {
            taken = std::move(all);
        });
    });
    return kept.map([&] { return std::move(taken); });
}

} // namespace inloop::editing
