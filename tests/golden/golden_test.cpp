// Rows of the BOME authors' toy experiments (double precision), which the program must reproduce.
// Source: Cranial-XIX/BOME, toy/*.py, run in double precision; see README.md in this folder.

#include "tests/unit/test_folder.h"

#include "core/io/study.h"
#include "core/run/run.h"

#include <gtest/gtest.h>

#include <charconv>
#include <fstream>
#include <sstream>

namespace bilevel {
namespace {

struct Golden {
    const char* name;
    int lastRow;  ///< rows after it differ from run to run: switching of λ amplifies rounding
    double tolerance;
};

std::ostream& operator<<(std::ostream& out, const Golden& golden) { return out << golden.name; }

class GoldenTrace : public testing::TestWithParam<Golden> {};

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> all;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) all.push_back(cell);
    return all;
}

double number(const std::string& text) {
    double value = std::nan("");
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Trajectory runStudy(const Study& study) {
    const Problem problem = *Problem::compile(study.problem);
    const StudyRun& first = study.runs.front();
    const Algorithm* algorithm = findAlgorithm(first.method);
    return run({problem, algorithm, *algorithm->resolve(first.settings), problem.start(), study.iterations});
}

TEST_P(GoldenTrace, IsReproduced) {
    const std::string path = inTests("golden/") + GetParam().name;
    const Result<Study> study = readStudy(*readFile(path + ".bilevel.json"));
    ASSERT_TRUE(study) << study.error().message;
    const Trajectory trajectory = runStudy(*study);

    std::ifstream csv(path + ".csv");
    std::string line;
    std::getline(csv, line);
    const std::vector<std::string> header = cells(line);
    int compared = 0;
    while (std::getline(csv, line)) {
        const std::vector<std::string> row = cells(line);
        const auto k = static_cast<std::size_t>(number(row[0]));
        if (k > static_cast<std::size_t>(GetParam().lastRow)) break;
        for (std::size_t c = 1; c < row.size(); ++c) {
            if (row[c].empty()) continue;
            const auto column = trajectory.column(header[c]);
            ASSERT_LT(k, column.size()) << header[c];
            const double expected = number(row[c]);
            EXPECT_NEAR(column[k], expected, GetParam().tolerance * std::max(1.0, std::abs(expected)))
                << header[c] << " in row " << k;
            ++compared;
        }
    }
    EXPECT_GT(compared, 200);
}

INSTANTIATE_TEST_SUITE_P(Bome, GoldenTrace,
                         testing::Values(Golden{"coreset__bome__start_0_3", 40, 1e-9},
                                         Golden{"minmax__bome", 200, 1e-8}, Golden{"lls__bome", 2000, 1e-8},
                                         Golden{"lls__bome__T_1", 1000, 1e-8},
                                         Golden{"lls__bome__T_10", 1000, 1e-8},
                                         Golden{"lls__bome__T_100", 1000, 1e-8}),
                         [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(Baselines, GoldenTrace,
                         testing::Values(Golden{"coreset__bsg1__start_0_3", 5000, 1e-8},
                                         Golden{"coreset__bvfsm__start_0_3", 5000, 1e-8},
                                         Golden{"coreset__penalty__start_0_3", 5000, 1e-8},
                                         Golden{"minmax__bsg1", 200, 1e-8}, Golden{"minmax__bvfsm", 200, 1e-8},
                                         Golden{"minmax__penalty", 200, 1e-8}, Golden{"minmax__ogda", 2000, 1e-8},
                                         Golden{"lls__bsg1", 2000, 1e-8}, Golden{"lls__bvfsm", 2000, 1e-8},
                                         Golden{"lls__penalty", 2000, 1e-8}),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace bilevel
