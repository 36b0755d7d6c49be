#include "ui/window/system_theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPalette>

namespace bilevel::ui {
namespace {

constexpr auto service = "org.freedesktop.portal.Desktop";
constexpr auto path = "/org/freedesktop/portal/desktop";
constexpr auto settings = "org.freedesktop.portal.Settings";
constexpr auto group = "org.freedesktop.appearance";
constexpr auto key = "color-scheme";
constexpr uint preferDark = 1;

}  // namespace

SystemTheme::SystemTheme(QObject* parent) : QObject(parent) {
    const QPalette palette = QApplication::palette();
    dark_ = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();

    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(service, path, settings, "SettingChanged", this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(service, path, settings, "Read");
    read << group << key;
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* watcher) {
        const QDBusPendingReply<QVariant> reply = *watcher;
        if (reply.isValid()) set(reply.value());
        watcher->deleteLater();
    });
}

void SystemTheme::settingChanged(const QString& changedGroup, const QString& changedKey,
                                 const QDBusVariant& value) {
    if (changedGroup == group && changedKey == key) set(value.variant());
}

void SystemTheme::set(const QVariant& scheme) {
    QVariant value = scheme;
    while (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();  // Read wraps it twice
    const bool dark = value.toUInt() == preferDark;
    if (dark == dark_) return;
    dark_ = dark;
    Q_EMIT changed(dark_);
}

}  // namespace bilevel::ui
