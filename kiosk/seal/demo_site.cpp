// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/demo_site.h"

#include "kiosk/base/hex.h"
#include "kiosk/seal/durable_file.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/tuning.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace inloop::seal {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kFirstWeek = 1'704'067'200; // Monday 2024-01-01 00:00 UTC: week 0
constexpr std::uint64_t kMaxPolicyBytes = kPolicyOverhead + kMaxAnnouncements * kAnnouncementBytes;
constexpr std::uint64_t kMaxSigningFileBytes = 4096;
constexpr std::string_view kSigningHead = "inloop log signing key (Ed25519, public)\n";
constexpr std::string_view kDemoHead =
    "DEMO KEYS OF INLOOP, NOT SECRET: whoever has this file reads every letter of this demo\n";
constexpr std::string_view kSigningLine = "log-signing ";
constexpr std::string_view kWeekLine = "week ";

std::string_view as_text(Bytes const& file) {
    return {reinterpret_cast<char const*>(file.data()), file.size()};
}

tl::unexpected<Error> damaged(fs::path const& path, std::size_t line, std::string_view what) {
    return fail(ErrorCode::corrupt,
                path.string() + ":" + std::to_string(line) + ": " + std::string(what));
}

// Takes the first line, without its end, off `rest`.
std::string_view take_line(std::string_view& rest) {
    std::string_view const line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    return line;
}

// "week 150 <64 hex digits>"
Result<WeekSecretKey> parse_week(std::string_view line, fs::path const& path, std::size_t number) {
    std::uint32_t epoch = 0;
    if (line.starts_with(kWeekLine)) {
        line.remove_prefix(kWeekLine.size());
        auto const parsed = std::from_chars(line.data(), line.data() + line.size(), epoch);
        line.remove_prefix(static_cast<std::size_t>(parsed.ptr - line.data()));
        auto const secret = line.starts_with(' ') ? key_from_hex(line.substr(1)) : std::nullopt;
        if (parsed.ec == std::errc() && secret) {
            return WeekSecretKey::from_bytes(epoch, *secret);
        }
    }
    return damaged(path, number, "not \"week NUMBER\" and 64 hex digits");
}

Result<DemoKey> parse_demo_key(std::string_view rest, fs::path const& path) {
    if (!rest.starts_with(kDemoHead)) {
        return damaged(path, 1, "not the key file of a demo: its first line must say so");
    }
    rest.remove_prefix(kDemoHead.size());
    std::string_view const signing = take_line(rest);
    auto const seed = signing.starts_with(kSigningLine)
                          ? key_from_hex(signing.substr(kSigningLine.size()))
                          : std::nullopt;
    if (!seed) {
        return damaged(path, 2, "not \"log-signing\" and 64 hex digits");
    }
    auto log_sign = SigningKey::from_seed(*seed);
    if (!log_sign) {
        return tl::unexpected(log_sign.error());
    }
    DemoKey key{std::move(*log_sign), {}};
    for (std::size_t line = 3; !rest.empty(); ++line) {
        auto week = parse_week(take_line(rest), path, line);
        if (!week) {
            return tl::unexpected(week.error());
        }
        key.weeks.push_back(std::move(*week));
    }
    return key;
}

Result<DemoKey> draw_keys(Random& random, Clock const& clock) {
    auto log_sign = SigningKey::generate(random);
    if (!log_sign) {
        return tl::unexpected(log_sign.error());
    }
    DemoKey key{std::move(*log_sign), {}};
    auto const now = clock.wall().time_since_epoch().count();
    auto const since = std::max<std::int64_t>(0, now - static_cast<std::int64_t>(kFirstWeek));
    auto const first = static_cast<std::uint32_t>(static_cast<std::uint64_t>(since) / kWeekSeconds);
    for (std::uint32_t epoch = first; epoch <= first + kDemoWeeksAhead; ++epoch) {
        ByteArray<32> secret{};
        random.fill(secret);
        auto week = WeekSecretKey::from_bytes(epoch, secret);
        wipe(secret);
        if (!week) {
            return tl::unexpected(week.error());
        }
        key.weeks.push_back(std::move(*week));
    }
    return key;
}

Bytes policy_of(DemoKey const& key, Random& random) {
    Deployment deployment{.first_log_sign = {key.log_sign.public_key()}};
    random.fill(deployment.id.bytes);
    random.fill(deployment.salt.bytes);
    PolicyDraft draft(deployment);
    for (WeekSecretKey const& week : key.weeks) {
        draft.announce({.epoch = week.epoch(),
                        .not_before = kFirstWeek + week.epoch() * kWeekSeconds,
                        .week_key = week.public_key(),
                        .log_sign = deployment.first_log_sign},
                       key.log_sign);
    }
    return draft.write(key.log_sign);
}

std::string text_of(DemoKey const& key) {
    std::string out(kDemoHead);
    out.append(kSigningLine).append(hex(key.log_sign.seed())).append("\n");
    for (WeekSecretKey const& week : key.weeks) {
        out.append(kWeekLine).append(std::to_string(week.epoch())).append(" ");
        out.append(hex(week.bytes())).append("\n");
    }
    return out;
}

Result<void> create_site(platform::Files& files, Random& random, Clock const& clock,
                         fs::path const& directory) {
    auto const key = draw_keys(random, clock);
    if (!key) {
        return tl::unexpected(key.error());
    }
    std::string const signing = std::string(kSigningHead) + hex(key->log_sign.public_key()) + "\n";
    return files.make_directories(directory)
        .and_then(
            [&] { return store_durably(files, directory / kDemoKeyFile, as_bytes(text_of(*key))); })
        .and_then(
            [&] { return store_durably(files, directory / kLogSigningFile, as_bytes(signing)); })
        .and_then(
            [&] { return store_durably(files, directory / kPolicyFile, policy_of(*key, random)); });
}

tl::unexpected<Error> unfit(fs::path const& directory, std::string_view what) {
    return fail(ErrorCode::corrupt, directory.string() + ": " + std::string(what) +
                                        ". Move policy.pkp, log-signing.pub and demo-log.key away "
                                        "and start again for a new demo");
}

Result<void> check_site(platform::Files& files, fs::path const& directory) {
    auto const pinned = read_log_signing_key(files, directory);
    auto const key = read_demo_key(files, directory / kDemoKeyFile);
    auto const file = files.read(directory / kPolicyFile, kMaxPolicyBytes);
    if (!pinned || !key || !file) {
        Error const& error = !pinned ? pinned.error() : !key ? key.error() : file.error();
        return unfit(directory, "a file of the demo cannot be read: " + error.message);
    }
    auto const policy = read_policy(*file, *pinned);
    if (!policy) {
        return unfit(directory, policy.error().message);
    }
    bool const fits = policy->log_sign().bytes == key->log_sign.public_key() &&
                      std::ranges::all_of(policy->weeks(), [&](WeekAnnouncement const& week) {
                          WeekSecretKey const* secret = key->find(week.epoch);
                          return secret != nullptr && secret->public_key() == week.week_key;
                      });
    if (!fits) {
        return unfit(directory, "the keys in demo-log.key are not those of policy.pkp");
    }
    return {};
}

} // namespace

Result<void> make_demo_site(platform::Files& files, Random& random, Clock const& clock,
                            fs::path const& directory) {
    std::string missing;
    std::size_t there = 0;
    for (char const* name : {kPolicyFile, kLogSigningFile, kDemoKeyFile}) {
        auto const file = files.read(directory / name, kMaxPolicyBytes);
        if (file) {
            ++there;
        } else if (file.error().code == ErrorCode::not_found) {
            missing.append(" ").append(name);
        } else {
            return tl::unexpected(file.error());
        }
    }
    if (there == 0) {
        return create_site(files, random, clock, directory);
    }
    if (!missing.empty()) {
        return unfit(directory, "only half of a demo is there, missing:" + missing);
    }
    return check_site(files, directory);
}

WeekSecretKey const* DemoKey::find(std::uint32_t epoch) const {
    auto const week = std::ranges::find(weeks, epoch, &WeekSecretKey::epoch);
    return week == weeks.end() ? nullptr : &*week;
}

Result<DemoKey> read_demo_key(platform::Files& files, fs::path const& file) {
    auto content = files.read(file, kMaxDemoKeyBytes);
    if (!content) {
        return tl::unexpected(content.error());
    }
    auto key = parse_demo_key(as_text(*content), file);
    wipe(*content);
    return key;
}

Result<LogSignPublicKey> read_log_signing_key(platform::Files& files, fs::path const& directory) {
    fs::path const path = directory / kLogSigningFile;
    auto const file = files.read(path, kMaxSigningFileBytes);
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::string_view rest = as_text(*file);
    if (!rest.starts_with(kSigningHead)) {
        return damaged(path, 1, "not the public signing key of a log: its first line must say so");
    }
    rest.remove_prefix(kSigningHead.size());
    auto const key = key_from_hex(take_line(rest));
    if (!key || !rest.empty()) {
        return damaged(path, 2, "not one line of 64 hex digits");
    }
    return LogSignPublicKey{*key};
}

} // namespace inloop::seal
