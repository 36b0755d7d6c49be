#include "ui/panel/description.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QResizeEvent>
#include <QTextLayout>

#include <algorithm>

namespace bilevel::ui {
namespace {

constexpr int linesWhenClosed = 2;

QStringList wrapped(QString text, const QFont& font, double width) {
    text.replace('\n', QChar::LineSeparator);
    QTextLayout layout(text, font);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

}  // namespace

Description::Description(const Theme& theme, QWidget* parent) : QAbstractButton(parent), theme_(theme) {
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Description of the problem"));
    connect(this, &QAbstractButton::toggled, this, &Description::arrange);
}

void Description::setContent(const QString& text, const QString& source) {
    if (text == text_ && source == source_) return;
    text_ = text;
    source_ = source;
    setChecked(false);
    setAccessibleName(text);
    setVisible(!text.isEmpty() || !source.isEmpty());
    arrange();
}

void Description::arrange() {
    const QFont font = theme_.text(12);
    const double width = std::max(1, this->width());
    lines_ = wrapped(text_, font, width);
    isLong_ = lines_.size() > linesWhenClosed || !source_.isEmpty();
    sourceAt_ = lines_.size();
    if (isChecked()) {
        if (!source_.isEmpty()) lines_ << QString() << wrapped(source_, font, width);
    } else if (isLong_) {
        const QString last =
            lines_.size() > linesWhenClosed ? lines_.mid(linesWhenClosed - 1).join(' ') : QString();
        lines_ = lines_.mid(0, linesWhenClosed);
        const double room =
            width - QFontMetricsF(theme_.text(12, QFont::Medium)).horizontalAdvance(tr("more")) - theme_.pxf(6);
        if (!last.isEmpty()) lines_.back() = QFontMetricsF(font).elidedText(last, Qt::ElideRight, room);
    }
    setCursor(isLong_ ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setFixedHeight(static_cast<int>(static_cast<double>(lines_.size()) * theme_.pxf(17) + theme_.pxf(2)));
    update();
}

void Description::paintEvent(QPaintEvent*) {
    QPainter p(this);
    const double step = theme_.pxf(17);
    p.setFont(theme_.text(12));
    for (qsizetype i = 0; i < lines_.size(); ++i) {
        p.setPen(i < sourceAt_ ? theme_.ink2 : theme_.ink3);
        p.drawText(QRectF(0, static_cast<double>(i) * step, width() + 2, step), Qt::AlignVCenter | Qt::AlignLeft,
                   lines_[i]);
    }
    if (isLong_ && !isChecked()) {
        p.setFont(theme_.text(12, QFont::Medium));
        p.setPen(theme_.ink);
        p.drawText(QRectF(0, height() - theme_.pxf(2) - step, width(), step), Qt::AlignVCenter | Qt::AlignRight,
                   tr("more"));
    }
    if (hasFocus()) {
        p.setPen(QPen(theme_.accent, 1));
        p.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void Description::resizeEvent(QResizeEvent* event) {
    QAbstractButton::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) arrange();
}

void Description::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange) arrange();
}

}  // namespace bilevel::ui
