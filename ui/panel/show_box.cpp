#include "ui/panel/show_box.h"

#include "ui/kit/label.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QVBoxLayout>

namespace bilevel::ui {

ShowBox::ShowBox(PlaneCamera& camera, const Theme& theme, QWidget* parent) : QWidget(parent), camera_(camera) {
    auto* grid = new QGridLayout;
    grid->setSpacing(theme.px(6));
    constexpr int perLine = 3;
    for (const PlaneSwitch& each : planeSwitches()) {
        const auto words = [](const char* text) { return QCoreApplication::translate("Plane", text); };
        auto* chip = new Chip(theme, words(each.name), camera.options().*each.option);
        chip->setToolTip(words(each.meaning));
        connect(chip, &QAbstractButton::toggled, this, [this, member = each.option](bool on) {
            PlaneOptions next = camera_.options();
            next.*member = on;
            camera_.setOptions(next);
        });
        const int index = static_cast<int>(switches_.size());
        grid->addWidget(chip, index / perLine, index % perLine);
        switches_.push_back({chip, each.option});
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
