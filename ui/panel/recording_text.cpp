#include "ui/panel/recording_text.h"

#include "ui/kit/to_text.h"

#include <QCoreApplication>

namespace bilevel::ui {
namespace {

constexpr int mostNames = 8;

QString translated(const char* text) { return QCoreApplication::translate("Recording", text); }

/// The names of the columns, the first of them where there are many.
QString columnNames(const Recording& recording) {
    QStringList names;
    for (const auto* columns : {&recording.variables, &recording.columns})
        for (const Recording::Column& column : *columns) names << toText(column.name);
    const auto more = names.size() - mostNames;
    if (more < 2) return names.join(", ");
    return translated("%1 and %2 more").arg(names.mid(0, mostNames).join(", ")).arg(more);
}

/// Of f and g, what the file does not say.
QString computed(const Recording& recording) {
    QStringList missing;
    for (const char* name : {"f", "g"})
        if (!recording.column(name)) missing << name;
    if (missing.isEmpty()) return {};
    return ' ' + translated("The formulas give %1.").arg(missing.join(translated(" and ")));
}

}  // namespace

QString recordingText(const Recording& recording) {
    const int rows = recording.rows();
    return translated("Data from %1, read-only: %2 with %3.")
               .arg(QString::fromStdString(recording.source),
                    rows == 1 ? translated("1 row") : translated("%1 rows").arg(rows), columnNames(recording)) +
           computed(recording);
}

}  // namespace bilevel::ui
