#include "ui/overlay/overlay_file.h"

#include "core/io/file.h"
#include "ui/kit/to_text.h"
#include "ui/overlay/trace_dialog.h"
#include "ui/panel/run_edits.h"

#include <QFileDialog>
#include <QFileInfo>

namespace bilevel::ui {
namespace {

Error inFile(const std::string& source, Error error) {
    error.message.insert(0, source + ": ");
    return error;
}

}  // namespace

Result<bool> overlayFile(Document& document, const QString& path, const Theme& theme, QWidget* window) {
    const ProblemText problem = document.study().problem;
    const std::string source = QFileInfo(path).fileName().toStdString();
    const Result<std::string> text = readFile(path.toStdString());
    if (!text) return text.error();
    const Result<TraceFile> file = readTraceFile(*text, source, problem.variables());
    if (!file) return inFile(source, file.error());

    TraceMatch match = matchTrace(*file, problem);
    std::vector<std::size_t> runs{0};
    if (file->runs.size() > 1 || checkMatch(*file, problem, match)) {
        TraceDialog dialog(*file, problem, match, theme, window);
        if (dialog.exec() != QDialog::Accepted) return false;
        match = dialog.match();
        runs = dialog.runs();
    }
    return overlayRuns(document, *file, match, runs);
}

Result<bool> overlayRuns(Document& document, const TraceFile& file, const TraceMatch& match,
                         const std::vector<std::size_t>& runs) {
    Study next = document.study();
    const std::vector<std::string> variables = next.problem.variables();
    for (const std::size_t run : runs) next = withRun(std::move(next), recordedRun(file, match, variables, run));
    if (std::optional<Error> error = checkRoom(next)) return inFile(file.source, *std::move(error));
    const Result<bool> done = document.edit(QObject::tr("Overlay %1").arg(toText(file.source)), std::move(next));
    if (done) document.select(static_cast<int>(document.runs().size()) - 1);
    return done;
}

bool isTrace(const QString& path) {
    return path.endsWith(".csv", Qt::CaseInsensitive) || path.endsWith(".tsv", Qt::CaseInsensitive);
}

QString askForTrace(QWidget* window) {
    return QFileDialog::getOpenFileName(window, QObject::tr("Overlay a trace"), {},
                                        QObject::tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
}

}  // namespace bilevel::ui
