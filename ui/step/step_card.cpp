#include "ui/step/step_card.h"

#include "core/io/narrate.h"
#include "ui/kit/marker.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QVBoxLayout>

#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double sentenceSize = 13, sampleWidth = 26;

}  // namespace

StepSentence::StepSentence(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleName(tr("This step in words"));
}

QSize StepSentence::sizeHint() const { return {200, static_cast<int>(std::ceil(theme_.pxf(2.1 * sentenceSize)))}; }

void StepSentence::setText(const QString& run, RunStyle style, const QString& sentence, bool aloud) {
    if (aloud && accessibleDescription() != sentence) setAccessibleDescription(sentence);
    if (run == run_ && style == style_ && sentence == sentence_) return;
    run_ = run;
    style_ = style;
    sentence_ = sentence;
    update();
}

void StepSentence::clear() { setText({}, {}, tr("No run is selected"), true); }

void StepSentence::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(0, 0, width(), 1), theme_.border);
    QRectF room = QRectF(rect()).adjusted(0, 1, 0, 0);
    const auto write = [&](const QString& words, const QFont& font, const QColor& colour) {
        const QString fitting = QFontMetricsF(font).elidedText(words, Qt::ElideRight, room.width());
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, fitting);
        room.setLeft(room.left() + QFontMetricsF(font).horizontalAdvance(fitting) + theme_.pxf(10));
    };
    if (!run_.isEmpty()) {
        const double sample = theme_.pxf(sampleWidth);
        drawSample(painter, {room.left(), room.top(), sample, room.height()}, style_, theme_);
        room.setLeft(room.left() + sample + theme_.pxf(8));
        write(run_, theme_.text(sentenceSize, QFont::DemiBold), theme_.ink);
    }
    write(sentence_, theme_.text(sentenceSize), run_.isEmpty() ? theme_.ink2 : theme_.ink);
}

void StepSentence::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) updateGeometry();
}

StepCard::StepCard(const Document& document, const Player& player, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      document_(document),
      player_(player),
      theme_(theme),
      look_(document, player),
      sheet_(new StepSheet(theme, this)),
      sentence_(new StepSentence(theme, this)) {
    setAccessibleName(tr("This step"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(sheet_, 1);
    column->addWidget(sentence_);
    space();
    connect(&document_, &Document::trajectoriesChanged, this, &StepCard::showRun);
    connect(&document_, &Document::judged, this, &StepCard::showRun);
    connect(&document_, &Document::selectionChanged, this, &StepCard::showRun);
    connect(&player_, &Player::rowChanged, this, &StepCard::showRow);
    connect(&player_, &Player::playingChanged, this, &StepCard::showRow);
}

void StepCard::space() { layout()->setSpacing(theme_.px(4)); }

const RunView* StepCard::run() const {
    const int selected = document_.selected();
    return selected < 0 ? nullptr : &document_.runs()[static_cast<std::size_t>(selected)];
}

void StepCard::showRun() {
    if (!isVisible()) return;
    if (const RunView* const shown = run(); shown && shown->algorithm)
        sheet_->setRun(*shown);
    else
        sheet_->clear();
    showRow();
}

void StepCard::showRow() {
    if (!isVisible()) return;
    const RunView* const shown = run();
    if (!shown || !shown->algorithm || !shown->trajectory) return sentence_->clear();
    const int row = shown->rowAt(player_.row());
    sheet_->setRow(row);
    const std::string words = narrate(*shown->algorithm, *shown->trajectory, row);
    sentence_->setText(shown->label, shown->style, QString::fromStdString(words), !player_.isPlaying());
}

void StepCard::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showRun();
    look_.setOpen(true);
}

void StepCard::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    look_.setOpen(false);
}

void StepCard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && layout()) space();
}

}  // namespace bilevel::ui
