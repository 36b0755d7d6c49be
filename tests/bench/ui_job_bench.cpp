// What a moved start costs the cores: nine methods of a thousand iterations each on a 1 + 1 problem, asked for and
// answered. The Time column is wall time, from the question to the answer in the window's thread.

#include "ui/document/judgement.h"
#include "ui/document/worker.h"

#include "core/io/gallery.h"
#include "core/io/study.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QEventLoop>

namespace bilevel::ui {
namespace {

void answerNineRuns(benchmark::State& state) {
    const Problem problem = *Problem::compile(readStudy(findInGallery("valley")->text)->problem);
    std::vector<RunRequest> requests;
    for (const char* id :
         {"bome", "bsg1", "bvfsm", "penalty", "ogda", "implicit", "aid_cg", "itd", "forward_mode"}) {
        const Algorithm* algorithm = findAlgorithm(id);
        requests.push_back({problem, algorithm, algorithm->defaults(), problem.start(), 1000});
    }
    QEventLoop loop;
    Worker<RunRequest, TrajectoryPtr> runner(computeRun, [&loop](const auto&) { loop.quit(); });
    for (auto _ : state) {
        runner.start(requests);
        loop.exec();
    }
}
BENCHMARK(answerNineRuns)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace bilevel::ui
