// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/backup_sums.h"

#include "kiosk/base/hex.h"
#include "kiosk/officerlog/tuning.h"
#include "kiosk/seal/durable_file.h"
#include "kiosk/seal/envelope.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace inloop::officerlog {
namespace {

namespace fs = std::filesystem;

constexpr char const* kSumsFile = "sums";
constexpr std::string_view kGap = "  ";

struct Line {
    seal::Hash sum{};
    std::string name{};
};

Result<seal::Hash> sum_of(platform::Files& files, fs::path const& file) {
    return files.read(file, kMaxDatabaseBytes).map([](Bytes const& bytes) {
        return seal::hash_of(bytes);
    });
}

// A name of a file in the same folder, nothing else.
bool is_name(std::string_view name) {
    return !name.empty() && name.front() != '.' && name.find('/') == std::string_view::npos;
}

Result<std::vector<Line>> read_lines(platform::Files& files, fs::path const& sums) {
    Result<Bytes> const bytes = files.read(sums, kMaxSumsBytes);
    if (!bytes) {
        return fail(bytes.error().code,
                    sums.string() + ": no backup of a log can be read without it");
    }
    std::istringstream text({reinterpret_cast<char const*>(bytes->data()), bytes->size()});
    std::vector<Line> lines;
    constexpr std::size_t kNameAt = seal::Hash::kSize * 2 + kGap.size();
    for (std::string row; std::getline(text, row);) {
        Line line;
        bool const fits = row.size() > kNameAt && row.substr(seal::Hash::kSize * 2, 2) == kGap &&
                          read_hex(row.substr(0, seal::Hash::kSize * 2), line.sum.bytes) &&
                          is_name(row.substr(kNameAt));
        if (!fits) {
            return fail(ErrorCode::corrupt, sums.string() + ": not as backup writes it");
        }
        line.name = row.substr(kNameAt);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

Result<void> write_sums(platform::Files& files, fs::path const& folder,
                        std::span<std::string const> names) {
    std::string text;
    for (std::string const& name : names) {
        Result<seal::Hash> const sum = sum_of(files, folder / name);
        if (!sum) {
            return tl::unexpected(sum.error());
        }
        text += hex(sum->bytes) + std::string(kGap) + name + "\n";
    }
    return seal::store_durably(files, folder / kSumsFile, as_bytes(text));
}

Result<std::vector<std::string>> check_sums(platform::Files& files, fs::path const& folder) {
    Result<std::vector<Line>> const lines = read_lines(files, folder / kSumsFile);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    std::vector<std::string> names;
    for (Line const& line : *lines) {
        Result<seal::Hash> const sum = sum_of(files, folder / line.name);
        if (!sum) {
            return fail(sum.error().code, (folder / line.name).string() +
                                              ": cannot be read, or was deleted because the "
                                              "backup is older than seven days");
        }
        if (*sum != line.sum) {
            return fail(ErrorCode::corrupt,
                        (folder / line.name).string() + ": is not what was backed up");
        }
        names.push_back(line.name);
    }
    return names;
}

} // namespace inloop::officerlog
