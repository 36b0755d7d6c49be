#include "ui/formula/formula_line.h"

#include <QAbstractItemView>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

#include <cmath>

namespace bilevel::ui {
namespace {

bool isWordCharacter(QChar c) { return c.isLetterOrNumber() || c == '_'; }

}  // namespace

FormulaLine::FormulaLine(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent),
      theme_(theme),
      highlighter_(new FormulaHighlighter(theme, document())),
      completer_(new FormulaCompleter(theme, this)) {
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    adopt();
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (toPlainText() == last_) return;  // the highlighter's colours count as changes, too
        last_ = toPlainText();
        Q_EMIT typed();
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &FormulaLine::matchBrackets);
    connect(completer_, &FormulaCompleter::chosen, this, &FormulaLine::complete);
}

void FormulaLine::setWords(const std::vector<FormulaWord>& names) {
    QStringList known;
    for (const FormulaWord& word : names) known << word.name;
    for (const FormulaWord& word : formulaFunctions())
        if (!word.function) known << word.name;
    highlighter_->setNames(known);
    std::vector<FormulaWord> all = names;
    for (const FormulaWord& word : formulaFunctions()) all.push_back(word);
    completer_->setWords(all);
}

void FormulaLine::setError(int position, int length) { highlighter_->setError(position, length); }

/// Only where somebody is typing; elsewhere a marked bracket is noise.
void FormulaLine::matchBrackets() {
    const auto [one, other] = hasFocus() ? bracketsAt(toPlainText(), textCursor().position()) : std::array{-1, -1};
    highlighter_->setBrackets(one, other);
}

void FormulaLine::adopt() {
    const QFont font = theme_.mono(13);
    setFont(font);
    document()->setDefaultFont(font);
    document()->setDocumentMargin(theme_.pxf(6));
    setFixedHeight(static_cast<int>(std::ceil(QFontMetricsF(font).height() + 2 * theme_.pxf(6))) + 2);
    setCursorWidth(std::max(1, theme_.px(1.2)));
    highlighter_->rehighlight();
}

QString FormulaLine::wordBeforeCursor() const {
    const QString text = toPlainText();
    const int end = textCursor().position();
    int begin = end;
    while (begin > 0 && isWordCharacter(text[begin - 1])) --begin;
    while (begin < end && text[begin].isDigit()) ++begin;
    return text.mid(begin, end - begin);
}

void FormulaLine::suggest(bool onDemand) {
    const QString word = wordBeforeCursor();
    if (word.size() < (onDemand ? 1 : 2)) return completer_->popup()->hide();
    completer_->offer(word, cursorRect());
}

void FormulaLine::complete(const QString& name, bool function) {
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(wordBeforeCursor().size()));
    const int end = textCursor().position();
    const QString text = toPlainText();
    const bool bracketFollows = end < text.size() && text[end] == '(';
    cursor.insertText(function && !bracketFollows ? name + "()" : name);
    if (function) cursor.movePosition(bracketFollows ? QTextCursor::Right : QTextCursor::Left);
    setTextCursor(cursor);
}

bool FormulaLine::event(QEvent* event) {
    // With nothing of its own left to undo, Ctrl+Z is meant for the study.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool undo = key->matches(QKeySequence::Undo) && !document()->isUndoAvailable();
        const bool redo = key->matches(QKeySequence::Redo) && !document()->isRedoAvailable();
        if (undo || redo) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
}

void FormulaLine::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (completer_->popup()->isVisible() &&
        (enter || event->key() == Qt::Key_Tab || event->key() == Qt::Key_Escape))
        return event->ignore();  // the list's
    if (enter) {
        Q_EMIT accepted();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT dismissed();
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() & Qt::ControlModifier) return suggest(true);
    const bool vertical = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (vertical || event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab) return event->ignore();
    QPlainTextEdit::keyPressEvent(event);
    const bool typing = !event->text().isEmpty() && event->text()[0].isPrint();
    if (typing || (event->key() == Qt::Key_Backspace && completer_->popup()->isVisible())) suggest(false);
}

void FormulaLine::focusInEvent(QFocusEvent* event) {
    QPlainTextEdit::focusInEvent(event);
    matchBrackets();
}

void FormulaLine::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    matchBrackets();
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT accepted();
}

void FormulaLine::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange) adopt();
}

void FormulaLine::wheelEvent(QWheelEvent* event) {
    const bool across = event->angleDelta().x() != 0 || event->modifiers() & Qt::ShiftModifier;
    if (!across || horizontalScrollBar()->maximum() == 0) return event->ignore();  // the panel scrolls instead
    const int turn = event->angleDelta().x() != 0 ? event->angleDelta().x() : event->angleDelta().y();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - turn / 3);
}

void FormulaLine::insertFromMimeData(const QMimeData* source) { insertPlainText(source->text().simplified()); }

}  // namespace bilevel::ui
