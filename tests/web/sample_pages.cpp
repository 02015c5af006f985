// SPDX-License-Identifier: EUPL-1.2
//
// web_sample_pages TEMPLATES OUT: fills every page of the log with sample values, in each mood, as
// OUT/MOOD-NAME.html, and parts that a script asks for as .part. Fails when a marker has no value,
// a value no marker, or a page no sample.
#include "kiosk/officerlog/web/templates/page_templates.h"
#include "kiosk/officerlog/web/templates/template_files.h"
#include "tests/web/samples.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

namespace {

using inloop::tests::Mood;
using inloop::tests::Sample;
using inloop::tests::Voice;

std::vector<Sample> all_samples(Voice const& voice) {
    std::vector<Sample> samples;
    for (auto make : {inloop::tests::shift_samples, inloop::tests::entry_samples,
                      inloop::tests::people_samples, inloop::tests::place_samples,
                      inloop::tests::volunteer_samples, inloop::tests::editor_samples}) {
        for (Sample& sample : make(voice)) {
            samples.push_back(std::move(sample));
        }
    }
    return samples;
}

std::string_view prefix(Mood mood) {
    switch (mood) {
    case Mood::everyday:
        return "everyday-";
    case Mood::empty:
        return "empty-";
    case Mood::hostile:
        return "hostile-";
    }
    return "";
}

// The number of pages that could not be filled or written.
int write_pages(inloop::web::PageTemplates const& templates, std::filesystem::path const& out,
                Mood mood, std::set<std::string>& used) {
    int failures = 0;
    for (Sample const& sample : all_samples(Voice(mood))) {
        used.insert(sample.page);
        auto const html = templates.fill(sample.page, sample.values);
        if (!html) {
            std::cerr << sample.name << ": " << html.error().message << '\n';
            ++failures;
            continue;
        }
        std::string const name = std::string(prefix(mood)) + sample.name;
        std::ofstream file(out / (name + (sample.part ? ".part" : ".html")), std::ios::binary);
        file << *html;
        failures += file.flush() ? 0 : 1;
    }
    return failures;
}

// Every page that is not a part of another one has a sample.
int count_forgotten(std::filesystem::path const& folder, std::set<std::string> const& used) {
    auto const files = inloop::web::read_template_files(folder);
    std::set<std::string> parts;
    for (auto const& [page, file] : *files) {
        parts.insert(file.includes.begin(), file.includes.end());
    }
    int forgotten = 0;
    for (auto const& [page, file] : *files) {
        if (!parts.contains(page) && !used.contains(page)) {
            std::cerr << page << ".tpl: has no sample\n";
            ++forgotten;
        }
    }
    return forgotten;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: web_sample_pages TEMPLATES OUT\n";
        return 64;
    }
    auto const templates = inloop::web::PageTemplates::open(argv[1], inloop::web::Unset::is_error);
    if (!templates) {
        std::cerr << templates.error().message << '\n';
        return 65;
    }
    std::filesystem::create_directories(argv[2]);
    std::set<std::string> used;
    int failures = 0;
    for (Mood const mood : {Mood::everyday, Mood::empty, Mood::hostile}) {
        failures += write_pages(*templates, argv[2], mood, used);
    }
    failures += count_forgotten(argv[1], used);
    return failures == 0 ? 0 : 1;
}
