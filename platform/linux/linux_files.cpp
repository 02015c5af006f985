// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/linux_files.h"

#include "platform/linux/descriptor.h"
#include "platform/linux/system_error.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>

namespace inloop::platform {

namespace {

namespace fs = std::filesystem;

constexpr mode_t kFileMode = 0600; // letters and keys are nobody else's business
constexpr mode_t kDirectoryMode = 0700; // nor are their names

// Repeats a call that a signal interrupted before it did anything.
template <class Call>
auto unless_interrupted(Call call) {
    auto result = call();
    while (result == -1 && errno == EINTR) {
        result = call();
    }
    return result;
}

Descriptor open_file(fs::path const& path, int flags) {
    return Descriptor(unless_interrupted(
        [&] { return ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, kFileMode); }));
}

// The data root may be reached through a link (/var/lib on another disk), so directories are
// followed.
Descriptor open_directory(fs::path const& path) {
    return Descriptor(unless_interrupted(
        [&] { return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
}

Result<void> write_all(Descriptor const& file, ByteView content, fs::path const& path) {
    while (!content.empty()) {
        ssize_t const written = unless_interrupted(
            [&] { return ::write(file.number(), content.data(), content.size()); });
        if (written <= 0) {
            // A file system that takes nothing and gives no reason would keep us here for ever.
            return system_error(written == 0 ? EIO : errno, "write", path);
        }
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

// fsync is not repeated after EINTR: whether the first one lost an error cannot be known.
Result<void> sync(Descriptor const& file, fs::path const& path) {
    if (::fsync(file.number()) != 0) {
        return system_error(errno, "fsync", path);
    }
    return {};
}

Result<Bytes> read_all(Descriptor const& file, std::uint64_t limit, fs::path const& path) {
    // One byte more than the limit shows that the file grew while it was read.
    Bytes content(limit + 1);
    std::size_t size = 0;
    while (size < content.size()) {
        ssize_t const got = unless_interrupted(
            [&] { return ::read(file.number(), content.data() + size, content.size() - size); });
        if (got < 0) {
            return system_error(errno, "read", path);
        }
        if (got == 0) {
            content.resize(size);
            return content;
        }
        size += static_cast<std::size_t>(got);
    }
    return fail(ErrorCode::invalid_input, "read " + path.native() + ": grew while it was read");
}

// Nothing when the name vanished between the two calls.
std::optional<DirectoryEntry> describe(int directory, char const* name) {
    struct stat about {};
    if (::fstatat(directory, name, &about, AT_SYMLINK_NOFOLLOW) != 0) {
        return std::nullopt;
    }
    DirectoryEntry entry{.name = name};
    if (S_ISREG(about.st_mode)) {
        entry.kind = EntryKind::file;
        entry.size = static_cast<std::uint64_t>(about.st_size);
    } else if (S_ISDIR(about.st_mode)) {
        entry.kind = EntryKind::directory;
    }
    return entry;
}

} // namespace

LinuxFiles::LinuxFiles() : m_unsynced(std::make_unique<Descriptor>()) {}

LinuxFiles::~LinuxFiles() = default;

Descriptor LinuxFiles::take_unsynced(fs::path const& path) {
    return path == m_unsynced_path ? std::move(*m_unsynced) : Descriptor();
}

Result<void> LinuxFiles::create(fs::path const& path, ByteView content) {
    Descriptor file = open_file(path, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.open()) {
        return system_error(errno, "open", path);
    }
    if (auto written = write_all(file, content, path); !written) {
        ::unlink(path.c_str());
        return written;
    }
    m_unsynced_path = path;
    *m_unsynced = std::move(file);
    return {};
}

Result<void> LinuxFiles::sync_file(fs::path const& path) {
    Descriptor file = take_unsynced(path);
    if (!file.open()) {
        file = open_file(path, O_RDONLY | O_NONBLOCK);
    }
    if (!file.open()) {
        return system_error(errno, "open", path);
    }
    return sync(file, path);
}

Result<void> LinuxFiles::rename(fs::path const& from, fs::path const& to) {
    take_unsynced(from).reset();
    take_unsynced(to).reset();
    if (::rename(from.c_str(), to.c_str()) != 0) {
        int const number = errno;
        return system_error(number, ("rename " + from.native() + " to").c_str(), to);
    }
    return {};
}

Result<void> LinuxFiles::sync_directory(fs::path const& path) {
    Descriptor const directory = open_directory(path);
    if (!directory.open()) {
        return system_error(errno, "open", path);
    }
    return sync(directory, path);
}

Result<void> LinuxFiles::remove(fs::path const& path) {
    take_unsynced(path).reset();
    if (::unlink(path.c_str()) != 0) {
        return system_error(errno, "unlink", path);
    }
    return {};
}

Result<void> LinuxFiles::make_directories(fs::path const& path) {
    fs::path so_far;
    for (fs::path const& part : path) {
        so_far /= part;
        if (part.empty() || ::mkdir(so_far.c_str(), kDirectoryMode) == 0) {
            continue;
        }
        int const number = errno;
        struct stat about {};
        if (::stat(so_far.c_str(), &about) != 0) {
            return system_error(number, "mkdir", so_far);
        }
        if (!S_ISDIR(about.st_mode)) {
            return system_error(EEXIST, "mkdir", so_far);
        }
    }
    return {};
}

Result<Bytes> LinuxFiles::read(fs::path const& path, std::uint64_t limit) {
    // O_NONBLOCK: opening a pipe that lies where a letter should be must not wait for its other
    // end.
    Descriptor const file = open_file(path, O_RDONLY | O_NONBLOCK);
    if (!file.open()) {
        if (errno == ELOOP) {
            return fail(ErrorCode::invalid_input, "open " + path.native() + ": a symbolic link");
        }
        return system_error(errno, "open", path);
    }
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) {
        return system_error(errno, "fstat", path);
    }
    if (!S_ISREG(about.st_mode)) {
        return fail(ErrorCode::invalid_input, "open " + path.native() + ": not a plain file");
    }
    auto const size = static_cast<std::uint64_t>(about.st_size);
    if (size > limit) {
        return fail(ErrorCode::invalid_input, "read " + path.native() + ": " +
                                                  std::to_string(size) + " bytes, at most " +
                                                  std::to_string(limit) + " expected");
    }
    return read_all(file, size, path);
}

Result<std::vector<DirectoryEntry>> LinuxFiles::list(fs::path const& path) {
    Descriptor directory = open_directory(path);
    if (!directory.open()) {
        return system_error(errno, "open", path);
    }
    int const number = directory.number();
    std::unique_ptr<DIR, int (*)(DIR*)> const stream(::fdopendir(number), ::closedir);
    if (!stream) {
        return system_error(errno, "fdopendir", path);
    }
    (void)directory.release(); // the stream closes it now
    std::vector<DirectoryEntry> entries;
    for (errno = 0; dirent const* next = ::readdir(stream.get()); errno = 0) {
        std::string_view const name = next->d_name;
        if (name == "." || name == "..") {
            continue;
        }
        if (auto entry = describe(number, next->d_name)) {
            entries.push_back(std::move(*entry));
        }
    }
    if (errno != 0) {
        return system_error(errno, "readdir", path);
    }
    std::ranges::sort(entries, {}, &DirectoryEntry::name);
    return entries;
}

} // namespace inloop::platform
