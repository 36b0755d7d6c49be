#include "app/commands.h"
#include "app/exit_status.h"
#include "app/load.h"
#include "app/messages.h"
#include "ui/figure/figure.h"

#include <QApplication>

namespace bilevel {
namespace {

int statusOf(const Error& error) {
    if (error.path == "output") return notWritten;
    return error.path == "options" ? wrongUsage : wrongInput;
}

/// What Qt remarks to itself is no message to the user.
void keepQuiet(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg) complain(message.toStdString());
}

}  // namespace

int figureCommand(const Options& options, char* programName) {
    const std::optional<Study> study = loadStudy(options.file);
    if (!study) return wrongInput;
    qInstallMessageHandler(keepQuiet);
    // A figure is painted into memory, so it looks the same with and without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char* argv[]{programName, nullptr};
    const QApplication application(argc, argv);
    const Result<bool> written = ui::writeFigure(*study, {.output = options.output,
                                                          .view = options.view,
                                                          .widthMm = options.widthMm,
                                                          .heightMm = options.heightMm,
                                                          .dpi = options.dpi,
                                                          .dark = options.theme == "dark",
                                                          .row = options.iteration});
    if (written) return done;
    complain(written.error().message);
    return statusOf(written.error());
}

}  // namespace bilevel
