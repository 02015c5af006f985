// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// As much of a browser as the pages of the log need: their own HTML only, which is regular.
namespace inloop::rehearsal {

// Names and values, in the order of the page.
using Fields = std::vector<std::pair<std::string, std::string>>;

// What a browser would send of the form with this `action` when nobody touched it: its hidden
// fields and the choices that are checked. nullopt: the page has no such form.
[[nodiscard]] std::optional<Fields> untouched_form(std::string_view page, std::string_view action);

// Fills a field in, whether it is there already or not.
void fill_in(Fields& fields, std::string_view name, std::string_view value);

// As application/x-www-form-urlencoded.
[[nodiscard]] std::string encoded(Fields const& fields);

// The text inside the first element of this class, which holds no other element; nullopt: none.
[[nodiscard]] std::optional<std::string> text_of_class(std::string_view page,
                                                       std::string_view class_name);

// The addresses of the links of this class, in order.
[[nodiscard]] std::vector<std::string> links_of_class(std::string_view page,
                                                      std::string_view class_name);

} // namespace inloop::rehearsal
