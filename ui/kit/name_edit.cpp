#include "ui/kit/name_edit.h"

#include "ui/kit/mark_wrong.h"

#include <QKeyEvent>

namespace bilevel::ui {

NameEdit::NameEdit(const Theme& theme, const QString& accessibleName, QWidget* parent)
    : QLineEdit(parent), theme_(theme) {
    setAccessibleName(accessibleName);
    setAlignment(Qt::AlignCenter);
    setProperty("quiet", true);
    adopt();
    connect(this, &QLineEdit::editingFinished, this, [this] {
        const QString next = text().trimmed();
        if (next == name_) return refuse({});
        Q_EMIT renamed(next);
    });
}

void NameEdit::adopt() { setFixedSize(theme_.px(58), theme_.px(26)); }

void NameEdit::setName(const QString& name) {
    if (name == name_) return;  // what is being typed stays, right or wrong
    refuse({});
    name_ = name;
    setText(name);
    setCursorPosition(0);
}

void NameEdit::discard() {
    setText(name_);
    refuse({});
}

void NameEdit::refuse(const QString& reason) { markWrong(*this, reason); }

void NameEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && text() != name_) return discard();
    QLineEdit::keyPressEvent(event);
}

void NameEdit::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange) adopt();
}

}  // namespace bilevel::ui
