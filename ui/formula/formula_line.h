#pragma once

#include "ui/formula/formula_completer.h"
#include "ui/formula/formula_highlighter.h"

#include <QPlainTextEdit>

namespace bilevel::ui {

/// One line of formula text: coloured, with matching brackets and completion. Tab leaves it, Enter accepts it.
class FormulaLine : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit FormulaLine(const Theme& theme, QWidget* parent = nullptr);

    void setWords(const std::vector<FormulaWord>& names);
    /// In UTF-16 units; a length of 0 for none.
    void setError(int position, int length);
    FormulaCompleter& completer() { return *completer_; }

Q_SIGNALS:
    void typed();      ///< the text is another
    void accepted();   ///< Enter, or the focus went elsewhere
    void dismissed();  ///< Escape

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void adopt();
    void matchBrackets();
    void suggest(bool onDemand);
    void complete(const QString& name, bool function);
    QString wordBeforeCursor() const;

    const Theme& theme_;
    FormulaHighlighter* highlighter_;
    FormulaCompleter* completer_;
    QString last_;
};

}  // namespace bilevel::ui
