#include "app/offscreen.h"

#include "app/exit_status.h"
#include "app/messages.h"

#include <QApplication>

namespace bilevel {
namespace {

/// Qt remarks on the platform that it finds; only what goes wrong is worth a line.
void reportErrors(QtMsgType type, const QMessageLogContext& /*where*/, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg) complain(message.toStdString());
}

}  // namespace

Offscreen::Offscreen(char* programName) : arguments_{programName, nullptr} {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(reportErrors);
    application_ = std::make_unique<QApplication>(count_, arguments_.data());
}

Offscreen::~Offscreen() = default;

ui::PlaneOptions shownOnPlanes(const Options& options) {
    ui::PlaneOptions shown;
    for (const std::string& id : options.show) shown.*ui::findPlaneSwitch(id)->option = true;
    for (const std::string& id : options.hide) shown.*ui::findPlaneSwitch(id)->option = false;
    return shown;
}

int statusOfPicture(const Error& error) {
    if (error.path == "output") return notWritten;
    return error.path == "options" ? wrongUsage : wrongInput;
}

}  // namespace bilevel
