#include "ui/figure/pgf_figure.h"

#include "core/formula/latex_names.h"
#include "core/io/file.h"
#include "core/io/latex_text.h"
#include "core/io/study_link.h"
#include "ui/ground/clip.h"
#include "ui/ground/ground.h"
#include "ui/ground/solution_lines.h"
#include "ui/ground/value_curve.h"
#include "ui/kit/theme.h"
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

bool isShown(const RunView& run) { return run.visible && run.trajectory && run.algorithm; }

/// Every visible run with its place in the legend.
template <class Each>
void forEachRun(const FigureContent& content, const Each& each) {
    int place = 0;
    for (const RunView& run : content.runs)
        if (isShown(run)) each(run, place++);
}

std::string formula(const std::string& text) { return '$' + text + '$'; }

void addFilled(PgfAxes& axes, std::vector<PgfLine> lines) {
    for (PgfLine& line : lines)
        if (!line.points.empty()) axes.lines.push_back(std::move(line));
}

void addGround(PgfAxes& axes, const Ground& ground, const PlaneScale& scale, const std::string& name) {
    PgfLine contours{name + "_contours", PgfLine::Kind::contour},
        majors{name + "_major", PgfLine::Kind::majorContour};
    for (const Ground::Contour& contour : ground.contours)
        scale.append(contour.major ? majors.points : contours.points, contour.line, contourTolerance);
    addFilled(axes, {std::move(contours), std::move(majors)});
}

void addSolutions(PgfAxes& axes, const SolutionLines& solutions, const PlaneScale& scale,
                  const std::string& name) {
    PgfLine global{name + "_minima", PgfLine::Kind::minima},
        local{name + "_local_minima", PgfLine::Kind::localMinima}, maxima{name + "_maxima", PgfLine::Kind::maxima};
    for (const SolutionLines::Line& line : solutions.lines) {
        using Kind = SolutionLines::Kind;
        PgfLine& drawn = line.kind == Kind::global ? global : line.kind == Kind::local ? local : maxima;
        scale.append(drawn.points, line.line, contourTolerance);
    }
    addFilled(axes, {std::move(maxima), std::move(local), std::move(global)});
}

PgfAxes plane(const FigureContent& content, const Solutions* solutions, bool upper) {
    const View& view = content.view;
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
    const Slice slice = shownSlice(content, content.position);
    const GroundPtr ground = computeGround({.slice = slice,
                                            .upper = upper,
                                            .horizontal = view.horizontalRange,
                                            .vertical = view.verticalRange,
                                            .columns = groundColumns,
                                            .rows = groundRows});
    addGround(axes, *ground, scale, name);
    if (solutions && content.shown.solutions)
        addSolutions(axes, solutionLines(*solutions, view.horizontalRange, view.verticalRange), scale, name);
    forEachRun(content, [&](const RunView& run, int place) {
        const auto x = run.trajectory->coordinate(static_cast<std::size_t>(slice.horizontal)),
                   y = run.trajectory->coordinate(static_cast<std::size_t>(slice.vertical));
        QPolygonF path;
        for (std::size_t k = 0; k <= static_cast<std::size_t>(run.rowAt(content.position)); ++k)
            path << QPointF(x[k], y[k]);
        PgfLine line{name + "_run" + std::to_string(place), PgfLine::Kind::path, place};
        scale.append(line.points, path, pathTolerance);
        axes.lines.push_back(std::move(line));
    });
    return axes;
}

/// The value function: f at the lower solutions, with its jumps.
PgfAxes values(const FigureContent& content, const ValueCurve& curve) {
    const View& view = content.view;
    const std::string x = latexName(view.horizontal);
    PgfAxes axes{.title = formula("F(" + x + ')'),
                 .across = formula(x),
                 .up = {},
                 .horizontal = {view.horizontalRange.minimum, view.horizontalRange.maximum},
                 .vertical = {curve.range.minimum, curve.range.maximum}};
    const PlaneScale scale{view.horizontalRange, curve.range};
    PgfLine best{"value_best", PgfLine::Kind::minima}, worst{"value_worst", PgfLine::Kind::localMinima},
        jumps{"value_jumps", PgfLine::Kind::maxima};
    for (const QPolygonF& piece : curve.best) scale.append(best.points, piece, pathTolerance);
    for (const QPolygonF& piece : curve.worst) scale.append(worst.points, piece, pathTolerance);
    for (const ValueCurve::Jump& j : curve.jumps)
        scale.append(jumps.points, {QPointF(j.x, j.from), QPointF(j.x, j.to)}, pathTolerance);
    addFilled(axes, {std::move(jumps), std::move(worst), std::move(best)});
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
    const Interval shown = content.axis.value_or(Interval{});
    if (content.axis) axes.horizontal = {shown.minimum, shown.maximum};
    const ChartContent filled = fillChart(plan, content.runs, -1, content.clock);
    forEachRun(content, [&](const RunView& run, int place) {
        for (const ChartLine& line : filled.lines) {
            if (line.run.trajectory != run.trajectory) continue;
            PgfLine drawn{"chart" + std::to_string(number) + '_' + std::string(line.term->id) + "_run" +
                              std::to_string(place),
                          line.beside ? PgfLine::Kind::beside : PgfLine::Kind::series, place};
            const auto [from, to] = line.rowsBetween(shown.minimum, shown.maximum);
            for (const QPointF& p : downsample(line.values, from, to, chartColumns))
                drawn.points.emplace_back(line.at(static_cast<int>(p.x())), p.y());
            addFilled(axes, {std::move(drawn)});
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
    PgfFigure figure{.title = content.study.problem.name,
                     .widthMm = widthMm,
                     .runs = {},
                     .axes = {},
                     .link = studyLink(content.study)};
    forEachRun(content, [&](const RunView& run, int) {
        figure.runs.push_back({.label = run.label.toStdString(),
                               .colour = theme.run(run.style).rgb() & 0xFFFFFFU,
                               .marker = run.style.marker});
    });
    const SolutionsPtr solutions =
        parts.planes() ? shownSolutions(content, content.position, content.solutions) : nullptr;
    if (parts.upper) figure.axes.push_back(plane(content, solutions.get(), true));
    if (parts.lower) figure.axes.push_back(plane(content, solutions.get(), false));
    if (solutions && parts.upper && content.shown.values)
        if (const ValueCurve curve = valueCurve(*solutions, true); !curve.isEmpty())
            figure.axes.push_back(values(content, curve));
    using enum Term::Group;
    int number = 0;
    for (const Term::Group group : {convergence, barrier, norms, truth}) {
        if (!parts.shows(group)) continue;
        for (const ChartPlan& plan : planCharts(content.runs, group))
            if (!plan.quantities.empty()) figure.axes.push_back(chart(content, plan, number++));
    }
    return figure;
}

std::string pgfDataFile(const std::string& path) {
    std::filesystem::path data(path);
    data.replace_extension(".csv");
    data.replace_filename(readByTex(data.filename().string()));
    return data.string();
}

Result<bool> writePgfFigure(const FigureContent& content, const FigureParts& parts, double widthMm,
                            const std::string& path) {
    const std::string data = pgfDataFile(path);
    const PgfDocument document =
        pgfDocument(pgfFigure(content, parts, widthMm), std::filesystem::path(data).filename().string());
    Result<bool> written = mayWrite(path);  // else its data would be left alone
    if (written) written = writeFile(data, document.csv);
    if (written) written = writeFile(path, document.tex);
    if (written) return written;
    Error error = written.error();
    error.path = "output";
    return error;
}

}  // namespace bilevel::ui
