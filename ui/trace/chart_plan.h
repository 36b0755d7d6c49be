#pragma once

#include "core/record/term.h"
#include "ui/document/run_view.h"

#include <vector>

namespace bilevel::ui {

/// What stands in one chart. The terms live as long as the program.
struct ChartPlan {
    std::vector<const Term*> quantities;  ///< lines: the one that gives the chart its axis, then those beside it
    std::vector<const Term*> flags;       ///< ribbons, one per run; a chart may consist of them alone

    const Term& first() const { return quantities.empty() ? *flags.front() : *quantities.front(); }
    bool operator==(const ChartPlan&) const = default;
};

/// The charts of one tab: one per quantity that a visible run records, in the order in which they were recorded. A
/// quantity that names another to stand beside joins its chart, whatever its own tab, if that other is recorded
/// too. Where a method describes a quantity that the glossary also knows, the method's word counts.
std::vector<ChartPlan> planCharts(const std::vector<RunView>& runs, Term::Group group);

/// What one run calls column `name`: its method's term, or the glossary's; nullptr for variables and vectors.
const Term* termOf(const RunView& run, std::string_view name);

}  // namespace bilevel::ui
