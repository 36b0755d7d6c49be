#include "ui/document/movable_start.h"

namespace bilevel::ui {

const RunView* loneStarter(const std::vector<RunView>& runs, int selected) {
    if (selected < 0 || selected >= static_cast<int>(runs.size())) return nullptr;
    const RunView& run = runs[static_cast<std::size_t>(selected)];
    return run.ownStart && !run.recording ? &run : nullptr;
}

Point movableStart(const Document& document) {
    const RunView* const alone = loneStarter(document.runs(), document.selected());
    return alone ? alone->start : document.problem().start();
}

void setMovableStart(Study& study, const Document& document, const std::string& variable, double value) {
    const bool alone = loneStarter(document.runs(), document.selected()) != nullptr;
    auto& start = alone ? study.runs[static_cast<std::size_t>(document.selected())].start : study.problem.start;
    start[variable] = value;
}

Study withOwnStart(Study study, std::size_t run, bool own) {
    study.runs[run].start.clear();
    if (own)
        for (const std::string& name : study.problem.variables())
            study.runs[run].start[name] = study.problem.startOf(name);
    return study;
}

}  // namespace bilevel::ui
