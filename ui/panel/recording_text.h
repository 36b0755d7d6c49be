#pragma once

#include "core/record/recording.h"

#include <QString>

namespace bilevel::ui {

/// Where data come from and what they are, in sentences: file, rows, columns, what is computed beside them.
QString recordingText(const Recording& recording);

}  // namespace bilevel::ui
