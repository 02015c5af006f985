// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::web {

// What stands behind the markers of one page. Texts are given as they are: the template escapes
// them where they stand. A section that nobody adds or shows does not appear.
//
// Inside a section a marker means the value of that section's child, or else of the page around it.
// Owned by who fills the page; one thread at a time. The program overwrites freed memory
// (platform/linux/wiping_heap), which is what becomes of visitors' texts in here.
class Values {
public:
    Values() = default;
    Values(Values&&) noexcept = default;
    Values& operator=(Values&&) noexcept = default;
    Values(Values const&) = delete;
    Values& operator=(Values const&) = delete;
    ~Values() = default;

    // Puts `text` behind {{NAME}}; the last one stays.
    void set(std::string_view name, std::string_view text);

    // Repeats {{#NAME}}...{{/NAME}} once more, with values of its own. The child is owned by this
    // and stays where it is when more are added.
    Values& add(std::string_view section);

    // Shows {{#NAME}}...{{/NAME}} once, with the values around it.
    void show(std::string_view section);

    // For who fills: nullptr when there is none.
    [[nodiscard]] std::string const* find(std::string_view name) const;
    [[nodiscard]] std::vector<std::unique_ptr<Values>> const*
    find_section(std::string_view name) const;

    // Calls `seen` with each name that was set, added or shown, here and below.
    void each_name(std::function<void(std::string_view)> const& seen) const;

private:
    std::map<std::string, std::string, std::less<>> m_texts;
    std::map<std::string, std::vector<std::unique_ptr<Values>>, std::less<>> m_sections;
};

} // namespace inloop::web
