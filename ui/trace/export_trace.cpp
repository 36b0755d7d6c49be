#include "ui/trace/export_trace.h"

#include "core/io/file.h"
#include "core/io/trace_csv.h"
#include "ui/trace/chart_numbers.h"

#include <QFileDialog>
#include <QMessageBox>

namespace bilevel::ui {

std::string traceOf(const Document& document, std::optional<Part> part) {
    std::vector<FinishedRun> runs;
    std::vector<RowRange> rows;
    for (const RunView& view : document.runs()) {
        if (!view.visible || !view.trajectory) continue;
        runs.push_back({requestFor(view, document.problem(), document.study().iterations), *view.trajectory});
        if (!part) continue;
        const auto [first, last] = rowsWithin(view, part->first, part->second);
        rows.push_back({first, last});
    }
    return writeTrace(document.study(), runs, rows);
}

void askAndExportTrace(QWidget* window, const Document& document, std::optional<Part> part) {
    const QString title =
        part ? QObject::tr("Export the part of the trace that is shown") : QObject::tr("Export the trace");
    QString path =
        QFileDialog::getSaveFileName(window, title, QString::fromStdString(document.study().problem.name) + ".csv",
                                     QObject::tr("Comma-separated values (*.csv);;All files (*)"));
    if (path.isEmpty()) return;
    if (!path.contains('.')) path += ".csv";
    const Result<bool> written = writeFile(path.toStdString(), traceOf(document, part));
    if (written) return;
    QMessageBox box(QMessageBox::Warning, title, QObject::tr("The trace could not be exported"), QMessageBox::Ok,
                    window);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(QString::fromStdString(written.error().message));
    box.exec();
}

}  // namespace bilevel::ui
