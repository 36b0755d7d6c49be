#include "ui/formula/formula_highlighter.h"

#include "core/formula/parse.h"
#include "core/formula/tokens.h"
#include "ui/formula/text_map.h"

#include <algorithm>

namespace bilevel::ui {
namespace {

bool isFunction(std::string_view name) {
    return std::ranges::any_of(functionHelp(), [&](const FunctionHelp& help) { return help.name == name; });
}

/// Position of the partner of the bracket at `at`, or −1.
int partner(const QString& text, int at) {
    const int direction = text[at] == '(' ? 1 : -1;
    int depth = 0;
    for (int i = at; i >= 0 && i < text.size(); i += direction) {
        if (text[i] == '(') depth += direction;
        if (text[i] == ')') depth -= direction;
        if (depth == 0) return i;
    }
    return -1;
}

}  // namespace

FormulaHighlighter::FormulaHighlighter(const Theme& theme, QTextDocument* document)
    : QSyntaxHighlighter(document), theme_(theme) {}

void FormulaHighlighter::setNames(const QStringList& names) {
    if (names == names_) return;
    names_ = names;
    rehighlight();
}

void FormulaHighlighter::setError(int position, int length) {
    if (position == errorAt_ && length == errorLength_) return;
    errorAt_ = position;
    errorLength_ = length;
    rehighlight();
}

void FormulaHighlighter::setBrackets(int one, int other) {
    const std::array next{one, other};
    if (next == brackets_) return;
    brackets_ = next;
    rehighlight();
}

void FormulaHighlighter::highlightBlock(const QString& text) {
    colourWords(text);
    for (const int at : brackets_) {
        if (at < 0 || at >= text.size()) continue;
        QTextCharFormat mark = format(at);
        mark.setForeground(theme_.bracket);
        mark.setFontWeight(QFont::Bold);
        setFormat(at, 1, mark);
    }
    if (errorLength_ > 0) markError(text);
}

void FormulaHighlighter::colourWords(const QString& text) {
    const TextMap map(text);
    for (const Token& token : scan({map.bytes().constData(), static_cast<std::size_t>(map.bytes().size())})) {
        QTextCharFormat look;
        const int begin = map.unit(token.begin), end = map.unit(token.end());
        switch (token.kind) {
            case Token::Kind::Number:
                look.setForeground(theme_.formulaNumber);
                break;
            case Token::Kind::Name:
                if (isFunction(token.spelling)) {
                    look.setForeground(theme_.formulaFunction);
                } else if (names_.contains(QString::fromStdString(token.spelling))) {
                    look.setForeground(theme_.formulaVariable);
                    look.setFontItalic(true);
                }
                break;
            case Token::Kind::Unknown:
                break;
            default:
                look.setForeground(theme_.formulaOperator);
        }
        setFormat(begin, end - begin, look);
    }
}

/// A wave alone is too thin for a projector: the ground is tinted as well. An error behind the end marks the last
/// character.
void FormulaHighlighter::markError(const QString& text) {
    if (text.isEmpty()) return;
    const int last = static_cast<int>(text.size());
    const int begin = std::clamp(errorAt_, 0, last - 1),
              end = std::clamp(errorAt_ + errorLength_, begin + 1, last);
    QColor tint = theme_.error;
    tint.setAlpha(theme_.dark ? 60 : 36);
    for (int i = begin; i < end; ++i) {
        QTextCharFormat look = format(i);
        look.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        look.setUnderlineColor(theme_.error);
        look.setBackground(tint);
        setFormat(i, 1, look);
    }
}

std::array<int, 2> bracketsAt(const QString& text, int cursor) {
    for (const int at : {cursor - 1, cursor}) {
        if (at < 0 || at >= text.size() || (text[at] != '(' && text[at] != ')')) continue;
        if (const int other = partner(text, at); other >= 0) return {at, other};
    }
    return {-1, -1};
}

}  // namespace bilevel::ui
