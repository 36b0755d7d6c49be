#pragma once

#include "ui/kit/theme.h"

#include <QSyntaxHighlighter>

#include <array>

namespace bilevel::ui {

/// Colours a formula by what its words are, marks the place of an error and a pair of brackets.
class FormulaHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    FormulaHighlighter(const Theme& theme, QTextDocument* document);

    /// Names that stand for numbers: variables, parameters, definitions.
    void setNames(const QStringList& names);
    /// In UTF-16 units; a length of 0 for none.
    void setError(int position, int length);
    /// Positions of two brackets that belong together; −1 for none.
    void setBrackets(int one, int other);

protected:
    void highlightBlock(const QString& text) override;

private:
    void colourWords(const QString& text);
    void markError(const QString& text);

    const Theme& theme_;
    QStringList names_;
    int errorAt_ = 0, errorLength_ = 0;
    std::array<int, 2> brackets_{-1, -1};
};

/// The bracket that belongs to the one before or behind the cursor: both positions, or −1 twice.
std::array<int, 2> bracketsAt(const QString& text, int cursor);

}  // namespace bilevel::ui
