#pragma once

#include "app/options.h"
#include "core/io/study.h"

#include <optional>
#include <string>

namespace bilevel {

/// Why a command line cannot be followed, and the exit status that says so.
struct Refusal {
    int status;
    std::string message;
};

/// The study with the command line's wishes in it: methods, settings, start, iterations. Nothing if all went well.
std::optional<Refusal> applyOptions(const Options& options, Study& study);

}  // namespace bilevel
