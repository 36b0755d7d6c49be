#include "app/commands.h"
#include "app/exit_status.h"
#include "app/load.h"
#include "app/messages.h"
#include "core/io/gallery.h"
#include "ui/window/main_window.h"

#include <QApplication>

namespace bilevel {
namespace {

/// Qt does not return when it finds no display, so it is asked beforehand.
bool hasDisplay() {
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

}  // namespace

int windowCommand(const Options& options, char* programName) {
    std::optional<Study> study =
        loadStudy(options.file.empty() ? std::string(gallery().front().id) : options.file);
    if (!study) return wrongInput;
    if (!hasDisplay())
        return complain(
                   "there is no display for the window; see bilevelscope --help for the commands that need none"),
               wrongUsage;
    int argc = 1;
    char* argv[]{programName, nullptr};
    const QApplication application(argc, argv);
    QApplication::setApplicationName("bilevelscope");
    QApplication::setApplicationDisplayName("Bilevelscope");
    QApplication::setApplicationVersion(BILEVELSCOPE_VERSION);
    ui::MainWindow window(*std::move(study));
    window.show();
    return QApplication::exec();
}

}  // namespace bilevel
