#include "ui/figure/figure_caption.h"

#include "ui/kit/number_text.h"
#include "ui/kit/to_text.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double textSize = 11, lineHeight = 1.35, above = 4, indent = 4;

QString settingText(const Parameter& parameter, double value) {
    const std::string_view name = parameter.symbol.empty() ? parameter.label : parameter.symbol;
    if (parameter.kind == Parameter::Kind::choice)
        return toText(parameter.label) + ' ' + toText(parameter.options[static_cast<std::size_t>(value)]);
    const bool chosen = parameter.lowerStep && value == automatic;
    return toText(name) + " = " + (chosen ? QObject::tr("auto") : numberText(value, 6));
}

/// "x = −1.5, y = 1".
QString pointText(const Problem& problem, const Point& point) {
    QStringList coordinates;
    for (Eigen::Index k = 0; k < point.size(); ++k)
        coordinates << toText(problem.variables()[static_cast<std::size_t>(k)]) + " = " + numberText(point[k], 6);
    return coordinates.join(", ");
}

QString runText(const RunView& run, const Problem& problem) {
    if (run.recording)
        return QObject::tr("%1: data from %2.").arg(run.label, QString::fromStdString(run.recording->source));
    QStringList settings;
    for (std::size_t k = 0; k < run.algorithm->parameters.size() && k < run.settings.size(); ++k)
        settings << settingText(run.algorithm->parameters[k], run.settings[k]);
    const QString method = toText(run.algorithm->name);
    QString text = run.label == method ? method : QStringLiteral("%1 (%2)").arg(run.label, method);
    if (!settings.isEmpty()) text += ": " + settings.join(", ");
    if (run.ownStart) text += QObject::tr("; from %1").arg(pointText(problem, run.start));
    return text + '.';
}

QString problemText(const ProblemText& problem) {
    const auto whole = [](const char* name, const std::vector<std::string>& variables) {
        QStringList names;
        for (const std::string& variable : variables) names << toText(variable);
        return QStringLiteral("%1(%2)").arg(name, names.join(", "));
    };
    QStringList parts{whole("f", problem.variables()) + " = " + toText(problem.upper),
                      whole("g", problem.variables()) + " = " + toText(problem.lower)};
    for (const DefinitionText& d : problem.definitions) parts << toText(d.name) + " = " + toText(d.formula);
    for (const ParameterText& p : problem.parameters) parts << toText(p.name) + " = " + numberText(p.value, 6);
    return parts.join(";  ");
}

}  // namespace

QString captionText(const FigureContent& content) {
    QStringList sentences{toText(content.study.problem.name) + ": " + problemText(content.study.problem) + '.'};
    sentences << QObject::tr("%1 iterations from %2.")
                     .arg(content.study.iterations)
                     .arg(pointText(content.problem, content.problem.start()));
    for (const RunView& run : content.runs)
        if (run.visible && run.algorithm) sentences << runText(run, content.problem);
    sentences << QStringLiteral("Bilevelscope " BILEVELSCOPE_VERSION ".");
    return sentences.join(' ');
}

/// Broken into lines once, so that every device breaks them alike.
FigureCaption::FigureCaption(const QString& text, double width, const Theme& theme)
    : theme_(theme), font_(theme.text(textSize)) {
    if (text.isEmpty()) return;
    line_ = std::ceil(QFontMetricsF(font_).height() * lineHeight);
    QTextLayout layout(text, font_);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width - 2 * theme.pxf(indent));
        lines_ << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
}

double FigureCaption::height() const {
    return lines_.isEmpty() ? 0 : theme_.pxf(above) + static_cast<double>(lines_.size()) * line_;
}

void FigureCaption::paint(QPainter& painter, const QRectF& place) const {
    painter.setFont(font_);
    painter.setPen(theme_.ink2);
    QRectF line(place.left() + theme_.pxf(indent), place.top() + theme_.pxf(above), place.width(), line_);
    for (const QString& words : lines_) {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
        line.translate(0, line_);
    }
}

}  // namespace bilevel::ui
