#include "ui/kit/number_edit.h"

#include "ui/kit/mark_wrong.h"
#include "ui/kit/number_text.h"

#include <QKeyEvent>

#include <cmath>
#include <limits>

namespace bilevel::ui {
namespace {

constexpr int pauseMilliseconds = 250;

}  // namespace

NumberEdit::NumberEdit(const Theme& theme, const QString& name, Look look, QWidget* parent)
    : QLineEdit(parent), theme_(theme), look_(look), empty_(std::numeric_limits<double>::quiet_NaN()) {
    setAccessibleName(name);
    setAlignment(look_.quiet ? Qt::AlignRight : Qt::AlignLeft);
    setProperty("quiet", look_.quiet);
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &NumberEdit::report);
    connect(this, &QLineEdit::textEdited, &pause_, qOverload<>(&QTimer::start));
    adopt();
}

void NumberEdit::adopt() {
    if (look_.width > 0) setFixedWidth(theme_.px(look_.width));
    setFixedHeight(theme_.px(26));
}

void NumberEdit::setEmptyValue(double infinity) {
    empty_ = infinity;
    setPlaceholderText(numberText(infinity));
}

bool NumberEdit::read(double& value) const {
    if (!text().trimmed().isEmpty()) return readNumber(text(), value);
    value = empty_;
    return !std::isnan(empty_);
}

void NumberEdit::discard() {
    pause_.stop();
    refuse({});
    reported_ = value_;
    showValue();
}

void NumberEdit::setValue(double value) {
    if (value == value_) return;  // what is being typed stays, right or wrong
    double shown = 0;
    const bool same = read(shown) && shown == value;
    value_ = reported_ = value;
    pause_.stop();
    refuse({});
    if (!same) showValue();
}

void NumberEdit::showValue() {
    setText(std::isfinite(value_) ? exactText(value_).replace('-', QChar(0x2212)) : QString());
    setCursorPosition(0);  // of a long number the first digits count
}

void NumberEdit::refuse(const QString& reason) { markWrong(*this, reason); }

void NumberEdit::report() {
    pause_.stop();
    double next = 0;
    if (!read(next)) return refuse(tr("This is not a number; 1.5 or 2e-3 would be"));
    refuse({});
    if (next == reported_) return;
    reported_ = next;
    Q_EMIT edited(next);
}

void NumberEdit::step(int direction) {
    double now = 0;
    if (!read(now) || !std::isfinite(now)) return;
    const double unit = now == 0 ? 0.1 : std::pow(10.0, std::floor(std::log10(std::abs(now))) - 1);
    // Through a text of few digits, because 3 · 0.1 is not 0.3.
    setText(QString::number((std::round(now / unit) + direction) * unit, 'g', 6));
    report();
}

void NumberEdit::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Up:
            return step(1);
        case Qt::Key_Down:
            return step(-1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            report();
            selectAll();
            Q_EMIT finished();
            return;
        case Qt::Key_Escape:
            return discard();
        default:
            QLineEdit::keyPressEvent(event);
    }
}

void NumberEdit::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason) return;
    if (pause_.isActive()) report();
    Q_EMIT finished();
}

void NumberEdit::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange) adopt();
}

}  // namespace bilevel::ui
