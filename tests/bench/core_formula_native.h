#pragma once

#include <span>
#include <string>
#include <vector>

/// Four formulas of the kinds that people type, and the same functions written by hand in C++, with every common
/// part shared by hand: what a formula could cost if it were compiled.
struct NativeItem {
    std::string name;
    std::vector<std::string> variables;
    std::string text;
    double minimum, maximum;  ///< of every variable
    /// value, gradient
    void (*gradient)(const double* x, double* out);
    /// value, gradient, and the entries of the Hessian's lower triangle that are not constant, row by row
    void (*hessian)(const double* x, double* out);
};

const std::vector<NativeItem>& nativeItems();
