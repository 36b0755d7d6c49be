// What a frame costs the GUI thread: the whole window at 1920 × 1080 with ten paths of 2 000 points. The CPU
// column is the one that counts; work done by other threads, and waiting, are not in it.

#include "core/io/gallery.h"
#include "ui/plane/plane_view.h"
#include "ui/window/main_window.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QWheelEvent>

namespace bilevel::ui {
namespace {

constexpr int paths = 10, iterations = 2000;

/// Ten runs that differ in their steps, and so in their paths.
Study tenPaths() {
    Study study = *readStudy(findInGallery("valley")->text);
    study.iterations = iterations;
    study.runs.clear();
    for (int k = 0; k < paths; ++k) {
        StudyRun run;
        run.settings = {{"upper_step_size", 0.004 + 0.001 * k},
                        {"lower_step_size", 0.004 + 0.001 * k},
                        {"eta", 0.1 + 0.05 * k}};
        study.runs.push_back(run);
    }
    return study;
}

class Window {
public:
    Window() {
        QObject::connect(&window_.document(), &Document::trajectoriesChanged, [this] { ++answers_; });
        window_.resize(1920, 1080);
        window_.show();
        if (window_.document().rows() <= iterations) waitForAnswer();
        plane_ = window_.findChild<PlaneView*>();
        settle();
    }

    void waitForAnswer() {
        const int before = answers_;
        while (answers_ == before) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    /// Lets everything that was asked for happen.
    static void settle() {
        QElapsedTimer clock;
        for (clock.start(); clock.elapsed() < 500;) QApplication::processEvents();
    }
    /// Moves to a row and lets everything settle there.
    void stand(int row) {
        player().seek(row);
        settle();
    }
    void mouse(QEvent::Type type, QPointF at, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, plane_->viewport()->mapToGlobal(at),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons, Qt::NoModifier);
        QApplication::sendEvent(plane_->viewport(), &event);
    }
    void wheel(QPointF at, int degrees) {
        QWheelEvent event(at, plane_->viewport()->mapToGlobal(at), {}, {0, 8 * degrees}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(plane_->viewport(), &event);
    }
    Player& player() { return window_.player(); }
    const PlaneItem& plane() const { return plane_->item(); }

private:
    MainWindow window_{tenPaths()};
    PlaneView* plane_ = nullptr;
    int answers_ = 0;
};

void playTenPaths(benchmark::State& state) {
    Window window;
    window.stand(0);
    int row = 0;
    for (auto _ : state) {
        window.player().seek(++row);
        QApplication::processEvents();
    }
}
BENCHMARK(playTenPaths)->Unit(benchmark::kMillisecond)->Iterations(iterations - 1);

void scrubBackwards(benchmark::State& state) {
    Window window;
    window.stand(iterations);
    int row = iterations;
    for (auto _ : state) {
        window.player().seek(row -= 20);
        QApplication::processEvents();
    }
}
BENCHMARK(scrubBackwards)->Unit(benchmark::kMillisecond)->Iterations(90);

/// From the mouse event to the last pixel, re-running all ten methods on the way.
void dragTheStart(benchmark::State& state) {
    Window window;
    window.stand(iterations);
    const QPointF from = *window.plane().startPlace();
    window.mouse(QEvent::MouseButtonPress, from, Qt::LeftButton);
    int step = 0;
    for (auto _ : state) {
        ++step;
        window.mouse(QEvent::MouseMove, from + QPointF(step % 40, step % 25), Qt::LeftButton);
        window.waitForAnswer();
        QApplication::processEvents();
    }
    window.mouse(QEvent::MouseButtonRelease, from, Qt::NoButton);
}
BENCHMARK(dragTheStart)->Unit(benchmark::kMillisecond)->Iterations(60);

void zoomStep(benchmark::State& state) {
    Window window;
    window.stand(iterations);
    const QPointF at = window.plane().map().area.center();
    int step = 0;
    for (auto _ : state) {
        window.wheel(at, ++step % 20 < 10 ? 5 : -5);
        QApplication::processEvents();
    }
}
BENCHMARK(zoomStep)->Unit(benchmark::kMillisecond)->Iterations(60);

}  // namespace
}  // namespace bilevel::ui

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
