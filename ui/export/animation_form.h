#pragma once

#include "ui/animation/animation.h"
#include "ui/export/option_grid.h"
#include "ui/export/view_combo.h"
#include "ui/kit/chip.h"
#include "ui/kit/number_edit.h"
#include "ui/kit/segmented.h"

namespace bilevel::ui {

/// What an animation shows, how large it is, and how long it lasts.
class AnimationForm : public OptionGrid {
    Q_OBJECT
public:
    explicit AnimationForm(const Theme& theme, QWidget* parent = nullptr);

    /// Everything but where to.
    AnimationOptions options() const;
    /// "gif", "mp4", or nothing for a folder of pictures.
    QString ending() const;

Q_SIGNALS:
    void changed();

private:
    ViewCombo* view_;
    NumberEdit *width_, *height_, *fps_, *seconds_;
    Segmented *look_, *format_;
    Chip* loop_;
};

}  // namespace bilevel::ui
