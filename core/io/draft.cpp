#include "core/io/draft.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <optional>

namespace bilevel {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view lockEnding = ".lock", studyEnding = ".bilevel.json";

/// Is the file of this name still the one that is open? Somebody may have tidied it away just before it was
/// locked.
bool isStill(const std::string& name, int file) {
    struct stat opened {
    }, named{};
    return ::fstat(file, &opened) == 0 && ::stat(name.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

/// Closes `file` where it cannot be had.
bool isMine(const std::string& name, int file) {
    if (::flock(file, LOCK_EX | LOCK_NB) == 0 && isStill(name, file)) return true;
    ::close(file);
    return false;
}

std::optional<std::time_t> timeOf(const std::string& file) {
    struct stat kept {};
    if (::stat(file.c_str(), &kept) != 0) return {};
    return kept.st_mtime;
}

}  // namespace

Result<Draft> Draft::begin(const std::string& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    for (;;) {
        std::string name = folder + "/" + std::string(6, 'X') + std::string(lockEnding);
        const int lock = error ? -1 : ::mkostemps(name.data(), static_cast<int>(lockEnding.size()), O_CLOEXEC);
        if (lock < 0)
            return Error{"cannot keep unsaved work in ‘" + folder +
                         "’: " + (error ? error : std::error_code(errno, std::generic_category())).message()};
        if (isMine(name, lock)) return Draft(name.substr(0, name.size() - lockEnding.size()), lock);
    }
}

std::vector<Draft> Draft::leftIn(const std::string& folder) {
    std::vector<Draft> left;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().string();
        if (!name.ends_with(lockEnding)) continue;
        const int lock = ::open(name.c_str(), O_RDWR | O_CLOEXEC);
        if (lock < 0 || !isMine(name, lock)) continue;
        Draft draft(name.substr(0, name.size() - lockEnding.size()), lock);
        if (timeOf(draft.file())) left.push_back(std::move(draft));
    }
    std::ranges::stable_sort(left, std::ranges::greater(), &Draft::time);
    return left;
}

Draft::Draft(Draft&& other) noexcept : stem_(std::move(other.stem_)), lock_(std::exchange(other.lock_, -1)) {}

Draft& Draft::operator=(Draft&& other) noexcept {
    std::swap(stem_, other.stem_);
    std::swap(lock_, other.lock_);
    return *this;
}

Draft::~Draft() {
    if (lock_ < 0) return;
    if (!timeOf(file())) ::unlink((stem_ + std::string(lockEnding)).c_str());
    ::close(lock_);
}

std::string Draft::file() const { return stem_ + std::string(studyEnding); }

Result<bool> Draft::keep(const Study& study, const std::string& path) {
    if (path != this->path()) {
        discard();  // never a study beside the path of another
        const auto size = static_cast<ssize_t>(path.size());
        if (::ftruncate(lock_, 0) != 0 || ::pwrite(lock_, path.data(), path.size(), 0) != size)
            return Error{"cannot write ‘" + stem_ + std::string(lockEnding) + "’"};
    }
    return writeFile(file(), writeStudy(study));
}

Result<Study> Draft::study() const {
    const Result<std::string> text = readFile(file());
    if (!text) return text.error();
    return readStudy(*text);
}

std::string Draft::path() const {
    std::string path;
    std::array<char, 4096> block{};
    while (true) {
        const ssize_t count = ::pread(lock_, block.data(), block.size(), static_cast<off_t>(path.size()));
        if (count <= 0) return path;
        path.append(block.data(), static_cast<std::size_t>(count));
    }
}

std::time_t Draft::time() const { return timeOf(file()).value_or(0); }

void Draft::discard() { ::unlink(file().c_str()); }

}  // namespace bilevel
