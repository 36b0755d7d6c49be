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
Result<StudyFromFile> readStudyFile(const QString& path);

/// Asks for a study file, beginning in `folder`; empty where that was cancelled.
QString askForStudy(QWidget* window, const QString& folder);
/// Asks where a study shall be written, beginning with `suggestion`. Has asked before it names an existing file.
QString askWhereToSave(QWidget* window, const QString& suggestion);

/// What shall become of changes that are not saved.
enum class Unsaved { save, lose, keep };
Unsaved askAboutUnsaved(QWidget* window, const QString& name);
/// A formula that is not right cannot be saved: shall it be left out?
bool askToLeaveOut(QWidget* window, const QString& name, const QString& formula);
/// Shall a file be replaced that somebody else has changed in the meantime?
bool askToReplace(QWidget* window, const QString& fileName);

}  // namespace bilevel::ui
