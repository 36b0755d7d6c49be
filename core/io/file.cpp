#include "core/io/file.h"

#include "core/io/large_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

namespace bilevel {
namespace {

/// An open file, closed at the end of the scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&& other) noexcept {
        close();
        number_ = std::exchange(other.number_, -1);
        return *this;
    }

    explicit operator bool() const { return number_ >= 0; }
    int number() const { return number_; }
    /// Some file systems report a failed write only here.
    bool close() {
        const int closing = std::exchange(number_, -1);
        return closing < 0 || ::close(closing) == 0;
    }

private:
    int number_;
};

/// The usual reasons in words that do not depend on the language of the machine.
std::string reason(int error) {
    switch (error) {
        case EACCES:
        case EPERM:
            return "permission denied";
        case ENOENT:
            return "no such file or folder";
        case ENOTDIR:
            return "a part of the path is not a folder";
        case EISDIR:
            return "it is a folder";
        case ENOSPC:
        case EDQUOT:
            return "the disk is full";
        case EROFS:
            return "the disk is read-only";
        case ENAMETOOLONG:
            return "the name is too long";
        case EFBIG:
            return "it would be larger than is allowed there";
        default:
            return std::generic_category().message(error);
    }
}

Error unwritable(const std::string& path, int error) {
    return Error{"cannot write ‘" + path + "’: " + reason(error)};
}

bool writeAll(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Where a chain of symbolic links leads, so that the file is replaced and not the link; also where the file at
/// its end is not there yet.
std::string resolved(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    if (real) return real.get();
    namespace fs = std::filesystem;
    constexpr int longestChain = 40;
    std::error_code error;
    fs::path end = path;
    for (int i = 0; i < longestChain && fs::is_symlink(fs::symlink_status(end, error)); ++i)
        end = end.parent_path() / fs::read_symlink(end, error);  // an absolute one stands alone
    return end.string();
}

std::string folderOf(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// What a newly created file may be done with, by this user's wishes.
mode_t customaryMode() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

bool writeInPlace(const std::string& path, std::string_view contents) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    return file && writeAll(file.number(), contents) && file.close();
}

/// Renaming is only safe from a power cut once the folder is on disk; file systems that cannot do this are left
/// alone.
void flushFolder(const std::string& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened) ::fsync(opened.number());
}

/// A file of a group stays one. Best effort: whoever is no member of it cannot do that.
void keepGroup(int file, const struct stat* existing) {
    if (existing && ::fchown(file, static_cast<uid_t>(-1), existing->st_gid) != 0) errno = 0;
}

/// A new file beside its place to be. It has no name as long as it is not whole, where the file system can do
/// that: then nothing is left of it when the process is killed.
class Temporary {
public:
    Temporary(const std::string& folder, bool named)
        : name_(folder + "/.bilevelscope-" + std::string(6, 'X')),
          named_(named),
          file_(named ? ::mkostemp(name_.data(), O_CLOEXEC)  // puts letters at the end
                      : ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)) {}
    ~Temporary() {
        if (named_) ::unlink(name_.c_str());
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;

    const Descriptor& file() const { return file_; }
    /// Now that it is whole.
    bool moveTo(const std::string& path) {
        if (!named_ && !giveName()) return false;
        named_ = !(file_.close() && ::rename(name_.c_str(), path.c_str()) == 0);
        return !named_;
    }

private:
    bool giveName() {
        const std::string byNumber = "/proc/self/fd/" + std::to_string(file_.number());
        const std::string stem = name_.substr(0, name_.size() - 6) + std::to_string(::getpid()) + '-';
        for (int k = 0; !named_ && (k == 0 || errno == EEXIST); ++k) {
            name_ = stem + std::to_string(k);
            named_ = ::linkat(AT_FDCWD, byNumber.c_str(), AT_FDCWD, name_.c_str(), AT_SYMLINK_FOLLOW) == 0;
        }
        return named_;
    }

    std::string name_;
    bool named_;
    Descriptor file_;
};

/// 0, or the error that stopped it; then nothing is left behind. `existing` is the file that is replaced, or null.
int replaceFile(const std::string& path, const struct stat* existing, std::string_view contents, bool named) {
    const std::string folder = folderOf(path);
    Temporary temporary(folder, named);
    const int file = temporary.file().number();
    if (file < 0) return errno;
    keepGroup(file, existing);
    const mode_t mode = existing ? existing->st_mode & 07777 : customaryMode();
    const bool done =
        writeAll(file, contents) && ::fchmod(file, mode) == 0 && ::fsync(file) == 0 && temporary.moveTo(path);
    if (!done) return errno;
    flushFolder(folder);
    return 0;
}

int replaceFile(const std::string& path, const struct stat* existing, std::string_view contents) {
    const int error = replaceFile(path, existing, contents, false);
    if (error == 0 || error == ENOSPC || error == EDQUOT || error == EFBIG) return error;
    return replaceFile(path, existing, contents, true);  // not every file system has files without a name
}

}  // namespace

Result<std::string> readFile(const std::string& path) { return readLargeFile(path, maximumFileSize); }

Result<std::string> readLargeFile(const std::string& path, std::size_t most) {
    const auto failed = [&](int error) { return Error{"cannot read ‘" + path + "’: " + reason(error)}; };
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) return failed(errno);
    std::string contents;
    std::array<char, 65536> block{};
    for (;;) {
        const ssize_t count = ::read(file.number(), block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failed(errno);
        if (count == 0) return contents;
        contents.append(block.data(), static_cast<std::size_t>(count));
        if (contents.size() > most)
            return Error{"‘" + path + "’ is larger than " + std::to_string(most >> 20) + " MB"};
    }
}

Result<bool> mayWrite(const std::string& path) {
    const std::string target = resolved(path);
    struct stat existing {};
    const bool exists = ::stat(target.c_str(), &existing) == 0;
    if (exists && S_ISDIR(existing.st_mode)) return unwritable(path, EISDIR);
    if (exists && ::access(target.c_str(), W_OK) != 0) return unwritable(path, errno);
    const bool beside = !exists || S_ISREG(existing.st_mode);  // a temporary file will be
    // With a dot at the end, what is no folder says so.
    if (beside && ::access((folderOf(target) + "/.").c_str(), W_OK | X_OK) != 0) return unwritable(path, errno);
    return true;
}

Result<bool> writeFile(const std::string& path, std::string_view contents) {
    const auto failed = [&](int error) { return unwritable(path, error); };
    const std::string target = resolved(path);
    struct stat existing {};
    const bool exists = ::stat(target.c_str(), &existing) == 0;
    if (exists && S_ISDIR(existing.st_mode)) return failed(EISDIR);
    if (exists && !S_ISREG(existing.st_mode)) {
        if (!writeInPlace(target, contents)) return failed(errno);
        return true;
    }
    // A file that its owner has locked stays as it is, although its folder would allow replacing it.
    if (exists && ::access(target.c_str(), W_OK) != 0) return failed(errno);
    if (const int error = replaceFile(target, exists ? &existing : nullptr, contents)) return failed(error);
    return true;
}

}  // namespace bilevel
