#include "ui/window/study_file.h"

#include <QFile>
#include <QFileInfo>

namespace bilevel::ui {
namespace {

std::string nameForSystem(const QString& path) { return QFile::encodeName(path).toStdString(); }

/// What a study file holds, where it is one.
std::optional<Study> studyAt(const QString& path) {
    const Result<std::string> text = readFile(nameForSystem(path));
    if (!text) return {};
    Result<Study> study = readStudy(*text);
    return study ? std::optional(*std::move(study)) : std::nullopt;
}

}  // namespace

StudyFile::StudyFile(Document& document, QObject* parent)
    : QObject(parent), document_(document), kept_(document.study()) {
    connect(&document_, &Document::studyChanged, this, &StudyFile::compare);
    // Whoever opens a study past this one has it from the gallery: there is no file, and nothing to lose.
    connect(&document_, &Document::opened, this, [this] { become({}, document_.study()); });
}

QString StudyFile::fileName() const { return QFileInfo(path_).fileName(); }

bool StudyFile::isOvertaken() const {
    return kept_ && !path_.isEmpty() && QFileInfo::exists(path_) && studyAt(path_) != kept_;
}

Result<bool> StudyFile::open(Study study, const QString& path) {
    const Result<bool> opened = document_.open(std::move(study));
    if (opened) become(path, document_.study());
    return opened;
}

Result<bool> StudyFile::restore(Study study, const QString& path) {
    const Result<bool> opened = document_.open(std::move(study));
    if (opened) become(path, path.isEmpty() ? std::nullopt : studyAt(path));
    return opened;
}

Result<bool> StudyFile::save(const QString& path) {
    const Result<bool> written = writeFile(nameForSystem(path), writeStudy(document_.study()));
    if (written) become(QFileInfo(path).absoluteFilePath(), document_.study());
    return written;
}

void StudyFile::become(const QString& path, std::optional<Study> kept) {
    path_ = path;
    kept_ = std::move(kept);
    modified_ = kept_ != document_.study();
    Q_EMIT changed();
}

void StudyFile::compare() {
    const bool modified = kept_ != document_.study();
    if (modified == modified_) return;
    modified_ = modified;
    Q_EMIT changed();
}

}  // namespace bilevel::ui
