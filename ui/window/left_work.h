#pragma once

#include "core/io/draft.h"

#include <QString>
#include <QWidget>

#include <optional>

namespace bilevel::ui {

/// Unsaved work that a crash left behind.
struct LeftWork {
    Draft draft;
    Study study;
    QString path;  ///< the file that it belongs to; empty where it has none
};

/// What is in a folder of drafts, the latest first. What has been saved after all is tidied away; what this
/// version cannot read stays where it is.
std::vector<LeftWork> leftWorkIn(const QString& folder);

/// Offers it: nothing where there is none, or where the user wants none of it now. What the user discards is gone.
std::optional<LeftWork> offerLeftWork(QWidget* window, const QString& folder);

}  // namespace bilevel::ui
