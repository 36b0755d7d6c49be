// What an animation costs from the study to the file: 120 frames of 960 × 600, running, painting and encoding.

#include "core/io/gallery.h"
#include "ui/animation/animation.h"

#include <benchmark/benchmark.h>

#include <QFileInfo>
#include <QTemporaryDir>

namespace bilevel::ui {
namespace {

void animate(benchmark::State& state, const char* problem, const char* name) {
    const Study study = *readStudy(findInGallery(problem)->text);
    const QTemporaryDir folder;
    const AnimationOptions options{.output = folder.filePath(name).toStdString(), .height = 600};
    for (auto _ : state) {
        const Result<bool> written = writeAnimation(study, options, {}, [](double) { return true; });
        if (!written) state.SkipWithError(written.error().message.c_str());
    }
    state.counters["MB"] = static_cast<double>(QFileInfo(folder.filePath(name)).size()) / 1e6;
}

BENCHMARK_CAPTURE(animate, gif, "valley", "film.gif")->Unit(benchmark::kMillisecond)->UseRealTime();
// Six variables: the ground changes with every frame.
BENCHMARK_CAPTURE(animate, gif_of_a_moving_ground, "coreset", "film.gif")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(animate, pictures, "valley", "film/")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(animate, mp4, "valley", "film.mp4")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace bilevel::ui
