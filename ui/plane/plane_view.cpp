#include "ui/plane/plane_view.h"

#include "ui/kit/number_text.h"
#include "ui/plane/variable_text.h"

#include <QEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr int restMilliseconds = 140;
constexpr double cellPixels = 2.6, coarseCellPixels = 7;
constexpr int fewestCells = 32, mostCells = 480;

}  // namespace

PlaneView::PlaneView(Document& document, Player& player, PlaneCamera& camera, const Theme& theme, bool upper,
                     QWidget* parent)
    : QChartView(new PlaneChart(theme), parent),
      document_(document),
      player_(player),
      camera_(camera),
      theme_(theme),
      upper_(upper),
      chart_(static_cast<PlaneChart*>(chart())),
      start_(document) {
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
    setOptimizationFlags(QGraphicsView::DontSavePainterState | QGraphicsView::DontAdjustForAntialiasing);
    setFocusPolicy(Qt::TabFocus);  // a click leaves the arrow keys to the transport
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setMinimumSize(200, 160);
    setAccessibleName(upper ? tr("Plane of the upper objective") : tr("Plane of the lower objective"));
    setAccessibleDescription(
        tr("Paths of all runs over two variables. Arrow keys move the start, with Shift in larger steps; plus and "
           "minus zoom; R shows the whole view."));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rest_.setSingleShot(true);
    rest_.setInterval(restMilliseconds);
    adoptTheme();
    connectSources();
    showContent();
}

void PlaneView::connectSources() {
    connect(&document_, &Document::opened, this, [this] {
        chart_->item().setGround(nullptr);  // another study's picture must not stay, not even for a moment
        showContent();
    });
    connect(&document_, &Document::studyChanged, this, &PlaneView::showContent);
    connect(&document_, &Document::trajectoriesChanged, this, &PlaneView::showContent);
    connect(&document_, &Document::judged, this, &PlaneView::showContent);
    connect(&document_, &Document::selectionChanged, this, &PlaneView::showContent);
    connect(&document_, &Document::draggingChanged, this, [this](bool on) { on ? changeInAHurry() : settle(); });
    connect(&player_, &Player::rowChanged, this, &PlaneView::showRow);
    connect(&camera_, &PlaneCamera::viewChanged, this, [this] {
        changeInAHurry();
        showContent();
    });
    connect(&camera_, &PlaneCamera::optionsChanged, this, &PlaneView::showContent);
    connect(&camera_, &PlaneCamera::crosshairChanged, this, &PlaneView::showCrosshair);
    connect(&job_, &GroundJob::finished, this, &PlaneView::receiveGround);
    connect(&rest_, &QTimer::timeout, this, &PlaneView::settle);
}

void PlaneView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::StyleChange) adoptTheme();
}

void PlaneView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    requestGround();
}

void PlaneView::adoptTheme() {
    setBackgroundBrush(theme_.surface);
    chart_->restyle();
}

void PlaneView::showContent() {
    if (!camera_.isReady()) return;
    PlaneContent content{.problem = document_.problem(),
                         .upper = upper_,
                         .horizontal = camera_.horizontal(),
                         .vertical = camera_.vertical(),
                         .horizontalRange = camera_.horizontalRange(),
                         .verticalRange = camera_.verticalRange(),
                         .runs = document_.runs(),
                         .selected = document_.selected(),
                         .options = camera_.options()};
    dependsOnHeld_ = dependsOnHeld(groundRequest(true));
    chart_->setContent(std::move(content));
    chart_->setRow(player_.row());
    requestGround();
    showCrosshair();
}

void PlaneView::showRow(int row) {
    chart_->setRow(row);
    if (!dependsOnHeld_) return;
    requestGround();
    rest_.start();
}

std::vector<Reading> PlaneView::readingsAt(QPointF place) const {
    const Problem& problem = document_.problem();
    Slice slice = groundRequest(true).slice;
    const std::array x{place.x()}, y{place.y()};
    const auto value = [&](const Program& program) {
        double v = 0;
        double* const out[]{&v};
        SliceEvaluator(slice, program)(x, y, out);
        return numberText(v, 4);
    };
    const auto name = [&](int k) { return variableText(problem.variables()[static_cast<std::size_t>(k)]); };
    return {{name(slice.horizontal), numberText(place.x(), 4)},
            {name(slice.vertical), numberText(place.y(), 4)},
            {QStringLiteral("f"), value(problem.upperValue())},
            {QStringLiteral("g"), value(problem.lowerValue())}};
}

void PlaneView::showCrosshair() {
    const auto& at = camera_.crosshair();
    if (!at || !camera_.isReady()) {
        chart_->setCrosshair({}, {});
        if (underMouse()) leavePlace();
        return;
    }
    if (!underMouse()) return chart_->setCrosshair(at, {});
    const std::vector<Reading> readings = readingsAt(*at);
    chart_->setCrosshair(at, readings);
    QStringList words;
    for (const Reading& reading : readings) words << reading.name + QStringLiteral(" = ") + reading.value;
    Q_EMIT hovered(words.join(QStringLiteral("   ")));
    const Slice slice = groundRequest(true).slice;
    Point point = slice.held;
    point[slice.horizontal] = at->x();
    point[slice.vertical] = at->y();
    Q_EMIT pointed(point);
}

void PlaneView::leavePlace() {
    Q_EMIT hovered({});
    Q_EMIT pointed({});
}

GroundRequest PlaneView::groundRequest(bool coarse) const {
    const QRectF area = item().map().area;
    const double cell = coarse ? coarseCellPixels : cellPixels;
    const auto cells = [&](double pixels) {
        return std::clamp(static_cast<int>(std::lround(pixels / cell)), fewestCells, mostCells);
    };
    const int selected = document_.selected();
    const RunView* run = selected < 0 ? nullptr : &document_.runs()[static_cast<std::size_t>(selected)];
    return {.slice = {document_.problem(), camera_.horizontal(), camera_.vertical(),
                      iterateAt(document_.problem(), run, player_.row())},
            .upper = upper_,
            .horizontal = camera_.horizontalRange(),
            .vertical = camera_.verticalRange(),
            .columns = cells(area.width()),
            .rows = cells(area.height()),
            .basins = !upper_ && camera_.options().basins};
}

bool PlaneView::isGroundCurrent() const {
    return item().ground() && sameGround(item().ground()->request, groundRequest(false));
}

void PlaneView::requestGround() {
    if (!camera_.isReady() || item().map().area.isEmpty()) return;
    const Ground* shown = item().ground();
    const GroundRequest request = groundRequest(dependsOnHeld_ && player_.isPlaying());
    // Behind other coordinates the old picture would be wrong, and a bare plane is no picture: this one is waited
    // for.
    const bool usable = shown && shown->request.slice.horizontal == camera_.horizontal() &&
                        shown->request.slice.vertical == camera_.vertical() &&
                        shown->request.slice.problem.variables() == document_.problem().variables();
    if (!usable) chart_->item().setGround(computeGround(request));
    job_.start(request);
}

void PlaneView::receiveGround(const GroundPtr& ground) {
    const bool current = sameFunctions(ground->request.slice, groundRequest(true).slice);
    if (current) chart_->item().setGround(ground);
}

void PlaneView::changeInAHurry() {
    chart_->item().setHurried(true);
    rest_.start();
}

void PlaneView::settle() {
    if (document_.isDragging() || gesture_ == Gesture::pan) return rest_.start();
    chart_->item().setHurried(false);
    requestGround();
}

}  // namespace bilevel::ui
