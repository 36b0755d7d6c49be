#include "ui/panel/show_box.h"

#include "ui/kit/label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace bilevel::ui {

ShowBox::ShowBox(PlaneCamera& camera, const Theme& theme, QWidget* parent) : QWidget(parent), camera_(camera) {
    const struct {
        QString name, tip;
        bool PlaneOptions::*option;
    } options[]{
        {tr("Contours"), tr("Lines of equal value"), &PlaneOptions::contours},
        {tr("Heat map"), tr("The objectives as colour: dark is low"), &PlaneOptions::heat},
        {tr("Vectors"), tr("What pulls at the selected method’s iterate"), &PlaneOptions::vectors},
        {tr("Step"), tr("What the selected method’s step does at its iterate, while “This step” is open below"),
         &PlaneOptions::step},
        {tr("Ghost paths"), tr("What is still to come of each path"), &PlaneOptions::ghosts},
        {tr("Beads"), tr("Markers at equal numbers of iterations: how fast a path is walked"),
         &PlaneOptions::beads},
        {tr("Labels"), tr("Names of start, optimum and curves"), &PlaneOptions::labels},
    };
    auto* grid = new QGridLayout;
    grid->setSpacing(theme.px(6));
    constexpr int perLine = 3;
    for (const auto& [name, tip, option] : options) {
        auto* chip = new Chip(theme, name, camera.options().*option);
        chip->setToolTip(tip);
        connect(chip, &QAbstractButton::toggled, this, [this, member = option](bool on) {
            PlaneOptions next = camera_.options();
            next.*member = on;
            camera_.setOptions(next);
        });
        const int index = static_cast<int>(switches_.size());
        grid->addWidget(chip, index / perLine, index % perLine);
        switches_.push_back({chip, option});
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(makeLabel(tr("Show"), LabelRole::section));
    column->addLayout(grid);
    connect(&camera_, &PlaneCamera::optionsChanged, this, &ShowBox::refresh);
}

void ShowBox::refresh() {
    for (const auto& [chip, option] : switches_) chip->setChecked(camera_.options().*option);
}

}  // namespace bilevel::ui
