#include "ui/trace/chart_tip.h"

#include "ui/kit/number_text.h"
#include "ui/trace/chart_caption.h"
#include "ui/trace/measure_text.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace bilevel::ui {
namespace {

QString cell(const QString& content, const char* attributes = "") {
    return QStringLiteral("<td %1>%2</td>").arg(QLatin1String(attributes), content);
}

QString lineRow(const ChartLine& line, double across, const Theme& theme) {
    if (across > line.at(line.rows() - 1) + 0.5 && !line.run.costs) return {};
    const int row = std::clamp(static_cast<int>(std::lround(line.run.rowAtCost(across))), 0, line.rows() - 1);
    const double value = line.values[static_cast<std::size_t>(row)];
    const bool isFlag = line.term->kind == Term::Kind::flag;
    const QString shown =
        isFlag ? (value != 0 ? QStringLiteral("yes") : QStringLiteral("no")) : numberText(value, 5);
    const QString name =
        line.selected ? "<b>" + line.run.label.toHtmlEscaped() + "</b>" : line.run.label.toHtmlEscaped();
    const QString symbol =
        QString::fromUtf8(line.term->symbol.data(), static_cast<qsizetype>(line.term->symbol.size()));
    // The tip is dark in both looks, and the darkest line colours vanish on it: hence the colours of the dark
    // look.
    return "<tr>" + cell(QStringLiteral("<span style='color:%1'>■</span>").arg(theme.run(line.run.style).name())) +
           cell(name) + cell(symbol.toHtmlEscaped(), "style='padding-left:8px'") +
           cell(std::isnan(value) ? QStringLiteral("–") : shown, "align='right' style='padding-left:8px'") +
           "</tr>";
}

QString ending(const ChartLine& line) {
    const Trajectory& trajectory = *line.run.trajectory;
    const End end = trajectory.end;
    if (end == End::finished || end == End::running || end == End::recorded) return {};
    const std::string_view how = name(end);
    QString text = line.run.label + ": " + QString::fromUtf8(how.data(), static_cast<qsizetype>(how.size())) +
                   QStringLiteral(" after row %1").arg(trajectory.rows() - 1);
    if (!trajectory.reason.empty()) text += ", " + QString::fromStdString(trajectory.reason);
    return text.toHtmlEscaped();
}

}  // namespace

QString chartTip(const ChartContent& content, const ChartPicture& picture, double across, const Theme& theme) {
    const Theme onTip = Theme::make(true, theme.scale);
    QString tip = "<p>" + captionText(content.plan).toHtmlEscaped().replace('\n', "<br>") + "</p>";
    tip += "<p>" + placeText(content.time.clock.pace.measure, across) + "</p><table cellspacing='2'>";
    for (const ChartLine& line : content.lines | std::views::reverse) tip += lineRow(line, across, onTip);
    for (const ChartLine& line : content.flags) tip += lineRow(line, across, onTip);
    tip += "</table>";

    QStringList notes;
    for (const auto* lines : {&content.lines, &content.flags})
        for (const ChartLine& line : *lines)
            if (const QString note = ending(line); !note.isEmpty() && !notes.contains(note)) notes << note;
    if (picture.belowFloor)
        notes << QStringLiteral("Zero, negative and tiny values lie on the floor of the axis.");
    if (!notes.isEmpty()) tip += "<p>" + notes.join("<br>") + "</p>";
    return tip;
}

}  // namespace bilevel::ui
