#pragma once

#include "core/io/study.h"

#include <ctime>

namespace bilevel {

/// The unsaved work of one window, in a folder that all windows of a user share: a study file, and beside it a
/// lock whose content is the path that the study belongs to. The system lets the lock go when the process ends,
/// however it ends: what nobody holds is what a crash left behind.
class Draft {
public:
    /// A new one, held by this process; nothing is kept in it yet. Makes the folder.
    static Result<Draft> begin(const std::string& folder);
    /// Those that nobody holds, the latest first. From here on this process holds them.
    static std::vector<Draft> leftIn(const std::string& folder);

    Draft(Draft&& other) noexcept;
    Draft& operator=(Draft&& other) noexcept;
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    /// Lets it go. What is kept stays for whoever asks next; where nothing is kept, nothing stays.
    ~Draft();

    /// Replaces what is kept. `path` is the file that the study belongs to, or empty.
    Result<bool> keep(const Study& study, const std::string& path);
    /// What is kept.
    Result<Study> study() const;
    /// The file that it belongs to; empty where it never had one.
    std::string path() const;
    /// When it was kept last.
    std::time_t time() const;
    /// Keeps nothing any more.
    void discard();

private:
    Draft(std::string stem, int lock) : stem_(std::move(stem)), lock_(lock) {}
    std::string file() const;

    std::string stem_;  ///< both files begin with it
    int lock_ = -1;     ///< descriptor; −1 after a move
};

}  // namespace bilevel
