#include "ui/trace/chart_plan.h"

#include "core/run/replay.h"

#include <algorithm>

namespace bilevel::ui {
namespace {

using Terms = std::vector<const Term*>;

bool isGeneral(const Term* term) {
    return std::ranges::any_of(glossary(), [&](const Term& known) { return &known == term; });
}

bool isDrawn(const Term& term) {
    using enum Term::Kind;
    return term.kind == linear || term.kind == logarithmic || term.kind == flag;
}

const Term* find(const Terms& terms, std::string_view id) {
    const auto it = std::ranges::find(terms, id, &Term::id);
    return it == terms.end() ? nullptr : *it;
}

/// Everything the visible runs record that can be drawn over iterations, each quantity once.
Terms recorded(const std::vector<RunView>& runs) {
    Terms all;
    for (const RunView& run : runs) {
        if (!run.visible || !run.trajectory) continue;
        const auto& columns = run.trajectory->columns();
        for (std::size_t i = run.trajectory->variables().size(); i < columns.size(); ++i) {
            const Term* const term = termOf(run, columns[i]);
            if (!term || !isDrawn(*term)) continue;
            const auto known = std::ranges::find(all, term->id, &Term::id);
            if (known == all.end())
                all.push_back(term);
            else if (isGeneral(*known))
                *known = term;
        }
    }
    return all;
}

/// The quantity in whose chart `term` stands: itself, or the end of the chain of those it stands beside.
const Term* host(const Term* term, const Terms& terms) {
    for (std::size_t links = 0; links < terms.size() && !term->beside.empty(); ++links) {
        const Term* const next = find(terms, term->beside);
        if (!next) break;
        term = next;
    }
    return term;
}

}  // namespace

const Term* termOf(const RunView& run, std::string_view name) {
    if (run.recording) return run.trajectory ? recordedTerm(*run.trajectory, name) : nullptr;
    if (run.algorithm) return run.algorithm->term(name);
    const auto known = glossary();
    const auto it = std::ranges::find(known, name, &Term::id);
    return it == known.end() ? nullptr : &*it;
}

std::vector<ChartPlan> planCharts(const std::vector<RunView>& runs, Term::Group group) {
    const Terms all = recorded(runs);
    Terms hosts;
    for (const Term* const term : all)
        if (term->group == group && host(term, all) == term) hosts.push_back(term);

    std::vector<ChartPlan> charts(hosts.size());
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        const auto join = [&](const Term* term) {
            (term->kind == Term::Kind::flag ? charts[i].flags : charts[i].quantities).push_back(term);
        };
        join(hosts[i]);
        for (const Term* const term : all)
            if (term != hosts[i] && host(term, all) == hosts[i]) join(term);
    }
    return charts;
}

}  // namespace bilevel::ui
