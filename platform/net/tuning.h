// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"

#include <chrono>
#include <cstddef>

namespace inloop::net {

// Threads that read requests and run handlers. A login works half a second on one of them
// (Argon2id); the others answer meanwhile.
inline constexpr unsigned kServerThreads = 4;

// Connections in all. Each costs about 40 KiB and a descriptor of the usual 1024.
inline constexpr unsigned kConnections = 600;

// Connections of one address. A browser opens six; a police station behind one address is several
// of them. 0, no limit, where a reverse proxy stands in front.
inline constexpr unsigned kConnectionsPerAddress = 40;

// What a connection may keep of a request: its line and header, and the body piece by piece.
inline constexpr std::size_t kConnectionMemory = 32'768;

// A connection on which nothing moves is closed after this.
inline constexpr std::chrono::seconds kIdleTimeout{10};

// A request has this long from the opening of the connection, or from the end of the request before
// it, to the last byte of its answer, however steadily it drips.
inline constexpr Milliseconds kRequestDeadline{20'000};

// Bytes that earn a request another second beyond the deadline: a telephone with a bad connection
// may send a picture of 6 MB; who drips earns nothing.
inline constexpr std::size_t kSlowestBytesPerSecond = 65'536;

// Bodies of requests in all that are being received; a request beyond this is answered 503. Ten
// pictures of 6 MB at once; without it every connection could hold as much as the largest body.
inline constexpr std::size_t kBodiesMemory = 67'108'864; // 64 MiB

// Fields of a form with files; ours have six at the most.
inline constexpr std::size_t kFormParts = 16;

// What the library may keep of such a form while it takes it apart: a line of a field's head has to
// fit, with the name of a file in it.
inline constexpr std::size_t kFormBuffer = 16'384;

// How much beyond its limit a body of undeclared length is read, and thrown away, so that its
// sender can be answered 413; after that the connection is closed.
inline constexpr std::size_t kReadBeyondLimit = 262'144;

// How long a certificate that was made at first start holds. Kiosks pin its key and do not look at
// dates; a browser warns of it once, whatever its dates are.
inline constexpr int kCertificateYears = 10;

// How long a client waits for a connection; the whole exchange has the call's own timeout.
inline constexpr Milliseconds kConnectTimeout{10'000};

// Bytes of header an answer may have.
inline constexpr std::size_t kAnswerHeaderLimit = 65'536;

} // namespace inloop::net
