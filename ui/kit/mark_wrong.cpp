#include "ui/kit/mark_wrong.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace bilevel::ui {

void markWrong(QWidget& field, const QString& reason) {
    field.setAccessibleDescription(reason);
    field.setToolTip(reason);
    if (field.property("wrong").toBool() == !reason.isEmpty()) return;
    field.setProperty("wrong", !reason.isEmpty());
    field.style()->unpolish(&field);  // the style sheet looks at properties only when it polishes
    field.style()->polish(&field);
}

}  // namespace bilevel::ui
