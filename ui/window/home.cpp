#include "ui/window/home.h"

#include <QStandardPaths>

namespace bilevel::ui {

Home Home::ofUser() {
    const QString config = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    return {.settings = config.isEmpty() ? QString() : config + "/settings.ini",
            .drafts = data.isEmpty() ? QString() : data + "/unsaved"};
}

}  // namespace bilevel::ui
