// The exact lower level: 500 columns of one upper and one lower variable, as the overlays ask for them.

#include "core/io/gallery.h"
#include "core/io/study.h"
#include "core/problem/solution_curve.h"

#include <benchmark/benchmark.h>

namespace bilevel {
namespace {

void columns(benchmark::State& state, const char* id, int count) {
    const Problem problem = *Problem::compile(readStudy(findInGallery(id)->text)->problem);
    const View view = problem.text().resolvedView();
    for (auto _ : state)
        benchmark::DoNotOptimize(solveAlong({problem, problem.start().x, 0, view.horizontalRange, count}));
}

BENCHMARK_CAPTURE(columns, mirrlees, "mirrlees", 500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(columns, sine_valleys, "sine_valleys", 500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(columns, valley, "valley", 500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(columns, lls, "lls", 100)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bilevel
