#include "app/commands.h"
#include "app/exit_status.h"
#include "app/load.h"
#include "app/messages.h"
#include "app/offscreen.h"
#include "core/record/measure.h"
#include "ui/figure/figure.h"
#include "ui/figure/figure_preset.h"

namespace bilevel {

int figureCommand(const Options& options, char* programName) {
    const std::optional<Study> study = loadStudy(options.file, options.overlays);
    if (!study) return wrongInput;
    const Offscreen offscreen(programName);
    const ui::FigurePreset& preset = *ui::findFigurePreset(options.preset);
    const Result<bool> written =
        ui::writeFigure(*study, {.output = options.output,
                                 .view = options.view,
                                 .widthMm = options.widthMm.value_or(preset.widthMm),
                                 .heightMm = options.heightMm ? options.heightMm : preset.heightMm,
                                 .letters = preset.letters,
                                 .dpi = options.dpi,
                                 .dark = options.theme == "dark",
                                 .transparent = options.transparent,
                                 .outlines = options.text == "outlines",
                                 .filled = options.ground == "contours",
                                 .caption = options.caption,
                                 .step = options.step,
                                 .shown = shownOnPlanes(options),
                                 .pace = {.measure = *findMeasure(options.axis)},
                                 .position = options.iteration});
    if (written) return done;
    complain(written.error().message);
    return statusOfPicture(written.error());
}

}  // namespace bilevel
