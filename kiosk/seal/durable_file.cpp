// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/durable_file.h"

namespace inloop::seal {

namespace {

Result<void> write_part(platform::Files& files, std::filesystem::path const& part,
                        ByteView content) {
    auto made = files.create(part, content);
    if (!made && made.error().code == ErrorCode::already_there) {
        made = files.remove(part).and_then([&] { return files.create(part, content); });
    }
    return made.and_then([&] { return files.sync_file(part); });
}

} // namespace

Result<void> store_durably(platform::Files& files, std::filesystem::path const& path,
                           ByteView content) {
    std::filesystem::path part = path;
    part += ".part";
    auto done = write_part(files, part, content).and_then([&] { return files.rename(part, path); });
    if (!done) {
        (void)files.remove(part); // the error says more; what stays is thrown away next time
        return done;
    }
    return files.sync_directory(path.parent_path());
}

} // namespace inloop::seal
