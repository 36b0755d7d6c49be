#pragma once

#include <span>
#include <string_view>

namespace bilevel {

/// A method as a Python generator that yields (x, y), the start first. Its text uses the functions of
/// pythonProblem(); {settings} stands where the settings are declared, and STEP(name) for a lower step, which may
/// be a number or depend on the point.
struct PythonMethod {
    std::string_view id;
    std::string_view text;
    bool second = false;  ///< it asks for hessian_g
};

/// The methods that can be written as Python, in menu order.
std::span<const PythonMethod> pythonMethods();

}  // namespace bilevel
