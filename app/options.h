#pragma once

#include <optional>
#include <string>
#include <vector>

namespace bilevel {

/// What the command line asks for. Only the parts of the chosen command are filled in.
struct Options {
    enum class Command { window, run, evaluate, certify, derive, methods, problems, figure };
    Command command = Command::window;

    std::string file;  ///< a path or the id of a gallery problem; empty only for the window
    bool json = false;

    // run
    std::vector<std::string> methods;   ///< ids, instead of the study's runs
    std::vector<std::string> settings;  ///< KEY=VALUE or METHOD.KEY=VALUE
    std::string start;                  ///< NAME=VALUE,…; empty for the study's own
    std::optional<int> iterations;
    std::optional<double> seed;
    std::string trace;  ///< path of a CSV file to write; empty for none
    bool certify = false, truth = false;

    // evaluate, certify
    std::string at;  ///< NAME=VALUE,…; empty for the start

    // derive
    std::string format = "text";
    int order = 1;

    // methods
    std::string method;  ///< empty for all

    // figure
    std::string output, view = "all", theme = "light", axis = "iterations";
    double widthMm = 183, heightMm = 0;  ///< the width of a two-column page; 0: the height that suits the view
    int dpi = 300;
    int iteration = -1;  ///< the one that the planes show; -1: the last
};

}  // namespace bilevel
