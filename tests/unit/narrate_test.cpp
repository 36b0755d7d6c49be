#include "core/io/narrate.h"

#include "core/record/row.h"

#include <gtest/gtest.h>

#include <cmath>

namespace bilevel {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double gap = std::numeric_limits<double>::quiet_NaN();

struct Recorded {
    double f, g, qHat, lambda, active;
};

/// A run of BOME as it might have been recorded.
Trajectory recorded(const std::vector<Recorded>& rows) {
    Trajectory t({"x", "y"});
    for (const Recorded& r : rows) {
        Row row(t);
        row.iterate({Vector::Zero(1), Vector::Zero(1)});
        row("f", r.f);
        row("g", r.g);
        const auto note = [&](const char* name, double value) {
            if (std::isnan(value))
                row.missing(name);
            else
                row(name, value);
        };
        note("q_hat", r.qHat);
        note("lambda", r.lambda);
        note("active", r.active);
    }
    return t;
}

std::string bome(const std::vector<Recorded>& rows, int row) {
    return narrate(*findAlgorithm("bome"), recorded(rows), row);
}

/// What becomes of q̂ from one row to the next.
std::string qHat(double from, double to) {
    const std::string all = bome({{1, 1, from, 1, 1}, {1, 1, to, 1, 1}, {1, 1, gap, gap, gap}}, 0);
    return all.substr(all.find("q̂"));
}

TEST(Narrate, TellsWhatTheMethodThinksWorthTelling) {
    const std::vector<Recorded> rows{
        {1, 1, 1, 2, 1}, {1, 1, 0.5, 0.8312, 1}, {1, 1, 0.3, 1, 1}, {1, 1, gap, gap, gap}};
    EXPECT_EQ(bome(rows, 1), "step 1: barrier active, λ = 0.831, q̂ fell by 40 %");
}

TEST(Narrate, SaysThatTheBarrierIsNotActive) {
    EXPECT_EQ(bome({{1, 1, 1, 0, 0}, {1, 1, 1.5, 1, 1}, {1, 1, gap, gap, gap}}, 0),
              "step 0: barrier not active, λ = 0, q̂ rose by 50 %");
}

TEST(Narrate, HasNoNextValueInTheLastStep) {
    EXPECT_EQ(bome({{1, 1, 0.00012345, 3, 1}, {0.5, 0.25, gap, gap, gap}}, 0),
              "step 0: barrier active, λ = 3, q̂ = 0.000123");
}

TEST(Narrate, EndsWithTheValuesAtTheEnd) {
    Trajectory t = recorded({{1, 1, 1, 1, 1}, {0.5, -0.25, gap, gap, gap}});
    t.end = End::finished;
    EXPECT_EQ(narrate(*findAlgorithm("bome"), t, 1), "finished after 1 step: f(x, y) = 0.5, g(x, y) = −0.25");
    t.end = End::diverged;
    t.reason = "f is infinite in row 1";
    EXPECT_EQ(narrate(*findAlgorithm("bome"), t, 1),
              "diverged after 1 step, f is infinite in row 1: f(x, y) = 0.5, g(x, y) = −0.25");
}

TEST(Narrate, WordsForChangesThatPercentagesDoNotSuit) {
    EXPECT_EQ(qHat(0.5, 0.5), "q̂ stayed at 0.5");
    EXPECT_EQ(qHat(0, 0.25), "q̂ rose from 0 to 0.25");
    EXPECT_EQ(qHat(0.25, 0), "q̂ fell from 0.25 to 0");
    EXPECT_EQ(qHat(0.25, -0.125), "q̂ fell from 0.25 to −0.125");
    EXPECT_EQ(qHat(-2, -3), "q̂ fell from −2 to −3");
    EXPECT_EQ(qHat(1, 1e-5), "q̂ fell by a factor of 100000");
    EXPECT_EQ(qHat(1, 1.00001), "q̂ hardly changed");
    EXPECT_EQ(qHat(-1, -1.00001), "q̂ hardly changed");
    EXPECT_EQ(qHat(1, 0.955), "q̂ fell by 4.5 %");
    EXPECT_EQ(qHat(1, inf), "q̂ becomes infinite");
    EXPECT_EQ(qHat(inf, 1), "q̂ is infinite");
    EXPECT_EQ(qHat(gap, 1), "q̂ has no value");
}

TEST(Narrate, FallsBackOnTheObjectives) {
    Algorithm silent = *findAlgorithm("bome");
    silent.told.clear();
    EXPECT_EQ(narrate(silent, recorded({{2, 4, 1, 1, 1}, {1, 3, 1, 1, 1}, {1, 1, gap, gap, gap}}), 0),
              "step 0: f(x, y) fell by 50 %, g(x, y) fell by 25 %");
}

TEST(Narrate, KeepsQuietAboutAFlagThatIsNotSet) {
    const Algorithm& cg = *findAlgorithm("aid_cg");
    Trajectory t({"x", "y"});
    for (const double broke : {0.0, 1.0, 1.0}) {
        Row row(t);
        row.iterate({Vector::Zero(1), Vector::Zero(1)});
        row("f", 1);
        row("g", 1);
        row("negative_curvature", broke);
    }
    EXPECT_EQ(narrate(cg, t, 0), "step 0: f(x, y) stayed at 1");
    EXPECT_EQ(narrate(cg, t, 1), "step 1: conjugate gradients broke off, f(x, y) stayed at 1");
}

TEST(Narrate, HasNothingToSayOfRowsThatAreNotThere) {
    const std::vector<Recorded> rows{{1, 1, 1, 1, 1}, {1, 1, gap, gap, gap}};
    EXPECT_EQ(bome(rows, -1), "");
    EXPECT_EQ(bome(rows, 2), "");
}

}  // namespace
}  // namespace bilevel
