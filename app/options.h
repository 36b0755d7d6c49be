#pragma once

#include <optional>
#include <string>
#include <vector>

namespace bilevel {

/// What the command line asks for. Only the parts of the chosen command are filled in.
struct Options {
    enum class Command { window, run, evaluate, certify, derive, methods, problems, figure, animate, link };
    Command command = Command::window;

    std::string file;  ///< a path, the id of a gallery problem, or a link; empty only for the window
    bool json = false;
    std::vector<std::string> overlays;  ///< paths of traces from elsewhere; window, run, figure and animate

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

    // figure and animate
    std::string output, view = "all", theme = "light", axis = "iterations";
    std::vector<std::string> show, hide;  ///< ids of what planes can show

    // figure
    std::string preset = "page";  ///< a size by name; what is given beside it counts
    std::optional<double> widthMm, heightMm;
    int dpi = 300;
    std::string text = "fonts", ground = "image";
    bool transparent = false, caption = false, step = false;
    int iteration = -1;  ///< the one that the planes show; -1: the last

    // animate
    int width = 960;            ///< pixels
    std::optional<int> height;  ///< absent: what suits the view
    double fps = 30, seconds = 4;
    bool once = false, equalCost = false;
};

}  // namespace bilevel
