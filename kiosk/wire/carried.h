// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/signing_key.h"
#include "kiosk/wire/messages.h"
#include "platform/api/files.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

// What a log tells a kiosk without a network: a folder of Markdown and pictures that a person
// carries on a stick. Beside them stand a list with the hash of each, and a signature over the
// list, so that a stick that lay around changes nothing.
namespace inloop::wire {

inline constexpr char const* kCarriedList = "inloop-pages.txt";
inline constexpr char const* kCarriedSignature = "inloop-pages.sig";
// A stick that is full of names is no folder of ours: ten languages of forty pages, and a picture
// each.
inline constexpr std::size_t kMaxCarried = 1'000;
inline constexpr std::size_t kMaxCarriedListBytes = std::size_t{256} * 1024;

struct Carried {
    seal::DeploymentId deployment{}; // the site it is for
    std::uint64_t change = 0; // place in the log's feed: a later folder has a higher one
    std::int64_t made_at = 0; // seconds since 1970 UTC, by the log's clock
    // With names that are document names (document_names.h), an empty content takes it away.
    std::vector<Document> documents{};
    friend bool operator==(Carried const&, Carried const&) = default;
};

// Every file of such a folder, its name and content: the documents, the list and its signature.
[[nodiscard]] std::vector<Document> carried_files(Carried const& carried,
                                                  seal::SigningKey const& ack_sign);

// Gives a file of the folder that lies at `name`; must not follow links, and fails above `limit`
// bytes.
using ReadCarried = std::function<Result<Bytes>(std::string const& name, std::uint64_t limit)>;
// The same of a folder of this machine; a link is `invalid_input`, wherever on the way it lies.
// `files` outlives it.
[[nodiscard]] ReadCarried files_below(platform::Files& files, std::filesystem::path folder);

// Reads a folder back; only what stands in the list is looked at. Errors, for who stands there with
// the stick: not_found no list, or a file of it is missing; crypto the list is not signed by the
// log with this key, or a file was changed since; corrupt the list is no list; what `read` says.
[[nodiscard]] Result<Carried> read_carried(ReadCarried const& read,
                                           seal::AckSignPublicKey const& signer);

} // namespace inloop::wire
