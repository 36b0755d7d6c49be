#pragma once

#include <QString>

namespace bilevel::ui {

/// Where the program remembers things between two starts. Where a path is empty, nothing is remembered.
struct Home {
    QString settings = {};  ///< an INI file: recent files, the window's place
    QString drafts = {};    ///< a folder for unsaved work

    /// The customary places of the user who runs the program.
    static Home ofUser();
};

}  // namespace bilevel::ui
