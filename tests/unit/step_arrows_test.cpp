// What methods show of a step that is looked at closely: arrows that add up to the step, and paths of lower
// variables that lead from the iterate to where the method says they lead.

#include "tests/unit/known_problems.h"

#include <string>
#include <tuple>

namespace bilevel {
namespace {

struct Look {
    int row;
    Problem problem = quad();
    RunRequest request;
    Trajectory trajectory;
    StepDetail detail;

    explicit Look(std::string_view method, const NamedSettings& named = {}, int at = 6)
        : row(at),
          request{problem, findAlgorithm(method), *findAlgorithm(method)->resolve(named), problem.start(), 20},
          trajectory(run(request)),
          detail(lookClosely(request, row)) {}

    /// By id: what the row recorded, and what it showed only now.
    Point arrow(std::string_view id) const {
        for (const StepDetail::Arrow& arrow : detail.arrows)
            if (arrow.id == id) return arrow.vector;
        Point vector = 0.0 * problem.start();
        for (Eigen::Index i = 0; i < vector.size(); ++i) {
            const std::string column = std::string(id) + '_' + problem.variables()[static_cast<std::size_t>(i)];
            if (!trajectory.column(column).empty()) vector[i] = recorded(trajectory, column, row);
        }
        return vector;
    }
    const std::vector<Vector>& path(std::string_view id) const {
        for (const StepDetail::Path& path : detail.paths)
            if (path.id == id) return path.y;
        static const std::vector<Vector> none;
        return none;
    }
    Point iterate(int k) const { return trajectory.iterate(k, problem.nx()); }
};

/// Does the move go along the direction, as far as it goes?
void expectParallel(const Vector& move, const Vector& direction) {
    EXPECT_NEAR(move.dot(direction), move.norm() * direction.norm(), 1e-9 * move.norm() * direction.norm());
}

struct Pulls {
    const char *method, *first, *second, *direction;
    NamedSettings settings = {};
};
class PullsOf : public testing::TestWithParam<Pulls> {};

TEST_P(PullsOf, AddUpToTheStep) {
    bool both = false;
    for (const int row : {0, 3, 12}) {
        const Look look(GetParam().method, GetParam().settings, row);
        const Point first = look.arrow(GetParam().first), second = look.arrow(GetParam().second),
                    direction = look.arrow(GetParam().direction);
        both |= first.norm() > 0 && second.norm() > 0;
        EXPECT_LE((first + second - direction).norm(), 1e-14 * (first.norm() + second.norm()));
        const Point move = look.iterate(row + 1) - look.iterate(row);
        expectParallel(move.x, direction.x);
        if (direction.y.norm() > 0) expectParallel(move.y, direction.y);
    }
    EXPECT_TRUE(both);
}

INSTANTIATE_TEST_SUITE_P(
    Methods, PullsOf,
    testing::Values(Pulls{"bome", "pull_f", "pull_q", "direction"}, Pulls{"dbgd", "pull_f", "pull_g", "direction"},
                    Pulls{"pgd_cqa", "pull_f", "pull_s", "direction"},
                    Pulls{"safe_gradient_flow", "pull_f", "pull_h", "flow"},
                    Pulls{"vpbgd", "pull_f", "pull_q", "direction"},
                    Pulls{"f2sa", "pull_f", "pull_q", "direction"}, Pulls{"meha", "pull_f", "pull_q", "direction"},
                    Pulls{"gpbgd", "pull_f", "pull_s", "direction"},
                    Pulls{"penalty", "pull_f", "pull_s", "direction"},
                    Pulls{"bvfsm", "pull_f", "pull_q", "direction", {{"rule", "log_barrier"}, {"sigma", 0.01}}}),
    [](const auto& test) { return std::string(test.param.method); });

TEST(LookClosely, PathsOfYLeadFromTheIterateToTheNext) {
    int seen = 0;
    for (const Algorithm& algorithm : algorithms()) {
        const Look look(algorithm.id);
        for (const char* id : {"lower_path", "penalised_path"}) {
            const std::vector<Vector>& path = look.path(id);
            if (path.empty()) continue;
            ++seen;
            const auto start = algorithm.id == "bvfsm" ? path.front() : look.iterate(look.row).y;
            EXPECT_EQ(path.front(), start) << algorithm.id;
            EXPECT_EQ(path.back(), look.iterate(look.row + 1).y) << algorithm.id;
            EXPECT_GT(path.size(), 1U) << algorithm.id;
        }
    }
    EXPECT_GE(seen, 15);
}

TEST(LookClosely, PathsOfTrackersEndWhereTheTrackerIs) {
    for (const auto& [method, path, point] :
         {std::tuple{"vpbgd", "tracker_path", "tracker"}, std::tuple{"f2sa", "tracker_path", "tracker"},
          std::tuple{"bvfsm", "inner_path", "inner"}, std::tuple{"bome", "inner_path", "inner"}}) {
        const Look look(method);
        ASSERT_GT(look.path(path).size(), 1U) << method;
        EXPECT_EQ(look.path(path).back(), look.arrow(point).y) << method;
        if (std::string_view(method) == "bome") continue;  // its ŷ begins at y
        const std::string column = std::string(point) + "_y1";
        EXPECT_EQ(look.path(path).front()[0], recorded(look.trajectory, column, look.row - 1)) << method;
    }
}

TEST(LookClosely, TheChosenDirectionLiesInItsHalfSpace) {
    for (const char* method : {"bome", "dbgd", "pgd_cqa"}) {
        const NamedSettings exact{{"epsilon", 0.0}};  // BOME's safe division lets the step fall short of φ
        const Look look(method, std::string_view(method) == "bome" ? exact : NamedSettings{});
        ASSERT_EQ(look.detail.halfSpaces.size(), 1U) << method;
        const StepDetail::HalfSpace& half = look.detail.halfSpaces[0];
        EXPECT_GE(half.normal.dot(half.chosen), half.offset - 1e-12 * std::abs(half.offset)) << method;
        EXPECT_EQ((half.chosen + look.arrow("direction")).norm(), 0) << method;
    }
}

TEST(LookClosely, MayBeStopped) {
    const Look look("bome");
    int asked = 0;
    const StepDetail stopped = lookClosely(look.request, look.row, [&](int) { return ++asked < 3; });
    EXPECT_TRUE(stopped.arrows.empty());
    EXPECT_EQ(asked, 3);
}

}  // namespace
}  // namespace bilevel
