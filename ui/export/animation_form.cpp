#include "ui/export/animation_form.h"

#include "ui/kit/label.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bilevel::ui {
namespace {

constexpr double byItself = std::numeric_limits<double>::infinity();  // a height that suits the view
constexpr double mostPixels = 1e6;                                    // beyond, a number is wrong anyway

int pixels(double value) { return static_cast<int>(std::lround(std::clamp(value, -mostPixels, mostPixels))); }

}  // namespace

AnimationForm::AnimationForm(const Theme& theme, QWidget* parent)
    : OptionGrid(theme, parent),
      view_(new ViewCombo(theme, this)),
      width_(new NumberEdit(theme, tr("Width in pixels"), {.width = 0}, this)),
      height_(new NumberEdit(theme, tr("Height in pixels; empty for what suits the view"), {.width = 0}, this)),
      fps_(new NumberEdit(theme, tr("Frames per second"), {.width = 0}, this)),
      seconds_(new NumberEdit(theme, tr("Seconds"), {.width = 0}, this)),
      look_(new Segmented(theme, {tr("Light"), tr("Dark")}, theme.dark ? 1 : 0, this)),
      format_(new Segmented(theme, {"GIF", "MP4", tr("PNG files")}, 0, this)),
      loop_(new Chip(theme, tr("Begins again at its end"), true, this)) {
    const AnimationOptions initial;
    width_->setValue(initial.width);
    height_->setEmptyValue(byItself);
    height_->setPlaceholderText(tr("auto"));
    height_->setValue(byItself);
    fps_->setValue(initial.fps);
    seconds_->setValue(initial.seconds);

    addRow(tr("Shows"), {view_});
    addRow(tr("Size"), {width_, makeLabel("×", LabelRole::hint, this), height_,
                        makeLabel(tr("pixels"), LabelRole::hint, this)});
    addRow(tr("Lasts"), {seconds_, makeLabel(tr("seconds, at"), LabelRole::hint, this), fps_,
                         makeLabel(tr("per second"), LabelRole::hint, this)});
    addRow(tr("Look"), {look_});
    addRow(tr("Format"), {format_});
    addRow({}, {loop_});

    connect(view_, &QComboBox::activated, this, &AnimationForm::changed);
    for (NumberEdit* number : {width_, height_, fps_, seconds_}) {
        connect(number, &NumberEdit::edited, number, &NumberEdit::setValue);
        connect(number, &NumberEdit::edited, this, &AnimationForm::changed);
    }
    for (Segmented* choice : {look_, format_}) connect(choice, &Segmented::picked, this, &AnimationForm::changed);
    connect(format_, &Segmented::picked, loop_, [this](int format) { loop_->setEnabled(format == 0); });
}

AnimationOptions AnimationForm::options() const {
    return {.output = {},
            .view = view_->view(),
            .width = pixels(width_->value()),
            .height = std::isfinite(height_->value()) ? std::optional(pixels(height_->value())) : std::nullopt,
            .fps = fps_->value(),
            .seconds = seconds_->value(),
            .loop = loop_->isChecked(),
            .dark = look_->current() == 1};
}

QString AnimationForm::ending() const { return QStringList{"gif", "mp4", ""}[format_->current()]; }

}  // namespace bilevel::ui
