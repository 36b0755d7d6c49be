#pragma once

#include "ui/kit/theme.h"

#include <QComboBox>

namespace bilevel::ui {

/// A combo box in the look of the house; the wheel turns it only with focus, so that a panel can be scrolled
/// across it.
class Combo : public QComboBox {
    Q_OBJECT
public:
    explicit Combo(const Theme& theme, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    const Theme& theme_;
};

}  // namespace bilevel::ui
