#pragma once

#include "ui/kit/chip.h"
#include "ui/plane/plane_camera.h"

#include <vector>

namespace bilevel::ui {

/// What the planes show, as chips.
class ShowBox : public QWidget {
    Q_OBJECT
public:
    ShowBox(PlaneCamera& camera, const Theme& theme, QWidget* parent = nullptr);

private:
    struct Switch {
        Chip* chip;
        bool PlaneOptions::*option;
    };
    void refresh();

    PlaneCamera& camera_;
    std::vector<Switch> switches_;
};

}  // namespace bilevel::ui
