// How the baselines of the BOME paper fail where the paper's comparison shows them, beside the golden rows.

#include "tests/unit/known_problems.h"
#include "tests/unit/test_folder.h"

#include "core/io/study.h"
#include "core/run/certificate.h"

namespace bilevel {
namespace {

Trajectory golden(const std::string& name, const NamedSettings& changed = {}) {
    const Study study = *readStudy(*readFile(inTests("golden/" + name + ".bilevel.json")));
    NamedSettings settings = changed;
    settings.merge(NamedSettings(study.runs[0].settings));
    return runOf(study.runs[0].method, *Problem::compile(study.problem), study.iterations, settings);
}

double largestChange(std::span<const double> values) {
    double largest = 0;
    for (const double v : values) largest = std::max(largest, std::abs(v - values.front()));
    return largest;
}

TEST(Bsg1, NeverMovesTheUpperVariableOfTheMinMaxGame) {
    const Trajectory t = golden("minmax__bsg1");
    EXPECT_EQ(largestChange(t.column("x")), 0);
}

TEST(Bsg1, NeverMovesOnLeastSquaresFromTheOrigin) {
    const Trajectory t = golden("lls__bsg1");
    for (const char* variable : {"x", "y1", "y2"}) EXPECT_EQ(largestChange(t.column(variable)), 0) << variable;
}

TEST(Bvfsm, IsDrivenIntoACornerWhereGIsNegative) {
    const Trajectory t = golden("minmax__bvfsm");
    EXPECT_EQ(t.column("x").back(), 10);
    EXPECT_EQ(t.column("y").back(), -10);
    EXPECT_LT(t.column("barrier_weight")[199], 0) << "the pull on y has changed its sign";
}

TEST(Bvfsm, WithATrueBarrierEveryStepStaysInside) {
    const Trajectory t = golden("coreset__bvfsm__start_0_3", {{"rule", "log_barrier"}, {"sigma", 0.01}});
    EXPECT_EQ(t.end, End::finished);
    for (std::size_t k = 0; k + 1 < t.column("slack").size(); ++k) ASSERT_GT(t.column("slack")[k] + 0.01, 0) << k;
    // The scripts' rule ends at f = 0.442 with a gap of 0.31.
    EXPECT_LT(t.column("q_hat")[4999], 0.1);
    EXPECT_GT(t.column("f").back(), 0.6);
}

TEST(Bvfsm, FollowsTheDecayOfTheReferenceCodeWhereAsked) {
    const Trajectory t = golden("coreset__bvfsm__start_0_3", {{"decay", "per_iteration"}});
    for (const int k : {0, 1, 100})
        EXPECT_NEAR(t.column("decay")[static_cast<std::size_t>(k)], 1 / std::log(1.1 * (k + 1)), 1e-15);
    EXPECT_NEAR(recorded(golden("coreset__bvfsm__start_0_3"), "decay", 7), 1 / std::log(1.1 * 5001), 1e-15);
}

TEST(Penalty, HardlyEverGrowsOnTheCoreset) {
    EXPECT_EQ(recorded(golden("coreset__penalty__start_0_3"), "updates", 4999), 3);
    EXPECT_EQ(recorded(golden("lls__penalty"), "updates", 1999), 52);
}

TEST(Penalty, NeverMovesYOfTheMinMaxGame) {
    const Trajectory t = golden("minmax__penalty");
    EXPECT_LT(largestChange(t.column("y")), 1e-12);
    EXPECT_EQ(t.column("x").back(), -10);
}

TEST(Ogda, TheScriptsVariantIsMuchFasterThanTheTrueRule) {
    EXPECT_NEAR(recorded(golden("minmax__ogda"), "radius", 1999) / 2.5e-11, 1, 0.1);
    EXPECT_NEAR(recorded(golden("minmax__ogda", {{"variant", "true"}}), "radius", 1999), 0.46, 0.01);
}

TEST(Ogda, SaysWhenTheProblemIsNoMinMaxGame) {
    EXPECT_TRUE(golden("minmax__ogda").remarks.size() <= 1);
    const auto remarks = runOf("ogda", quad(), 10).remarks;
    ASSERT_EQ(remarks.size(), 1u);
    EXPECT_NE(remarks[0].find("min–max"), std::string::npos);
}

TEST(Baselines, AreChargedForWhatTheyAsk) {
    using Asked = std::array<double, 4>;
    const NamedSettings seven{{"inner_steps", 7.0}};
    EXPECT_EQ(costOfAStep("bome", seven), (Asked{1, 7 + 2, 0, 0}));
    EXPECT_EQ(costOfAStep("bsg1", seven), (Asked{1, 7 + 1, 0, 0}));
    EXPECT_EQ(costOfAStep("bvfsm", seven), (Asked{7 + 1, 2 * 7 + 2, 0, 0}));
    EXPECT_EQ(costOfAStep("penalty", seven), (Asked{7 + 1, 7 + 1, 7, 1}));
    EXPECT_EQ(costOfAStep("ogda"), (Asked{1, 1, 0, 0}));
    EXPECT_EQ(costOfAStep("alternating", seven), (Asked{1, 7, 0, 0}));
}

// What the logged gaps hide: they are measured after as many steps as the method takes, not at the lower minimum.
TEST(Baselines, EndWithALargerGapThanTheirScriptsPrint) {
    const auto gap = [](const std::string& name) {
        const Study study = *readStudy(*readFile(inTests("golden/" + name + ".bilevel.json")));
        const Problem problem = *Problem::compile(study.problem);
        return Certifier(problem)(endOf(golden(name), problem)).lowerGap;
    };
    EXPECT_NEAR(gap("lls__bvfsm"), 0.74, 0.005);
    EXPECT_NEAR(gap("coreset__bvfsm__start_0_3"), 0.35, 0.005);
    EXPECT_NEAR(gap("minmax__penalty"), 140, 1e-9) << "at x = −10 and y = 4, g = 40 where −100 is to be had";
    EXPECT_NEAR(gap("minmax__bvfsm"), 200, 1e-9);
}

TEST(Bvfsm, HasAWeightThatDoesNotDependOnItsDecay) {
    // w ρ / (W + σ) ≈ w / (l2 ‖z‖²) where g(x, z) is small: about 0.3 on the coreset.
    const Trajectory t = golden("coreset__bvfsm__start_0_3");
    EXPECT_NEAR(recorded(t, "barrier_weight", 4999), 0.3, 0.04);
    EXPECT_EQ(recorded(t, "reversed", 4999), 0);
    EXPECT_EQ(recorded(golden("minmax__bvfsm"), "reversed", 199), 1);
}

}  // namespace
}  // namespace bilevel
