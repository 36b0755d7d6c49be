#include "ui/plane/overlay.h"

#include "ui/kit/marker.h"

#include <QLineF>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double shortestArrow = 12, arrowHead = 10, arrowWidth = 2;
constexpr double mostUneven = 4;          // of the longest arrow to the next
constexpr double nearlyParallel = 0.995;  // cosine
constexpr double headRadius = 5.4, selectedRadius = 7.2, tieRadius = 4;
constexpr double verdictDistance = 10;
constexpr double shortestTie = 3, shortestNamedTie = 26;

QString text(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }

/// Every quantity the selected run may have recorded, its method's own first.
template <class F>
void forEachTerm(const RunView& run, Term::Kind kind, const F& f) {
    if (run.algorithm)
        for (const Term& term : run.algorithm->terms)
            if (term.kind == kind) f(term);
    for (const Term& term : glossary())
        if (term.kind == kind) f(term);
}

/// Component of a recorded vector along a variable; NaN where there is none.
double component(const Trajectory& trajectory, const Term& term, const std::string& variable, int row) {
    const auto column = trajectory.column(std::string(term.id) + '_' + variable);
    return row < static_cast<int>(column.size()) ? column[static_cast<std::size_t>(row)] : std::nan("");
}

class Builder {
public:
    Builder(const PlaneContent& content, const PlaneMap& map, int position, const Theme& theme,
            const SeenStepPtr& seen)
        : content_(content), map_(map), theme_(theme), position_(std::max(0, position)), seen_(seen) {}

    Overlay build() {
        for (const RunView* run : content_.visibleRuns()) addHead(*run);
        if (const RunView* run = content_.selectedRun()) {
            if (content_.options.innerPoint)
                forEachTerm(*run, Term::Kind::point, [&](const Term& term) { addTie(*run, term); });
            const SeenStep* const step = content_.options.step ? stepShown(seen_, *run, position_) : nullptr;
            if (content_.options.vectors || step) addArrows(*run, step);
        }
        return std::move(overlay_);
    }

private:
    bool isSelected(const RunView& run) const { return &run == content_.selectedRun(); }

    void addHead(const RunView& run) {
        const Iterates iterates = iteratesOf(content_, run);
        if (iterates.rows() == 0) return;
        const QPointF at = map_.toScene(iterates.at(run.rowAt(position_)));
        if (!map_.area.contains(at)) return;
        const bool selected = isSelected(run);
        overlay_.heads.push_back({at, run.style.marker, theme_.pxf(selected ? selectedRadius : headRadius),
                                  theme_.pxf(selected ? 2.2 : 1.6), theme_.run(run.style)});
        const bool atEnd = run.rowAt(position_) == run.trajectory->rows() - 1;
        if (atEnd && run.certificate && content_.options.verdicts) addVerdict(at, run.certificate->verdict);
    }

    /// Beside the head, on the side that has room, and on no other mark.
    void addVerdict(QPointF head, Verdict verdict) {
        const double away = theme_.pxf(verdictDistance);
        VerdictMark mark{{}, verdict};
        for (const QPointF side : {QPointF(1, -1), QPointF(1, 1), QPointF(-1, -1), QPointF(-1, 1)}) {
            mark.at = head + away * side;
            const QRectF box = mark.bounds(theme_);
            const bool free = std::ranges::none_of(
                overlay_.verdicts, [&](const VerdictMark& other) { return other.bounds(theme_).intersects(box); });
            if (free && map_.area.contains(box)) return overlay_.verdicts.push_back(mark);
        }
        // Where many runs end at one place, one mark of each kind says it.
        const bool said = std::ranges::any_of(overlay_.verdicts, [&](const VerdictMark& other) {
            return other.verdict == verdict && QLineF(other.at, head).length() < 3 * away;
        });
        if (!said) overlay_.verdicts.push_back(mark);
    }

    void addTie(const RunView& run, const Term& term) {
        const Iterates iterates = iteratesOf(content_, run);
        if (iterates.rows() == 0 || run.endsBefore(position_)) return;
        const int row = run.rowAt(position_);
        const QPointF iterate = iterates.at(row);
        const double x = component(*run.trajectory, term, content_.horizontalName(), row);
        const double y = component(*run.trajectory, term, content_.verticalName(), row);
        if (std::isnan(x) && std::isnan(y)) return;
        // A position of one level only shares the other level's coordinates with the iterate.
        const QPointF place(std::isnan(x) ? iterate.x() : x, std::isnan(y) ? iterate.y() : y);
        const QPointF from = map_.toScene(iterate), to = map_.toScene(place);
        if (!map_.area.contains(from) || !map_.area.contains(to) || QLineF(from, to).length() < shortestTie)
            return;
        overlay_.ties.push_back({from, to, theme_.run(run.style)});
        if (content_.options.labels && QLineF(from, to).length() >= theme_.pxf(shortestNamedTie))
            addTag(to, (to - from) / QLineF(from, to).length(), text(term.symbol), theme_.math(16),
                   theme_.run(run.style));
    }

    /// All arrows share one scale: what counts is their balance. The longest has a set length; of a step that is
    /// looked at it is cut where it would leave the others too short to be seen.
    void addArrows(const RunView& run, const SeenStep* step) {
        const Iterates iterates = iteratesOf(content_, run);
        if (iterates.rows() == 0 || run.endsBefore(position_)) return;
        const int row = run.rowAt(position_);
        const QPointF from = map_.toScene(iterates.at(row));
        if (!map_.area.contains(from)) return;
        const std::vector<StepVector> vectors = vectorsOf(run, content_.problem, row, step);
        const double reach =
            std::clamp(0.17 * std::min(map_.area.width(), map_.area.height()), 40.0, theme_.pxf(80));
        double longest = 0, second = 0;
        for (const StepVector& each : vectors) {
            const double length = sceneLength(each);
            if (!std::isfinite(length)) return;
            second = std::max(second, std::min(length, longest));
            longest = std::max(longest, length);
        }
        const double unit = step && second > 0 ? std::min(longest, mostUneven * second) : longest;
        const double scale = unit > 0 ? reach / unit : 0;
        if (step) {
            overlay_.step = makeStepFigure(content_, map_, run, *step, vectors, {scale, reach}, theme_);
            for (const StepFigure::Path& path : overlay_.step.paths) addPathTag(path);
        }
        for (const StepVector& each : vectors) addArrow(from, each, scale, reach);
        if (step && content_.options.labels)
            for (const StepFigure::Border& border : overlay_.step.borders) addBorderTag(border);
    }

    double sceneLength(const StepVector& each) const {
        const QPointF scene = map_.vectorToScene(content_.shown(each.vector));
        return std::hypot(scene.x(), scene.y());
    }

    void addArrow(QPointF from, const StepVector& each, double scale, double reach) {
        QPointF vector = map_.vectorToScene(content_.shown(each.vector)) * scale;
        double length = std::hypot(vector.x(), vector.y());
        if (length < theme_.pxf(shortestArrow)) return;
        const bool cut = length > 1.001 * reach;
        if (cut) {
            vector *= reach / length;
            length = reach;
        }
        const QPointF along = vector / length, across(-along.y(), along.x());
        bool onAnother = false;
        for (const Overlay::Arrow& other : overlay_.arrows) {
            const QLineF line(other.from, other.to);
            if (QPointF::dotProduct(along, line.p2() - line.p1()) < nearlyParallel * line.length()) continue;
            // Of two that point the same way the shorter is a head on the other; of equal ones, one lies beside.
            onAnother = std::abs(line.length() - length) > theme_.pxf(1.5 * arrowHead);
            if (!onAnother) from += across * theme_.pxf(arrowHead);
        }
        overlay_.arrows.push_back({from, from + vector, cut});
        if (content_.options.labels)
            addTag(from + vector, onAnother ? -across : along, text(each.term->symbol), theme_.math(17),
                   theme_.ink);
    }

    /// At the end that has more room.
    void addBorderTag(const StepFigure::Border& border) {
        const auto room = [&](QPointF end) {
            double least = QLineF(end, map_.toScene(content_.shown(content_.problem.start()))).length();
            if (const auto solution = content_.solution())
                least = std::min(least, QLineF(end, map_.toScene(*solution)).length());
            for (const TextTag& tag : overlay_.tags)
                least = std::min(least, QLineF(end, tag.bounds().center()).length());
            for (const Overlay::Head& head : overlay_.heads)
                least = std::min(least, QLineF(end, head.at).length());
            return least;
        };
        QLineF edge = border.edge;
        if (room(edge.p1()) > room(edge.p2())) edge = {edge.p2(), edge.p1()};
        addTag(edge.p2(), edge.unitVector().p2() - edge.p1(), border.symbol, theme_.math(15), theme_.ink2);
    }

    /// At its end, unless a recorded position there has a name already.
    void addPathTag(const StepFigure::Path& path) {
        const QPointF end = path.places.back(), before = path.places.front();
        const double length = QLineF(before, end).length();
        const bool named = std::ranges::any_of(
            overlay_.ties, [&](const Overlay::Tie& tie) { return QLineF(tie.to, end).length() < shortestTie; });
        if (content_.options.labels && !named && length >= theme_.pxf(shortestNamedTie))
            addTag(end, (end - before) / length, path.symbol, theme_.math(15), overlay_.step.colour);
    }

    /// Beyond the end of something that points in a direction (a unit vector), or a little to the side where
    /// another tag stands; where they all do, above or below.
    void addTag(QPointF end, QPointF direction, const QString& label, const QFont& font, const QColor& colour) {
        const auto overlaps = [&](const TextTag& tag, const TextTag& other) {
            return !other.bounds().intersected(tag.bounds()).isEmpty();
        };
        const auto isFree = [&](const TextTag& tag) {
            return std::ranges::none_of(overlay_.tags, [&](const TextTag& o) { return overlaps(tag, o); });
        };
        const TextTag plain{{}, label, font, colour, theme_.halo, theme_.pxf(4)};
        for (const double degrees : {0, 50, -50, 90, -90}) {
            const QTransform turn = QTransform().rotate(degrees);
            const TextTag tag = plain.beyond(end, turn.map(direction), theme_.pxf(7)).within(map_.area);
            if (isFree(tag)) return overlay_.tags.push_back(tag);
        }
        TextTag tag = plain.beyond(end, direction, theme_.pxf(7)).within(map_.area);
        for (const TextTag& other : overlay_.tags)
            if (overlaps(tag, other)) {
                const double height = other.bounds().intersected(tag.bounds()).height();
                tag.baseline.ry() += tag.baseline.y() < other.baseline.y() ? -height : height;
            }
        overlay_.tags.push_back(tag.within(map_.area));
    }

    const PlaneContent& content_;
    const PlaneMap& map_;
    const Theme& theme_;
    int position_;
    const SeenStepPtr& seen_;
    Overlay overlay_;
};

QColor rim(const Theme& theme) { return theme.dark ? theme.background : QColor(Qt::white); }

void paintArrow(QPainter& painter, const Overlay::Arrow& arrow, const Theme& theme) {
    const QLineF line(arrow.from, arrow.to);
    const QPointF along = (arrow.to - arrow.from) / line.length(), across(-along.y(), along.x());
    const double size = theme.pxf(arrowHead), width = theme.pxf(arrowWidth);
    const QPolygonF head{arrow.to, arrow.to - along * size + across * (size / 2),
                         arrow.to - along * size - across * (size / 2)};
    const QPointF neck = arrow.to - along * (0.7 * size);

    painter.setPen(QPen(theme.halo, width + theme.pxf(3.5), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(arrow.from, neck);
    painter.setPen(QPen(theme.halo, theme.pxf(4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(theme.ink);
    painter.drawPolygon(head);
    QPen shaft(theme.ink, width, Qt::SolidLine, Qt::FlatCap);
    if (arrow.cut) shaft.setDashPattern({4, 2.5});
    painter.setPen(shaft);
    painter.drawLine(arrow.from, neck);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(head);
}

void paintTie(QPainter& painter, const Overlay::Tie& tie, const Theme& theme) {
    painter.setPen(QPen(theme.halo, theme.pxf(4), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(tie.from, tie.to);
    painter.setPen(QPen(tie.colour, theme.pxf(1.4), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(tie.from, tie.to);
    painter.setBrush(theme.surface);
    painter.setPen(QPen(tie.colour, theme.pxf(1.8)));
    painter.drawEllipse(tie.to, theme.pxf(tieRadius), theme.pxf(tieRadius));
}

}  // namespace

std::vector<QRectF> Overlay::bounds(const Theme& theme) const {
    std::vector<QRectF> all = step.bounds(theme);
    const auto around = [&](QPointF a, QPointF b, double margin) {
        all.push_back(QRectF(a, b).normalized().adjusted(-margin, -margin, margin, margin));
    };
    for (const Tie& tie : ties) around(tie.from, tie.to, theme.pxf(tieRadius + 3));
    for (const Arrow& arrow : arrows) around(arrow.from, arrow.to, theme.pxf(arrowHead));
    for (const Head& head : heads) around(head.at, head.at, 1.45 * head.radius + head.rim);
    for (const VerdictMark& mark : verdicts) all.push_back(mark.bounds(theme));
    for (const TextTag& tag : tags) all.push_back(tag.bounds());
    return all;
}

Overlay makeOverlay(const PlaneContent& content, const PlaneMap& map, int position, const Theme& theme,
                    const SeenStepPtr& seen) {
    return Builder(content, map, position, theme, seen).build();
}

void paintOverlay(QPainter& painter, const Overlay& overlay, const Theme& theme, TagPainter& tags,
                  bool cachedTags) {
    paintStepFigure(painter, overlay.step, theme);
    for (const Overlay::Tie& tie : overlay.ties) paintTie(painter, tie, theme);
    for (const Overlay::Arrow& arrow : overlay.arrows) paintArrow(painter, arrow, theme);
    for (const Overlay::Head& head : overlay.heads) {
        painter.setPen(QPen(rim(theme), head.rim));
        painter.setBrush(head.colour);
        drawMarker(painter, head.marker, head.at, head.radius);
    }
    for (const VerdictMark& mark : overlay.verdicts) paintVerdict(painter, mark, theme);
    for (const TextTag& tag : overlay.tags) tags.draw(painter, tag, cachedTags);
}

}  // namespace bilevel::ui
