#pragma once

#include "core/io/finished_run.h"

#include <span>
#include <string>

namespace bilevel {

/// Where every run ended, for people: one column per run, and the known solution beside them.
std::string runTable(const Study& study, std::span<const FinishedRun> runs);

}  // namespace bilevel
