// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/subjects.h"

#include "kiosk/base/utf8.h"
#include "kiosk/entries/tuning.h"
#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/page_text.h"
#include "kiosk/pages/phrase_pieces.h"
#include "kiosk/pages/toml_reader.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <utility>

namespace inloop::pages {

namespace {

// The subject that takes whatever fits no other one.
constexpr std::string_view kOther = "other";

// One subject of the file. The first fault ends it.
class SubjectReader {
public:
    SubjectReader(std::string const& file, Facts const* facts) : m_file(file), m_facts(facts) {}

    Checked<Subject> read(TomlTable const& table) const;

private:
    TomlReader reader(TomlTable const& table, std::string_view name) const {
        return {table, m_file, name};
    }
    Checked<std::string> id(TomlReader const& reader) const;
    Checked<LocalText> words(TomlReader const& reader, std::string_view key,
                             std::size_t most = kPhraseCodePoints) const;
    Checked<void> refuse_words(LocalText const& text, std::string const& name,
                               std::size_t most) const;
    Checked<Subject> head(TomlReader const& reader) const;
    Checked<std::vector<SubjectQuestion>> questions(TomlReader const& subject) const;
    Checked<SubjectQuestion> question(TomlTable const& table) const;
    Checked<SubjectOption> option(TomlTable const& table) const;
    Checked<std::optional<Desk>> desk(TomlReader const& subject) const;
    Checked<Desk> read_desk(TomlReader const& reader) const;
    Checked<void> refuse_desk(Desk const& desk, TomlReader const& reader) const;

    std::string const& m_file;
    Facts const* m_facts;
};

Checked<std::string> SubjectReader::id(TomlReader const& reader) const {
    auto id = reader.text("id");
    if (id && !is_id(*id)) {
        return reader.refuse("id", "is not made of small letters, digits and -",
                             "write it as in broken-street");
    }
    return id;
}

Checked<void> SubjectReader::refuse_words(LocalText const& text, std::string const& name,
                                          std::size_t most) const {
    for (auto const& [language, words] : text.all()) {
        if (utf8::count(words) > most) {
            return flaw(m_file, text.line(),
                        name + "." + language + " is longer than " + std::to_string(most) +
                            " letters",
                        "make it shorter");
        }
        if (auto refused = refuse_text({Span{words, false}}, m_file, text.line())) {
            return tl::unexpected(std::move(*refused));
        }
    }
    return {};
}

Checked<LocalText> SubjectReader::words(TomlReader const& reader, std::string_view key,
                                        std::size_t most) const {
    auto text = reader.local_text(key);
    if (text) {
        if (auto fine = refuse_words(*text, reader.full_key(key), most); !fine) {
            return tl::unexpected(fine.error());
        }
    }
    return text;
}

Checked<Subject> SubjectReader::head(TomlReader const& reader) const {
    Subject subject;
    Problem problem;
    bool const all = take(subject.id, id(reader), problem) &&
                     take(subject.icon, reader.text("icon"), problem) &&
                     take(subject.name, words(reader, "name", kTileCodePoints), problem) &&
                     take(subject.examples, words(reader, "examples"), problem) &&
                     take(subject.rules.delicate, reader.flag("delicate", false), problem) &&
                     take(subject.rules.asks_place, reader.flag("asks_place", true), problem);
    if (!all) {
        return tl::unexpected(std::move(problem));
    }
    if (!is_icon_name(subject.icon)) {
        return reader.refuse("icon", "is not the name of an icon", "use a name such as more_horiz");
    }
    return subject;
}

Checked<SubjectOption> SubjectReader::option(TomlTable const& table) const {
    TomlReader const from = reader(table, "subject.question.option");
    if (auto fine = from.only({"id", "words"}); !fine) {
        return tl::unexpected(fine.error());
    }
    SubjectOption option;
    Problem problem;
    if (!take(option.id, id(from), problem) ||
        !take(option.words, words(from, "words", kTileCodePoints), problem)) {
        return tl::unexpected(std::move(problem));
    }
    return option;
}

// True when two of the list have the same id.
template <class T>
bool share_id(std::vector<T> const& list) {
    std::vector<std::string_view> ids;
    ids.reserve(list.size());
    for (T const& one : list) {
        ids.push_back(one.id);
    }
    std::sort(ids.begin(), ids.end());
    return std::adjacent_find(ids.begin(), ids.end()) != ids.end();
}

Checked<SubjectQuestion> SubjectReader::question(TomlTable const& table) const {
    TomlReader const from = reader(table, "subject.question");
    if (auto fine = from.only({"id", "words", "option"}); !fine) {
        return tl::unexpected(fine.error());
    }
    SubjectQuestion question;
    std::vector<TomlTable const*> options;
    Problem problem;
    if (!take(question.id, id(from), problem) ||
        !take(question.words, words(from, "words"), problem) ||
        !take(options, from.tables("option"), problem)) {
        return tl::unexpected(std::move(problem));
    }
    if (options.size() < kFewestOptions || options.size() > kMostOptions) {
        return from.refuse("option", "is not two to five options", "take some out or add one");
    }
    for (TomlTable const* one : options) {
        SubjectOption next;
        if (!take(next, option(*one), problem)) {
            return tl::unexpected(std::move(problem));
        }
        question.options.push_back(std::move(next));
    }
    if (share_id(question.options)) {
        return from.refuse("option", "has two options with the same id", "rename one");
    }
    return question;
}

Checked<std::vector<SubjectQuestion>> SubjectReader::questions(TomlReader const& subject) const {
    auto const tables = subject.tables("question");
    if (!tables) {
        return tl::unexpected(tables.error());
    }
    if (tables->size() > entries::kMaxAnswers) {
        return subject.refuse("question", "is more than three questions", "take some out");
    }
    std::vector<SubjectQuestion> questions;
    for (TomlTable const* table : *tables) {
        auto next = question(*table);
        if (!next) {
            return tl::unexpected(next.error());
        }
        questions.push_back(std::move(*next));
    }
    if (share_id(questions)) {
        return subject.refuse("question", "has two questions with the same id", "rename one");
    }
    return questions;
}

Checked<void> SubjectReader::refuse_desk(Desk const& desk, TomlReader const& reader) const {
    if (desk.facts.empty() || desk.facts.size() > kDeskFacts) {
        return reader.refuse("facts", "is not one fact or two", "name whom to call");
    }
    if (desk.asked.size() < kFewestAsked || desk.asked.size() > kMostAsked) {
        return reader.refuse("asked", "is not two lines to four", "take some out or add one");
    }
    for (std::string const& id : desk.facts) {
        if (m_facts != nullptr && m_facts->find(id) == nullptr) {
            return flaw(m_file, reader.line_of("facts"), "there is no fact " + id,
                        "use an id of facts.toml or add the fact there");
        }
    }
    for (LocalText const& line : desk.asked) {
        if (auto fine = refuse_words(line, reader.full_key("asked"), kPhraseCodePoints); !fine) {
            return fine;
        }
    }
    return {};
}

Checked<Desk> SubjectReader::read_desk(TomlReader const& reader) const {
    if (auto fine = reader.only({"whose", "how", "facts", "asked"}); !fine) {
        return tl::unexpected(fine.error());
    }
    Desk desk;
    Problem problem;
    bool const all = take(desk.whose, words(reader, "whose"), problem) &&
                     take(desk.how, words(reader, "how"), problem) &&
                     take(desk.facts, reader.texts("facts"), problem) &&
                     take(desk.asked, reader.local_texts("asked"), problem);
    if (!all) {
        return tl::unexpected(std::move(problem));
    }
    if (auto fine = refuse_desk(desk, reader); !fine) {
        return tl::unexpected(fine.error());
    }
    return desk;
}

Checked<std::optional<Desk>> SubjectReader::desk(TomlReader const& subject) const {
    auto const table = subject.table("desk");
    if (!table) {
        return tl::unexpected(table.error());
    }
    if (*table == nullptr) {
        return std::nullopt;
    }
    auto desk = read_desk(reader(**table, "subject.desk"));
    if (!desk) {
        return tl::unexpected(desk.error());
    }
    return std::optional<Desk>(std::move(*desk));
}

// The same without words.
entries::SubjectRules rules_of(Subject const& subject) {
    entries::SubjectRules rules = subject.rules;
    rules.id = subject.id;
    rules.other_desk = subject.desk.has_value();
    for (SubjectQuestion const& question : subject.questions) {
        entries::TapQuestion& tapped = rules.questions.emplace_back();
        tapped.id = question.id;
        for (SubjectOption const& option : question.options) {
            tapped.options.push_back(option.id);
        }
    }
    return rules;
}

Checked<Subject> SubjectReader::read(TomlTable const& table) const {
    TomlReader const from = reader(table, "subject");
    if (auto fine = from.only(
            {"id", "icon", "name", "examples", "delicate", "asks_place", "desk", "question"});
        !fine) {
        return tl::unexpected(fine.error());
    }
    auto subject = head(from);
    if (!subject) {
        return subject;
    }
    Problem problem;
    if (!take(subject->questions, questions(from), problem) ||
        !take(subject->desk, desk(from), problem)) {
        return tl::unexpected(std::move(problem));
    }
    subject->rules = rules_of(*subject);
    return subject;
}

Checked<std::vector<TomlTable const*>> subject_tables(TomlTable const& table,
                                                      std::string const& file) {
    TomlReader const reader(table, file, "");
    if (auto fine = reader.only({"subject"}); !fine) {
        return tl::unexpected(fine.error());
    }
    auto tables = reader.tables("subject");
    if (!tables) {
        return tables;
    }
    if (tables->empty()) {
        return flaw(file, 0, "there are no subjects", "begin each with [[subject]]");
    }
    if (tables->size() > kSubjects) {
        return flaw(file, (*tables)[kSubjects]->line,
                    "there are more than " + std::to_string(kSubjects) + " subjects",
                    "take some out; the screen has room for no more");
    }
    return tables;
}

// Calls visit(text, name) for each text of the subject.
template <class AnySubject, class Visit>
void visit_texts(AnySubject& subject, Visit visit) {
    std::string const name = "subject." + subject.id;
    visit(subject.name, name + ".name");
    visit(subject.examples, name + ".examples");
    for (auto& question : subject.questions) {
        std::string const asked = name + "." + question.id;
        visit(question.words, asked);
        for (auto& option : question.options) {
            visit(option.words, asked + "." + option.id);
        }
    }
    if (subject.desk) {
        visit(subject.desk->whose, name + ".desk.whose");
        visit(subject.desk->how, name + ".desk.how");
        for (auto& line : subject.desk->asked) {
            visit(line, name + ".desk.asked");
        }
    }
}

} // namespace

Checked<Subjects> Subjects::load(std::filesystem::path const& file, Facts const& facts,
                                 std::vector<Problem>& problems) {
    return load(file, &facts, problems);
}

Checked<Subjects> Subjects::load(std::filesystem::path const& file, Facts const* facts,
                                 std::vector<Problem>& problems) {
    auto const text = read_text_asset(file, kListBytes);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return parse(*text, file.string(), facts, problems);
}

Checked<Subjects> Subjects::parse(std::string_view text, std::string const& name,
                                  Facts const* facts, std::vector<Problem>& problems) {
    if (auto fine = check_text(text, name); !fine) {
        return tl::unexpected(fine.error());
    }
    auto const table = parse_toml(text, name);
    if (!table) {
        return tl::unexpected(table.error());
    }
    auto const tables = subject_tables(*table, name);
    if (!tables) {
        return tl::unexpected(tables.error());
    }
    Subjects subjects;
    SubjectReader const reader(name, facts);
    for (TomlTable const* one : *tables) {
        auto subject = reader.read(*one);
        if (subject) {
            subjects.m_subjects.push_back(std::move(*subject));
        } else if (one == tables->back()) {
            return tl::unexpected(subject.error());
        } else {
            problems.push_back(std::move(subject.error()));
        }
    }
    if (subjects.m_subjects.back().id != kOther) {
        return flaw(name, tables->back()->line, "the last subject is not \"other\"",
                    "give what fits nowhere else the id other and put it last");
    }
    if (share_id(subjects.m_subjects)) {
        return flaw(name, 0, "two subjects have the same id", "rename one");
    }
    return subjects;
}

void Subjects::fill(Place const& place, StandingWords const& numbers) {
    auto const fill_one = [&](LocalText& text, std::string const&) {
        auto texts = text.all();
        for (auto& [language, words] : texts) {
            words = fill_words(fill_words(words, place.words(language)), numbers);
        }
        text = LocalText(std::move(texts), text.line());
    };
    for (Subject& subject : m_subjects) {
        visit_texts(subject, fill_one);
    }
}

void Subjects::each_text(Visit const& visit) const {
    for (Subject const& subject : m_subjects) {
        visit_texts(subject, visit);
    }
}

Subject const* Subjects::find(std::string_view id) const {
    auto const found = std::find_if(m_subjects.begin(), m_subjects.end(),
                                    [&](Subject const& subject) { return subject.id == id; });
    return found == m_subjects.end() ? nullptr : &*found;
}

std::vector<entries::SubjectRules> Subjects::rules() const {
    std::vector<entries::SubjectRules> rules;
    for (Subject const& subject : m_subjects) {
        rules.push_back(subject.rules);
    }
    return rules;
}

} // namespace inloop::pages
