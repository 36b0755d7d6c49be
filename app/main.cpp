#include "app/cli.h"
#include "app/commands.h"

int main(int argc, char** argv) {
    using namespace bilevel;
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
        case Options::Command::derive:
            return deriveCommand(options);
        case Options::Command::methods:
            return methodsCommand(options);
        case Options::Command::problems:
            return problemsCommand(options);
        case Options::Command::figure:
            return figureCommand(options, argv[0]);
    }
    return 0;
}
