#pragma once

#include <QObject>
#include <QVariant>

class QDBusVariant;

namespace bilevel::ui {

/// Does the desktop ask for a dark look? Read from the desktop portal (org.freedesktop.appearance, color-scheme)
/// and followed from then on; without a portal, from the palette that the program was started with.
class SystemTheme : public QObject {
    Q_OBJECT
public:
    /// Construct before the first apply(Theme), which changes the palette.
    explicit SystemTheme(QObject* parent = nullptr);
    bool isDark() const { return dark_; }

Q_SIGNALS:
    void changed(bool dark);

private:
    Q_SLOT void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);
    void set(const QVariant& scheme);
    bool dark_ = false;
};

}  // namespace bilevel::ui
