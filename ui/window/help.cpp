#include "ui/window/help.h"

#include "core/formula/parse.h"

#include <Eigen/Core>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMessageBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace bilevel::ui {
namespace {

QString row(const QString& key, const QString& meaning) {
    return QStringLiteral("<tr><td style='padding-right:18px'><b>%1</b></td><td>%2</td></tr>")
        .arg(key.toHtmlEscaped(), meaning.toHtmlEscaped());
}

QString keys() {
    return row(QObject::tr("Space"), QObject::tr("play, pause")) +
           row(QObject::tr("← →"), QObject::tr("one iteration back, forward; with Shift ten")) +
           row(QObject::tr("Home, End"), QObject::tr("first, last iteration")) +
           row(QObject::tr("drag “start”"),
               QObject::tr("another start point; with the plane focused, the arrow keys")) +
           row(QObject::tr("wheel, drag, double click"), QObject::tr("zoom at the cursor, pan, reset (also R)")) +
           row(QObject::tr("drag in a chart"),
               QObject::tr("zoom all charts; double click resets; click moves the cursor")) +
           row(QObject::tr("in the list of runs"),
               QObject::tr(
                   "Space shows or hides, F2 renames, Alt+↑ and Alt+↓ move, Delete removes, the menu key or … "
                   "offers the rest")) +
           row(QObject::tr("Ctrl+Z, Ctrl+Shift+Z"), QObject::tr("undo, redo")) +
           row(QObject::tr("Ctrl+N, Ctrl+O"),
               QObject::tr("new study, open a study; or drop its file onto the window")) +
           row(QObject::tr("Ctrl+S, Ctrl+Shift+S"), QObject::tr("save, save as")) +
           row(QObject::tr("Ctrl+E"), QObject::tr("export a figure or an animation")) +
           row(QObject::tr("Ctrl+Shift+C, Ctrl+V"),
               QObject::tr("copy the study as a link; outside text fields, paste a link, a figure or a file")) +
           row(QObject::tr("Ctrl+D, Ctrl+P"), QObject::tr("dark or light, larger for a projector"));
}

QString functions() {
    QString rows;
    for (const FunctionHelp& help : functionHelp())
        rows += row(QString::fromUtf8(help.name.data(), static_cast<qsizetype>(help.name.size())),
                    QString::fromUtf8(help.meaning.data(), static_cast<qsizetype>(help.meaning.size())));
    return rows;
}

}  // namespace

void showHelp(QWidget* window) {
    QDialog dialog(window);
    dialog.setWindowTitle(QObject::tr("Keys and formulas"));
    auto* text = new QTextBrowser(&dialog);
    text->setHtml(QObject::tr("<h3>Keys and mouse</h3>") + "<table>" + keys() + "</table>" +
                  QObject::tr("<h3>Formulas</h3><p>+ − * / ^ (to the right, tighter than the sign), comparisons, "
                              "&amp;&amp; || ?:, pi, e. Multiplication is always written; log is natural.</p>") +
                  "<table>" + functions() + "</table>");
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(&dialog);
    column->addWidget(text);
    column->addWidget(buttons);
    dialog.resize(window->width() / 2, window->height() * 3 / 4);
    dialog.exec();
}

void showAbout(QWidget* window) {
    QMessageBox box(QMessageBox::NoIcon, QObject::tr("About Bilevelscope"), "Bilevelscope " BILEVELSCOPE_VERSION,
                    QMessageBox::Close, window);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse);
    box.setInformativeText(
        QObject::tr("An instrument for seeing bilevel optimisation.\n\nQt %1, Eigen %2.%3.%4, muParser, SLEEF\n\n"
                    "GPL-3.0-only. Figures and data that you make with it are yours.")
            .arg(qVersion())
            .arg(EIGEN_WORLD_VERSION)
            .arg(EIGEN_MAJOR_VERSION)
            .arg(EIGEN_MINOR_VERSION));
    box.exec();
}

}  // namespace bilevel::ui
