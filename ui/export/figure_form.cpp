#include "ui/export/figure_form.h"

#include "ui/figure/figure_preset.h"
#include "ui/kit/label.h"
#include "ui/kit/to_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bilevel::ui {
namespace {

constexpr double byItself = std::numeric_limits<double>::infinity();  // a height that suits the view

enum Format { pdf, svg, png, tex };

}  // namespace

FigureForm::FigureForm(const Theme& theme, bool whole, QWidget* parent)
    : OptionGrid(theme, parent),
      view_(new ViewCombo(theme, this)),
      preset_(new Combo(theme, this)),
      width_(new NumberEdit(theme, tr("Width in millimetres"), {.width = 0}, this)),
      height_(
          new NumberEdit(theme, tr("Height in millimetres; empty for what suits the view"), {.width = 0}, this)),
      dpi_(new NumberEdit(theme, tr("Dots per inch"), {.width = 0}, this)),
      paths_(new Segmented(theme, {tr("To here"), tr("Whole")}, whole ? 1 : 0, this)),
      look_(new Segmented(theme, {tr("Light"), tr("Dark")}, theme.dark ? 1 : 0, this)),
      ground_(new Segmented(theme, {tr("Image"), tr("Contours")}, 0, this)),
      letters_(new Segmented(theme, {tr("Fonts"), tr("Outlines")}, 0, this)),
      format_(new Segmented(theme, {"PDF", "SVG", "PNG", "TeX"}, pdf, this)),
      transparent_(new Chip(theme, tr("Transparent"), false, this)),
      caption_(new Chip(theme, tr("Caption"), false, this)) {
    preset_->setAccessibleName(tr("Size"));
    preset_->setProperty("compact", true);
    for (const FigurePreset& preset : figurePresets()) preset_->addItem(tr(preset.label.data()));
    preset_->addItem(tr("Own size"));
    height_->setEmptyValue(byItself);
    height_->setPlaceholderText(tr("auto"));
    dpi_->setValue(300);
    paths_->setToolTip(tr("Paths up to the iteration where the player stands, or to their ends"));
    ground_->setToolTip(tr("The heat map as a lossless image, or as filled contours that stay sharp at any size"));
    letters_->setToolTip(tr("Letters as text in a font, or as shapes that look the same without the font"));
    caption_->setToolTip(tr("Below: the problem, the methods with every setting, the version"));
    format_->setToolTip(
        tr("TeX: a pgfplots document that pdflatex compiles as it is, its data in a CSV beside it"));

    addRow(tr("Shows"), {view_});
    addRow(tr("Paths"), {paths_});
    addRow(tr("Size"), {preset_});
    addRow({}, {width_, makeLabel("×", LabelRole::hint, this), height_, makeLabel("mm", LabelRole::hint, this)});
    addRow(tr("Look"), {look_});
    addRow({}, {transparent_, caption_});
    addRow(tr("Ground"), {ground_});
    addRow(tr("Letters"), {letters_});
    addRow(tr("Format"), {format_});
    addRow({}, {dpi_, makeLabel(tr("dots per inch"), LabelRole::hint, this)});

    preset_->setCurrentIndex(1);
    choosePreset();
    connect(preset_, &QComboBox::activated, this, [this] {
        choosePreset();
        Q_EMIT changed();
    });
    connect(view_, &QComboBox::activated, this, &FigureForm::changed);
    for (NumberEdit* number : {width_, height_, dpi_})
        connect(number, &NumberEdit::edited, number, &NumberEdit::setValue);
    for (NumberEdit* side : {width_, height_}) connect(side, &NumberEdit::edited, this, &FigureForm::sizeEdited);
    connect(dpi_, &NumberEdit::edited, this, &FigureForm::changed);
    connect(format_, &Segmented::picked, this, &FigureForm::followFormat);
    for (Segmented* choice : {paths_, look_, ground_, letters_, format_})
        connect(choice, &Segmented::picked, this, &FigureForm::changed);
    for (Chip* chip : {transparent_, caption_})
        connect(chip, &QAbstractButton::toggled, this, &FigureForm::changed);
}

void FigureForm::choosePreset() {
    const auto presets = figurePresets();
    const auto chosen = static_cast<std::size_t>(preset_->currentIndex());
    if (chosen >= presets.size()) return;
    width_->setValue(presets[chosen].widthMm);
    height_->setValue(presets[chosen].heightMm.value_or(byItself));
    letterSize_ = presets[chosen].letters;
}

void FigureForm::sizeEdited() {
    preset_->setCurrentIndex(preset_->count() - 1);
    Q_EMIT changed();
}

/// What a format leaves no choice about cannot be chosen.
void FigureForm::followFormat() {
    const bool byTex = format_->current() == tex;
    for (QWidget* choice :
         {static_cast<QWidget*>(height_), static_cast<QWidget*>(look_), static_cast<QWidget*>(transparent_),
          static_cast<QWidget*>(caption_), static_cast<QWidget*>(ground_), static_cast<QWidget*>(dpi_)})
        choice->setEnabled(!byTex);
    letters_->setEnabled(!byTex && format_->current() != png);
}

FigureOptions FigureForm::options() const {
    if (format_->current() == tex) return {.output = {}, .view = view_->view(), .widthMm = width_->value()};
    return {.output = {},
            .view = view_->view(),
            .widthMm = width_->value(),
            .heightMm = std::isfinite(height_->value()) ? std::optional(height_->value()) : std::nullopt,
            .letters = letterSize_,
            .dpi = static_cast<int>(std::lround(std::clamp(dpi_->value(), 0.0, 1e6))),
            .dark = look_->current() == 1,
            .transparent = transparent_->isChecked(),
            .outlines = letters_->current() == 1,
            .filled = ground_->current() == 1,
            .caption = caption_->isChecked()};
}

QString FigureForm::ending() const { return QStringList{"pdf", "svg", "png", "tex"}[format_->current()]; }

}  // namespace bilevel::ui
