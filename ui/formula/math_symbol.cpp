#include "ui/formula/math_symbol.h"

#include "ui/kit/number_text.h"

#include <QHash>

#include <cmath>
#include <numbers>

namespace bilevel::ui {
namespace {

const QHash<QString, QString>& greek() {
    static const QHash<QString, QString> letters = [] {
        const QStringList words =
            QStringLiteral(
                "alpha α beta β gamma γ delta δ epsilon ε eps ε zeta ζ eta η theta θ iota ι kappa κ lambda λ "
                "mu μ nu ν xi ξ rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω "
                "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω")
                .split(' ');
        QHash<QString, QString> table;
        for (qsizetype i = 0; i + 1 < words.size(); i += 2) table.insert(words[i], words[i + 1]);
        return table;
    }();
    return letters;
}

QString letter(const QString& word) { return greek().value(word, word); }

QString mantissaAndExponent(double value, int& exponent) {
    const QString text = QString::number(value, 'e', 5);
    const qsizetype e = text.indexOf('e');
    exponent = QStringView(text).mid(e + 1).toInt();
    QString mantissa = text.left(e);
    while (mantissa.endsWith('0')) mantissa.chop(1);
    if (mantissa.endsWith('.')) mantissa.chop(1);
    return mantissa;
}

}  // namespace

MathSymbol MathSymbol::of(std::string_view name) {
    const QString whole = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    if (const qsizetype bar = whole.indexOf('_'); bar > 0 && bar + 1 < whole.size()) {
        QString subscript = whole.mid(bar + 1);
        return {letter(whole.left(bar)), letter(subscript).replace('_', ',')};
    }
    qsizetype digits = whole.size();
    while (digits > 1 && whole[digits - 1].isDigit()) --digits;
    return {letter(whole.left(digits)), whole.mid(digits)};
}

MathBox layoutName(const MathStyle& style, std::string_view name, const MathBox& superscript) {
    const MathSymbol symbol = MathSymbol::of(name);
    const MathBox base = math::text(style, symbol.base, true);
    if (symbol.subscript.isEmpty() && superscript.width() == 0) return base;
    const bool number = !symbol.subscript.isEmpty() && symbol.subscript[0].isDigit();
    const MathBox subscript =
        symbol.subscript.isEmpty() ? MathBox() : math::text(style.script(), symbol.subscript, !number);
    return math::scripts(style, base, subscript, superscript);
}

MathBox layoutSymbol(const MathStyle& style, std::string_view symbol) {
    const QString text = QString::fromUtf8(symbol.data(), static_cast<qsizetype>(symbol.size()));
    if (text.contains(' ') || text.contains('(')) return math::text(style, text, true);  // a formula, not a name
    const bool subscripted = text.size() == 2 && text[0].unicode() > 127 && text[1].unicode() < 128;
    return layoutName(style, (subscripted ? text.left(1) + '_' + text.mid(1) : text).toStdString());
}

bool isPowerOfTen(double value) {
    const double size = std::abs(value);
    return std::isfinite(value) && size > 0 && (size < 1e-4 || size >= 1e6);
}

MathBox layoutNumber(const MathStyle& style, double value) {
    if (value == std::numbers::pi) return math::text(style, "π", false);
    if (value == std::numbers::e) return math::text(style, "e", false);
    if (!isPowerOfTen(value)) return math::text(style, numberText(value, 6), false);
    int exponent = 0;
    const QString mantissa = mantissaAndExponent(value, exponent).replace('-', QChar(0x2212));
    const MathBox power = math::scripts(style, math::text(style, "10", false), {},
                                        math::text(style.script(), numberText(exponent), false));
    if (mantissa == "1") return power;
    return math::row({math::text(style, mantissa + QStringLiteral("\u2009·\u2009"), false), power});
}

}  // namespace bilevel::ui
