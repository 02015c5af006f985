// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/status_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inloop::desk {
namespace {

using entries::Status;

constexpr std::array<std::pair<Status, std::string_view>, 7> kNames{{
    {Status::arrived, "arrived"},
    {Status::in_hand, "in-hand"},
    {Status::asked, "asked"},
    {Status::set_aside, "set-aside"},
    {Status::referred, "referred"},
    {Status::taken_over, "taken-over"},
    {Status::closed, "closed"},
}};

} // namespace

std::string_view name_of(Status status) {
    auto const* found = std::ranges::find(kNames, status, &decltype(kNames)::value_type::first);
    return found == kNames.end() ? std::string_view("unknown") : found->second;
}

std::optional<Status> status_of(std::string_view name) {
    auto const* found = std::ranges::find(kNames, name, &decltype(kNames)::value_type::second);
    return found == kNames.end() ? std::nullopt : std::optional(found->first);
}

bool may_answer_with(Status status) {
    return status == Status::asked || status == Status::in_hand || status == Status::referred ||
           status == Status::closed;
}

} // namespace inloop::desk
