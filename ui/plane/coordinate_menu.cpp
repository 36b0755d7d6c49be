#include "ui/plane/coordinate_menu.h"

#include "ui/kit/icon.h"
#include "ui/plane/variable_text.h"

#include <QActionGroup>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double fontSize = 16, buttonHeight = 26, padding = 9, chevron = 15;

}  // namespace

CoordinateMenu::CoordinateMenu(Document& document, PlaneCamera& camera, const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), document_(document), camera_(camera), theme_(theme) {
    setObjectName(QStringLiteral("coordinates"));
    setToolTip(tr("The two variables that the planes show; all others stand where the selected run is"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    connect(&menu_, &QMenu::aboutToShow, this, &CoordinateMenu::fillMenu);
    connect(this, &QAbstractButton::clicked, this, &CoordinateMenu::openMenu);
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
    updateGeometry();
    update();
}

void CoordinateMenu::fillMenu() {
    menu_.clear();
    const std::vector<std::string>& names = document_.problem().variables();
    const auto section = [&](const QString& title, int current, auto choose) {
        menu_.addAction(title)->setEnabled(false);
        auto* group = new QActionGroup(&menu_);
        for (int k = 0; k < static_cast<int>(names.size()); ++k) {
            QAction* action = menu_.addAction(variableText(names[static_cast<std::size_t>(k)]));
            action->setCheckable(true);
            action->setChecked(k == current);
            group->addAction(action);
            connect(action, &QAction::triggered, this, [choose, k] { choose(k); });
        }
    };
    section(tr("Horizontal"), camera_.horizontal(),
            [this](int k) { camera_.setCoordinates(k, camera_.vertical()); });
    menu_.addSeparator();
    section(tr("Vertical"), camera_.vertical(),
            [this](int k) { camera_.setCoordinates(camera_.horizontal(), k); });
}

void CoordinateMenu::openMenu() { menu_.popup(mapToGlobal(QPoint(0, height() + theme_.px(4)))); }

QSize CoordinateMenu::sizeHint() const {
    const double width = QFontMetricsF(theme_.math(fontSize)).horizontalAdvance(text());
    return {static_cast<int>(std::ceil(width + theme_.pxf(2 * padding + chevron + 4))), theme_.px(buttonHeight)};
}

void CoordinateMenu::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(isDown() || underMouse() ? theme_.accentSoft : theme_.sunken);
    painter.setPen(QPen(hasFocus() ? theme_.accent : theme_.border, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme_.pxf(7), theme_.pxf(7));
    const QRectF inner = QRectF(rect()).adjusted(theme_.pxf(padding), 0, -theme_.pxf(padding), 0);
    painter.setFont(theme_.math(fontSize));
    painter.setPen(theme_.ink);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, text());
    const double side = theme_.pxf(chevron);
    drawIcon(painter, Icon::chevronDown,
             QRectF(inner.right() - side + 2, inner.center().y() - side / 2, side, side), theme_.ink3, 2.2);
}

}  // namespace bilevel::ui
