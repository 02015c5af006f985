// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/page_look.h"

#include "kiosk/officerlog/web/editing_values.h"
#include "kiosk/officerlog/web/unlocked.h"

#include <set>
#include <string_view>
#include <utility>

namespace inloop::web {
namespace {

using editing::RenderedPage;

void keep_drawn(Site& site, Look& look, Result<RenderedPage> drawn) {
    if (!drawn) {
        site.log("preview: " + drawn.error().message);
        look.could_not_draw = true;
        return;
    }
    for (Bytes& picture : drawn->pictures) {
        look.pictures.push_back("/preview/" + site.previews.keep(std::move(picture)));
    }
    look.findings = std::move(drawn->findings);
    look.check.faults = std::move(drawn->faults);
}

// A hard word comes as "betreffende: over".
void add_hint(Site const& site, Values& values, pages::LanguageHint const& hint) {
    std::string_view const words = hint.words;
    std::size_t const mark = words.find(": ");
    Values& line = values.add("HINT");
    line.set("WORDS", words);
    switch (hint.hint) {
    case pages::Hint::long_sentence:
        line.set("TEXT", site.words.text("hint.long_sentence"));
        break;
    case pages::Hint::long_word:
        line.set("TEXT", site.words.text("hint.long_word"));
        break;
    case pages::Hint::passive:
        line.set("TEXT", site.words.text("hint.passive"));
        break;
    case pages::Hint::hard_word:
        line.set("WORDS", words.substr(0, mark));
        line.set("TEXT",
                 site.words.with("hint.hard_word",
                                 mark == std::string_view::npos ? words : words.substr(mark + 2)));
        break;
    }
}

// What does not fit, each thing once however many pictures show it.
void add_findings(Site const& site, Values& values, Look const& look) {
    std::set<std::string> said;
    for (editing::Finding const& finding : look.findings) {
        std::string const word = "finding." + finding.rule;
        std::string text(site.words.text(site.words.has(word) ? word : "finding.other"));
        if (said.insert(text).second) {
            values.add("FINDING").set("TEXT", text);
        }
    }
}

void add_fit(Site const& site, Values& values, Look const& look) {
    auto const screens = static_cast<long long>(look.pictures.size());
    bool const fits = look.findings.empty() && look.check.faults.empty();
    values.set("FIT_KIND", fits ? "done" : "late");
    values.set("FIT_TEXT", !look.check.faults.empty() ? std::string(site.words.text("look.faults"))
                           : look.could_not_draw ? std::string(site.words.text("look.not_drawn"))
                           : fits                ? site.words.counted("look.fits", screens)
                                  : std::string(site.words.text("look.does_not_fit")));
}

} // namespace

Result<std::optional<Look>> look_at(Site& site, Visit& visit, LookRequest const& request) {
    Look look;
    auto check = editing::check_page(site.editing, request.key, request.text);
    if (!check) {
        return tl::unexpected(check.error());
    }
    look.check = std::move(*check);
    if (!look.check.faults.empty()) {
        return std::optional(std::move(look));
    }
    auto files = editing::files_for_preview(site.editing, request.key, request.text);
    if (!files) {
        return tl::unexpected(files.error());
    }
    Result<RenderedPage> drawn;
    bool const still_in = without_lock(site, visit, [&] {
        drawn = site.render({.files = std::move(*files),
                             .key = request.key,
                             .large = request.large,
                             .portrait = request.tall});
    });
    if (!still_in) {
        return std::optional<Look>();
    }
    keep_drawn(site, look, std::move(drawn));
    return std::optional(std::move(look));
}

void add_look(Site const& site, Values& values, Look const& look) {
    Values& out = values.add("LOOK");
    out.set("LOOK_TEXT", site.words.text("look.title"));
    add_fit(site, out, look);
    auto const hints = static_cast<long long>(look.check.hints.size());
    out.set("PLAIN_KIND", hints == 0 ? "done" : "late");
    out.set("PLAIN_TEXT", hints == 0 ? std::string(site.words.text("look.plain"))
                                     : site.words.counted("look.hints", hints));
    for (std::size_t i = 0; i < look.pictures.size(); ++i) {
        Values& picture = out.add("LOOK_PICTURE");
        picture.set("HREF", look.pictures[i]);
        picture.set("NUMBER_TEXT",
                    site.words.counted("look.picture", static_cast<long long>(i) + 1));
    }
    for (pages::Problem const& fault : look.check.faults) {
        out.add("FAULT").set("TEXT", fault_text(site, fault));
    }
    for (pages::LanguageHint const& hint : look.check.hints) {
        add_hint(site, out, hint);
    }
    add_findings(site, out, look);
    if (look.could_not_draw) {
        out.add("TROUBLE").set("TEXT", site.words.text("look.trouble"));
    }
}

} // namespace inloop::web
