#include "ui/plane/solution_look.h"

#include "ui/plane/plane_content.h"

namespace bilevel::ui {

SolutionLook::SolutionLook(const Document& document, const Player& player, const PlaneCamera& camera,
                           QObject* parent)
    : QObject(parent),
      document_(document),
      player_(player),
      camera_(camera),
      worker_(
          [](const Question& q, const std::atomic<bool>& stop) {
              return computeSolutions(q.request, q.before, [&stop] { return !stop.load(); });
          },
          [this](const std::vector<SolutionsPtr>& answers) { receive(answers.front()); }) {
    connect(&document_, &Document::opened, this, &SolutionLook::forget);
    connect(&document_, &Document::studyChanged, this, &SolutionLook::ask);
    connect(&document_, &Document::trajectoriesChanged, this, &SolutionLook::ask);
    connect(&document_, &Document::selectionChanged, this, &SolutionLook::ask);
    connect(&player_, &Player::rowChanged, this, &SolutionLook::ask);
    connect(&camera_, &PlaneCamera::coordinatesChanged, this, &SolutionLook::ask);
    connect(&camera_, &PlaneCamera::viewChanged, this, &SolutionLook::ask);
    connect(&camera_, &PlaneCamera::optionsChanged, this, &SolutionLook::ask);
    ask();
}

bool SolutionLook::isWanted() const {
    return camera_.isReady() && (camera_.options().solutions || camera_.options().values);
}

SolutionRequest SolutionLook::request() const {
    const int selected = document_.selected();
    const RunView* const run = selected < 0 ? nullptr : &document_.runs()[static_cast<std::size_t>(selected)];
    const Point held = iterateAt(document_.problem(), run, player_.row());
    return solutionRequest({document_.problem(), camera_.horizontal(), camera_.vertical(), held},
                           camera_.horizontalRange(), camera_.verticalRange());
}

bool SolutionLook::isCurrent() const {
    return isWanted() ? solutions_ && sameSolutions(solutions_->request, request()) : !solutions_;
}

void SolutionLook::forget() {
    worker_.cancel();
    asked_.reset();
    if (solutions_) {
        solutions_ = nullptr;
        Q_EMIT changed();
    }
    ask();
}

void SolutionLook::ask() {
    if (!isWanted()) {
        if (solutions_ || asked_) forget();
        return;
    }
    const SolutionRequest next = request();
    if (asked_) {
        // Of another problem nobody wants to know any more.
        if (sameFunctions(asked_->slice, next.slice)) return;
        worker_.cancel();
    } else if (solutions_ && sameSolutions(solutions_->request, next)) {
        return;
    }
    asked_ = next;
    worker_.start({{next, solutions_}});
}

void SolutionLook::receive(const SolutionsPtr& answer) {
    asked_.reset();
    if (answer) {
        solutions_ = answer;
        Q_EMIT changed();
    }
    ask();
}

}  // namespace bilevel::ui
