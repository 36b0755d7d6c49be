#include "ui/formula/math_label.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace bilevel::ui {
namespace {

constexpr double leastShrink = 0.8;  ///< smaller is not readable; scroll instead

}  // namespace

MathLabel::MathLabel(const Theme& theme, double size, QWidget* parent)
    : QWidget(parent), theme_(theme), size_(size) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    arrange();
}

void MathLabel::setContent(Content content) {
    content_ = std::move(content);
    rebuild();
}

void MathLabel::setText(const QString& text) { setAccessibleName(text); }

void MathLabel::addCopy(const QString& name, std::function<QString()> content) {
    auto* copy = new QAction(name, this);
    connect(copy, &QAction::triggered, this,
            [content = std::move(content)] { QGuiApplication::clipboard()->setText(content()); });
    addAction(copy);
}

double MathLabel::hiddenWidth() const { return std::max(0.0, extent_.width() * shrink_ - width()); }

QSize MathLabel::sizeHint() const { return {theme_.px(200), minimumHeight()}; }

QSize MathLabel::minimumSizeHint() const { return {theme_.px(60), minimumHeight()}; }

void MathLabel::rebuild() {
    const MathStyle style{&theme_, size_};
    lines_ = content_ ? content_(style) : std::vector<MathLine>();
    arrange();
}

void MathLabel::arrange() {
    const double available = width() - theme_.pxf(2);
    shrink_ = 1;
    extent_ = place(available);
    if (extent_.width() > available) {
        shrink_ = std::max(leastShrink, available / extent_.width());
        extent_ = place(available / shrink_);
        shrink_ = std::clamp(available / extent_.width(), leastShrink, 1.0);
    }
    setFixedHeight(static_cast<int>(std::ceil(extent_.height() * shrink_)));
    const bool hidden = hiddenWidth() > 0;
    setFocusPolicy(hidden ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(hidden ? Qt::OpenHandCursor : Qt::ArrowCursor);
    setToolTip(hidden ? tr("Drag, or turn the wheel with Shift, to see the rest") : QString());
    scrollTo(offset_);
    update();
}

/// Puts every box in its place, breaking lines at `width`; what it took.
QSizeF MathLabel::place(double width) {
    const double em = theme_.pxf(size_);
    placed_.clear();
    double y = 0.1 * em, widest = 0;
    for (const MathLine& line : lines_) {
        std::size_t next = 0;
        const double indent = line.lead.width() < 0.4 * width ? line.lead.width() : 2 * em;
        while (next < line.terms.size()) {
            const bool first = next == 0;
            double x = first ? line.lead.width() : indent;
            std::vector<Placed> row;
            if (first) row.push_back({{0, 0}, line.lead});
            do {
                row.push_back({{x, 0}, line.terms[next]});
                x += line.terms[next].width();
                ++next;
            } while (next < line.terms.size() && x + line.terms[next].width() <= width);
            double ascent = 0, descent = 0;
            for (const Placed& piece : row) {
                ascent = std::max(ascent, piece.box.ascent());
                descent = std::max(descent, piece.box.descent());
            }
            for (Placed& piece : row) placed_.push_back({{piece.at.x(), y + ascent}, std::move(piece.box)});
            widest = std::max(widest, x);
            y += ascent + descent + (next < line.terms.size() ? 0.3 : 0.5) * em;
        }
    }
    return {widest, placed_.empty() ? 0 : y - 0.3 * em};
}

void MathLabel::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::TextAntialiasing);
    p.save();
    p.translate(-offset_, 0);
    p.scale(shrink_, shrink_);
    p.setPen(theme_.ink);
    for (const Placed& piece : placed_) piece.box.draw(p, piece.at);
    p.restore();
    if (hiddenWidth() > 0) fadeEdges(p);
}

void MathLabel::fadeEdges(QPainter& painter) const {
    const double depth = theme_.pxf(28);
    QColor solid = theme_.surface, clear = theme_.surface;
    clear.setAlpha(0);
    const auto fade = [&](double from, double to) {
        QLinearGradient gradient(from, 0, to, 0);
        gradient.setColorAt(0, solid);
        gradient.setColorAt(1, clear);
        painter.fillRect(QRectF(std::min(from, to), 0, depth, height()), gradient);
    };
    if (offset_ > 0) fade(0, depth);
    if (offset_ < hiddenWidth()) fade(width(), width() - depth);
    if (hasFocus()) {
        painter.setPen(QPen(theme_.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme_.pxf(4), theme_.pxf(4));
    }
}

void MathLabel::scrollTo(double offset) {
    offset_ = std::clamp(offset, 0.0, hiddenWidth());
    update();
}

void MathLabel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) arrange();
}

void MathLabel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) rebuild();
}

void MathLabel::mousePressEvent(QMouseEvent* event) {
    if (hiddenWidth() <= 0) return QWidget::mousePressEvent(event);
    grabbed_ = offset_ + event->position().x();
}

void MathLabel::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) scrollTo(grabbed_ - event->position().x());
}

void MathLabel::wheelEvent(QWheelEvent* event) {
    const QPoint turn = event->angleDelta();
    const int across = turn.x() != 0 ? turn.x() : event->modifiers() & Qt::ShiftModifier ? turn.y() : 0;
    if (hiddenWidth() <= 0 || across == 0) return event->ignore();
    scrollTo(offset_ - across / 3.0);
}

void MathLabel::keyPressEvent(QKeyEvent* event) {
    const double step = theme_.pxf(24);
    switch (event->key()) {
        case Qt::Key_Left:
            return scrollTo(offset_ - step);
        case Qt::Key_Right:
            return scrollTo(offset_ + step);
        case Qt::Key_Home:
            return scrollTo(0);
        case Qt::Key_End:
            return scrollTo(hiddenWidth());
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace bilevel::ui
