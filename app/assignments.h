#pragma once

#include "core/result.h"

#include <map>
#include <string>
#include <utility>

namespace bilevel {

/// "NAME=VALUE" to its two sides. An error means wrong usage.
Result<std::pair<std::string, std::string>> splitAssignment(const std::string& text);

/// A finite number in full, `.` for the decimals whatever the locale. The error names `what` it is.
Result<double> readNumber(const std::string& what, const std::string& text);

/// NAME=VALUE,NAME=VALUE,… as a point.
struct PointReading {
    std::map<std::string, double> point;
    std::string wrongUsage, wrongValue;  ///< the first thing that is wrong, if something is
};
PointReading readPoint(const std::string& text);

}  // namespace bilevel
