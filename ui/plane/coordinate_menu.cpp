#include "ui/plane/coordinate_menu.h"

#include "ui/plane/variable_text.h"

#include <QActionGroup>
#include <QMenu>

namespace bilevel::ui {

CoordinateMenu::CoordinateMenu(Document& document, PlaneCamera& camera, QWidget* parent)
    : QToolButton(parent), document_(document), camera_(camera) {
    setObjectName(QStringLiteral("coordinates"));
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    setToolTip(tr("The two variables that the planes show; all others stand where the selected run is"));
    connect(menu(), &QMenu::aboutToShow, this, &CoordinateMenu::fillMenu);
    connect(&camera_, &PlaneCamera::coordinatesChanged, this, &CoordinateMenu::adopt);
    adopt();
}

void CoordinateMenu::adopt() {
    if (!camera_.isReady()) return hide();
    const std::vector<std::string>& names = document_.problem().variables();
    const auto name = [&](int k) { return variableText(names[static_cast<std::size_t>(k)]); };
    setText(name(camera_.horizontal()) + QStringLiteral(" × ") + name(camera_.vertical()));
    setAccessibleName(tr("Shown variables: %1").arg(text()));
    setVisible(names.size() > 2);
}

void CoordinateMenu::fillMenu() {
    menu()->clear();
    const std::vector<std::string>& names = document_.problem().variables();
    const auto section = [&](const QString& title, int current, auto choose) {
        menu()->addSection(title);
        auto* group = new QActionGroup(menu());
        for (int k = 0; k < static_cast<int>(names.size()); ++k) {
            QAction* action = menu()->addAction(variableText(names[static_cast<std::size_t>(k)]));
            action->setCheckable(true);
            action->setChecked(k == current);
            group->addAction(action);
            connect(action, &QAction::triggered, this, [choose, k] { choose(k); });
        }
    };
    section(tr("Horizontal"), camera_.horizontal(),
            [this](int k) { camera_.setCoordinates(k, camera_.vertical()); });
    section(tr("Vertical"), camera_.vertical(),
            [this](int k) { camera_.setCoordinates(camera_.horizontal(), k); });
}

}  // namespace bilevel::ui
