#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

namespace bilevel::ui {

/// "k = 180 / 800": the row looked at and the last one. As wide as the last one needs, so that nothing jumps.
class RowReadout : public QWidget {
    Q_OBJECT
public:
    explicit RowReadout(const Theme& theme, QWidget* parent = nullptr);

    void setRow(int row);
    void setLast(int row);
    QString text() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void adopt();
    /// Writes it and returns where it ends; only measures without a painter.
    double write(QPainter* painter) const;

    const Theme& theme_;
    int row_ = 0, last_ = 0;
};

}  // namespace bilevel::ui
