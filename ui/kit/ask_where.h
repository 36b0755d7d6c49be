#pragma once

#include <QStringList>
#include <QWidget>

namespace bilevel::ui {

/// Shall the file that is there be replaced?
bool askToOverwrite(QWidget* window, const QString& path);

/// Asks where a file shall be written, beginning with `suggestion`; empty where that was cancelled. A name without
/// any of the `endings` gets the first one. Has asked before it names a file that is there.
QString askWhereToWrite(QWidget* window, const QString& title, const QString& suggestion, const QString& filter,
                        const QStringList& endings);

}  // namespace bilevel::ui
