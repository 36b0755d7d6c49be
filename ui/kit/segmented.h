#pragma once

#include "ui/kit/theme.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace bilevel::ui {

/// A row of words of which one is chosen: by mouse, or by the arrow keys.
class Segmented : public QWidget {
    Q_OBJECT
public:
    Segmented(const Theme& theme, QStringList items, int current, QWidget* parent = nullptr);

    int current() const { return current_; }
    /// Without a signal.
    void setCurrent(int index);
    void setItems(QStringList items, int current);
    QSize sizeHint() const override;

Q_SIGNALS:
    void picked(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void adopt();
    void pick(int index);
    QRectF cell(int index) const;

    const Theme& theme_;
    QStringList items_;
    int current_;
    std::vector<double> edges_;  ///< items + 1 positions
};

}  // namespace bilevel::ui
