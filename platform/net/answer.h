// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/http.h"

struct MHD_Connection;

namespace inloop::net {

// What the server itself answers, without the handler: the status and its name, nothing about the
// request.
[[nodiscard]] platform::HttpResponse refusal(int status);

// Hands an answer to the library, which sends it later; its body is overwritten after that. False
// when the library takes none now: the connection closes then. An answer with a status outside
// [200, 599], or a header the library refuses (line ends, Content-Length), becomes a 500.
[[nodiscard]] bool send_answer(MHD_Connection* connection, platform::HttpResponse answer);

} // namespace inloop::net
