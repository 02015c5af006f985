// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/journey.h"

#include "kiosk/base/utf8.h"
#include "kiosk/entries/personal_data.h"
#include "kiosk/entries/tuning.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace inloop::flow {

namespace {

// The stop of a screen on the way to a letter; nullopt for any other screen.
struct StopOf {
    template <class Other>
    std::optional<Stop> operator()(Other const& /*screen*/) const {
        return std::nullopt;
    }
    std::optional<Stop> operator()(screen::Happening const& /*screen*/) const {
        return Stop::happening;
    }
    std::optional<Stop> operator()(screen::Subjects const& /*screen*/) const {
        return Stop::subject;
    }
    std::optional<Stop> operator()(screen::Desk const& /*screen*/) const { return Stop::desk; }
    std::optional<Stop> operator()(screen::Question const& screen) const {
        return static_cast<Stop>(static_cast<std::size_t>(Stop::question_1) + screen.number);
    }
    std::optional<Stop> operator()(screen::Write const& /*screen*/) const { return Stop::write; }
    std::optional<Stop> operator()(screen::PersonalData const& /*screen*/) const {
        return Stop::personal_data;
    }
    std::optional<Stop> operator()(screen::Recognisable const& /*screen*/) const {
        return Stop::recognisable;
    }
    std::optional<Stop> operator()(screen::Where const& /*screen*/) const { return Stop::where; }
    std::optional<Stop> operator()(screen::Contact const& /*screen*/) const {
        return Stop::contact;
    }
    std::optional<Stop> operator()(screen::ContactDetail const& /*screen*/) const {
        return Stop::contact_detail;
    }
    std::optional<Stop> operator()(screen::Summary const& /*screen*/) const {
        return Stop::summary;
    }
};

Screen screen_of(Stop stop) {
    switch (stop) {
    case Stop::happening:
        return screen::Happening{};
    case Stop::subject:
        return screen::Subjects{};
    case Stop::desk:
        return screen::Desk{};
    case Stop::question_1:
    case Stop::question_2:
    case Stop::question_3:
        return screen::Question{static_cast<std::size_t>(stop) -
                                static_cast<std::size_t>(Stop::question_1)};
    case Stop::write:
        return screen::Write{};
    case Stop::personal_data:
        return screen::PersonalData{};
    case Stop::recognisable:
        return screen::Recognisable{};
    case Stop::where:
        return screen::Where{};
    case Stop::contact:
        return screen::Contact{};
    case Stop::contact_detail:
        return screen::ContactDetail{};
    case Stop::summary:
        break;
    }
    return screen::Summary{};
}

bool offers(entries::SubjectRules const* subject, entries::TapAnswer const& answer) {
    return subject != nullptr &&
           std::ranges::any_of(subject->questions, [&](entries::TapQuestion const& question) {
               return question.id == answer.question &&
                      std::ranges::find(question.options, answer.option) != question.options.end();
           });
}

// What stands in the text where a piece that points at a person was. The same in every language.
constexpr std::string_view kTakenOut = "[...]";

} // namespace

Result<Journey::TextMemory> Journey::make_texts(JourneySpec const& spec) {
    Result<SecretText> message = spec.text_memory(entries::kMaxTextBytes);
    if (!message) {
        return tl::unexpected(std::move(message.error()));
    }
    Result<SecretText> contact = spec.text_memory(entries::kMaxContactBytes);
    if (!contact) {
        return tl::unexpected(std::move(contact.error()));
    }
    return TextMemory{std::move(*message), std::move(*contact)};
}

Result<Journey> Journey::begin(JourneySpec spec, Clock const& clock, Services services) {
    if (spec.languages.empty()) {
        return fail(ErrorCode::invalid_input, "the kiosk needs at least one language");
    }
    Result<TextMemory> texts = make_texts(spec);
    if (!texts) {
        return tl::unexpected(std::move(texts.error()));
    }
    Result<TextMemory> spare = make_texts(spec);
    if (!spare) {
        return tl::unexpected(std::move(spare.error()));
    }
    return Journey(std::move(spec), clock, services, std::move(*texts), std::move(*spare));
}

Journey::Journey(JourneySpec spec, Clock const& clock, Services services, TextMemory texts,
                 TextMemory spare)
    : m_spec(std::move(spec))
    , m_clock(&clock)
    , m_services(services)
    , m_draft{.message = {.text = std::move(texts.message)},
              .contact = {.text = std::move(texts.contact)}}
    , m_spare(std::move(spare))
    , m_flood(clock.now())
    , m_language(m_spec.languages.front())
    , m_last_touch(clock.now()) {
    m_minute_shown = minute_to_show();
}

void Journey::take_rules(std::vector<std::string> languages,
                         std::vector<entries::SubjectRules> subjects) {
    if (languages.empty()) {
        return;
    }
    m_spec.languages = std::move(languages);
    m_spec.subjects = std::move(subjects);
    if (!knows(m_language)) {
        m_language = m_spec.languages.front();
    }
    if (!m_draft.subject.empty() && subject() == nullptr) {
        m_draft.set_subject("");
    }
    std::erase_if(m_draft.answers,
                  [&](entries::TapAnswer const& answer) { return !offers(subject(), answer); });
    // A screen that is about the subject has lost its ground.
    Itinerary const way = itinerary();
    std::optional<Stop> const here = stop();
    if (here && !makes(way, *here)) {
        bool const choose_again = m_draft.subject.empty() && makes(way, Stop::subject);
        go_to(choose_again ? Stop::subject : next_stop(way, *here, m_extent));
    }
    changed();
}

bool Journey::knows(std::string_view language) const {
    return std::ranges::find(m_spec.languages, language) != m_spec.languages.end();
}

// False where nobody has started, so that the next visitor finds everything as it was, and while a
// letter or a code is on its way.
bool Journey::has_visitor_at_hand() const {
    return !on<screen::Attract>() && !on<screen::Sending>() && !on<screen::LookingUp>();
}

bool Journey::nothing_typed() const {
    return m_draft.message.text.empty() && m_draft.contact.text.empty();
}

entries::SubjectRules const* Journey::subject() const {
    return entries::find_subject(m_spec.subjects, m_draft.subject);
}

std::size_t Journey::count_personal_data() const {
    return entries::find_personal_data(m_draft.message.text.view()).size();
}

Itinerary Journey::itinerary() const {
    return {.kind = m_draft.kind,
            .subject = subject(),
            .contact = m_draft.contact_wish,
            .personal_data = on<screen::PersonalData>()};
}

std::optional<Stop> Journey::stop() const {
    return std::visit(StopOf{}, m_screen);
}

void Journey::changed() {
    ++m_version;
    m_minute_shown = minute_to_show(); // whoever draws now shows this minute
}

void Journey::go(Screen next) {
    m_screen = std::move(next);
    m_list_page = 0;
    changed();
}

void Journey::go_to(Stop stop) {
    if (stop == Stop::summary) {
        m_extent = Extent::whole_way;
        if (makes(itinerary(), Stop::contact_detail) &&
            utf8::is_blank(m_draft.contact.text.view())) {
            m_draft.set_contact_wish(entries::ContactWish::by_code); // no number, nobody can call
        }
    }
    if (stop == Stop::write && !m_writing_since) {
        m_writing_since = m_clock->now();
    }
    go(screen_of(stop));
}

void Journey::go_on() {
    std::optional<Stop> const here = stop();
    if (!here) {
        return;
    }
    if (m_follow_up) {
        go_on_following_up();
        return;
    }
    Itinerary way = itinerary();
    // Looked for once, when the text is done: the screens ask for the way in every frame.
    way.personal_data =
        *here != Stop::personal_data && count_personal_data() > m_draft.personal_data_kept;
    m_draft.told_recognisable = m_draft.told_recognisable || *here == Stop::recognisable;
    Stop const next = next_stop(way, *here, m_extent);
    bool const untold = makes(way, Stop::recognisable) && !m_draft.told_recognisable;
    // A change of the subject to a delicate one goes past where the visitor would have been asked.
    go_to(next == Stop::summary && untold ? Stop::recognisable : next);
}

void Journey::go_back() {
    if (m_follow_up) {
        go_back_following_up();
        return;
    }
    std::optional<Stop> const here = stop();
    if (!here) {
        return;
    }
    if (*here == Stop::write && utf8::is_blank(m_draft.message.text.view())) {
        m_extent = Extent::whole_way; // the summary would have nothing to show
    }
    if (auto const before = previous_stop(itinerary(), *here, m_extent)) {
        go_to(*before);
    } else {
        go(screen::Home{});
    }
}

void Journey::begin_letter(entries::EntryKind kind) {
    if (m_spec.letterbox == Letterbox::closed) {
        go(screen::CannotWrite{});
        return;
    }
    m_draft.kind = kind;
    m_extent = Extent::whole_way;
    // The tile already says that it is an idea: the subject of that name follows, if there is one.
    constexpr std::string_view kIdeaSubject = "idea";
    bool const idea = kind == entries::EntryKind::idea;
    if (idea && entries::find_subject(m_spec.subjects, kIdeaSubject) != nullptr) {
        m_draft.set_subject(kIdeaSubject);
    } else if (idea || m_draft.subject == kIdeaSubject) {
        m_draft.set_subject("");
    }
    Itinerary const way = itinerary();
    go_to(makes(way, Stop::happening) ? Stop::happening
                                      : next_stop(way, Stop::happening, m_extent));
}

void Journey::change(Part part) {
    Itinerary const way = itinerary();
    Stop first = first_stop(part);
    if (!makes(way, first)) {
        first = next_stop(way, first, Extent::own_part);
    }
    if (first != Stop::summary) {
        m_extent = Extent::own_part;
        go_to(first);
    }
}

void Journey::put_at(entries::Spot spot) {
    if (m_draft.spot != spot) {
        m_draft.spot = std::move(spot);
        changed();
    }
}

void Journey::remove_personal_data() {
    auto const found = entries::find_personal_data(m_draft.message.text.view());
    for (auto piece = found.rbegin(); piece != found.rend(); ++piece) { // from the end: bytes stay
        if (m_draft.message.text.erase(piece->begin, piece->end)) {
            static_cast<void>(m_draft.message.text.insert(piece->begin, kTakenOut));
        }
    }
    m_draft.message.rewind();
}

void Journey::open(Overlay overlay) {
    bool const emergency = overlay == Overlay::emergency;
    if (overlay == m_overlay || (!emergency && !has_visitor_at_hand())) {
        return;
    }
    if (on<screen::Attract>()) {
        m_screen = screen::Home{}; // where closing lands
    }
    if (emergency) {
        m_overlay_beneath = Overlay::none;
    } else if (m_overlay == Overlay::emergency) {
        m_overlay_beneath = Overlay::emergency;
    }
    m_overlay = overlay;
    m_list_page = 0;
    changed();
}

void Journey::close_overlay() {
    m_overlay = std::exchange(m_overlay_beneath, Overlay::none);
    m_list_page = 0;
    changed();
}

void Journey::flip(bool ViewSettings::*setting) {
    if (on<screen::Attract>()) {
        m_screen = screen::Home{}; // who needs it has begun
    }
    if (has_visitor_at_hand()) {
        m_settings.*setting = !(m_settings.*setting);
        m_list_page = 0;
        changed();
    }
}

void Journey::forget_letter() {
    if (auto* receipt = std::get_if<screen::Receipt>(&m_screen)) {
        sodium_memzero(receipt->code.words.data(), sizeof(receipt->code.words));
    }
    m_draft.clear();
    m_code.clear();
    m_visit.clear();
    m_follow_up.reset();
    m_writing_since.reset();
    m_extent = Extent::whole_way;
    prepare_spare(); // now, while nobody waits for it
    ++m_wipes;
}

void Journey::wipe() {
    give_up_pairing();
    forget_letter();
    m_screen = screen::Attract{};
    m_overlay = Overlay::none;
    m_overlay_beneath = Overlay::none;
    m_language = m_spec.languages.front();
    m_settings = {};
    m_list_page = 0;
    m_warning_ends.reset();
    m_seconds_shown = 0;
    changed();
}

} // namespace inloop::flow
