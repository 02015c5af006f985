// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/open_log.h"

#include "kiosk/officerlog/log_folder.h"
#include "kiosk/officerlog/records/sqlite_store.h"

#include <algorithm>
#include <utility>

namespace inloop::officerlog {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kTextBytes = std::uint64_t{64} * 1024;

std::string text_of(Bytes const& bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

Result<entries::WordList> read_words(OpenLog& log, fs::path const& assets) {
    Result<Bytes> const bytes = log.files.read(assets / "words.nl.txt", kTextBytes);
    return bytes ? entries::WordList::parse(text_of(*bytes), "words.nl.txt")
                 : tl::unexpected(bytes.error());
}

// What standard answers may name in braces.
pages::StandingWords names_in(pages::Assets const& assets) {
    pages::StandingWords names = assets.place.words("nl");
    pages::StandingWords const numbers = assets.facts.words();
    names.insert(names.end(), numbers.begin(), numbers.end());
    return names;
}

} // namespace

Result<std::unique_ptr<OpenLog>> open_log(Folders const& folders) {
    auto log = std::make_unique<OpenLog>();
    fs::path const data = fs::absolute(folders.data);
    fs::path const assets = fs::absolute(folders.assets);
    if (Result<void> made = log->files.make_directories(data); !made) {
        return tl::unexpected(made.error());
    }
    Result<entries::WordList> words = read_words(*log, assets);
    Result<pages::Assets> read = pages::load_assets(assets);
    if (!words || !read) {
        return tl::unexpected(words ? read.error() : words.error());
    }
    log->words = std::make_unique<entries::WordList>(std::move(*words));
    log->assets = std::make_unique<pages::Assets>(std::move(*read));
    auto texts = desk::Texts::load(assets, names_in(*log->assets));
    if (!texts) {
        return tl::unexpected(pages::to_error(texts.error()));
    }
    log->texts = std::make_unique<desk::Texts>(std::move(*texts));
    auto store =
        records::SqliteStore::open({.data = data, .schema = assets / "schema"}, log->files);
    if (!store) {
        return tl::unexpected(store.error());
    }
    log->store = std::move(*store);
    log->audit = std::make_unique<vault::Audit>(*log->store, log->clock);
    log->vault = std::make_unique<vault::Vault>(*log->store, log->clock, log->random);
    log->desk = std::make_unique<desk::Desk>(desk::Desk{*log->store, *log->audit, *log->vault,
                                                        log->clock, log->random, *log->words,
                                                        *log->assets, *log->texts, log->lock});
    log->assets_folder = assets;
    log->editing = std::make_unique<editing::Editing>(
        editing::Editing{*log->store, log->store->pages(), *log->audit, log->clock,
                         log->assets_folder, *log->assets});
    return log;
}

Result<seal::SigningKey> ack_sign_of(records::Store& store) {
    Result<Bytes> seed = store.secret("ack-sign");
    if (!seed) {
        return tl::unexpected(seed.error());
    }
    Result<seal::SigningKey> key = seal::SigningKey::from_seed(*seed);
    seal::wipe(*seed);
    return key;
}

} // namespace inloop::officerlog
