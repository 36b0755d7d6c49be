#pragma once

#include "app/options.h"

namespace bilevel {

// Each does one command and returns the exit status.

int runCommand(const Options& options);
int evaluateCommand(const Options& options);
int certifyCommand(const Options& options);
int deriveCommand(const Options& options);
int methodsCommand(const Options& options);
int problemsCommand(const Options& options);
int linkCommand(const Options& options);

// These are the only ones that touch Qt.
int figureCommand(const Options& options, char* programName);
int animateCommand(const Options& options, char* programName);
int windowCommand(const Options& options, char* programName);

}  // namespace bilevel
