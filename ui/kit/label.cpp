#include "ui/kit/label.h"

namespace bilevel::ui {
namespace {

const char* nameOf(LabelRole role) {
    switch (role) {
        case LabelRole::section:
            return "section";
        case LabelRole::title:
            return "title";
        case LabelRole::sub:
            return "sub";
        case LabelRole::hint:
            return "hint";
        case LabelRole::error:
            return "error";
    }
    return "";
}

}  // namespace

QLabel* makeLabel(const QString& text, LabelRole role, QWidget* parent) {
    auto* label = new QLabel(role == LabelRole::section ? text.toUpper() : text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", nameOf(role));
    return label;
}

QFrame* makeCard(QWidget* parent) {
    auto* card = new QFrame(parent);
    card->setObjectName("card");
    return card;
}

}  // namespace bilevel::ui
