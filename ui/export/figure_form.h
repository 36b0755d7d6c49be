#pragma once

#include "ui/export/option_grid.h"
#include "ui/export/view_combo.h"
#include "ui/figure/figure.h"
#include "ui/kit/chip.h"
#include "ui/kit/number_edit.h"
#include "ui/kit/segmented.h"

namespace bilevel::ui {

/// What a figure shows, how large it is, and what it is made of.
class FigureForm : public OptionGrid {
    Q_OBJECT
public:
    /// `whole`: paths go to their ends at first, not to where the player stands.
    FigureForm(const Theme& theme, bool whole, QWidget* parent = nullptr);

    /// Everything but where to.
    FigureOptions options() const;
    bool showsWholePaths() const { return paths_->current() == 1; }
    /// "pdf", "svg", "png" or "tex".
    QString ending() const;

Q_SIGNALS:
    void changed();

private:
    void choosePreset();
    void sizeEdited();
    void followFormat();

    ViewCombo* view_;
    Combo* preset_;
    NumberEdit *width_, *height_, *dpi_;
    Segmented *paths_, *look_, *ground_, *letters_, *format_;
    Chip *transparent_, *caption_;
    double letterSize_ = 1;
};

}  // namespace bilevel::ui
