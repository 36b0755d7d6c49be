#pragma once

#include "ui/plane/plane_camera.h"

#include <QToolButton>

namespace bilevel::ui {

/// Which two variables the planes show: "t₁ × t₂ ▾". Hidden while there is nothing to choose.
class CoordinateMenu : public QToolButton {
    Q_OBJECT
public:
    CoordinateMenu(Document& document, PlaneCamera& camera, QWidget* parent = nullptr);

private:
    void adopt();
    void fillMenu();

    Document& document_;
    PlaneCamera& camera_;
};

}  // namespace bilevel::ui
