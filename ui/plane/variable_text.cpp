#include "ui/plane/variable_text.h"

#include "ui/formula/math_symbol.h"

#include <QStringList>

#include <algorithm>

namespace bilevel::ui {

QString variableText(const std::string& name) {
    const MathSymbol symbol = MathSymbol::of(name);
    if (symbol.subscript.isEmpty()) return symbol.base;
    if (!std::ranges::all_of(symbol.subscript, [](QChar c) { return c.isDigit(); }))
        return symbol.base + '_' + symbol.subscript;
    QString shown = symbol.base;
    for (const QChar digit : symbol.subscript) shown += QChar(0x2080 + digit.digitValue());
    return shown;
}

QString argumentsText(std::span<const std::string> variables) {
    QStringList names;
    if (variables.size() <= 4)
        for (const std::string& name : variables) names << variableText(name);
    else
        names << variableText(variables.front()) << QStringLiteral("…") << variableText(variables.back());
    return names.join(QStringLiteral(", "));
}

}  // namespace bilevel::ui
