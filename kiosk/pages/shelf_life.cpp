// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/shelf_life.h"

#include "kiosk/pages/tuning.h"

namespace inloop::pages {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// "2026-11-23", as the file writes it.
std::string written(year_month_day day) {
    return std::to_string(static_cast<int>(day.year())) + "-" +
           two_digits(static_cast<unsigned>(day.month())) + "-" +
           two_digits(static_cast<unsigned>(day.day()));
}

} // namespace

std::vector<Problem> doubts_about(Fact const& fact, std::string const& file, year_month_day today) {
    std::vector<Problem> doubts;
    auto const doubt = [&](std::string const& what, std::string mend) {
        doubts.push_back(remark(file, fact.line, "fact." + fact.id + " " + what, std::move(mend)));
    };
    std::string const again = "look it up again, then set checked_by, checked_on and expires_on";
    auto const left = sys_days(fact.expires_on) - sys_days(today);
    if (!is_current(fact, today)) {
        doubt("expired on " + written(fact.expires_on), again);
    } else if (left <= std::chrono::days(kFactWarningDays)) {
        doubt("expires soon, on " + written(fact.expires_on), again);
    }
    if (fact.checked_on > today) {
        doubt("was checked on a day that is still to come, " + written(fact.checked_on),
              "write the day it was looked up");
    }
    if (fact.expires_on.year() - fact.checked_on.year() > std::chrono::years(kFactYears)) {
        doubt("is good for more than " + std::to_string(kFactYears) + " years",
              "write the day it has to be looked up again");
    }
    return doubts;
}

} // namespace inloop::pages
