#include "ui/trace/export_trace.h"

#include "core/io/file.h"
#include "core/io/trace_csv.h"
#include "ui/document/study_name.h"
#include "ui/kit/ask_where.h"
#include "ui/kit/explain.h"
#include "ui/trace/chart_numbers.h"

namespace bilevel::ui {

std::string traceOf(const Document& document, const std::optional<Interval>& part) {
    std::vector<FinishedRun> runs;
    std::vector<RowRange> rows;
    for (const RunView& view : document.runs()) {
        if (!view.visible || !view.trajectory) continue;
        runs.push_back({requestFor(view, document.problem(), document.study().iterations), *view.trajectory});
        if (!part) continue;
        const auto [first, last] = rowsWithin(view, part->minimum, part->maximum);
        rows.push_back({first, last});
    }
    return writeTrace(document.study(), runs, rows);
}

void askAndExportTrace(QWidget* window, const Document& document, const std::optional<Interval>& part) {
    const QString title =
        part ? QObject::tr("Export the part of the trace that is shown") : QObject::tr("Export the trace");
    const QString path =
        askWhereToWrite(window, title, fileNameFor(document.study()) + ".csv",
                        QObject::tr("Comma-separated values (*.csv);;All files (*)"), {".csv", ".txt", ".tsv"});
    if (path.isEmpty()) return;
    const Result<bool> written = writeFile(path.toStdString(), traceOf(document, part));
    if (!written) return explain(window, QObject::tr("The trace could not be exported"), written.error());
    if (isTruthToCome(document.runs()))
        explain(
            window, QObject::tr("The trace is written, but not all of the truth was known yet"),
            Error{"What the exact lower level says of every row is still being computed: its columns are empty. "
                  "Export again when the charts of “Truth” have their lines."});
}

}  // namespace bilevel::ui
