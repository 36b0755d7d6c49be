#include "app/commands.h"
#include "app/exit_status.h"
#include "app/load.h"
#include "app/messages.h"
#include "core/io/study_link.h"

namespace bilevel {

int linkCommand(const Options& options) {
    const std::optional<Study> study = loadStudy(options.file);
    if (!study) return wrongInput;
    return print(options.json ? writeStudy(*study) : studyLink(*study) + '\n');
}

}  // namespace bilevel
