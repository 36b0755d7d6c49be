#include "ui/panel/run_script.h"

#include "core/io/file.h"
#include "core/io/python_script.h"
#include "ui/document/study_name.h"
#include "ui/kit/ask_where.h"
#include "ui/kit/explain.h"

#include <QFile>

namespace bilevel::ui {

Result<std::string> scriptOf(const Document& document, int run) {
    const RunView& view = document.runs()[static_cast<std::size_t>(run)];
    if (!view.algorithm || view.recording)
        return Error{"only a run that is computed here can be written as a script"};
    return pythonScript(requestFor(view, document.problem(), document.study().iterations));
}

void askAndSaveScript(QWidget* window, const Document& document, int run) {
    const QString failed = QObject::tr("The script could not be written");
    const Result<std::string> script = scriptOf(document, run);
    if (!script) return explain(window, failed, Error{script.error().message});
    const QString path =
        askWhereToWrite(window, QObject::tr("Save as a Python script"), fileNameFor(document.study()) + ".py",
                        QObject::tr("Python scripts (*.py);;All files (*)"), {".py"});
    if (path.isEmpty()) return;
    if (const Result<bool> written = writeFile(QFile::encodeName(path).toStdString(), *script); !written)
        explain(window, failed, written.error());
}

}  // namespace bilevel::ui
