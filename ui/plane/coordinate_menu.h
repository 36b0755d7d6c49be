#pragma once

#include "ui/plane/plane_camera.h"

#include "ui/kit/theme.h"

#include <QAbstractButton>
#include <QMenu>

namespace bilevel::ui {

/// Which two variables the planes show: "t₁ × t₂ ⌄". Hidden while there is nothing to choose.
class CoordinateMenu : public QAbstractButton {
    Q_OBJECT
public:
    CoordinateMenu(Document& document, PlaneCamera& camera, const Theme& theme, QWidget* parent = nullptr);

    /// Filled when it is about to show.
    QMenu& menu() { return menu_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void adopt();
    void fillMenu();
    void openMenu();

    Document& document_;
    PlaneCamera& camera_;
    const Theme& theme_;
    QMenu menu_;
};

}  // namespace bilevel::ui
