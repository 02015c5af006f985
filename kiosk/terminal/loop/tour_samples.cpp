// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/walks.h"

namespace inloop::loop {

namespace {

constexpr Sample kDutch{
    .question = "Bij het fietsenrek staan elke avond scooters op de stoep. Met mijn rollator kan "
                "ik er dan niet langs. Kan daar iets aan gedaan worden?",
    .telling = "In de steeg wordt gehandeld. De auto is 12-AB-34. Bel mij op 06-12345678.",
    .idea = "Dank voor het praatje op het plein!",
    .again = "Nog een vraag",
    .answer = "Dank u wel. Op welke dagen staan de scooters er? Dan kom ik zelf kijken.",
    .long_answer =
        "Dank u wel voor uw bericht.\n"
        "Ik ben drie avonden langs geweest. De scooters staan er vooral op donderdag en op "
        "vrijdag, na zeven uur. Ik heb met de eigenaar van de snackbar gepraat. Hij vraagt zijn "
        "bezorgers om achter de zaak te parkeren. Daar is plaats voor zes scooters.\n"
        "De gemeente zet volgende week paaltjes bij het fietsenrek. Dan blijft er ruimte voor een "
        "rollator of een rolstoel.\n"
        "Staan de scooters er over twee weken nog? Laat het dan hier weten, met dezelfde code. Of "
        "kom langs op dinsdag, dan ben ik er de hele ochtend."};
constexpr Sample kEnglish{
    .question = "Every evening there are scooters on the pavement by the bicycle rack. I cannot "
                "get past with my walking frame. Can something be done?",
    .telling = "They deal in the alley. The car is 12-AB-34. Call me on 06-12345678.",
    .idea = "Thank you for the chat on the square!",
    .again = "One more question",
    .answer = "Thank you. On which days are the scooters there? Then I come and look myself.",
    .long_answer =
        "Thank you for your message.\n"
        "I came by on three evenings. The scooters are there mostly on Thursdays and Fridays, "
        "after seven. I have talked with the owner of the snack bar. He asks his riders to park "
        "behind the shop. There is room for six scooters.\n"
        "Next week the municipality puts posts by the bicycle rack. Then there is room left for a "
        "walking frame or a wheelchair.\n"
        "Are the scooters still there in two weeks? Then let us know here, with the same code. Or "
        "come by on Tuesday, when I am here all morning."};

} // namespace

Sample const& sample(std::string_view language) {
    return language == "en" ? kEnglish : kDutch;
}

} // namespace inloop::loop
