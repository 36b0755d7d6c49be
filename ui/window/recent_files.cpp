#include "ui/window/recent_files.h"

#include <QDir>
#include <QSettings>

namespace bilevel::ui {
namespace {

constexpr auto key = "recent/studies";
constexpr qsizetype mostRemembered = 10;

}  // namespace

QStringList RecentFiles::paths() const {
    if (settings_.isEmpty()) return {};
    return QSettings(settings_, QSettings::IniFormat).value(key).toStringList().mid(0, mostRemembered);
}

void RecentFiles::add(const QString& path) {
    QStringList next = paths();
    next.removeAll(path);
    next.prepend(path);
    write(next.mid(0, mostRemembered));
}

void RecentFiles::remove(const QString& path) {
    QStringList next = paths();
    if (next.removeAll(path) > 0) write(next);
}

void RecentFiles::clear() { write({}); }

void RecentFiles::write(const QStringList& paths) const {
    if (!settings_.isEmpty()) QSettings(settings_, QSettings::IniFormat).setValue(key, paths);
}

QString shortPath(const QString& path) {
    const QString home = QDir::homePath() + '/';
    return path.startsWith(home) ? "~/" + path.mid(home.size()) : path;
}

}  // namespace bilevel::ui
