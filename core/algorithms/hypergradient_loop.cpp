#include "core/algorithms/hypergradient_loop.h"

#include "core/algorithms/hypergradient.h"

namespace bilevel {
namespace {

constexpr std::string_view starts[]{"warm", "cold"};
constexpr std::string_view startLabels[]{"from the last y", "from the first y"};

}  // namespace

void HypergradientLoop::parameters(Parameters& p) {
    using enum Parameters::Scale;
    p.integer("inner_steps", T, {1, 200}, "T", "inner steps");
    p.lowerStep("lower_step_size", xiY_, {1e-5, 10}, "α", "lower step size");
    p.real("upper_step_size", xiX_, {1e-5, 10}, logarithmic, "ξx", "upper step size");
    p.choice("lower_start", start_, starts, startLabels, "y₀", "start of the inner steps");
}

std::vector<RuleLine> HypergradientLoop::rule(std::vector<RuleLine> estimate) {
    const std::vector<std::string_view> shown{"lower_step_size", "inner_steps", "lower_residual"};
    estimate.insert(
        estimate.begin(),
        {{R"(y \leftarrow y - \alpha \nabla_y g(x, y)\quad T\text{ times})", shown, {{"lower_start", "warm"}}},
         {R"(y \leftarrow y - \alpha \nabla_y g(x, y)\quad T\text{ times from the first }y)",
          shown,
          {{"lower_start", "cold"}}}});
    estimate.push_back({R"(x \leftarrow x - \xi_x \hat h)", {"upper_step_size"}});
    return estimate;
}

double HypergradientLoop::prepare(Oracle& oracle, Point& z) {
    if (start_ == cold) z.y = first_;
    return xiY_(oracle, z);
}

double HypergradientLoop::solveLower(Oracle& oracle, Point& z, Row& row) {
    const double step = prepare(oracle, z);
    descendLower(oracle, z.x, z.y, step, T, row.lowerPath("lower_path"));
    return step;
}

void HypergradientLoop::moveUpper(Oracle& oracle, Point& z, const Vector& h, Row& row) const {
    {
        const Oracle::Uncharged recording(oracle);
        row("inner_residual", oracle.gradientYG(z.x, z.y).norm());
    }
    followHypergradient(oracle, z, xiX_, h, row);
}

}  // namespace bilevel
