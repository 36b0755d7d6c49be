#include "core/io/finished_run.h"
#include "core/io/gallery.h"
#include "tests/unit/known_problems.h"

namespace bilevel {
namespace {

RunRequest requestOf(std::string_view method, const Problem& problem, int iterations,
                     const NamedSettings& named = {}) {
    return {problem, findAlgorithm(method), *findAlgorithm(method)->resolve(named), problem.start(), iterations};
}

TEST(LookClosely, ShowsTheInnerStepsOfBome) {
    const RunRequest request = requestOf("bome", quad(), 20, {{"inner_steps", 7.0}});
    const Trajectory t = run(request);
    const StepDetail detail = lookClosely(request, 12);
    ASSERT_EQ(detail.paths.size(), 1u);
    const std::vector<Vector>& path = detail.paths[0].y;
    ASSERT_EQ(path.size(), 8u);
    EXPECT_EQ(path.front(), t.iterate(12, 2).y) << "they begin at the iterate";
    EXPECT_EQ(path.back()[0], recorded(t, "inner_y1", 12)) << "and end at the recorded ŷ";
    // Each is one step on g: y − α (A y − B x).
    const Eigen::Vector2d before = path[2], x = t.iterate(12, 2).x,
                          next = before - 0.05 * (quadA() * before - quadB() * x);
    EXPECT_NEAR((next - path[3]).norm(), 0, 1e-15);
}

TEST(LookClosely, ShowsTheHalfSpaceThatTheBarrierAllows) {
    const RunRequest request = requestOf("bome", quad(), 40, {{"epsilon", 0.0}});
    const Trajectory t = run(request);
    const StepDetail detail = lookClosely(request, 30);
    ASSERT_EQ(detail.halfSpaces.size(), 1u);
    EXPECT_EQ(detail.halfSpaces[0].offset, recorded(t, "phi", 30));
    Point direction;
    for (const StepDetail::Arrow& arrow : detail.arrows)
        if (arrow.id == "direction") direction = -1.0 * arrow.vector;
    EXPECT_GE(detail.halfSpaces[0].normal.dot(direction), detail.halfSpaces[0].offset * (1 - 1e-12));
    EXPECT_NEAR(direction.norm(), recorded(t, "step_norm", 30), 1e-15);
}

TEST(LookClosely, OfARowBeyondTheEndShowsNothing) {
    EXPECT_TRUE(lookClosely(requestOf("bome", quad(), 20), 25).paths.empty());
    EXPECT_TRUE(lookClosely(requestOf("bome", quad(), 20), 20).paths.empty()) << "the last row has no step";
}

TEST(LookClosely, EveryDetailHasATerm) {
    for (const Algorithm& algorithm : algorithms()) {
        const StepDetail detail = lookClosely(requestOf(algorithm.id, quad(), 4), 2);
        for (const auto& path : detail.paths) EXPECT_NE(algorithm.term(path.id), nullptr) << path.id;
        for (const auto& arrow : detail.arrows) EXPECT_NE(algorithm.term(arrow.id), nullptr) << arrow.id;
        for (const auto& half : detail.halfSpaces) EXPECT_NE(algorithm.term(half.id), nullptr) << half.id;
    }
}

// Ye et al. 2022, equation 5: where the barrier is active, the step meets it exactly.
TEST(Barrier, IsMetExactlyWhereverItIsActive) {
    int seen = 0;
    for (const GalleryEntry& entry : gallery())
        for (const char* rule : {"gradient", "gap"}) {
            const Study study = *readStudy(entry.text);
            const Problem problem = *Problem::compile(study.problem);
            const Trajectory t = runOf("bome", problem, 300, {{"barrier", rule}, {"epsilon", 0.0}});
            const auto active = t.column("active"), phi = t.column("phi"), descent = t.column("q_descent"),
                       lambda = t.column("lambda"), norm = t.column("grad_q_norm");
            for (std::size_t k = 0; k + 1 < active.size(); ++k) {
                if (active[k] != 1) continue;
                ++seen;
                // ⟨∇q̂, δ⟩ is a difference of terms as large as λ‖∇q̂‖²: they carry the rounding.
                const double scale = std::max(std::abs(phi[k]), lambda[k] * norm[k] * norm[k]);
                EXPECT_NEAR(descent[k], phi[k], 1e-12 * scale) << entry.id << ' ' << rule << " row " << k;
            }
        }
    EXPECT_GT(seen, 1000);
}

TEST(Convergence, AMethodMayEndItsOwnRun) {
    const Trajectory t = runOf("vpbgd", quad(), 100000, {{"tolerance", 1e-4}});
    EXPECT_EQ(t.end, End::converged);
    EXPECT_LT(t.rows(), 100001);
    EXPECT_LE(recorded(t, "projected_gradient", -2), 1e-4);
    EXPECT_GT(recorded(t, "projected_gradient", -3), 1e-4);
    EXPECT_NE(t.reason.find("projected gradient"), std::string::npos);
    EXPECT_TRUE(std::isnan(recorded(t, "projected_gradient", -1))) << "the last row has no step";
    EXPECT_EQ(runOf("vpbgd", quad(), 3000, {{"tolerance", 0.0}}).end, End::finished);
}

}  // namespace
}  // namespace bilevel
