// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/notices.h"

#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/editing/keeping.h"
#include "kiosk/officerlog/editing/page_documents.h"
#include "kiosk/officerlog/editing/person_trace.h"
#include "kiosk/officerlog/editing/site_facts.h"
#include "kiosk/officerlog/editing/toml_writing.h"
#include "kiosk/officerlog/editing/tuning.h"
#include "kiosk/pages/tuning.h"
#include "kiosk/wire/messages.h"

#include <algorithm>
#include <map>
#include <utility>

namespace inloop::editing {

namespace {

using pages::News;
using pages::NewsKind;

constexpr char const* kNewsName = "news.toml";
// A kiosk takes an empty file for one that was cut off, and keeps what it had.
constexpr char const* kNoNews = "# no news\n";
constexpr std::string_view kGap = "..."; // in done_templates()

std::string written(News const& news) {
    return std::string("\n[[news]]\nkind = ") +
           (news.kind == NewsKind::done ? "\"done\"" : "\"notice\"") +
           "\nfrom = " + toml_date(std::chrono::year_month_day(news.from)) +
           "\nuntil = " + toml_date(std::chrono::year_month_day(news.until)) +
           "\nwords = " + toml_words(news.words) + "\n";
}

std::string written(std::vector<News> const& all) {
    if (all.empty()) {
        return kNoNews;
    }
    std::string text = "# News of this site, written by the officers' log.\n";
    for (News const& news : all) {
        text += written(news);
    }
    return text;
}

bool are_same(News const& a, News const& b) {
    return a.kind == b.kind && a.words.all() == b.words.all() && a.from == b.from &&
           a.until == b.until;
}

// Whether a kiosk reads the whole list back as it is.
bool is_readable(std::vector<News> const& all) {
    auto const back = pages::parse_news(written(all), kNewsName);
    return back && std::ranges::equal(*back, all, are_same);
}

News news_of(NoticeDraft const& draft) {
    std::map<std::string, std::string, std::less<>> words{{"nl", std::string(draft.nl)}};
    if (!utf8::is_blank(draft.en)) {
        words.emplace("en", draft.en);
    }
    return {.kind = draft.kind,
            .words = pages::LocalText(std::move(words)),
            .from = draft.from,
            .until = draft.until};
}

std::optional<Refusal> fault_in_words(NoticeDraft const& draft) {
    for (std::string_view const text : {draft.nl, draft.en}) {
        if (!is_typed(text)) {
            return Refusal::faulty;
        }
        if (utf8::count(text) > pages::kNewsCodePoints) {
            return Refusal::too_long;
        }
        if (draft.kind == NewsKind::done && text.find(kGap) != std::string_view::npos) {
            return Refusal::empty; // a word of the template is still missing
        }
    }
    return utf8::is_blank(draft.nl) ? std::optional(Refusal::empty) : std::nullopt;
}

Result<std::optional<Refusal>> fault_in_notice(Editing& editing, vault::Session const& session,
                                               NoticeDraft const& draft) {
    if (draft.kind == NewsKind::done ? !may_approve(session) : !may_edit(session)) {
        return Refusal::role;
    }
    if (auto const fault = fault_in_words(draft)) {
        return fault;
    }
    if (draft.until < draft.from || draft.until < today_of(editing)) {
        return Refusal::dates;
    }
    if (draft.despite_person) {
        return std::nullopt;
    }
    return site_facts(editing).map([&](pages::Facts const& facts) {
        pages::Place const& place = editing.shipped.place;
        bool const named =
            seems_to_name(draft.nl, place, facts) || seems_to_name(draft.en, place, facts);
        return named ? std::optional(Refusal::person) : std::nullopt;
    });
}

// Makes room, oldest first, and only when there is none left.
void drop_old(std::vector<News>& all, std::chrono::local_days today) {
    if (all.size() >= pages::kSiteEntries) {
        std::erase_if(all, [&](News const& news) { return news.until + kOldNoticeDays < today; });
    }
}

Outcome<void> keep_notices(Editing& editing, vault::Session const& session, std::string action,
                           std::vector<News> const& all) {
    std::string const text = written(all);
    return carry_out(editing, session, {.action = std::move(action), .object = kNewsName},
                     [&]() -> Result<void> {
                         return put_document(editing, kNewsName, as_bytes(text),
                                             session.actor().name)
                             .map([](std::size_t) {});
                     });
}

} // namespace

Result<std::vector<News>> notices(Editing& editing) {
    auto const text = document_text(editing, kNewsName);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (text->empty()) {
        return std::vector<News>();
    }
    auto news = pages::parse_news(*text, kNewsName);
    if (!news) {
        return tl::unexpected(pages::to_error(news.error()));
    }
    return std::move(*news);
}

Outcome<void> add_notice(Editing& editing, vault::Session& session, NoticeDraft const& draft) {
    auto const fault = fault_in_notice(editing, session, draft);
    if (!fault) {
        return tl::unexpected(fault.error());
    }
    if (*fault) {
        return refused<void>(**fault);
    }
    auto all = notices(editing);
    if (!all) {
        return tl::unexpected(all.error());
    }
    drop_old(*all, today_of(editing));
    all->push_back(news_of(draft));
    if (all->size() > pages::kSiteEntries || written(*all).size() > wire::kMaxDocumentBytes) {
        return refused<void>(Refusal::too_long);
    }
    if (!is_readable(*all)) {
        return refused<void>(Refusal::faulty);
    }
    return keep_notices(editing, session, "notice-add", *all);
}

Outcome<void> remove_notice(Editing& editing, vault::Session& session, std::size_t index,
                            std::string_view words) {
    if (!may_edit(session)) {
        return refused<void>(Refusal::role);
    }
    auto all = notices(editing);
    if (!all) {
        return tl::unexpected(all.error());
    }
    if (index >= all->size()) {
        return refused<void>(Refusal::gone);
    }
    News const& news = (*all)[index];
    if (news.words.in(pages::kFirstLanguage) != words) {
        return refused<void>(Refusal::changed);
    }
    if (news.kind == NewsKind::done && !may_approve(session)) {
        return refused<void>(Refusal::role);
    }
    all->erase(all->begin() + static_cast<std::ptrdiff_t>(index));
    return keep_notices(editing, session, "notice-remove", *all);
}

std::vector<std::string> done_templates() {
    return {"U vroeg om meer toezicht bij ... . Wij lopen er nu vaker.",
            "U had last van ... . Wij hebben met de mensen daar gepraat.",
            "U meldde dat ... kapot was. De gemeente heeft het gemaakt.",
            "U vroeg wanneer wij er zijn. Wij zijn er nu ook op ... .",
            "U vroeg om ... . Dat kan niet, omdat ... ."};
}

} // namespace inloop::editing
