#include "ui/trace/chart_plan.h"

#include "tests/ui/trace_runs.h"

#include <gmock/gmock.h>

namespace bilevel::ui {
namespace {

using enum Term::Kind;
using enum Term::Group;

constexpr Term terms[]{
    {"pull", "p", "host", logarithmic, convergence},
    {"demand", "d", "beside the host", logarithmic, barrier, "pull"},
    {"echo", "e", "beside the one beside", linear, norms, "demand"},
    {"held", "h", "a flag", flag, convergence, "pull"},
    {"free", "r", "a flag of its own", flag, barrier},
    {"way", "w", "an arrow", arrow, table},
    {"count", "c", "only for the table", linear, table},
    {"egg", "1", "stands beside the hen", linear, norms, "hen"},
    {"hen", "2", "stands beside the egg", linear, norms, "egg"},
    {"f", "F", "the method's own word for f", logarithmic, barrier},
};
const Algorithm toy = method(terms);

/// The ids of each chart: quantities, then flags.
std::vector<std::vector<std::string_view>> ids(const std::vector<ChartPlan>& plans) {
    std::vector<std::vector<std::string_view>> all;
    for (const ChartPlan& plan : plans) {
        all.emplace_back();
        for (const auto* part : {&plan.quantities, &plan.flags})
            for (const Term* const term : *part) all.back().push_back(term->id);
    }
    return all;
}

using Ids = std::vector<std::string_view>;

TEST(ChartPlan, GivesEveryRecordedQuantityOfTheTabAChart) {
    const std::vector runs{recordedRun({{"f", {1}}, {"q_hat", {1}}, {"lower_residual", {1}}, {"g", {1}}})};
    EXPECT_THAT(ids(planCharts(runs, convergence)), testing::ElementsAre(Ids{"f"}, Ids{"q_hat"}));
    EXPECT_THAT(ids(planCharts(runs, norms)), testing::ElementsAre(Ids{"lower_residual"}));
    EXPECT_TRUE(planCharts(runs, barrier).empty());
}

TEST(ChartPlan, UnitesWhatSeveralRunsRecordAndForgetsHiddenOnes) {
    std::vector runs{recordedRun({{"f", {1}}}), recordedRun({{"f", {1}}, {"q_hat", {1}}})};
    EXPECT_THAT(ids(planCharts(runs, convergence)), testing::ElementsAre(Ids{"f"}, Ids{"q_hat"}));
    runs[1].visible = false;
    EXPECT_THAT(ids(planCharts(runs, convergence)), testing::ElementsAre(Ids{"f"}));
    runs[0].trajectory = nullptr;
    EXPECT_TRUE(planCharts(runs, convergence).empty());
}

TEST(ChartPlan, PutsQuantitiesBesideTheirHostWhateverTheirOwnTab) {
    const std::vector runs{recordedRun({{"demand", {1}}, {"echo", {1}}, {"held", {1}}, {"pull", {1}}}, &toy)};
    EXPECT_THAT(ids(planCharts(runs, convergence)), testing::ElementsAre(Ids{"pull", "demand", "echo", "held"}));
    EXPECT_TRUE(planCharts(runs, barrier).empty());
    EXPECT_TRUE(planCharts(runs, norms).empty());
}

TEST(ChartPlan, GivesAQuantityWhoseHostIsMissingItsOwnChart) {
    const std::vector runs{recordedRun({{"demand", {1}}, {"free", {1}}}, &toy)};
    EXPECT_THAT(ids(planCharts(runs, barrier)), testing::ElementsAre(Ids{"demand"}, Ids{"free"}));
}

TEST(ChartPlan, SurvivesQuantitiesThatStandBesideEachOther) {
    const std::vector runs{recordedRun({{"egg", {1}}, {"hen", {1}}}, &toy)};
    std::size_t drawn = 0;
    for (const ChartPlan& plan : planCharts(runs, norms)) drawn += plan.quantities.size();
    EXPECT_EQ(drawn, 2U);
}

TEST(ChartPlan, DrawsNoArrowsNoVariablesAndNothingMeantForTheTable) {
    const std::vector runs{recordedRun({{"way", {1}}, {"count", {1}}, {"unheard of", {1}}}, &toy)};
    for (const Term::Group group : {convergence, barrier, norms}) EXPECT_TRUE(planCharts(runs, group).empty());
}

TEST(ChartPlan, TakesTheMethodsWordBeforeTheGlossarys) {
    const std::vector runs{recordedRun({{"f", {1}}}), recordedRun({{"f", {1}}}, &toy)};
    EXPECT_TRUE(planCharts(runs, convergence).empty());
    const auto plans = planCharts(runs, barrier);
    ASSERT_EQ(plans.size(), 1U);
    EXPECT_EQ(plans[0].first().meaning, "the method's own word for f");
}

}  // namespace
}  // namespace bilevel::ui
