#include "ui/window/autosave.h"

#include <QFile>

namespace bilevel::ui {
namespace {

constexpr int pauseMilliseconds = 1000;

}  // namespace

Autosave::Autosave(const Document& document, const StudyFile& file, QString folder, QObject* parent)
    : QObject(parent), document_(document), file_(file), folder_(std::move(folder)) {
    writer_.setMaxThreadCount(1);
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &Autosave::keep);
    if (folder_.isEmpty()) return;
    connect(&document_, &Document::studyChanged, this, &Autosave::follow);
    connect(&file_, &StudyFile::changed, this, &Autosave::follow);
}

Autosave::~Autosave() {
    writer_.waitForDone();
    if (draft_) draft_->discard();
}

/// A long drag is kept on its way: the pause is not begun anew by every edit.
void Autosave::follow() {
    if (file_.isModified()) {
        if (!pause_.isActive()) pause_.start();
        return;
    }
    pause_.stop();
    if (!draft_) return;
    writer_.waitForDone();
    draft_->discard();
    draft_.reset();
}

void Autosave::keepNow() {
    if (folder_.isEmpty() || !file_.isModified()) return;
    pause_.stop();
    keep();
    writer_.waitForDone();
}

void Autosave::keep() {
    if (!draft_) {
        Result<Draft> begun = Draft::begin(QFile::encodeName(folder_).toStdString());
        if (!begun) return report(begun.error());
        draft_ = std::make_shared<Draft>(*std::move(begun));
    }
    writer_.start(
        [this, draft = draft_, study = document_.study(), path = QFile::encodeName(file_.path()).toStdString()] {
            const Result<bool> kept = draft->keep(study, path);
            QMetaObject::invokeMethod(
                this, [this, kept] { report(kept); }, Qt::QueuedConnection);
        });
}

void Autosave::report(const Result<bool>& kept) {
    const bool failing = !kept;
    if (failing && !failing_) Q_EMIT failed(QString::fromStdString(kept.error().message));
    failing_ = failing;
}

}  // namespace bilevel::ui
