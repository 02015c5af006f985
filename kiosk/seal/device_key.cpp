// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/device_key.h"

#include "kiosk/seal/durable_file.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/sodium_access.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace inloop::seal {

namespace {

// PKD1: magic 4 | seed 32 | public key 32. The public key follows from the seed; it stands there to
// find damage.
constexpr std::string_view kMagic = "PKD1";
constexpr std::size_t kPublicAt = 4 + kSeedBytes;
constexpr std::size_t kFileBytes = kPublicAt + 32;
constexpr std::uint64_t kReadLimit = 4096; // anything of another size gets a message of ours

tl::unexpected<Error> damaged(std::filesystem::path const& path, std::string_view what) {
    return fail(
        ErrorCode::corrupt,
        path.string() + ": " + std::string(what) +
            ". It is not replaced, because the log knows this kiosk by it: restore the file "
            "or move it away and pair the kiosk again");
}

Result<DeviceKey> parse(ByteView file, std::filesystem::path const& path) {
    if (file.size() != kFileBytes) {
        return damaged(path, "the device key has " + std::to_string(file.size()) +
                                 " bytes instead of 68");
    }
    if (!has_magic(file, kMagic)) {
        return damaged(path, "not a device key, it does not begin with PKD1");
    }
    auto key = SigningKey::from_seed(file.subspan(4, kSeedBytes));
    if (!key) {
        return tl::unexpected(key.error());
    }
    if (!std::ranges::equal(key->public_key(), file.subspan(kPublicAt))) {
        return damaged(path, "the device key is damaged, its halves do not fit");
    }
    return DeviceKey(std::move(*key));
}

Result<DeviceKey> create(platform::Files& files, std::filesystem::path const& path,
                         Random& random) {
    auto key = SigningKey::generate(random);
    if (!key) {
        return tl::unexpected(key.error());
    }
    auto content = SecretBytes::with_size(kFileBytes);
    if (!content) {
        return tl::unexpected(content.error());
    }
    auto at = std::ranges::copy(as_bytes(kMagic), content->span().begin()).out;
    at = std::ranges::copy(key->seed(), at).out;
    std::ranges::copy(key->public_key(), at);
    if (auto stored = store_durably(files, path, content->view()); !stored) {
        return tl::unexpected(stored.error());
    }
    return DeviceKey(std::move(*key));
}

} // namespace

Result<DeviceKey> DeviceKey::load_or_create(platform::Files& files,
                                            std::filesystem::path const& path, Random& random) {
    auto key = load(files, path);
    if (!key && key.error().code == ErrorCode::not_found) {
        return create(files, path, random);
    }
    return key;
}

Result<DeviceKey> DeviceKey::load(platform::Files& files, std::filesystem::path const& path) {
    auto file = files.read(path, kReadLimit);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto key = parse(*file, path);
    wipe(*file);
    return key;
}

DeviceKey::DeviceKey(SigningKey key)
    : m_key(std::move(key))
    , m_public{m_key.public_key()}
    , m_id(device_id_of(m_public)) {}

} // namespace inloop::seal
