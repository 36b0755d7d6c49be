#pragma once

#include "ui/document/document.h"

namespace bilevel::ui {

/// Which file the document is, and whether it holds what the file does not. Asks and says nothing.
class StudyFile : public QObject {
    Q_OBJECT
public:
    explicit StudyFile(Document& document, QObject* parent = nullptr);

    /// Absolute; empty for a study that has no file yet.
    const QString& path() const { return path_; }
    /// The file's name without its folder; empty without a file.
    QString fileName() const;
    /// Is there something that saving would keep? Undoing everything since makes it false again.
    bool isModified() const { return modified_; }
    /// Is there something else in the file than what was read from it or saved to it?
    bool isOvertaken() const;

    /// Another study, which is what the file holds; `path` is empty where it has none.
    Result<bool> open(Study study, const QString& path);
    /// Unsaved work of a file, or of none.
    Result<bool> restore(Study study, const QString& path);
    /// Writes the study, and the document is that file from then on; where it cannot be written all is as before.
    Result<bool> save(const QString& path);

Q_SIGNALS:
    void changed();  ///< another file, or modified now and not before, or the other way round

private:
    void become(const QString& path, std::optional<Study> kept);
    void compare();

    Document& document_;
    QString path_;
    std::optional<Study> kept_;  ///< what is safe; nothing where nothing of this study is
    bool modified_ = false;
};

}  // namespace bilevel::ui
