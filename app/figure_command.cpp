#include "app/commands.h"
#include "app/exit_status.h"
#include "app/load.h"
#include "app/messages.h"
#include "ui/figure/figure.h"

#include <QApplication>

namespace bilevel {

int figureCommand(const Options& options, char* programName) {
    const std::optional<Study> study = loadStudy(options.file);
    if (!study) return wrongInput;
    if (!compileProblem(options.file, *study)) return wrongInput;

    qputenv("QT_QPA_PLATFORM", "offscreen");  // without a display Qt would end the program
    int argc = 1;
    char* argv[]{programName, nullptr};
    const QApplication application(argc, argv);
    const Result<bool> written = ui::writeFigure(*study, {.output = options.output,
                                                          .view = options.view,
                                                          .widthMm = options.widthMm,
                                                          .heightMm = options.heightMm,
                                                          .dpi = options.dpi,
                                                          .dark = options.theme == "dark"});
    if (written) return done;
    complain(written.error().message);
    return written.error().path == "output" ? notWritten : wrongUsage;
}

}  // namespace bilevel
