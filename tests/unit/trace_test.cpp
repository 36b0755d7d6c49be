#include "core/io/trace_csv.h"

#include <gmock/gmock.h>

#include <charconv>

namespace bilevel {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

Study study(const std::string& runs, const std::string& upper = "x^2 + y") {
    return *readStudy(R"({"format": "bilevelscope", "version": 1, "problem": {"name": "Two\nlines, \"quoted\"",
        "upper": {"variables": ["x"], "objective": ")" +
                      upper + R"("}, "lower": {"variables": ["y"], "objective": "(y - x)^2"},
        "start": {"x": 1, "y": 0.1}}, "iterations": 3, "runs": [)" +
                      runs + "]}");
}

std::vector<FinishedRun> runAll(const Study& study) {
    const Problem problem = *Problem::compile(study.problem);
    std::vector<FinishedRun> runs;
    for (const StudyRun& wanted : study.runs) {
        const RunRequest request = *requestRun(study, problem, wanted);
        runs.push_back({request, run(request)});
    }
    return runs;
}

std::vector<std::string> split(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = text.find(separator, begin)) != std::string::npos;
         begin = end + separator.size())
        parts.push_back(text.substr(begin, end - begin));
    parts.push_back(text.substr(begin));
    return parts;
}

/// The lines of a trace without its comments; each as its fields.
std::vector<std::vector<std::string>> table(const std::string& csv) {
    std::vector<std::vector<std::string>> rows;
    for (const std::string& line : split(csv, "\r\n"))
        if (!line.empty() && !line.starts_with('#')) rows.push_back(split(line, ","));
    return rows;
}

std::string field(const std::vector<std::vector<std::string>>& rows, std::size_t row, const std::string& column) {
    const auto it = std::ranges::find(rows[0], column);
    return it == rows[0].end() ? "no such column" : rows[row + 1][static_cast<std::size_t>(it - rows[0].begin())];
}

double number(const std::string& text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

const std::string bome = R"({"method": "bome", "settings": {"inner_steps": 2}})";
const std::string alternating = R"({"method": "alternating"})";

TEST(Trace, HasTheColumnsOfTheContractInOrder) {
    const Study both = study(bome + "," + alternating);
    const auto rows = table(writeTrace(both, runAll(both)));
    const std::vector<std::string> header = rows[0];
    EXPECT_THAT(std::vector(header.begin(), header.begin() + 7),
                ElementsAre("run", "method", "iteration", "x", "y", "f", "g"));
    EXPECT_THAT(std::vector(header.end() - 4, header.end()),
                ElementsAre("f_gradients", "g_gradients", "hessian_vector_products", "jacobian_vector_products"));
    for (const char* diagnostic :
         {"q_hat", "lambda", "phi", "grad_f_norm", "grad_q_norm", "cosine", "active", "inner_y"})
        EXPECT_EQ(std::ranges::count(header, diagnostic), 1) << diagnostic;
}

TEST(Trace, StacksTheRuns) {
    const Study both = study(bome + "," + alternating);
    const auto rows = table(writeTrace(both, runAll(both)));
    ASSERT_EQ(rows.size(), 1u + 2 * 4);
    for (std::size_t i = 0; i < 8; ++i) {
        EXPECT_EQ(rows[i + 1].size(), rows[0].size());
        EXPECT_EQ(field(rows, i, "run"), i < 4 ? "0" : "1");
        EXPECT_EQ(field(rows, i, "method"), i < 4 ? "bome" : "alternating");
        EXPECT_EQ(field(rows, i, "iteration"), std::to_string(i % 4));
    }
}

TEST(Trace, MayBeAPartOfEveryRun) {
    const Study both = study(bome + "," + alternating);
    const auto runs = runAll(both);
    const std::vector<RowRange> part{{1, 2}, {3, 100}};
    const auto rows = table(writeTrace(both, runs, part));
    const auto all = table(writeTrace(both, runs));
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[1], all[2]);
    EXPECT_EQ(rows[2], all[3]);
    EXPECT_EQ(rows[3], all[8]);
    const std::vector<RowRange> none{{2, 1}, {-5, 0}};
    EXPECT_EQ(table(writeTrace(both, runs, none)).size(), 2U);
}

TEST(Trace, LeavesGapsEmpty) {
    const Study both = study(bome + "," + alternating);
    const auto rows = table(writeTrace(both, runAll(both)));
    EXPECT_NE(field(rows, 2, "lambda"), "");
    EXPECT_EQ(field(rows, 3, "lambda"), "") << "no step is taken from the last row";
    EXPECT_EQ(field(rows, 5, "lambda"), "") << "the other method has no multiplier";
    EXPECT_NE(field(rows, 3, "f"), "");
}

TEST(Trace, RepeatsEveryBit) {
    const Study one = study(bome);
    const auto runs = runAll(one);
    const auto rows = table(writeTrace(one, runs));
    const Trajectory& trajectory = runs[0].trajectory;
    for (const std::string& column : trajectory.columns())
        for (std::size_t k = 0; k + 1 < 4; ++k)
            EXPECT_EQ(number(field(rows, k, column)), trajectory.column(column)[k]) << column;
    EXPECT_EQ(field(rows, 0, "y"), "0.10000000000000001");
    EXPECT_EQ(field(rows, 0, "x"), "1");
}

TEST(Trace, SpellsWhatIsNotANumber) {
    const Study diverging = study(bome, "1/(x - 1)");
    const auto rows = table(writeTrace(diverging, runAll(diverging)));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(field(rows, 0, "f"), "inf");
}

TEST(Trace, SaysHowItWasMade) {
    const Study one = study(bome);
    const std::string csv = writeTrace(one, runAll(one));
    const auto lines = split(csv, "\r\n");
    EXPECT_THAT(lines[0], StartsWith("# bilevelscope "));
    EXPECT_THAT(lines[1], AllOf(StartsWith("# study "), HasSubstr("Two lines, \"quoted\"")));
    EXPECT_THAT(lines[2],
                StartsWith("# run 0: bome eta=0.5 inner_steps=2 inner_step_size=0.05 upper_step_size=0.05"));
    EXPECT_THAT(lines[2], HasSubstr("barrier=gradient epsilon=1e-08 "));
    EXPECT_THAT(lines[2], HasSubstr("; start x=1 y=0.1; 3 iterations: finished"));
    EXPECT_THAT(lines[3], StartsWith("run,method,iteration"));
    EXPECT_EQ(csv.substr(csv.size() - 2), "\r\n");
    EXPECT_EQ(std::ranges::count(csv, '\n'), std::ranges::count(csv, '\r'));
}

TEST(ContentHash, ChangesWithTheStudyAndWithNothingElse) {
    EXPECT_EQ(contentHash(study(bome)), contentHash(study(bome)));
    EXPECT_NE(contentHash(study(bome)), contentHash(study(alternating)));
}

}  // namespace
}  // namespace bilevel
