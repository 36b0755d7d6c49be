#include "ui/figure/pgf_figure.h"

#include "core/formula/latex_names.h"
#include "core/io/file.h"
#include "core/io/latex_text.h"
#include "ui/kit/theme.h"
#include "ui/plane/clip.h"
#include "ui/plane/ground.h"
#include "ui/trace/chart_content.h"
#include "ui/trace/downsample.h"

#include <QRectF>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <functional>
#include <limits>

namespace bilevel::ui {
namespace {

constexpr int groundColumns = 90, groundRows = 76;
constexpr double contourTolerance = 0.001, pathTolerance = 0.0005;  // of the plane's width
constexpr int chartColumns = 150;                                   // TeX is patient, its readers are not

using Points = std::vector<std::pair<double, double>>;

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

/// Lines in units in which the plane is a square of side 1, for distances to mean something.
struct PlaneScale {
    Interval horizontal, vertical;

    QPointF toUnit(QPointF p) const {
        return {(p.x() - horizontal.minimum) / (horizontal.maximum - horizontal.minimum),
                (p.y() - vertical.minimum) / (vertical.maximum - vertical.minimum)};
    }
    std::pair<double, double> toData(QPointF p) const {
        return {std::lerp(horizontal.minimum, horizontal.maximum, p.x()),
                std::lerp(vertical.minimum, vertical.maximum, p.y())};
    }

    /// What of a line lies in the plane, with as few points as show it, after what is there already.
    void append(Points& points, const QPolygonF& line, double tolerance) const {
        QPolygonF unit;
        for (const QPointF& p : line) unit << toUnit(p);
        for (const QPolygonF& piece : clipLine(unit, QRectF(0, 0, 1, 1))) {
            if (!points.empty()) points.emplace_back(gap, gap);
            for (const QPointF& p : simplifyLine(piece, tolerance)) points.push_back(toData(p));
        }
    }
};

std::size_t indexOf(const Problem& problem, const std::string& variable) {
    return static_cast<std::size_t>(std::ranges::find(problem.variables(), variable) -
                                    problem.variables().begin());
}

bool isShown(const RunView& run) { return run.visible && run.trajectory && run.algorithm; }

/// Every visible run with its place in the legend.
template <class Each>
void forEachRun(const FigureContent& content, const Each& each) {
    int place = 0;
    for (const RunView& run : content.runs)
        if (isShown(run)) each(run, place++);
}

std::string formula(const std::string& text) { return '$' + text + '$'; }

Point iterateShown(const FigureContent& content) {
    for (const RunView& run : content.runs)
        if (isShown(run)) return run.trajectory->iterate(run.rowAt(content.position), content.problem.nx());
    return content.problem.start();
}

void addGround(PgfAxes& axes, const Ground& ground, const PlaneScale& scale, const std::string& name) {
    PgfLine contours{name + "_contours", PgfLine::Kind::contour},
        majors{name + "_major", PgfLine::Kind::majorContour}, minima{name + "_minima", PgfLine::Kind::minima},
        maxima{name + "_maxima", PgfLine::Kind::maxima};
    for (const Ground::Contour& contour : ground.contours)
        scale.append(contour.major ? majors.points : contours.points, contour.line, contourTolerance);
    for (const Ground::Curve& curve : ground.curves)
        scale.append(curve.minimum ? minima.points : maxima.points, curve.line, contourTolerance);
    for (PgfLine& line : {std::ref(contours), std::ref(majors), std::ref(maxima), std::ref(minima)})
        if (!line.points.empty()) axes.lines.push_back(std::move(line));
}

PgfAxes plane(const FigureContent& content, bool upper) {
    const View view = content.text.resolvedView();
    const PlaneScale scale{view.horizontalRange, view.verticalRange};
    const std::string name = upper ? "f" : "g";
    std::string arguments;
    for (const std::string& variable : content.problem.variables())
        arguments += (arguments.empty() ? "" : ", ") + latexName(variable);
    PgfAxes axes{.title = formula(name + '(' + arguments + ')'),
                 .across = formula(latexName(view.horizontal)),
                 .up = formula(latexName(view.vertical)),
                 .horizontal = {view.horizontalRange.minimum, view.horizontalRange.maximum},
                 .vertical = {view.verticalRange.minimum, view.verticalRange.maximum},
                 .plane = true};
    const std::size_t h = indexOf(content.problem, view.horizontal), v = indexOf(content.problem, view.vertical);
    const GroundPtr ground =
        computeGround({.slice = {content.problem, static_cast<int>(h), static_cast<int>(v), iterateShown(content)},
                       .upper = upper,
                       .horizontal = view.horizontalRange,
                       .vertical = view.verticalRange,
                       .columns = groundColumns,
                       .rows = groundRows});
    addGround(axes, *ground, scale, name);
    forEachRun(content, [&](const RunView& run, int place) {
        const auto x = run.trajectory->coordinate(h), y = run.trajectory->coordinate(v);
        QPolygonF path;
        for (std::size_t k = 0; k <= static_cast<std::size_t>(run.rowAt(content.position)); ++k)
            path << QPointF(x[k], y[k]);
        PgfLine line{name + "_run" + std::to_string(place), PgfLine::Kind::path, place};
        scale.append(line.points, path, pathTolerance);
        axes.lines.push_back(std::move(line));
    });
    return axes;
}

/// The quantity of the axis, then those that are dashed.
std::string chartTitle(const ChartPlan& plan) {
    std::string title = formula(latexSymbol(plan.first().symbol)), dashed;
    for (const Term* const term : plan.quantities)
        if (term != plan.quantities.front())
            dashed += (dashed.empty() ? "" : ", ") + formula(latexSymbol(term->symbol));
    return dashed.empty() ? title : title + " (dashed: " + dashed + ')';
}

PgfAxes chart(const FigureContent& content, const ChartPlan& plan, int number) {
    const Term& first = plan.first();
    PgfAxes axes{.title = chartTitle(plan),
                 .across = latexText(id(content.clock.pace.measure)),
                 .up = {},
                 .logarithmic = first.kind == Term::Kind::logarithmic};
    const ChartContent filled = fillChart(plan, content.runs, -1, content.clock);
    forEachRun(content, [&](const RunView& run, int place) {
        for (const ChartLine& line : filled.lines) {
            if (line.run.trajectory != run.trajectory) continue;
            PgfLine drawn{"chart" + std::to_string(number) + '_' + std::string(line.term->id) + "_run" +
                              std::to_string(place),
                          line.beside ? PgfLine::Kind::beside : PgfLine::Kind::series, place};
            for (const QPointF& p : downsample(line.values, 0, line.rows() - 1, chartColumns))
                drawn.points.emplace_back(line.at(static_cast<int>(p.x())), p.y());
            axes.lines.push_back(std::move(drawn));
        }
    });
    return axes;
}

/// TeX reads the name of the data file as text of its own: letters, digits and a few signs are safe there.
std::string readByTex(std::string name) {
    const auto isSafe = [](unsigned char c) { return std::isalnum(c) || c == '.' || c == '-' || c == '_'; };
    std::ranges::replace_if(name, std::not_fn(isSafe), '-');
    return name;
}

}  // namespace

PgfFigure pgfFigure(const FigureContent& content, const FigureParts& parts, double widthMm) {
    const Theme theme = Theme::make(false, 1);  // paper is white
    PgfFigure figure{.title = content.text.name, .widthMm = widthMm, .runs = {}, .axes = {}};
    forEachRun(content, [&](const RunView& run, int) {
        figure.runs.push_back({.label = run.label.toStdString(),
                               .colour = theme.run(run.style).rgb() & 0xFFFFFFU,
                               .marker = run.style.marker});
    });
    if (parts.upper) figure.axes.push_back(plane(content, true));
    if (parts.lower) figure.axes.push_back(plane(content, false));
    using enum Term::Group;
    int number = 0;
    for (const Term::Group group : {convergence, barrier, norms}) {
        if (!parts.allCharts && !(parts.convergence && group == convergence)) continue;
        for (const ChartPlan& plan : planCharts(content.runs, group))
            if (!plan.quantities.empty()) figure.axes.push_back(chart(content, plan, number++));
    }
    return figure;
}

Result<bool> writePgfFigure(const FigureContent& content, const FigureParts& parts, double widthMm,
                            const std::string& path) {
    std::filesystem::path data(path);
    data.replace_extension(".csv");
    const std::string name = readByTex(data.filename().string());
    data.replace_filename(name);
    const PgfDocument document = pgfDocument(pgfFigure(content, parts, widthMm), name);
    Result<bool> written = writeFile(data.string(), document.csv);
    if (written) written = writeFile(path, document.tex);
    if (written) return written;
    Error error = written.error();
    error.path = "output";
    return error;
}

}  // namespace bilevel::ui
