#pragma once

#include "core/record/trajectory.h"
#include "core/run/certificate.h"

#include <span>
#include <string>
#include <vector>

namespace bilevel {

/// A run and what it is called.
struct NamedRun {
    std::string name;
    const Trajectory* trajectory = nullptr;    ///< of at least one row
    const Certificate* certificate = nullptr;  ///< of its last iterate, where it has been judged
};

/// How runs on one problem ended, one row each.
struct ResultTable {
    /// Text, or a number; NaN where there is none.
    struct Cell {
        std::string text;
        double number = 0;
        bool isText = false;
    };
    std::vector<std::string> columns;  ///< spelt as in trace files
    std::vector<std::vector<Cell>> rows;
};

/// Name, end point, f, the last gap that the method saw, the true gap and the verdict where a run has been judged,
/// what it cost, and why it ended. Seconds are CPU time, recording included.
ResultTable tabulate(std::span<const NamedRun> runs);

/// RFC 4180, every digit; no value is an empty field.
std::string toCsv(const ResultTable& table);
/// A Markdown table with six digits, numbers to the right.
std::string toMarkdown(const ResultTable& table);
/// A LaTeX tabular, six digits, numbers to the right; it needs no package.
std::string toLatex(const ResultTable& table);

}  // namespace bilevel
