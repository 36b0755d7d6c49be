#include "ui/step/step_sheet.h"

#include "core/io/derivation.h"
#include "ui/formula/latex_layout.h"
#include "ui/formula/math_symbol.h"
#include "ui/formula/math_typesetter.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr std::array sizes{17.0, 16.0, 15.0, 14.0, 13.0, 12.0};  // largest first; the last one scrolls
constexpr double numberShare = 0.76;                             // of the letters' size
constexpr double columnGap = 28, valueGap = 14, lineGap = 9, indent = 18, head = 4;
constexpr double equalsAir = 0.2;        // em, on both sides
constexpr double widestFormulas = 0.56;  // of the width, beside their numbers

bool sameLines(const std::vector<StepLine>& a, const std::vector<StepLine>& b) {
    const auto sameValue = [](const LiveValue& p, const LiveValue& q) {
        return p.symbol == q.symbol && p.columns == q.columns && p.setting.size() == q.setting.size();
    };
    return std::ranges::equal(a, b, [&](const StepLine& p, const StepLine& q) {
        return p.latex == q.latex && std::ranges::equal(p.values, q.values, sameValue);
    });
}

}  // namespace

StepSheet::StepSheet(const Theme& theme, QWidget* parent) : QAbstractScrollArea(parent), theme_(theme) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("What the method does in a step"));
    viewport()->setAutoFillBackground(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* copy = new QAction(tr("Copy the update as LaTeX"), this);
    connect(copy, &QAction::triggered, this, [this] {
        if (algorithm_ && !lines_.empty())
            QGuiApplication::clipboard()->setText(QString::fromStdString(ruleLatex(*algorithm_, settings_)));
    });
    addAction(copy);
}

void StepSheet::setRun(const RunView& run) {
    std::vector<StepLine> lines = stepLines(run);
    const bool same = sameLines(lines, lines_);
    lines_ = std::move(lines);
    trajectory_ = run.trajectory;
    algorithm_ = run.algorithm;
    settings_ = run.settings;
    if (!same || placed_.empty()) return arrange();
    std::size_t next = 0;  // other settings, in the same places
    for (const StepLine& line : lines_)
        for (const LiveValue& value : line.values) placed_[next++].value = value;
    write();
}

void StepSheet::clear() {
    lines_.clear();
    trajectory_.reset();
    algorithm_ = nullptr;
    arrange();
}

void StepSheet::setRow(int row) {
    row_ = row;
    write();
}

/// New numbers, where they are new.
void StepSheet::write() {
    bool changed = false;
    for (Place& place : placed_) {
        QString text = trajectory_ ? place.value.at(*trajectory_, row_) : place.value.setting;
        if (text == place.text) continue;
        place.text = std::move(text);
        changed = true;
    }
    if (changed) viewport()->update();
}

void StepSheet::arrange() {
    const double width = viewport()->width(), height = viewport()->height();
    for (const double size : sizes)
        if (extent_ = arrange(width, size); extent_ <= height) break;
    const int hidden = std::max(0, static_cast<int>(std::ceil(extent_ - height)));
    verticalScrollBar()->setRange(0, hidden);
    verticalScrollBar()->setPageStep(static_cast<int>(height));
    verticalScrollBar()->setSingleStep(theme_.px(24));
    still_ = QPixmap();
    write();
    viewport()->update();
}

/// Places everything at this size of letters; returns the height.
double StepSheet::arrange(double width, double size) {
    size_ = size;
    formulas_.clear();
    placed_.clear();
    const MathStyle style{&theme_, size};
    std::vector<std::vector<MathBox>> typeset;
    double column = 0;
    for (const StepLine& line : lines_) {
        typeset.push_back(layoutLatex(style, line.latex));
        double whole = -style.em();
        for (const MathBox& part : typeset.back()) whole += part.width() + style.em();
        if (whole <= widestFormulas * width) column = std::max(column, whole);
    }
    if (column == 0) column = widestFormulas * width;
    double top = theme_.pxf(head);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const bool fits = std::ranges::all_of(
            typeset[i], [&](const MathBox& part) { return part.width() <= widestFormulas * width; });
        const std::size_t first = formulas_.size();
        const double height = placeFormula(typeset[i], fits ? column : width, top, style.em());
        const double left = fits ? column + theme_.pxf(columnGap) : theme_.pxf(indent);
        double used = height;
        if (!lines_[i].values.empty()) {
            const double baseline = fits ? formulas_[first].at.y() : top + height + style.em();
            const double bottom = placeValues(lines_[i].values, {left, baseline, width - left, 0});
            used = std::max(height, bottom - top);
        }
        top += used;
        if (i + 1 < lines_.size()) top += theme_.pxf(lineGap) * size / sizes.front();
    }
    return top;
}

/// The parts after one another, on new lines where the column ends; returns the height.
double StepSheet::placeFormula(const std::vector<MathBox>& parts, double column, double top, double em) {
    double y = top;
    for (std::size_t begin = 0; begin < parts.size();) {
        double width = 0, ascent = 0, descent = 0;
        std::size_t end = begin;
        for (; end < parts.size(); ++end) {
            const double next = width + (end > begin ? em : 0) + parts[end].width();
            if (end > begin && next > column + 0.5) break;
            width = next;
            ascent = std::max(ascent, parts[end].ascent());
            descent = std::max(descent, parts[end].descent());
        }
        double x = begin > 0 ? em : 0;
        for (; begin < end; ++begin) {
            formulas_.push_back({{x, y + ascent}, parts[begin]});
            x += parts[begin].width() + em;
        }
        y += ascent + descent + (end < parts.size() ? 0.3 * em : 0);
    }
    return y - top;
}

/// From the left end of a first baseline, on new lines where the room ends; returns the bottom.
double StepSheet::placeValues(const std::vector<LiveValue>& values, QRectF room) {
    const MathStyle style{&theme_, size_};
    const QFontMetricsF digits(theme_.mono(numberShare * size_));
    const double digit = digits.horizontalAdvance('0'), line = 1.35 * style.em();
    const double equals = spacedSign(style, "=", equalsAir).width();
    double x = room.left(), baseline = room.top();
    for (const LiveValue& value : values) {
        const MathBox symbol = layoutSymbol(style, value.symbol.toStdString());
        const double name = symbol.width() + equals, width = name + value.letters() * digit;
        if (x > room.left() && x + width > room.right()) {
            x = room.left();
            baseline += line;
        }
        placed_.push_back({value,
                           symbol,
                           {x, baseline},
                           {x + name, baseline - digits.ascent(), width - name, digits.height()},
                           {}});
        x += width + theme_.pxf(valueGap);
    }
    return baseline + 0.3 * style.em();
}

void StepSheet::paintStill() {
    const double ratio = devicePixelRatioF();
    const QSizeF size(viewport()->width(), std::max(1.0, std::ceil(extent_)));
    still_ = QPixmap((size * ratio).toSize());
    still_.setDevicePixelRatio(ratio);
    still_.fill(Qt::transparent);
    QPainter painter(&still_);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme_.ink);
    for (const Formula& formula : formulas_) formula.box.draw(painter, formula.at);
    painter.setPen(theme_.ink2);
    const MathBox equals = spacedSign({&theme_, size_}, "=", equalsAir);
    for (const Place& place : placed_) {
        place.symbol.draw(painter, place.baseline);
        equals.draw(painter, place.baseline + QPointF(place.symbol.width(), 0));
    }
}

void StepSheet::paintEvent(QPaintEvent* /*event*/) {
    if (still_.isNull() || still_.devicePixelRatio() != devicePixelRatioF()) paintStill();
    QPainter painter(viewport());
    const double offset = -verticalScrollBar()->value();
    painter.drawPixmap(QPointF(0, offset), still_);
    const QFont font = theme_.mono(numberShare * size_);
    const double ascent = QFontMetricsF(font).ascent();
    painter.setFont(font);
    painter.setPen(theme_.ink);
    for (const Place& place : placed_)
        painter.drawText(place.place.topLeft() + QPointF(0, ascent + offset), place.text);
    if (algorithm_ && lines_.empty()) paintNoRule(painter);
}

void StepSheet::paintNoRule(QPainter& painter) const {
    painter.setFont(theme_.text(12.5));
    painter.setPen(theme_.ink3);
    painter.drawText(viewport()->rect(), Qt::AlignCenter,
                     tr("Recorded elsewhere: the rule of its steps is not known here."));
}

void StepSheet::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void StepSheet::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange) arrange();
}

void StepSheet::scrollContentsBy(int /*dx*/, int /*dy*/) { viewport()->update(); }

}  // namespace bilevel::ui
