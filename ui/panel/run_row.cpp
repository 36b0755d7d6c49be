#include "ui/panel/run_row.h"

#include "core/algorithms/algorithm.h"
#include "ui/kit/to_text.h"
#include "ui/panel/recording_text.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>

#include <utility>

namespace bilevel::ui {

RunRow::RunRow(const Theme& theme, int index, QWidget* parent)
    : QAbstractButton(parent), theme_(theme), index_(index) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(sizeHint().height());
}

QSize RunRow::sizeHint() const { return {theme_.px(240), theme_.px(dense_ ? 25 : 30)}; }

QRect RunRow::eyeArea() const { return {0, 0, theme_.px(42), height()}; }

QRect RunRow::menuArea() const {
    const int side = theme_.px(22);
    return {static_cast<int>(nameRight()) - side, 0, side, height()};
}

RunRow::Face RunRow::faceOf(const RunView& run, bool selected) {
    Face face{.name = run.label,
              .about = {},
              .trouble = {},
              .reservations = {},
              .style = run.style,
              .selected = selected,
              .visible = run.visible,
              .known = run.algorithm != nullptr,
              .ownStart = run.ownStart && !run.recording,
              .recorded = static_cast<bool>(run.recording)};
    face.trouble = run.unavailable;
    if (run.recording) face.about = recordingText(*run.recording);
    if (!run.algorithm) return face;
    if (!run.recording) face.about = toText(run.algorithm->name) + tr(": ") + toText(run.algorithm->summary);
    if (!run.trajectory) return face;
    if (run.trajectory->end == End::diverged)
        face.trouble = tr("Diverged: %1").arg(QString::fromStdString(run.trajectory->reason));
    for (const std::string& remark : run.trajectory->remarks) face.reservations << QString::fromStdString(remark);
    return face;
}

void RunRow::display(const RunView& run, bool selected) {
    Face next = faceOf(run, selected);
    if (next == face_) return;  // while a start is dragged, only the numbers change
    face_ = std::move(next);
    QStringList said = face_.reservations;
    if (!face_.trouble.isEmpty()) said.prepend(face_.trouble);
    setAccessibleName(face_.name);
    setAccessibleDescription(said.join(' '));
    said << face_.about;
    if (face_.ownStart) said << tr("It has a start of its own.");
    said.removeAll(QString());
    setToolTip(said.join("\n\n"));
    update();
}

void RunRow::setValues(const QString& first, const QString& second, bool dated) {
    if (first == first_ && second == second_ && dated == dated_) return;
    first_ = first;
    second_ = second;
    dated_ = dated;
    update(width() - theme_.px(firstColumn + 60), 0, theme_.px(firstColumn + 60), height());
}

void RunRow::setDense(bool dense) {
    if (dense == dense_) return;
    dense_ = dense;
    setFixedHeight(sizeHint().height());
}

void RunRow::beginRename() {
    if (editor_) return;
    editor_ = new QLineEdit(face_.name, this);
    editor_->setAccessibleName(tr("Name of the run"));
    editor_->setGeometry(QRect(static_cast<int>(nameLeft()) - theme_.px(9), 1,
                               width() - static_cast<int>(nameLeft()) + theme_.px(7), height() - 2));
    editor_->selectAll();
    editor_->installEventFilter(this);
    connect(editor_, &QLineEdit::returnPressed, this, [this] { endRename(true); });
    editor_->show();
    editor_->setFocus();
}

void RunRow::endRename(bool take) {
    QLineEdit* const editor = std::exchange(editor_, nullptr);
    if (!editor) return;
    const QString label = editor->text().trimmed();
    const bool hadFocus = editor->hasFocus();
    editor->hide();
    editor->deleteLater();
    if (hadFocus) setFocus();
    if (take && label != face_.name) Q_EMIT renamed(index_, label);
}

bool RunRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched != editor_) return QAbstractButton::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) endRename(true);
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        endRename(false);
        return true;
    }
    return false;
}

void RunRow::mousePressEvent(QMouseEvent* event) {
    QAbstractButton::mousePressEvent(event);
    pressedAt_ = event->position().toPoint();
    held_ = event->button() == Qt::LeftButton;
}

void RunRow::mouseMoveEvent(QMouseEvent* event) {
    QAbstractButton::mouseMoveEvent(event);
    if (!held_) return;
    const QPoint way = event->position().toPoint() - pressedAt_;
    dragging_ |= std::abs(way.y()) > QApplication::startDragDistance();
    if (dragging_) Q_EMIT dragged(event->globalPosition().toPoint());
}

void RunRow::mouseReleaseEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    const bool inside = isDown() && rect().contains(at);
    QAbstractButton::mouseReleaseEvent(event);
    held_ = false;
    if (std::exchange(dragging_, false)) return Q_EMIT dropped();
    if (!inside || event->button() != Qt::LeftButton) return;
    if (eyeArea().contains(at))
        Q_EMIT visibleAsked(index_, !face_.visible);
    else if (menuArea().contains(at))
        Q_EMIT menuAsked(index_, mapToGlobal(menuArea().bottomLeft()));
    else
        Q_EMIT chosen(index_);
}

void RunRow::mouseDoubleClickEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    if (event->button() == Qt::LeftButton && !eyeArea().contains(at) && !menuArea().contains(at)) beginRename();
}

void RunRow::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const bool up = key == Qt::Key_Up, down = key == Qt::Key_Down;
    if (event->modifiers().testFlag(Qt::AltModifier) && (up || down)) return Q_EMIT moveAsked(index_, up ? -1 : 1);
    switch (key) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return Q_EMIT chosen(index_);
        case Qt::Key_Space:
            return Q_EMIT visibleAsked(index_, !face_.visible);
        case Qt::Key_Delete:
            return Q_EMIT removeAsked(index_);
        case Qt::Key_F2:
            return beginRename();
        default:
            QAbstractButton::keyPressEvent(event);
    }
}

void RunRow::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuAsked(index_, byKey ? mapToGlobal(menuArea().bottomLeft()) : event->globalPos());
}

void RunRow::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange) setFixedHeight(sizeHint().height());
}

}  // namespace bilevel::ui
