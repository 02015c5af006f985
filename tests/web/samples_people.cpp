// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/samples.h"

#include <array>

namespace inloop::tests {

namespace {

struct Role {
    std::string_view key;
    std::string_view label;
    std::string_view hint;
};

constexpr std::array kRoles{
    Role{"officer", "Wijkagent", "Leest en beantwoordt berichten"},
    Role{"lead", "Projectleider", "Beheert mensen en kiosken, leest geen berichten"},
    Role{"volunteer", "Vrijwilliger", "Verandert pagina’s, leest geen berichten"},
    Role{"evaluator", "Onderzoeker", "Ziet alleen aantallen"},
    Role{"privacy", "Privacy officer", "Ziet wie wat las"}};

void add_member(web::Values& values, std::string_view name, bool you) {
    auto& member = values.add("MEMBER");
    member.set("NAME", name);
    member.set("ROLE_LABEL", "Wijkagent");
    member.set("LAST_SEEN", "vandaag 8.55 uur");
    if (you) {
        member.show("IS_YOU");
        return;
    }
    auto& change = member.add("CHANGE");
    change.set("MEMBER_ID", "p" + std::to_string(values.find_section("MEMBER")->size()));
    change.set("VERSION", "2");
    for (Role const& role : kRoles) {
        add_choice(change, "ROLE_CHOICE", role.key, role.label, "SELECTED", role.key == "officer");
    }
}

Sample people(Voice const& voice) {
    Sample sample{"people", "people", signed_in(voice, "Mensen", "Mensen")};
    auto& values = sample.values;
    values.set("COUNT_TEXT", "4 mensen kunnen inloggen");
    values.set("NEW_NAME", voice.name(""));
    add_member(values, voice.name("Henk Thijs"), true);
    for (std::size_t i = 0; i < voice.many(3); ++i) {
        add_member(values, voice.name("Anita de Boer"), false);
    }
    for (Role const& role : kRoles) {
        auto& option = values.add("ROLE_OPTION");
        option.set("KEY", role.key);
        option.set("LABEL", role.label);
        option.set("ROLE_HINT", role.hint);
    }
    return sample;
}

// A pattern of squares with the three corners of a QR code; nobody scans a sample.
std::string qr_path() {
    std::string path;
    auto square = [&](int x, int y, int size) {
        path += "M" + std::to_string(x) + " " + std::to_string(y) + "h" + std::to_string(size) +
                "v" + std::to_string(size) + "h-" + std::to_string(size) + "z";
    };
    for (int y = 0; y < 29; ++y) {
        for (int x = 0; x < 29; ++x) {
            bool const corner = (x < 8 || x > 20) && (y < 8 || (y > 20 && x < 8));
            if (!corner && (x * 7 + y * 13 + x * y) % 5 < 2) {
                square(x, y, 1);
            }
        }
    }
    for (auto [x, y] : {std::pair{0, 0}, std::pair{22, 0}, std::pair{0, 22}}) {
        path += "M" + std::to_string(x) + " " + std::to_string(y) + "h7v7h-7zm1 1v5h5v-5z";
        square(x + 2, y + 2, 3);
    }
    return path;
}

void add_words(web::Values& values) {
    for (std::string_view const word : {"fiets", "rivier", "lamp", "oktober", "brood", "trein"}) {
        values.add("WORD").set("WORD_TEXT", word);
    }
}

Sample person_new(Voice const& voice) {
    Sample sample{"person_new", "person-new", signed_in(voice, "Nieuw", "Mensen")};
    auto& values = sample.values;
    values.set("NAME", voice.name("Anita de Boer"));
    values.set("ROLE_LABEL", "Wijkagent");
    add_words(values);
    values.set("SECRET", "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP");
    values.set("QR_SIZE", "29");
    values.set("QR_PATH", qr_path());
    return sample;
}

Sample kiosks(Voice const& voice) {
    Sample sample{"kiosks", "kiosks", signed_in(voice, "Kiosken", "Kiosken")};
    auto& values = sample.values;
    auto const many = voice.many(2);
    values.set("COUNT_TEXT", std::to_string(many) + " gekoppeld");
    if (many == 0) {
        values.show("EMPTY");
    }
    for (std::size_t i = 0; i < many; ++i) {
        auto& kiosk = values.add("KIOSK");
        kiosk.set("NAME", voice.name("Rolderstraat 21"));
        kiosk.set("KIND", i == 0 ? "done" : "usual");
        kiosk.set("STATE", i == 0 ? "werkt" : "afgesloten");
        add_fact(kiosk, "Laatste contact", "een minuut geleden");
        add_fact(kiosk, "Berichten", "41 gemaakt, 41 aangekomen");
        if (i == 0) {
            auto& revoke = kiosk.add("REVOKE");
            revoke.set("KIOSK_ID", "k1");
            revoke.set("VERSION", "1");
        }
    }
    return sample;
}

Sample pair_wait(Voice const& voice) {
    Sample sample{"kiosk_pair", "kiosk-pair", signed_in(voice, "Koppelen", "Kiosken")};
    auto& wait = sample.values.add("WAIT");
    wait.add("PART").set("PART_TEXT", "K7QH3");
    wait.add("PART").set("PART_TEXT", "M2XVA");
    wait.set("UNTIL", "10.25 uur");
    return sample;
}

Sample pair_compare(Voice const& voice) {
    Sample sample{"kiosk_pair", "kiosk-pair-words", signed_in(voice, "Koppelen", "Kiosken")};
    auto& compare = sample.values.add("COMPARE");
    add_words(compare);
    compare.set("PAIRING", "3");
    compare.set("KIOSK_NAME", voice.name("Rolderstraat 21"));
    return sample;
}

Sample audit(Voice const& voice) {
    Sample sample{"audit", "audit", signed_in(voice, "Wie deed wat", "Wie deed wat")};
    auto& values = sample.values;
    auto const many = voice.many(6);
    values.set("COUNT_TEXT", std::to_string(many) + " regels");
    if (voice.mood() == Mood::hostile) {
        values.show("BROKEN");
        values.set("BROKEN_TEXT", "Regel 118 klopt niet meer. Bel de beheerder en raak niets aan.");
    } else {
        values.show("INTACT");
        values.set("INTACT_TEXT", "Alle regels kloppen. Nagekeken vandaag om 9.00 uur.");
    }
    if (many == 0) {
        values.show("EMPTY");
        values.set("EMPTY_TEXT", "Geen regels in deze dagen.");
    }
    for (std::size_t i = 0; i < many; ++i) {
        auto& row = values.add("AUDIT_ROW");
        row.set("NUMBER", std::to_string(240 - i));
        row.set("WHEN", "di 24 november 9.12.05 uur");
        row.set("NAME", voice.name("Henk Thijs"));
        row.set("ACTION", "Bericht gelezen");
        row.set("OBJECT", "Bericht 42");
        row.set("RESULT", "ja");
        row.set("REASON_TEXT", voice.name("Dienst"));
    }
    if (many > 0) {
        auto& pager = values.add("PAGER");
        pager.set("PAGE_TEXT", "240 – 235");
        pager.show("OLDER");
        pager.set("OLDER_HREF", "/audit?before=235");
    }
    return sample;
}

} // namespace

std::vector<Sample> people_samples(Voice const& voice) {
    std::vector<Sample> samples;
    samples.push_back(people(voice));
    samples.push_back(kiosks(voice));
    samples.push_back(audit(voice));
    if (voice.mood() != Mood::empty) {
        samples.push_back(person_new(voice));
        samples.push_back(pair_compare(voice));
    }
    if (voice.mood() == Mood::everyday) {
        samples.push_back(pair_wait(voice));
    }
    return samples;
}

} // namespace inloop::tests
