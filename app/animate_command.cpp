#include "app/commands.h"
#include "app/exit_status.h"
#include "app/load.h"
#include "app/messages.h"
#include "app/offscreen.h"
#include "core/record/measure.h"
#include "ui/animation/animation.h"

#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace bilevel {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int /*signal*/) { interrupted = 1; }

/// A line that counts up, for who watches a terminal; nothing for a script.
void showProgress(double share) {
    if (::isatty(STDERR_FILENO) == 0) return;
    const char* const end = share >= 1 ? "\r     \r" : "";
    std::fprintf(stderr, "\r%3d %%%s", static_cast<int>(100 * share), end);
}

}  // namespace

int animateCommand(const Options& options, char* programName) {
    const std::optional<Study> study = loadStudy(options.file, options.overlays);
    if (!study) return wrongInput;
    const Offscreen offscreen(programName);
    // Whoever gives up finds nothing half-written.
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    const Result<bool> written = ui::writeAnimation(
        *study,
        {.output = options.output,
         .view = options.view,
         .width = options.width,
         .height = options.height,
         .fps = options.fps,
         .seconds = options.seconds,
         .loop = !options.once,
         .dark = options.theme == "dark",
         .shown = shownOnPlanes(options)},
        {.measure = *findMeasure(options.axis), .equalCost = options.equalCost}, [](double share) {
            showProgress(share);
            return interrupted == 0;
        });
    if (written && *written) return done;
    complain(written ? "interrupted; nothing was written" : written.error().message);
    return written ? static_cast<int>(notWritten) : statusOfPicture(written.error());
}

}  // namespace bilevel
