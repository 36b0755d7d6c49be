#include "app/commands.h"
#include "app/exit_status.h"
#include "app/load.h"
#include "app/messages.h"
#include "core/io/derivation.h"

namespace bilevel {

int deriveCommand(const Options& options) {
    const std::optional<Study> study = loadStudy(options.file);
    if (!study) return wrongInput;
    const std::optional<Problem> problem = compileProblem(options.file, *study);
    if (!problem) return wrongInput;
    const auto derivation = options.format == "latex"  ? derivationLatex
                            : options.format == "json" ? derivationJson
                                                       : derivationText;
    return print(derivation(*problem, options.order));
}

}  // namespace bilevel
