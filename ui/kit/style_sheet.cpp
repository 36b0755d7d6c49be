#include "ui/kit/theme.h"

#include <QApplication>
#include <QPalette>
#include <QRegularExpression>
#include <QStyleFactory>

#include <utility>

namespace bilevel::ui {
namespace {

// Colours are written @name, lengths that scale with the theme as "10u".
constexpr const char* sheet = R"(
QWidget { color: @ink; }
QMainWindow, QDialog, #root { background: @background; }
#card { background: @surface; border: 1px solid @border; border-radius: 10u; }
#side { background: @surface; border: none; border-right: 1px solid @border; }
#header { background: @surface; border: none; border-bottom: 1px solid @border; }
QScrollArea, #sideBody { background: transparent; border: none; }

QLabel { background: transparent; }
QLabel[role="section"] { color: @ink3; font-size: 11u; font-weight: 600; letter-spacing: 1px; }
QLabel[role="title"] { color: @ink; font-size: 14u; font-weight: 600; }
QLabel[role="sub"] { color: @ink2; font-size: 12u; }
QLabel[role="hint"] { color: @ink3; font-size: 12u; }
QLabel[role="error"] { color: @error; font-size: 12u; }

QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
    background: @sunken; border: 1px solid @border; border-radius: 7u;
    selection-background-color: @accent; selection-color: @accentInk; }
QLineEdit, QSpinBox, QDoubleSpinBox { padding: 4u 8u; font-family: "DejaVu Sans Mono", monospace; font-size: 12u; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: none; }
QLineEdit[quiet="true"] { background: transparent; border: 1px solid transparent; padding: 2u 4u; }
QLineEdit[quiet="true"]:hover { border: 1px solid @border; }
QLineEdit[quiet="true"]:focus { background: @sunken; border: 1px solid @accent; }
QComboBox { padding: 6u 10u; font-size: 13u; }
QComboBox[compact="true"] { padding: 3u 8u; font-size: 12u; }
QComboBox::drop-down { border: none; width: 24u; }
QComboBox::down-arrow { image: none; width: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border: 1px solid @accent; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus {
    border: 1px solid @error; }
QLineEdit:disabled, QComboBox:disabled { color: @ink3; }
QComboBox QAbstractItemView, QListView#completions {
    background: @surface; border: 1px solid @border; padding: 4u; outline: none;
    selection-background-color: @accentSoft; selection-color: @ink; }
QComboBox QAbstractItemView::item { min-height: 26u; padding: 0 6u; border-radius: 5u; }

QPushButton { background: @surface; border: 1px solid @border; border-radius: 7u; padding: 6u 14u; font-weight: 500; font-size: 13u; }
QPushButton:hover { background: @sunken; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:default { background: @accent; border: 1px solid @accent; color: @accentInk; }
QPushButton:disabled { color: @ink3; }

QProgressBar { background: @sunken; border: 1px solid @border; border-radius: 4u; max-height: 6u; min-height: 6u; }
QProgressBar::chunk { background: @accent; border-radius: 3u; }

QMenu { background: @surface; border: 1px solid @border; padding: 5u; font-size: 13u; }
QMenu::item { padding: 6u 26u 6u 12u; border-radius: 5u; }
QMenu::item:selected { background: @accentSoft; }
QMenu::item:disabled { color: @ink3; }
QMenu::separator { height: 1px; background: @border; margin: 5u 8u; }
QMenuBar { background: @surface; font-size: 13u; }
QMenuBar::item { padding: 6u 10u; border-radius: 5u; }
QMenuBar::item:selected { background: @accentSoft; }
QToolTip { background: @tip; color: @tipInk; border: 1px solid @tipBorder; padding: 6u 8u; font-size: 12u; }

QTableView, QTreeView { background: @surface; alternate-background-color: @sunken; border: none; gridline-color: @grid;
    selection-background-color: @accentSoft; selection-color: @ink;
    font-family: "DejaVu Sans Mono", monospace; font-size: 12u; }
QHeaderView { background: transparent; }
QHeaderView::section { background: @surface; color: @ink2; border: none; border-bottom: 1px solid @border; padding: 4u 8u; font-size: 12u; }
QTableCornerButton::section { background: @surface; border: none; }

QScrollBar:vertical { background: transparent; width: 8u; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 8u; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3u; margin: 1px; }
QScrollBar::handle:hover { background: @ink3; }
QScrollBar::handle:vertical { min-height: 30u; }
QScrollBar::handle:horizontal { min-width: 30u; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

}  // namespace

QString Theme::styleSheet() const {
    const std::pair<const char*, QColor> colours[]{// A name that begins like another comes first.
                                                   {"@ink2", ink2},
                                                   {"@ink3", ink3},
                                                   {"@ink", ink},
                                                   {"@background", background},
                                                   {"@surface", surface},
                                                   {"@sunken", sunken},
                                                   {"@border", border},
                                                   {"@accentInk", accentInk},
                                                   {"@accentSoft", accentSoft},
                                                   {"@accent", accent},
                                                   {"@grid", grid},
                                                   {"@error", error},
                                                   {"@scroll", track},
                                                   {"@tipInk", dark ? ink : QColor(Qt::white)},
                                                   {"@tipBorder", dark ? QColor("#3A4656") : QColor("#0F1B2D")},
                                                   {"@tip", dark ? QColor("#2A3441") : QColor("#1C2B41")}};
    QString text = sheet;
    for (const auto& [token, colour] : colours) text.replace(token, colour.name());
    static const QRegularExpression length("\\b(\\d+)u\\b");
    for (auto match = length.match(text); match.hasMatch(); match = length.match(text))
        text.replace(match.capturedStart(), match.capturedLength(),
                     QString::number(px(match.captured(1).toInt())) + "px");
    return text;
}

void apply(const Theme& theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, theme.background);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.sunken);
    palette.setColor(QPalette::Button, theme.surface);
    palette.setColor(QPalette::Text, theme.ink);
    palette.setColor(QPalette::WindowText, theme.ink);
    palette.setColor(QPalette::ButtonText, theme.ink);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.accentInk);
    palette.setColor(QPalette::PlaceholderText, theme.ink3);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::ToolTipBase, theme.dark ? QColor("#2A3441") : QColor("#1C2B41"));
    palette.setColor(QPalette::ToolTipText, theme.dark ? theme.ink : QColor(Qt::white));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.ink3);

    QApplication::setStyle(QStyleFactory::create("Fusion"));
    QApplication::setPalette(palette);
    QApplication::setFont(theme.text(13));
    qApp->setStyleSheet(theme.styleSheet());
}

}  // namespace bilevel::ui
