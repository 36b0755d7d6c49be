// What a frame of the planes costs the GUI thread: ten paths of 2 000 points on 1920 × 1080. The CPU column is the
// one that counts: work done by other threads, and waiting, are not in it.

#include "core/io/gallery.h"
#include "ui/plane/plane_card.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QMouseEvent>

namespace bilevel::ui {
namespace {

constexpr int paths = 10, iterations = 2000;

/// Ten runs that differ in step size, start and so in path.
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

class Planes {
public:
    Planes() {
        // The gallery compiles.
        (void)document_.open(tenPaths());
        QObject::connect(&document_, &Document::trajectoriesChanged, [this] { ++answers_; });
        auto* row = new QHBoxLayout(&window_);
        row->addWidget(new PlaneCard(document_, player_, camera_, theme_, true));
        right_ = new PlaneCard(document_, player_, camera_, theme_, false);
        row->addWidget(right_);
        window_.resize(1608, 600);  // what the side panel, the transport and the charts leave of 1920 × 1080
        window_.show();
        waitForAnswer();
        player_.setRows(document_.rows());
        player_.seek(0);
        settle();
    }

    void waitForAnswer() {
        const int before = answers_;
        while (answers_ == before) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    /// Lets everything that was asked for happen.
    static void settle() {
        QElapsedTimer clock;
        for (clock.start(); clock.elapsed() < 400;) QApplication::processEvents();
    }
    void send(QEvent::Type type, QPointF at, Qt::MouseButtons buttons) {
        QWidget* viewport = right_->view().viewport();
        QMouseEvent event(type, at, viewport->mapToGlobal(at),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons, Qt::NoModifier);
        QApplication::sendEvent(viewport, &event);
    }
    Player& player() { return player_; }
    PlaneCamera& camera() { return camera_; }
    PlaneView& view() { return right_->view(); }

private:
    Theme theme_ = Theme::make(false, 1.15);
    Document document_;
    Player player_;
    PlaneCamera camera_{document_};
    QWidget window_;
    PlaneCard* right_ = nullptr;
    int answers_ = 0;
};

void playTenPaths(benchmark::State& state) {
    Planes planes;
    int row = 0;
    for (auto _ : state) {
        planes.player().seek(row = (row + 1) % iterations);
        QApplication::processEvents();
    }
}
BENCHMARK(playTenPaths)->Unit(benchmark::kMillisecond)->Iterations(iterations - 1);

void scrubBackwards(benchmark::State& state) {
    Planes planes;
    planes.player().seek(iterations);
    Planes::settle();
    int row = iterations;
    for (auto _ : state) {
        planes.player().seek(row -= 20);
        QApplication::processEvents();
    }
}
BENCHMARK(scrubBackwards)->Unit(benchmark::kMillisecond)->Iterations(90);

/// From the mouse event to the last pixel, re-running all ten methods on the way.
void dragTheStart(benchmark::State& state) {
    Planes planes;
    planes.player().seek(iterations);
    Planes::settle();
    const QPointF from = *planes.view().item().startPlace();
    planes.send(QEvent::MouseButtonPress, from, Qt::LeftButton);
    int step = 0;
    for (auto _ : state) {
        ++step;
        planes.send(QEvent::MouseMove, from + QPointF(step % 40, step % 25), Qt::LeftButton);
        planes.waitForAnswer();
        QApplication::processEvents();
    }
    planes.send(QEvent::MouseButtonRelease, from, Qt::NoButton);
}
BENCHMARK(dragTheStart)->Unit(benchmark::kMillisecond)->Iterations(60);

void zoomStep(benchmark::State& state) {
    Planes planes;
    planes.player().seek(iterations);
    Planes::settle();
    int step = 0;
    for (auto _ : state) {
        const double factor = ++step % 20 < 10 ? 0.95 : 1 / 0.95;
        planes.camera().zoom({0, 0}, factor, factor);
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
