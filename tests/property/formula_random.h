#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace bilevel::test {

/// Random formulas in x, y, z, always the same for the same seed.
class RandomFormula {
public:
    explicit RandomFormula(unsigned seed) : random_(seed) {}

    /// Everything the grammar has, anywhere: values may be NaN or infinite.
    std::string wild(int depth);
    /// Arguments stay where functions are smooth and defined, so that derivatives exist and can be checked.
    std::string smooth(int depth);
    /// Words of the language in random order: hardly ever a formula.
    std::string words(int count);

    double uniform(double from, double to) { return std::uniform_real_distribution<>(from, to)(random_); }
    int below(int end) { return std::uniform_int_distribution<>(0, end - 1)(random_); }

private:
    std::string leaf();
    std::string fill(std::string_view pattern, int depth, std::string (RandomFormula::*operand)(int));
    std::mt19937 random_;
};

}  // namespace bilevel::test
