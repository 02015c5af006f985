// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/web/site.h"
#include "kiosk/officerlog/web/visit.h"

// What each route answers (routes.cpp), one file a page.
namespace inloop::web {

platform::HttpResponse login_page(Site& site, Visit& visit);
platform::HttpResponse log_in(Site& site, Visit& visit);
platform::HttpResponse log_out(Site& site, Visit& visit);
platform::HttpResponse static_file(Site& site, Visit& visit);

platform::HttpResponse front_page(Site& site, Visit& visit);
platform::HttpResponse end_shift(Site& site, Visit& visit);
platform::HttpResponse set_presence(Site& site, Visit& visit);

platform::HttpResponse entries_page(Site& site, Visit& visit);
platform::HttpResponse search_entries(Site& site, Visit& visit);
platform::HttpResponse found_page(Site& site, Visit& visit);
platform::HttpResponse entry_page(Site& site, Visit& visit);
platform::HttpResponse print_page(Site& site, Visit& visit);
platform::HttpResponse send_answer(Site& site, Visit& visit);
platform::HttpResponse set_status(Site& site, Visit& visit);
platform::HttpResponse set_urgency(Site& site, Visit& visit);
platform::HttpResponse refer(Site& site, Visit& visit);
platform::HttpResponse hand_over(Site& site, Visit& visit);
platform::HttpResponse set_aside(Site& site, Visit& visit);
platform::HttpResponse redact(Site& site, Visit& visit);
platform::HttpResponse set_nonsense(Site& site, Visit& visit);
platform::HttpResponse add_note(Site& site, Visit& visit);
platform::HttpResponse link_entries(Site& site, Visit& visit);
platform::HttpResponse take_over(Site& site, Visit& visit);

platform::HttpResponse walk_in_page(Site& site, Visit& visit);
platform::HttpResponse add_walk_in(Site& site, Visit& visit);
platform::HttpResponse pattern_page(Site& site, Visit& visit);
platform::HttpResponse roster_page(Site& site, Visit& visit);
platform::HttpResponse save_roster(Site& site, Visit& visit);

platform::HttpResponse pages_page(Site& site, Visit& visit);
platform::HttpResponse set_page_rules(Site& site, Visit& visit);
platform::HttpResponse page_editor(Site& site, Visit& visit);
platform::HttpResponse change_page(Site& site, Visit& visit);
platform::HttpResponse look_at_page(Site& site, Visit& visit);
platform::HttpResponse undo_page(Site& site, Visit& visit);
platform::HttpResponse take_up_page(Site& site, Visit& visit);
platform::HttpResponse preview_picture(Site& site, Visit& visit);
platform::HttpResponse pictures_page(Site& site, Visit& visit);
platform::HttpResponse add_picture(Site& site, Visit& visit);
platform::HttpResponse remove_picture(Site& site, Visit& visit);
platform::HttpResponse picture_file(Site& site, Visit& visit);
platform::HttpResponse facts_page(Site& site, Visit& visit);
platform::HttpResponse mark_fact_checked(Site& site, Visit& visit);
platform::HttpResponse change_fact(Site& site, Visit& visit);
platform::HttpResponse notices_page(Site& site, Visit& visit);
platform::HttpResponse add_notice(Site& site, Visit& visit);
platform::HttpResponse remove_notice(Site& site, Visit& visit);
platform::HttpResponse door_page(Site& site, Visit& visit);
platform::HttpResponse press_door(Site& site, Visit& visit);
platform::HttpResponse undo_door(Site& site, Visit& visit);

platform::HttpResponse people_page(Site& site, Visit& visit);
platform::HttpResponse add_person(Site& site, Visit& visit);
platform::HttpResponse set_role(Site& site, Visit& visit);
platform::HttpResponse renew_login(Site& site, Visit& visit);
platform::HttpResponse remove_person(Site& site, Visit& visit);

platform::HttpResponse kiosks_page(Site& site, Visit& visit);
platform::HttpResponse pairing_page(Site& site, Visit& visit);
platform::HttpResponse make_pairing_code(Site& site, Visit& visit);
platform::HttpResponse confirm_kiosk(Site& site, Visit& visit);
platform::HttpResponse revoke_kiosk(Site& site, Visit& visit);

platform::HttpResponse audit_page(Site& site, Visit& visit);
platform::HttpResponse health_page(Site& site, Visit& visit);
platform::HttpResponse health_json(Site& site, Visit& visit);
platform::HttpResponse health_metrics(Site& site, Visit& visit);

platform::HttpResponse sync_kiosk(Site& site, Visit& visit);
platform::HttpResponse pair_kiosk(Site& site, Visit& visit);
platform::HttpResponse console_pair(Site& site, Visit& visit);
platform::HttpResponse console_confirm(Site& site, Visit& visit);
platform::HttpResponse console_backup(Site& site, Visit& visit);
platform::HttpResponse console_monitoring_token(Site& site, Visit& visit);

} // namespace inloop::web
