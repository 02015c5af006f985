// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/wire/carried.h"

#include "kiosk/base/hex.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/wire/document_names.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace inloop::wire {

namespace {

// The list, a line each: magic, "site HEX", "change N", "made N", then "HEX SIZE NAME" for every
// file.
constexpr std::string_view kMagic = "PKL1";

std::string list_of(Carried const& carried) {
    std::string text = std::string(kMagic) + "\nsite " + hex(carried.deployment.bytes) +
                       "\nchange " + std::to_string(carried.change) + "\nmade " +
                       std::to_string(carried.made_at) + "\n";
    for (Document const& document : carried.documents) {
        text += hex(seal::hash_of(document.content).bytes) + " " +
                std::to_string(document.content.size()) + " " + document.name + "\n";
    }
    return text;
}

Bytes bytes_of(std::string_view text) {
    ByteView const view = as_bytes(text);
    return {view.begin(), view.end()};
}

std::string_view text_of(ByteView bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

template <class Number>
std::optional<Number> number_of(std::string_view digits) {
    Number number = 0;
    char const* const end = digits.data() + digits.size();
    auto const read = std::from_chars(digits.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && !digits.empty() ? std::optional(number)
                                                                        : std::nullopt;
}

// One file as the list has it.
struct Line {
    seal::Hash hash{};
    std::uint64_t size = 0;
    std::string name{};
};

// Takes the list apart, word by word.
class ListReader {
public:
    explicit ListReader(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool at_end() const { return m_rest.empty(); }
    // What stands before the next `end`; nullopt: there is none.
    std::optional<std::string_view> until(char end) {
        std::size_t const at = m_rest.find(end);
        if (at == std::string_view::npos) {
            return std::nullopt;
        }
        std::string_view const part = m_rest.substr(0, at);
        m_rest.remove_prefix(at + 1);
        return part;
    }
    std::optional<std::string_view> value_of(std::string_view key) {
        auto const found = until(' ');
        return found == key ? until('\n') : std::nullopt;
    }
    std::optional<Line> file() {
        Line line;
        auto const hash = until(' ');
        auto const size = hash ? until(' ') : std::nullopt;
        auto const name = size ? until('\n') : std::nullopt;
        auto const bytes = size ? number_of<std::uint64_t>(*size) : std::nullopt;
        if (!name || !read_hex(*hash, line.hash.bytes) || !bytes || *bytes > kMaxDocumentBytes ||
            !is_document_name(*name)) {
            return std::nullopt;
        }
        line.size = *bytes;
        line.name = *name;
        return line;
    }

private:
    std::string_view m_rest;
};

tl::unexpected<Error> no_list() {
    return fail(ErrorCode::corrupt, std::string(kCarriedList) + " is not a list of pages");
}

// The head, and every file of the list. A name that comes twice would hide one of them.
Result<std::vector<Line>> read_list(std::string_view text, Carried& head) {
    ListReader reader(text);
    auto const magic = reader.until('\n');
    auto const site = magic == kMagic ? reader.value_of("site") : std::nullopt;
    auto const change = site ? reader.value_of("change") : std::nullopt;
    auto const made = change ? reader.value_of("made") : std::nullopt;
    auto const change_number = change ? number_of<std::uint64_t>(*change) : std::nullopt;
    auto const made_number = made ? number_of<std::int64_t>(*made) : std::nullopt;
    if (!made_number || !change_number || !read_hex(*site, head.deployment.bytes)) {
        return no_list();
    }
    head.change = *change_number;
    head.made_at = *made_number;
    std::vector<Line> lines;
    std::set<std::string, std::less<>> names;
    while (!reader.at_end()) {
        auto line = reader.file();
        if (!line || lines.size() == kMaxCarried || !names.insert(line->name).second) {
            return no_list();
        }
        lines.push_back(std::move(*line));
    }
    return lines;
}

Result<Document> read_file(ReadCarried const& read, Line const& line) {
    auto content = read(line.name, kMaxDocumentBytes);
    if (!content) {
        return tl::unexpected(content.error());
    }
    if (content->size() != line.size || seal::hash_of(*content) != line.hash) {
        return fail(ErrorCode::crypto, line.name + " was changed since the log wrote it");
    }
    return Document{line.name, std::move(*content)};
}

// Whether `name` stands in `folder` as a folder itself: a link to one is something else.
Result<void> must_be_folder(platform::Files& files, std::filesystem::path const& folder,
                            std::string const& name) {
    auto const entries = files.list(folder);
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    auto const found = std::ranges::find(*entries, name, &platform::DirectoryEntry::name);
    if (found == entries->end()) {
        return fail(ErrorCode::not_found, (folder / name).string() + " is not there");
    }
    return found->kind == platform::EntryKind::directory
               ? Result<void>()
               : fail(ErrorCode::invalid_input,
                      (folder / name).string() + " is no folder: links are not followed");
}

} // namespace

ReadCarried files_below(platform::Files& files, std::filesystem::path folder) {
    return [&files, folder = std::move(folder)](std::string const& name,
                                                std::uint64_t limit) -> Result<Bytes> {
        std::filesystem::path const inside(name);
        std::filesystem::path at = folder;
        for (auto const& part : inside.parent_path()) {
            if (auto const fine = must_be_folder(files, at, part.string()); !fine) {
                return tl::unexpected(fine.error());
            }
            at /= part;
        }
        return files.read(at / inside.filename(), limit);
    };
}

std::vector<Document> carried_files(Carried const& carried, seal::SigningKey const& ack_sign) {
    std::vector<Document> files = carried.documents;
    Bytes list = bytes_of(list_of(carried));
    Bytes signature = bytes_of(hex(ack_sign.sign(list)) + "\n");
    files.push_back({kCarriedList, std::move(list)});
    files.push_back({kCarriedSignature, std::move(signature)});
    return files;
}

Result<Carried> read_carried(ReadCarried const& read, seal::AckSignPublicKey const& signer) {
    constexpr std::size_t kSignatureDigits = 2 * seal::kSignatureBytes;
    auto const list = read(kCarriedList, kMaxCarriedListBytes);
    auto const signed_with =
        list ? read(kCarriedSignature, kSignatureDigits + 1) : tl::unexpected(list.error());
    if (!signed_with) {
        return tl::unexpected(signed_with.error());
    }
    ByteArray<seal::kSignatureBytes> signature{};
    std::string_view const digits = text_of(*signed_with).substr(0, kSignatureDigits);
    if (!read_hex(digits, signature) || !seal::is_signed_by(signer.bytes, *list, signature)) {
        return fail(ErrorCode::crypto,
                    std::string(kCarriedList) + " is not signed by the log of this site");
    }
    Carried carried;
    auto const lines = read_list(text_of(*list), carried);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    for (Line const& line : *lines) {
        auto document = read_file(read, line);
        if (!document) {
            return tl::unexpected(document.error());
        }
        carried.documents.push_back(std::move(*document));
    }
    return carried;
}

} // namespace inloop::wire
