#include "ui/formula/math_box.h"

#include <algorithm>
#include <utility>

namespace bilevel::ui::math {
namespace {

/// Top and bottom of a bracket around `inside`, symmetric about the axis.
struct Span {
    double top, bottom;
    double height() const { return bottom - top; }
};

Span spanAround(const MathStyle& style, const MathBox& inside) {
    const double em = style.em(), axis = 0.25 * em;
    const double half = std::max({inside.ascent() - axis, inside.descent() + axis, 0.42 * em}) + 0.08 * em;
    return {-axis - half, -axis + half};
}

/// One round bracket between x = 0 and x = width, opening to the right; mirrored it opens to the left.
QPainterPath parenthesis(Span span, double width, double thickness) {
    const double lean = 0.28 * span.height();
    const auto bulge = [&](double depth) {
        return width - depth * 4 / 3;
    };  // a cubic reaches ¾ of its control points
    QPainterPath path;
    path.moveTo(width, span.top);
    path.cubicTo(bulge(width), span.top + lean, bulge(width), span.bottom - lean, width, span.bottom);
    path.cubicTo(bulge(width - thickness), span.bottom - lean, bulge(width - thickness), span.top + lean, width,
                 span.top);
    return path;
}

MathBox parentheses(const MathStyle& style, const MathBox& inside) {
    const double em = style.em();
    if (inside.ascent() < 0.8 * em && inside.descent() < 0.32 * em)  // the font's own brackets are the best
        return row({text(style, "(", false), inside, text(style, ")", false)});
    const Span span = spanAround(style, inside);
    const double width = std::min(0.2 * em + 0.05 * span.height(), 0.45 * em), side = 0.06 * em, air = 0.05 * em;
    MathBox::Content content;
    content.opening = "(";
    content.closing = ")";
    content.parts.push_back({{side + width + air, 0}, inside});
    const QPainterPath left = parenthesis(span, width, 0.085 * em);
    const double total = 2 * (side + width + air) + inside.width();
    content.fill.addPath(left.translated(side, 0));
    content.fill.addPath(QTransform::fromScale(-1, 1).map(left).translated(total - side, 0));
    return {total, std::max(inside.ascent(), -span.top), std::max(inside.descent(), span.bottom),
            std::move(content)};
}

MathBox straight(const MathStyle& style, const MathBox& inside, Fence fence) {
    const double em = style.em(), line = std::max(1.0, 0.05 * em), air = 0.14 * em, side = 0.1 * em,
                 foot = 0.14 * em;
    const Span span = spanAround(style, inside);
    const double left = side, right = side + 2 * air + line + inside.width();
    MathBox::Content content;
    content.opening = fence == Fence::bars ? "|" : fence == Fence::floor ? "⌊" : "⌈";
    content.closing = fence == Fence::bars ? "|" : fence == Fence::floor ? "⌋" : "⌉";
    content.parts.push_back({{left + line + air, 0}, inside});
    content.strokeWidth = line;
    const auto corner = [&](double x, double direction) {
        const double tip = x + direction * foot;
        if (fence == Fence::ceiling)
            content.stroke.moveTo(tip, span.top), content.stroke.lineTo(x, span.top);
        else
            content.stroke.moveTo(x, span.top);
        content.stroke.lineTo(x, span.bottom);
        if (fence == Fence::floor) content.stroke.lineTo(tip, span.bottom);
    };
    corner(left + line / 2, 1);
    corner(right + line / 2, -1);
    return {right + line + side, -span.top, span.bottom, std::move(content)};
}

/// A left brace, as a stroke between x = 0 and x = width.
QPainterPath brace(Span span, double width) {
    const double middle = (span.top + span.bottom) / 2, stem = width / 2;
    const double turn = std::min(width, span.height() / 4);
    QPainterPath path;
    path.moveTo(width, span.top);
    path.quadTo(stem, span.top, stem, span.top + turn);
    path.lineTo(stem, middle - turn);
    path.quadTo(stem, middle, 0, middle);
    path.quadTo(stem, middle, stem, middle + turn);
    path.lineTo(stem, span.bottom - turn);
    path.quadTo(stem, span.bottom, width, span.bottom);
    return path;
}

}  // namespace

MathBox fenced(const MathStyle& style, const MathBox& inside, Fence fence) {
    return fence == Fence::parentheses ? parentheses(style, inside) : straight(style, inside, fence);
}

MathBox cases(const MathStyle& style, const std::vector<Case>& lines) {
    const double em = style.em(), lineGap = 0.35 * em, column = 0.9 * em, braceWidth = 0.4 * em, air = 0.15 * em,
                 side = 0.16 * em;
    double valueWidth = 0, conditionWidth = 0, height = lineGap * static_cast<double>(lines.size() - 1);
    const auto ascent = [](const Case& line) { return std::max(line.value.ascent(), line.condition.ascent()); };
    const auto descent = [](const Case& line) { return std::max(line.value.descent(), line.condition.descent()); };
    for (const Case& line : lines) {
        valueWidth = std::max(valueWidth, line.value.width());
        conditionWidth = std::max(conditionWidth, line.condition.width());
        height += ascent(line) + descent(line);
    }
    const double top = -0.25 * em - height / 2, left = side + braceWidth + air;
    MathBox::Content content;
    double y = top;
    for (const Case& line : lines) {
        y += ascent(line);
        content.parts.push_back({{left, y}, line.value});
        content.parts.push_back({{left + valueWidth + column, y}, line.condition});
        y += descent(line) + lineGap;
    }
    const Span span{top - 0.08 * em, top + height + 0.08 * em};
    content.stroke = brace(span, braceWidth).translated(side, 0);
    content.strokeWidth = std::max(1.0, 0.06 * em);
    return {left + valueWidth + column + conditionWidth, -span.top, span.bottom, std::move(content)};
}

}  // namespace bilevel::ui::math
