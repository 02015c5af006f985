// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/name_key.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace inloop::records {

std::string name_key(std::string_view name) {
    utf8proc_uint8_t* folded = nullptr;
    auto const size = utf8proc_map(
        reinterpret_cast<utf8proc_uint8_t const*>(name.data()),
        static_cast<utf8proc_ssize_t>(name.size()), &folded,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owner(folded, &std::free);
    return size > 0
               ? std::string(reinterpret_cast<char const*>(folded), static_cast<std::size_t>(size))
               : std::string();
}

} // namespace inloop::records
