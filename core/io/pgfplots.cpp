#include "core/io/pgfplots.h"

#include "core/io/latex_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <tuple>

namespace bilevel {
namespace {

constexpr int dataDigits = 10;
constexpr int beads = 8;  ///< markers on a line, about
constexpr std::size_t planesInARow = 2, chartsInARow = 3, legendColumns = 4;

// Millimetres around the axes of a plane or a chart, for its numbers and names.
constexpr double left = 13, below = 11, above = 6, right = 2;
constexpr double planeAspect = 0.85, chartHeight = 34;

constexpr std::array<std::string_view, 12> markers{
    "mark=*",           "mark=square*",
    "mark=triangle*",   "mark=triangle*, every mark/.append style={rotate=180}",
    "mark=diamond*",    "mark=pentagon*",
    "mark=+",           "mark=x",
    "mark=star",        "mark=halfcircle*, every mark/.append style={rotate=90}",
    "mark=halfcircle*", "mark=Mercedes star"};

std::string number(double value, int digits = dataDigits) {
    if (!std::isfinite(value)) return "nan";
    std::array<char, 40> text{};
    return {text.data(),
            std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, digits).ptr};
}

std::string colour(unsigned rgb) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text(6, '0');
    for (std::size_t i = 0; i < 6; ++i) text[5 - i] = digits[rgb >> (4 * i) & 15U];
    return text;
}

std::string nameOf(int run) { return "run" + std::to_string(run); }

/// A table with two columns a line; shorter lines end in gaps.
std::string dataOf(const PgfFigure& figure) {
    struct Column {
        const PgfLine& line;
        bool logarithmic;
    };
    std::vector<Column> columns;
    std::size_t rows = 1;  // a table without rows is none
    std::string out;
    for (const PgfAxes& axes : figure.axes)
        for (const PgfLine& line : axes.lines) {
            columns.push_back({line, axes.logarithmic});
            rows = std::max(rows, line.points.size());
            out += (out.empty() ? "" : ",") + line.name + "_x," + line.name + "_y";
        }
    out += '\n';
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto& [line, logarithmic] = columns[i];
            double x = std::nan(""), y = x;
            if (row < line.points.size()) std::tie(x, y) = line.points[row];
            if (logarithmic && y <= 0) y = std::nan("");
            out += (i == 0 ? "" : ",") + number(x) + ',' + number(y);
        }
        out += '\n';
    }
    return out;
}

std::string styleOf(const PgfLine& line) {
    const int every = std::max(1, static_cast<int>(line.points.size()) / beads);
    const std::string run = nameOf(line.run);
    const std::string marked = ", mark repeat=" + std::to_string(every) + ", mark phase=" + std::to_string(every);
    switch (line.kind) {
        case PgfLine::Kind::path:
            return run + ", line width=0.9pt" + marked;
        case PgfLine::Kind::series:
            return run + ", line width=0.8pt" + marked;
        case PgfLine::Kind::beside:
            return run + ", line width=0.6pt, dashed, no markers";
        case PgfLine::Kind::contour:
            return "contour";
        case PgfLine::Kind::majorContour:
            return "major contour";
        case PgfLine::Kind::minima:
            return "minima";
        case PgfLine::Kind::localMinima:
            return "local minima";
        case PgfLine::Kind::maxima:
            return "maxima";
    }
    return {};
}

std::string plot(const PgfLine& line, const std::string& data) {
    return "\\addplot[" + styleOf(line) + "] table[x=" + line.name + "_x, y=" + line.name + "_y] {" + data +
           "};\n";
}

bool isPoint(const std::pair<double, double>& p) { return std::isfinite(p.first) && std::isfinite(p.second); }

/// An open circle where the path starts, a filled one where it ends.
std::string ends(const PgfLine& line) {
    const auto first = std::ranges::find_if(line.points, isPoint);
    if (line.kind != PgfLine::Kind::path || first == line.points.end()) return {};
    const auto last = std::find_if(line.points.rbegin(), line.points.rend(), isPoint);
    const auto dot = [&](const std::pair<double, double>& p, const std::string& fill) {
        return "\\addplot[only marks, mark=*, mark size=1.6pt, mark options={draw=" + nameOf(line.run) +
               ", fill=" + fill + ", solid}] coordinates {(" + number(p.first) + ',' + number(p.second) + ")};\n";
    };
    return dot(*first, "white") + dot(*last, nameOf(line.run));
}

std::string range(char axis, const std::pair<double, double>& ends) {
    if (std::isnan(ends.first)) return {};
    return std::string(", ") + axis + "min=" + number(ends.first) + ", " + axis + "max=" + number(ends.second);
}

std::string legend(const PgfFigure& figure) {
    std::string out;
    for (std::size_t i = 0; i < figure.runs.size(); ++i)
        out += "\\addlegendimage{" + nameOf(static_cast<int>(i)) + "}\n\\addlegendentry{" +
               latexText(figure.runs[i].label) + "}\n";
    return out;
}

/// Where a set of axes stands: its lower left corner and its size, in millimetres.
struct Place {
    double x, y, width, height;
};

/// Planes in rows of two, then charts in rows of three, downwards from 0.
std::vector<Place> arrange(const PgfFigure& figure) {
    std::vector<Place> places;
    double y = 0;
    for (std::size_t i = 0; i < figure.axes.size();) {
        const bool plane = figure.axes[i].plane;
        std::size_t inRow = 0;
        const std::size_t most = plane ? planesInARow : chartsInARow;
        while (inRow < most && i + inRow < figure.axes.size() && figure.axes[i + inRow].plane == plane) ++inRow;
        // A row that is not full is as wide as the others of its kind, unless it is the only one.
        const bool alone = i + inRow == figure.axes.size() && (i == 0 || figure.axes[i - 1].plane != plane);
        const double cell = figure.widthMm / static_cast<double>(alone ? inRow : most);
        const double width = cell - left - right, height = plane ? planeAspect * width : chartHeight;
        y -= above + height;
        for (std::size_t k = 0; k < inRow; ++k)
            places.push_back({static_cast<double>(k) * cell + left, y, width, height});
        y -= below;
        i += inRow;
    }
    return places;
}

std::string axis(const PgfAxes& axes, const Place& place, const std::string& data,
                 const std::string& legendOfAll) {
    const auto mm = [](double v) { return number(v, 6) + "mm"; };
    std::string out = "\\begin{axis}[at={(" + mm(place.x) + ',' + mm(place.y) +
                      ")}, anchor=south west, width=" + mm(place.width) + ", height=" + mm(place.height) +
                      ",\n  title={" + axes.title + "}, xlabel={" + axes.across + "}, ylabel={" + axes.up + '}' +
                      range('x', axes.horizontal) + range('y', axes.vertical) +
                      (axes.logarithmic ? ", ymode=log" : "") + (axes.plane ? ", plane" : ", chart") + "]\n" +
                      legendOfAll;
    for (const PgfLine& line : axes.lines) out += plot(line, data) + ends(line);
    return out + "\\end{axis}\n";
}

/// Comments of customary width, inside the picture: they go where it goes.
std::string linkComment(const std::string& link) {
    constexpr std::size_t width = 98;
    std::string out;
    for (std::size_t at = 0; at < link.size(); at += width) out += "% " + link.substr(at, width) + '\n';
    return out.empty() ? out : "% What follows is the study of this figure; Bilevelscope opens it.\n" + out;
}

constexpr std::string_view preamble = R"tex(\documentclass{article}
\usepackage{amsmath}
\usepackage{pgfplots}
\usetikzlibrary{plotmarks}
\pgfplotsset{
  compat=1.14,
  every axis/.append style={
    scale only axis, table/col sep=comma, unbounded coords=jump, line join=round,
    tick label style={font=\scriptsize}, label style={font=\footnotesize},
    title style={font=\footnotesize, yshift=-1ex},
    every y tick scale label/.style={at={(0,1)}, anchor=south east, font=\tiny},
    legend style={at={(0,1)}, anchor=south west, yshift=7mm, draw=none, font=\footnotesize, /tikz/every even column/.append style={column sep=3mm}},
    legend cell align=left,
  },
  plane/.style={enlargelimits=false, axis on top},
  chart/.style={enlarge x limits=false, grid=major, grid style={black!10}},
  contour/.style={black!28, line width=0.25pt, no markers},
  major contour/.style={black!45, line width=0.4pt, no markers},
  minima/.style={black!65, line width=0.8pt, no markers},
  local minima/.style={black!65, line width=0.6pt, dashed, no markers},
  maxima/.style={black!65, line width=0.6pt, dotted, no markers},
)tex";

std::string styles(const PgfFigure& figure) {
    std::string colours, out;
    for (std::size_t i = 0; i < figure.runs.size(); ++i) {
        const PgfRun& run = figure.runs[i];
        const std::string name = nameOf(static_cast<int>(i));
        colours += "\\definecolor{" + name + "}{HTML}{" + colour(run.colour) + "}\n";
        out += "  " + name + "/.style={color=" + name + ", " +
               std::string(markers[static_cast<std::size_t>(run.marker) % markers.size()]) +
               ", mark size=1.3pt, mark options={solid}},\n";
    }
    return out + "  legend columns=" +
           std::to_string(std::min(std::max<std::size_t>(figure.runs.size(), 1), legendColumns)) + ",\n}\n" +
           colours;
}

std::string oneLine(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

}  // namespace

PgfDocument pgfDocument(const PgfFigure& figure, const std::string& dataFile) {
    std::string tex = "% " + oneLine(figure.title) +
                      ". Written by bilevelscope " BILEVELSCOPE_VERSION "; for pdflatex, with its data in " +
                      oneLine(dataFile) + ".\n";
    tex += std::string(preamble) + styles(figure);
    tex += "\\newsavebox\\figurebox\n\\begin{document}\n\\begin{lrbox}{\\figurebox}%\n\\begin{tikzpicture}\n";
    const std::vector<Place> places = arrange(figure);
    for (std::size_t i = 0; i < places.size(); ++i)
        tex += axis(figure.axes[i], places[i], dataFile, i == 0 ? legend(figure) : "");
    tex += linkComment(figure.link);
    // The page is as large as what is on it.
    tex +=
        "\\end{tikzpicture}%\n\\end{lrbox}\n"
        "\\pdfpagewidth=\\dimexpr\\wd\\figurebox+2mm\\relax\n"
        "\\pdfpageheight=\\dimexpr\\ht\\figurebox+\\dp\\figurebox+2mm\\relax\n"
        "\\pdfhorigin=1mm \\pdfvorigin=1mm \\hoffset=0pt \\voffset=0pt\n"
        "\\shipout\\box\\figurebox\n\\end{document}\n";
    return {tex, dataOf(figure)};
}

}  // namespace bilevel
