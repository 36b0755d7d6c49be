#include "ui/formula/formula_edit.h"

#include "ui/formula/text_map.h"
#include "ui/kit/mark_wrong.h"

#include <QVBoxLayout>

#include <algorithm>

namespace bilevel::ui {
namespace {

constexpr int pauseMilliseconds = 180;

QString sentence(QString message) {
    if (!message.isEmpty()) message[0] = message[0].toUpper();
    return message;
}

}  // namespace

FormulaEdit::FormulaEdit(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent), line_(new FormulaLine(theme)), message_(new MessageLine(theme)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line_);
    column->addWidget(message_);
    line_->setAccessibleName(name);
    setFocusProxy(line_);
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &FormulaEdit::check);
    connect(line_, &FormulaLine::typed, &pause_, qOverload<>(&QTimer::start));
    connect(line_, &FormulaLine::dismissed, this, &FormulaEdit::discard);
    connect(line_, &FormulaLine::accepted, this, [this] {
        check();
        Q_EMIT accepted();
    });
}

// The line loses the focus while it goes down with this, and would report that to what is no longer there.
FormulaEdit::~FormulaEdit() { line_->disconnect(this); }

void FormulaEdit::setWords(const std::vector<FormulaWord>& names) { line_->setWords(names); }

void FormulaEdit::setText(const QString& text) {
    if (text != line_->toPlainText()) line_->setPlainText(text);
    pause_.stop();
    checked_ = taken_ = text;
    report({});
}

void FormulaEdit::check() {
    const bool waiting = pause_.isActive();
    pause_.stop();
    if (waiting || text() != checked_) checkAgain();
}

void FormulaEdit::checkAgain() {
    pause_.stop();
    if (!checker_) return;
    checked_ = text();
    const std::optional<Error> error = checker_(checked_);
    if (!error) taken_ = checked_;
    report(error);
}

void FormulaEdit::report(const std::optional<Error>& error) {
    QString message;
    int begin = 0, end = 0;
    if (error) {
        message = QString::fromStdString(error->message);
        if (error->position >= 0) {
            const TextMap map(checked_);
            begin = map.unit(error->position);
            end = std::max(begin + 1, map.unit(error->position + error->length));
            message = tr("Column %1: %2").arg(begin + 1).arg(message);
        }
    }
    line_->setError(begin, end - begin);
    message_->setMessage(sentence(message));
    markWrong(*line_, message);
}

}  // namespace bilevel::ui
