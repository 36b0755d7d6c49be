#pragma once

#include "ui/window/autosave.h"
#include "ui/window/files.h"
#include "ui/window/home.h"
#include "ui/window/recent_files.h"
#include "ui/window/study_file.h"

namespace bilevel::ui {

/// What a user does with whole studies, and the questions on the way: nothing that is not saved is lost without
/// being asked.
class StudyCommands : public QObject {
    Q_OBJECT
public:
    StudyCommands(Document& document, const Home& home, QWidget* window);

    const StudyFile& file() const { return file_; }
    RecentFiles& recent() { return recent_; }

    /// A small problem to write one's own over.
    void startEmpty();
    void startFrom(Study study);
    void openAsked();
    /// Whatever there is a study in; false where it was not opened (and why was explained).
    bool open(const QString& path);
    /// The first of several files that has a study; why none has is explained. False where what is open had better
    /// stay.
    bool openOneOf(const QStringList& paths);
    /// One that has been read already.
    bool open(StudyFromFile found);
    /// False where nothing was saved: cancelled, or explained. Asks about formulas that are not right.
    bool save();
    bool saveAs();
    /// Asks what the problem is to be called.
    void rename();
    /// Before the study goes: asks about what is not saved. False where it had better stay.
    bool mayLeave();
    /// Offers what windows left behind that did not end properly.
    void offerLeftWork();

private:
    bool keep();
    bool keepElsewhere();
    bool write(const QString& path);
    bool refuseMissing(const QString& path);
    QString folder() const;
    bool finishTyping();

    Document& document_;
    QWidget* window_;
    QString drafts_;
    StudyFile file_;
    RecentFiles recent_;
    Autosave autosave_;
};

}  // namespace bilevel::ui
