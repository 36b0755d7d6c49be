#include "app/cli.h"
#include "app/commands.h"
#include "app/exit_status.h"
#include "app/messages.h"

#include <exception>

namespace bilevel {
namespace {

int start(int argc, char** argv) {
    const auto parsed = parseCommandLine(argc, argv);
    if (const int* status = std::get_if<int>(&parsed)) return *status;
    const auto& options = std::get<Options>(parsed);
    switch (options.command) {
        case Options::Command::window:
            return windowCommand(options, argv[0]);
        case Options::Command::run:
            return runCommand(options);
        case Options::Command::evaluate:
            return evaluateCommand(options);
        case Options::Command::certify:
            return certifyCommand(options);
        case Options::Command::derive:
            return deriveCommand(options);
        case Options::Command::methods:
            return methodsCommand(options);
        case Options::Command::problems:
            return problemsCommand(options);
        case Options::Command::link:
            return linkCommand(options);
        case Options::Command::figure:
            return figureCommand(options, argv[0]);
        case Options::Command::animate:
            return animateCommand(options, argv[0]);
    }
    return wrongUsage;
}

}  // namespace
}  // namespace bilevel

int main(int argc, char** argv) {
    // Nothing here throws on purpose: what arrives is a machine at its end, out of memory.
    try {
        return bilevel::start(argc, argv);
    } catch (const std::exception& end) {
        bilevel::complain(end.what());
        return bilevel::wrongInput;
    }
}
