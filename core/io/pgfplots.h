#pragma once

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace bilevel {

/// A line of a figure.
struct PgfLine {
    enum class Kind {
        path,          ///< of a run on a plane, with its start and its end
        series,        ///< of a run in a chart
        beside,        ///< dashed: a quantity that stands beside another in a chart
        contour,       ///< a level of an objective
        majorContour,  ///< every fourth
        minima,        ///< the lower level's solutions, and values at them
        localMinima,   ///< dashed: where it is at rest, but lower elsewhere; the worst value at its solutions
        maxima,        ///< dotted: where it is stationary, but leaves; jumps
    };
    std::string name;  ///< of its two columns of data, name_x and name_y; ASCII, once in a figure
    Kind kind = Kind::series;
    int run = -1;  ///< whose colour and marker it has; −1: none
    /// Places in data units; the line is broken where one of both is not a number.
    std::vector<std::pair<double, double>> points = {};
};

/// One set of axes. Lines of a plane must keep to its ranges; those of a chart may go one point beyond.
struct PgfAxes {
    static constexpr std::pair<double, double> automatic{std::numeric_limits<double>::quiet_NaN(), 0};
    std::string title, across, up;  ///< LaTeX
    std::pair<double, double> horizontal = automatic, vertical = automatic;
    bool logarithmic = false;  ///< upwards: zero and negative values are then gaps
    bool plane = false;        ///< a plane of two variables, else a chart
    std::vector<PgfLine> lines = {};
};

/// What the legend says of a run.
struct PgfRun {
    std::string label;    ///< plain text
    unsigned colour = 0;  ///< 0xRRGGBB
    int marker = 0;       ///< shape 0, 1, …; after twelve they come again
};

struct PgfFigure {
    std::string title;     ///< plain text, for a comment
    double widthMm = 183;  ///< of what is drawn, but for a millimetre or two
    std::vector<PgfRun> runs;
    std::vector<PgfAxes> axes;  ///< planes first, then charts
    std::string link = {};      ///< of the study that it is of, see study_link.h; empty for none
};

/// A document for pdflatex and the data that it reads. It compiles as it is to a page of the figure's size; what
/// lies between \begin{tikzpicture} and \end{tikzpicture} may be taken elsewhere, with the preamble.
struct PgfDocument {
    std::string tex, csv;
};

/// `dataFile` is what the document calls its data: the name of a file in its folder.
PgfDocument pgfDocument(const PgfFigure& figure, const std::string& dataFile);

}  // namespace bilevel
