#include "ui/plane/plane_item.h"

#include "ui/plane/ground_painter.h"
#include "ui/plane/solution_painter.h"
#include "ui/plane/styled_paths.h"

#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cstring>

namespace bilevel::ui {
namespace {

constexpr double overhang = 16;                             // markers near the rim may reach this far beyond it
constexpr double screenDetail = 0.75, hurriedDetail = 1.5;  // device pixels between the points of a path
constexpr double overPlot = 15;
constexpr int manyRows = 3000;  // from here on, redrawing all paths at full quality takes longer than a frame

/// Does the same lie behind the paths of both, the ground itself aside?
bool sameBackdrop(const PlaneContent& a, const PlaneContent& b) {
    const ProblemText &p = a.problem.text(), &q = b.problem.text();
    return a.horizontalRange == b.horizontalRange && a.verticalRange == b.verticalRange &&
           a.horizontalName() == b.horizontalName() && a.verticalName() == b.verticalName() &&
           a.options.heat == b.options.heat && a.options.contours == b.options.contours &&
           a.options.solutions == b.options.solutions && a.options.basins == b.options.basins &&
           p.bounds == q.bounds;
}

/// Do both go through the same places of the plane? A run that has been judged since is another trajectory.
bool samePlaces(const PlaneContent& content, const RunView& a, const RunView& b) {
    if (a.trajectory == b.trajectory) return true;
    if (!a.trajectory || !b.trajectory) return false;
    const auto same = [](std::span<const double> p, std::span<const double> q) {
        return p.size() == q.size() && std::memcmp(p.data(), q.data(), p.size_bytes()) == 0;
    };
    const Iterates p = iteratesOf(content, a), q = iteratesOf(content, b);
    return same(p.x, q.x) && same(p.y, q.y);
}

/// Are the same paths drawn in the same way?
bool samePaths(const PlaneContent& a, const PlaneContent& b) {
    const auto sameRun = [&](const RunView& p, const RunView& q) {
        return samePlaces(a, p, q) && p.schedule == q.schedule && p.style == q.style && p.visible == q.visible;
    };
    return a.horizontalRange == b.horizontalRange && a.verticalRange == b.verticalRange &&
           a.horizontalName() == b.horizontalName() && a.verticalName() == b.verticalName() &&
           a.selected == b.selected && a.options.beads == b.options.beads &&
           a.options.ghosts == b.options.ghosts && std::ranges::equal(a.runs, b.runs, sameRun);
}

}  // namespace

PlaneItem::PlaneItem(const Theme& theme, QGraphicsItem* parent) : QGraphicsItem(parent), theme_(theme) {
    setZValue(overPlot);
    setFlag(ItemUsesExtendedStyleOption);  // for the exposed rectangle
    setAcceptedMouseButtons(Qt::NoButton);
}

void PlaneItem::setArea(const QRectF& area) {
    if (area == map_.area) return;
    prepareGeometryChange();
    map_.area = area;
    groundStale_ = pathsStale_ = true;
    rearrange();
}

void PlaneItem::setContent(PlaneContent content) {
    const bool sameBehind = content_ && sameBackdrop(*content_, content);
    const bool sameLines = content_ && samePaths(*content_, content);
    const bool onlyLandmarks = sameBehind && sameLines && content_->options == content.options;
    groundStale_ |= !sameBehind;
    pathsStale_ |= !sameLines;
    map_.horizontal = content.horizontalRange;
    map_.vertical = content.verticalRange;
    content_ = std::move(content);
    if (!sameBehind) traceSolutions();
    if (!onlyLandmarks) return rearrange();
    moveLandmarks();
    moveOverlay();  // a verdict may have come
}

void PlaneItem::setGround(GroundPtr ground) {
    if (ground == ground_) return;
    ground_ = std::move(ground);
    groundStale_ = true;
    update();
}

void PlaneItem::setSolutions(SolutionsPtr solutions) {
    if (solutions == solutions_) return;
    solutions_ = std::move(solutions);
    traceSolutions();
    groundStale_ = true;
    if (content_ && !map_.area.isEmpty()) moveLandmarks();
    update();
}

void PlaneItem::traceSolutions() {
    lines_ = {};
    if (!solutions_ || !content_ || !content_->options.solutions) return;
    const Slice& slice = solutions_->request.slice;
    if (slice.horizontal == content_->horizontal && slice.vertical == content_->vertical)
        lines_ = bilevel::ui::solutionLines(*solutions_, content_->horizontalRange, content_->verticalRange);
}

Landmarks PlaneItem::landmarksNow() const { return makeLandmarks(*content_, lines_, map_, theme_); }

void PlaneItem::setRow(int row) {
    if (row == row_) return;
    const int before = row_;
    row_ = row;
    moveOverlay();
    for (const StyledPath& p : layers_.paths()) {
        const QRectF extent = p.path.extent(before, row);
        const double margin = p.width + theme_.pxf(6);
        if (!extent.isNull()) update(extent.adjusted(-margin, -margin, margin, margin) & boundingRect());
    }
}

void PlaneItem::setStep(SeenStepPtr step) {
    if (step == step_) return;
    step_ = std::move(step);
    moveOverlay();
}

void PlaneItem::setHurried(bool on) {
    if (on == hurried_) return;
    const bool paths = hairlinePaths();
    const double contour = widestContour();
    hurried_ = on;
    pathsStale_ |= hairlinePaths() != paths;
    groundStale_ |= widestContour() != contour;
    update();
}

void PlaneItem::setCrosshair(const std::optional<QPointF>& at, const std::vector<Reading>& readings) {
    if (at == crosshairAt_ && readings == readings_) return;
    crosshairAt_ = at;
    readings_ = readings;
    const auto before = crosshair_ ? crosshair_->bounds() : std::vector<QRectF>{};
    placeCrosshair();
    for (const QRectF& r : before) update(r);
    if (crosshair_)
        for (const QRectF& r : crosshair_->bounds()) update(r);
}

void PlaneItem::setFocusRing(bool on) {
    if (on == focusRing_) return;
    focusRing_ = on;
    update();
}

void PlaneItem::restyle() {
    tags_.clear();
    groundStale_ = pathsStale_ = true;
    rearrange();
}

QRectF PlaneItem::boundingRect() const { return map_.area.adjusted(-overhang, -overhang, overhang, overhang); }

/// What lies on the layers has a new place or new looks.
void PlaneItem::rearrange() {
    if (!content_ || map_.area.isEmpty()) return;
    landmarks_ = landmarksNow();
    overlay_ = makeOverlay(*content_, map_, row_, theme_, step_);
    placeCrosshair();
    update();
}

/// While the start is dragged, and its path is still the old one.
void PlaneItem::moveLandmarks() {
    if (map_.area.isEmpty()) return;
    const std::vector<QRectF> before = landmarks_.bounds(theme_);
    landmarks_ = landmarksNow();
    const std::vector<QRectF> after = landmarks_.bounds(theme_);
    const auto moved = [](const std::vector<QRectF>& from, const std::vector<QRectF>& to, std::size_t i) {
        return i >= to.size() || from[i] != to[i];
    };
    for (std::size_t i = 0; i < before.size(); ++i)
        if (moved(before, after, i)) update(before[i]);
    for (std::size_t i = 0; i < after.size(); ++i)
        if (moved(after, before, i)) update(after[i]);
}

void PlaneItem::moveOverlay() {
    if (!content_ || map_.area.isEmpty()) return;
    for (const QRectF& r : overlay_.bounds(theme_)) update(r);
    overlay_ = makeOverlay(*content_, map_, row_, theme_, step_);
    for (const QRectF& r : overlay_.bounds(theme_)) update(r);
}

void PlaneItem::placeCrosshair() {
    crosshair_.reset();
    if (!crosshairAt_) return;
    const QPointF at = map_.toScene(*crosshairAt_);
    if (map_.area.contains(at)) crosshair_ = makeCrosshair(at, readings_, map_.area, theme_);
}

void PlaneItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) {
    if (!content_ || map_.area.isEmpty()) return;
    painter->save();
    const double ratio = layerRatio(widget);
    const bool layered = ratio > 0;
    if (layered) {
        bringLayersUpToDate(ratio);
        paintLayers(*painter, option->exposedRect);
    } else {
        paintShapes(*painter);
    }
    painter->setRenderHint(QPainter::Antialiasing);
    paintFront(*painter, layered ? option->exposedRect : boundingRect(), layered);
    painter->restore();
}

double PlaneItem::layerRatio(const QWidget* widget) const {
    return widget ? widget->devicePixelRatioF() : filmRatio_;
}

void PlaneItem::bringLayersUpToDate(double pixelRatio) {
    if (pixelRatio != pixelRatio_) groundStale_ = pathsStale_ = true;
    pixelRatio_ = pixelRatio;
    if (groundStale_) {
        groundLayer_ = blankLayer();
        QPainter painter(&groundLayer_);
        painter.translate(-map_.area.topLeft());
        paintGround(painter, ground_.get(), *content_, map_, theme_, widestContour());
        paintSolutions(painter, lines_, map_, theme_);
        groundStale_ = false;
    }
    if (pathsStale_) {
        const bool fast = hairlinePaths();
        const double detail = (fast ? hurriedDetail : screenDetail) / pixelRatio;
        layers_.reset(map_.area, pixelRatio, styledPaths(*content_, map_, theme_, detail),
                      pathLook(*content_, theme_, fast));
        ghosts_ = content_->options.ghosts && !fast ? ghostLayer() : QPixmap();
        pathsStale_ = false;
    }
    layers_.show(row_);
}

bool PlaneItem::hairlinePaths() const {
    if (!hurried_ || !content_) return false;
    int rows = 0;
    for (const RunView* run : content_->visibleRuns()) rows += run->trajectory->rows();
    return rows >= manyRows;
}

/// Where contours are about one device pixel wide anyway, that is what they are.
double PlaneItem::widestContour() const {
    const double pixel = 1 / std::max(1.0, pixelRatio_);
    return hurried_ || theme_.pxf(1) < 1.25 * pixel ? pixel : 100;
}

QPixmap PlaneItem::blankLayer() const {
    QPixmap layer((map_.area.size() * pixelRatio_).toSize());
    layer.setDevicePixelRatio(pixelRatio_);
    layer.fill(Qt::transparent);
    return layer;
}

QPixmap PlaneItem::ghostLayer() const {
    QPixmap layer = blankLayer();
    QPainter painter(&layer);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-map_.area.topLeft());
    paintGhosts(painter, layers_.paths(), map_.area, 1 / pixelRatio_);
    return layer;
}

void PlaneItem::paintLayers(QPainter& painter, const QRectF& exposed) {
    // Whole device pixels, else Qt resamples.
    const QRectF part = exposed & map_.area;
    if (part.isEmpty()) return;
    const QPointF offset = part.topLeft() - map_.area.topLeft();
    const QRect source =
        QRectF(offset * pixelRatio_, part.size() * pixelRatio_).toAlignedRect() & groundLayer_.rect();
    const QRectF target(map_.area.topLeft() + QPointF(source.topLeft()) / pixelRatio_,
                        QSizeF(source.size()) / pixelRatio_);
    for (const QPixmap* const layer :
         std::initializer_list<const QPixmap*>{&groundLayer_, &ghosts_, &layers_.halos(), &layers_.lines()})
        if (!layer->isNull()) painter.drawPixmap(target, *layer, source);
}

void PlaneItem::paintShapes(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, ground_.get(), *content_, map_, theme_);
    paintSolutions(painter, lines_, map_, theme_);
    paintPathShapes(painter, *content_, map_, row_, theme_);
}

/// As four slips: an antialiased rectangle of this size is shared out over Qt's threads, and waited for.
void PlaneItem::paintFrame(QPainter& painter) const {
    QColor frame = theme_.ink;
    frame.setAlphaF(theme_.dark ? 0.14F : 0.18F);
    const QRectF& a = map_.area;
    painter.fillRect(QRectF(a.left(), a.top(), a.width(), 1), frame);
    painter.fillRect(QRectF(a.left(), a.bottom() - 1, a.width(), 1), frame);
    painter.fillRect(QRectF(a.left(), a.top() + 1, 1, a.height() - 2), frame);
    painter.fillRect(QRectF(a.right() - 1, a.top() + 1, 1, a.height() - 2), frame);
}

void PlaneItem::paintFront(QPainter& painter, const QRectF& exposed, bool cached) {
    paintFrame(painter);
    paintLandmarks(painter, landmarks_, theme_);
    for (const TextTag& tag : landmarks_.tags)
        if (tag.bounds().intersects(exposed)) tags_.draw(painter, tag, cached);
    const std::vector<QRectF> over = overlay_.bounds(theme_);
    if (std::ranges::any_of(over, [&](const QRectF& r) { return r.intersects(exposed); }))
        paintOverlay(painter, overlay_, theme_, tags_, cached);
    if (crosshair_) paintCrosshair(painter, *crosshair_, theme_);
    if (focusRing_) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme_.accent, theme_.pxf(2)));
        painter.drawRect(map_.area.adjusted(-1, -1, 1, 1));
    }
}

}  // namespace bilevel::ui
