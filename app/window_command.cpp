#include "app/commands.h"
#include "app/exit_status.h"
#include "app/load.h"
#include "app/messages.h"
#include "core/io/gallery.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

namespace bilevel {
namespace {

/// Qt does not return when it finds no display, so it is asked beforehand.
bool hasDisplay() {
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

}  // namespace

int windowCommand(const Options& options, char* programName) {
    const std::string file = options.file.empty() ? std::string(gallery().front().id) : options.file;
    std::optional<Study> study = loadStudy(file, options.overlays);
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
    // What is saved goes to the study file that was named.
    const QString path =
        isStudyFile(file) ? QFileInfo(QFile::decodeName(file.c_str())).absoluteFilePath() : QString();
    ui::MainWindow window(*std::move(study), path, ui::Home::ofUser());
    window.show();
    QTimer::singleShot(0, &window, [&window] { window.studies().offerLeftWork(); });
    return QApplication::exec();
}

}  // namespace bilevel
