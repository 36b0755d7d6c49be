#include "ui/plane/variable_text.h"

#include <QStringList>

#include <array>
#include <utility>

namespace bilevel::ui {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 21> greek{{
    {"alpha", "α"}, {"beta", "β"},  {"gamma", "γ"}, {"delta", "δ"},  {"epsilon", "ε"}, {"zeta", "ζ"},
    {"eta", "η"},   {"theta", "θ"}, {"kappa", "κ"}, {"lambda", "λ"}, {"mu", "μ"},      {"nu", "ν"},
    {"xi", "ξ"},    {"rho", "ρ"},   {"sigma", "σ"}, {"tau", "τ"},    {"phi", "φ"},     {"chi", "χ"},
    {"psi", "ψ"},   {"omega", "ω"}, {"Delta", "Δ"},
}};

QString letter(const QString& stem) {
    for (const auto& [name, sign] : greek)
        if (stem == QLatin1String(name)) return QString::fromUtf8(sign);
    return stem;
}

}  // namespace

QString variableText(const std::string& name) {
    const QString text = QString::fromStdString(name);
    qsizetype digits = 0;
    while (digits + 1 < text.size() && text[text.size() - 1 - digits].isDigit()) ++digits;
    QString stem = text.chopped(digits);
    if (digits > 0 && stem.size() > 1 && stem.endsWith('_')) stem.chop(1);
    QString shown = letter(stem);
    for (const QChar digit : text.last(digits)) shown += QChar(0x2080 + digit.digitValue());
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
