// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/officerlog/web/templates/values.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace inloop::web {

// What a marker without a value does. In a test it is an error, so that a typing mistake shows; at
// a site the rest of the page is worth more than the hole.
enum class Unset : std::uint8_t { is_error, is_empty };

// The pages of the log, filled with values. Every value is escaped by the place where it stands
// (text, attribute, address), so that nothing a visitor or an officer typed becomes part of the
// page's own language. assets/web/templates/README.md says which markers each page has.
//
// All files are read once, at open(). Any thread, many at once.
class PageTemplates {
public:
    // Reads every *.tpl of `folder`. Errors name file and marker: not_found when the folder, a page
    // or an included page is not there; invalid_input when a page cannot be parsed or does not
    // escape; io.
    [[nodiscard]] static Result<PageTemplates> open(std::filesystem::path const& folder,
                                                    Unset unset = Unset::is_empty);

    PageTemplates(PageTemplates&&) noexcept;
    PageTemplates& operator=(PageTemplates&&) noexcept;
    PageTemplates(PageTemplates const&) = delete;
    PageTemplates& operator=(PageTemplates const&) = delete;
    ~PageTemplates();

    // The page ("shift" is shift.tpl) as UTF-8 HTML. Errors: not_found when there is no such page;
    // with Unset::is_error also invalid_input, naming them, when markers have no value or values
    // no marker. No error holds a value.
    [[nodiscard]] Result<std::string> fill(std::string_view page, Values const& values) const;

private:
    struct State;
    explicit PageTemplates(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

} // namespace inloop::web
