#pragma once

#include "core/io/study.h"

#include <QCoreApplication>

namespace bilevel::ui {

/// What a study is called where people read it.
inline QString studyName(const Study& study) {
    return study.problem.name.empty() ? QCoreApplication::translate("Study", "Untitled problem")
                                      : QString::fromStdString(study.problem.name);
}

/// The same as the name of a file, without an ending: nothing in it that a file may not be called.
QString fileNameFor(const Study& study);

}  // namespace bilevel::ui
