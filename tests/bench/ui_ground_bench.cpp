// What stands behind the paths of g: the heat map and its contours as the window asks for them, without and with
// the basins of lower gradient descent.

#include "ui/ground/ground.h"

#include "core/io/gallery.h"
#include "core/io/study.h"

#include <benchmark/benchmark.h>

#include <algorithm>

namespace bilevel::ui {
namespace {

void ground(benchmark::State& state, const char* id, bool basins) {
    const Problem problem = *Problem::compile(readStudy(findInGallery(id)->text)->problem);
    const View view = problem.text().resolvedView();
    const auto index = [&](const std::string& name) {
        return static_cast<int>(std::ranges::find(problem.variables(), name) - problem.variables().begin());
    };
    const GroundRequest request{.slice = {problem, index(view.horizontal), index(view.vertical), problem.start()},
                                .upper = false,
                                .horizontal = view.horizontalRange,
                                .vertical = view.verticalRange,
                                .columns = 190,
                                .rows = 110,
                                .basins = basins};
    for (auto _ : state) benchmark::DoNotOptimize(computeGround(request));
}

BENCHMARK_CAPTURE(ground, mirrlees_without, "mirrlees", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ground, mirrlees_with, "mirrlees", true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ground, sine_valleys_with, "sine_valleys", true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ground, coreset_without, "coreset", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ground, coreset_with, "coreset", true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ground, lls_with, "lls", true)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bilevel::ui
