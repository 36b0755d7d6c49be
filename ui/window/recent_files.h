#pragma once

#include <QStringList>

namespace bilevel::ui {

/// The study files that were opened or saved last, the latest first; shared by all windows.
class RecentFiles {
public:
    /// Remembered in this INI file; nowhere where the path is empty.
    explicit RecentFiles(QString settings) : settings_(std::move(settings)) {}

    QStringList paths() const;
    void add(const QString& path);
    void remove(const QString& path);
    void clear();

private:
    void write(const QStringList& paths) const;

    QString settings_;
};

/// A path as it is best told apart from others: the home folder as ~.
QString shortPath(const QString& path);

}  // namespace bilevel::ui
