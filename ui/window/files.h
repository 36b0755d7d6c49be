#pragma once

#include "core/io/study.h"

#include <QString>
#include <QWidget>

namespace bilevel::ui {

/// What a file holds for the window.
struct StudyFromFile {
    Study study;
    QString path;  ///< where saving writes it back; empty where a study was found in what is not a study file
};

/// The study in a file, whatever kind of file it is. Errors name the file, and say where in it they are.
Result<StudyFromFile> readAnyStudy(const QString& path);
/// Asks for a study file; empty where that was cancelled.
QString askForStudy(QWidget* window);
/// Asks where to, and writes the study. False where that was cancelled or failed (and was explained).
bool saveStudy(QWidget* window, const Study& study);

/// A message that says what went wrong with a file.
void explain(QWidget* window, const QString& title, const Error& error);

}  // namespace bilevel::ui
