#pragma once

#include "core/io/draft.h"
#include "ui/window/study_file.h"

#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace bilevel::ui {

/// Keeps unsaved work where the end of the program does not reach it, about a second after it was done. Where
/// nothing is unsaved nothing is kept, and neither is anything once this is destroyed.
class Autosave : public QObject {
    Q_OBJECT
public:
    /// Drafts go into `folder`; nothing is kept where that is empty.
    Autosave(const Document& document, const StudyFile& file, QString folder, QObject* parent = nullptr);
    ~Autosave() override;

    /// At once, and waits until it is kept.
    void keepNow();

Q_SIGNALS:
    void failed(const QString& reason);  ///< work is not kept any more; said once

private:
    void follow();
    void keep();
    void report(const Result<bool>& kept);

    const Document& document_;
    const StudyFile& file_;
    QString folder_;
    QTimer pause_;
    bool failing_ = false;
    std::shared_ptr<Draft> draft_;  ///< while something is unsaved
    QThreadPool writer_;  ///< one thread: a slow disk must not stop a drag, nor drafts overtake each other
};

}  // namespace bilevel::ui
