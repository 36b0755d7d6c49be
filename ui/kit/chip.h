#pragma once

#include "ui/kit/theme.h"

#include <QAbstractButton>

namespace bilevel::ui {

/// A word that is on or off.
class Chip : public QAbstractButton {
    Q_OBJECT
public:
    Chip(const Theme& theme, const QString& text, bool on, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const Theme& theme_;
};

}  // namespace bilevel::ui
