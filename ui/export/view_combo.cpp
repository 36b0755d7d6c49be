#include "ui/export/view_combo.h"

namespace bilevel::ui {

ViewCombo::ViewCombo(const Theme& theme, QWidget* parent) : Combo(theme, parent) {
    setAccessibleName(tr("What the picture shows"));
    setProperty("compact", true);
    addItem(tr("Planes and charts"), "all");
    addItem(tr("Both planes"), "plane");
    addItem(tr("Upper objective"), "upper");
    addItem(tr("Lower objective"), "lower");
    addItem(tr("All charts"), "diagnostics");
    addItem(tr("Charts of the truth"), "truth");
}

std::string ViewCombo::view() const { return currentData().toString().toStdString(); }

}  // namespace bilevel::ui
