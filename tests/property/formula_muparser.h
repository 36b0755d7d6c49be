#pragma once

#include <muParser.h>
#include <array>
#include <string>

namespace bilevel::test {

/// muParser itself, evaluating with its own machinery and the C library's functions: a second opinion on values,
/// and the last word on what is a formula. Variables x, y, z.
class MuParser {
public:
    MuParser();
    bool accepts(const std::string& text);
    double value(const std::string& text, const std::array<double, 3>& at);

private:
    std::array<double, 3> variables_{};
    mu::Parser parser_;
};

}  // namespace bilevel::test
