#include "tests/unit/test_folder.h"

#include "core/io/finished_run.h"
#include "core/io/narrate.h"
#include "core/io/overlay_trace.h"
#include "core/io/trace_csv.h"
#include "core/run/replay.h"

#include <gmock/gmock.h>

#include <bit>
#include <cmath>

namespace bilevel {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pointwise;
using testing::StartsWith;

/// Two variables of each level, with names that count.
Study study(int iterations = 5) {
    Study study;
    study.problem.name = "Small";
    study.problem.upperVariables = {"x1", "x2"};
    study.problem.lowerVariables = {"y1", "y2"};
    study.problem.upper = "x1^2 + x2 + y1";
    study.problem.lower = "(y1 - x1)^2 + (y2 - x2)^2";
    study.problem.start = {{"x1", 1}};
    study.iterations = iterations;
    return study;
}

TraceFile read(std::string_view csv, const Study& s = study()) {
    const Result<TraceFile> file = readTraceFile(csv, "elsewhere.csv", s.problem.variables());
    EXPECT_TRUE(file) << (file ? "" : file.error().message);
    return file ? *file : TraceFile{};
}

std::string mistake(std::string_view csv, const Study& s = study()) {
    const Result<Study> next = withTrace(s, csv, "elsewhere.csv");
    return next ? "" : next.error().message;
}

Study overlaid(std::string_view csv, Study s = study()) {
    const Result<Study> next = withTrace(std::move(s), csv, "elsewhere.csv");
    EXPECT_TRUE(next) << (next ? "" : next.error().message);
    return next ? *next : Study{};
}

Trajectory trajectoryOf(const Study& s, std::size_t index) {
    return run(*requestRun(s, *Problem::compile(s.problem), s.runs[index]));
}

/// By name, what each variable was matched with.
std::vector<std::string> matched(const TraceFile& file, const TraceMatch& match) {
    std::vector<std::string> names;
    for (const int column : match.variables)
        names.push_back(column < 0 ? "" : file.columns[static_cast<std::size_t>(column)].name);
    return names;
}

std::vector<std::string> labels(const Study& s) {
    std::vector<std::string> all;
    for (const StudyRun& each : s.runs) all.push_back(each.label);
    return all;
}

MATCHER(SameBits, "") {
    return std::bit_cast<std::uint64_t>(std::get<0>(arg)) == std::bit_cast<std::uint64_t>(std::get<1>(arg));
}

TEST(OverlayTrace, AuthorsRowsCoincideWithOurOwnRun) {
    const Study own = *readStudy(*readFile(inTests("golden/lls__bome.bilevel.json")));
    const Study both = overlaid(*readFile(inTests("golden/lls__bome.csv")), own);
    ASSERT_EQ(both.runs.size(), 2u);
    const Trajectory ours = trajectoryOf(both, 0), theirs = trajectoryOf(both, 1);
    ASSERT_GT(theirs.rows(), 100);
    EXPECT_EQ(theirs.iterationAt(theirs.rows() - 1), own.iterations);
    for (const char* column : {"x", "y1", "y2", "f", "g", "q_hat", "inner_y1"})
        for (int row = 0; row + 1 < theirs.rows(); ++row) {
            const auto k = static_cast<std::size_t>(theirs.iterationAt(row));
            const double expected = ours.column(column)[k];
            EXPECT_NEAR(theirs.column(column)[static_cast<std::size_t>(row)], expected,
                        1e-8 * std::max(1.0, std::abs(expected)))
                << column << " in iteration " << k;
        }
    EXPECT_THAT(theirs.remarks, IsEmpty());
}

TEST(OverlayTrace, OurOwnTraceComesBackBitForBit) {
    Study s = study();
    s.runs = {{.method = "bome"}, {.method = "alternating"}};
    std::vector<FinishedRun> runs;
    for (std::size_t i = 0; i < s.runs.size(); ++i)
        runs.push_back({*requestRun(s, *Problem::compile(s.problem), s.runs[i]), trajectoryOf(s, i)});
    const Study both = overlaid(writeTrace(s, runs), s);
    EXPECT_THAT(labels(both), ElementsAre("", "", "bome", "alternating"));
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Trajectory back = trajectoryOf(both, i + 2);
        ASSERT_EQ(back.rows(), runs[i].trajectory.rows());
        for (const std::string& column : runs[i].trajectory.columns()) {
            const auto values = runs[i].trajectory.column(column);
            const bool known = std::ranges::any_of(values, [](double v) { return !std::isnan(v); });
            if (!known) continue;
            EXPECT_THAT(back.column(column), Pointwise(SameBits(), values)) << column;
        }
    }
}

TEST(OverlayTrace, MatchesNamesThatAreSpeltDifferently) {
    const TraceFile file = read("Iter,X_1,x[2], y1 ,Y(2),Time,loss\n0,1,2,3,4,0.5,9\n");
    const TraceMatch match = matchTrace(file, study().problem);
    EXPECT_THAT(matched(file, match), ElementsAre("X_1", "x[2]", "y1", "Y(2)"));
    EXPECT_EQ(file.columns[static_cast<std::size_t>(match.iteration)].name, "Iter");
    EXPECT_EQ(file.columns[static_cast<std::size_t>(match.seconds)].name, "Time");
    EXPECT_THAT(keptColumns(file, match), ElementsAre("loss"));
}

TEST(OverlayTrace, ReadsWhatBenchoptWrites) {
    const TraceFile file = read(
        ",solver_name,idx_rep,stop_val,time,objective_value,objective_x1,objective_x2,"
        "objective_y1,objective_y2\n"
        "0,AmIGO,0,1,0.1,5,1,2,3,4\n1,AmIGO,0,10,0.2,4,1,2,3,4\n"
        "2,SOBA,0,1,0.1,5,1,2,3,4\n3,SOBA,0,10,0.3,4,1,2,3,4\n4,SOBA,1,1,0.1,6,1,2,3,4\n");
    ASSERT_EQ(file.runs.size(), 3u);
    EXPECT_EQ(file.runs[0].name, "AmIGO");
    EXPECT_EQ(file.runs[1].name, "SOBA");
    EXPECT_EQ(file.runs[2].name, "SOBA 2");
    const TraceMatch match = matchTrace(file, study().problem);
    EXPECT_FALSE(checkMatch(file, study().problem, match));
    EXPECT_EQ(match.f, -1) << "the value function is not f";
    const Trajectory first =
        trajectoryOf(overlaid("stop_val,time,objective_x1,objective_x2,objective_y1,objective_y2\n"
                              "1,0.1,1,2,3,4\n10,0.2,1,2,3,4\n"),
                     0);
    EXPECT_EQ(first.iterationAt(1), 10);
    EXPECT_EQ(first.cpuSecondsAt(1), 0.2);
    EXPECT_EQ(first.column("f")[0], 1 + 2 + 3);
}

TEST(OverlayTrace, ComputesTheObjectivesThatAreMissing) {
    const Study s = overlaid("x1,x2,y1,y2\n1,2,3,4\n0,-1,0.5,-2\n");
    const Trajectory t = trajectoryOf(s, 0);
    EXPECT_THAT(t.column("f"), ElementsAre(6, -0.5));
    EXPECT_THAT(t.column("g"), ElementsAre(8, 1.25));
    EXPECT_EQ(name(t.end), "recorded");
    EXPECT_EQ(s.runs[0].label, "elsewhere");
}

TEST(OverlayTrace, SaysWhereTheFilesObjectiveIsAnother) {
    const Trajectory t = trajectoryOf(overlaid("iteration,x1,x2,y1,y2,f\n0,1,2,3,4,6\n7,1,2,3,4,6.5\n"), 0);
    EXPECT_THAT(t.column("f"), ElementsAre(6, 6.5)) << "what was recorded stays";
    ASSERT_EQ(t.remarks.size(), 1u);
    EXPECT_THAT(t.remarks[0], HasSubstr("6.5 in iteration 7, where the formula gives 6"));
}

TEST(OverlayTrace, TakesNoOtherLetterForAnObjective) {
    const TraceFile file = read("x1,x2,y1,y2,F,G\n1,2,3,4,5,6\n");
    const TraceMatch match = matchTrace(file, study().problem);
    EXPECT_EQ(match.f, -1) << "F is often the value function, or the upper objective beside a lower f";
    EXPECT_EQ(match.g, -1);
    EXPECT_THAT(keptColumns(file, match), ElementsAre("F", "G"));
}

TEST(OverlayTrace, KeepsColumnsOfItsOwnAndGaps) {
    const Trajectory t = trajectoryOf(overlaid("x1,x2,y1,y2,loss\n1,2,3,4,nan\n1,2,3,4,-inf\n1,2,3,4,0.1\n"), 0);
    const auto loss = t.column("loss");
    EXPECT_TRUE(std::isnan(loss[0]));
    EXPECT_EQ(loss[1], -INFINITY);
    EXPECT_EQ(loss[2], 0.1);
    const Term* const term = recordedTerm(t, "loss");
    ASSERT_NE(term, nullptr);
    EXPECT_EQ(term->symbol, "loss");
    EXPECT_EQ(recordedTerm(t, "q_hat")->symbol, "q̂");
    EXPECT_EQ(recordedTerm(t, "inner_y1"), nullptr) << "a component of a vector";
}

TEST(OverlayTrace, ARunEndsWhereIterationsBeginAgain) {
    const Study s = overlaid("iteration,x1,x2,y1,y2\n0,1,2,3,4\n1,1,2,3,4\n0,5,2,3,4\n1,5,2,3,4\n2,5,2,3,4\n");
    ASSERT_EQ(s.runs.size(), 2u);
    EXPECT_EQ(s.runs[0].recording->rows(), 2);
    EXPECT_EQ(s.runs[1].recording->rows(), 3);
}

TEST(OverlayTrace, AStepOverIterationsThatWereLeftOutIsToldAsSuch) {
    const Trajectory t = trajectoryOf(overlaid("k,x1,x2,y1,y2\n0,1,2,3,4\n1,1,2,2,4\n7,1,2,1,4\n"), 0);
    EXPECT_THAT(narrate(recordedElsewhere(), t, 0), StartsWith("step 0: f(x, y) fell by 16.7 %"));
    EXPECT_THAT(narrate(recordedElsewhere(), t, 1), StartsWith("iterations 1 to 7: f(x, y) fell by 20 %"));
    EXPECT_THAT(narrate(recordedElsewhere(), t, 2), StartsWith("recorded after 7 steps: f(x, y) = 4"));
}

TEST(OverlayTrace, AVariableMayHaveAnyName) {
    Study s = study();
    s.problem.upperVariables = {"f", "run"};
    s.problem.lowerVariables = {"iteration", "k"};
    s.problem.upper = "f + run";
    s.problem.lower = "(iteration - k)^2";
    s.problem.start.clear();
    const Trajectory t = trajectoryOf(overlaid("f,run,iteration,k\n1,2,0.5,4\n2,2,0.25,4\n", s), 0);
    EXPECT_THAT(t.coordinate(0), ElementsAre(1, 2));
    EXPECT_THAT(t.coordinate(2), ElementsAre(0.5, 0.25));
    EXPECT_THAT(t.column("f"), ElementsAre(3, 4)) << "the objective";
}

TEST(OverlayTrace, GuessesNamesThatCountFromZero) {
    const TraceFile file = read("w,x_0,x_1,y_0,y_1\n9,1,2,3,4\n");
    const TraceMatch match = matchTrace(file, study().problem);
    EXPECT_TRUE(checkMatch(file, study().problem, match)) << "this is not sure enough to go unasked";
    EXPECT_THAT(matched(file, guessRest(file, study().problem, match)), ElementsAre("x_0", "x_1", "y_0", "y_1"));
}

TEST(OverlayTrace, GuessesWhatIsLeftInItsOrder) {
    const TraceFile file = read("iteration,x1,x2,theta,omega\n0,1,2,3,4\n");
    const TraceMatch match = guessRest(file, study().problem, matchTrace(file, study().problem));
    EXPECT_THAT(matched(file, match), ElementsAre("x1", "x2", "theta", "omega"));
}

TEST(OverlayTrace, SaysWhatIsWrongAndWhere) {
    EXPECT_EQ(mistake("x1,x2,y1\n1,2,3\n"),
              "there is no column for the variable ‘y2’; the columns are x1, x2, y1");
    EXPECT_THAT(mistake("x1,x2,y1,z2\n1,2,3,4\n"), HasSubstr("did you mean ‘z2’?"));
    EXPECT_EQ(mistake("x1,x2,y1,y2\n1,2,3,4\n1,abc,3,4\n"), "line 3, column ‘x2’: ‘abc’ is not a number");
    EXPECT_EQ(mistake("x1,x2,y1,y2\nabc,2,3,4\n"), "line 2, column ‘x1’: ‘abc’ is not a number");
    EXPECT_EQ(mistake("x1;x2;y1;y2\n1;2;3;4\n1;2,5;3;4\n"),
              "line 3, column ‘x2’: ‘2,5’ is not a number; decimals are written with a point");
    EXPECT_THAT(mistake("iteration,x1,x2,y1,y2\n0,1,2,3,4\n1.5,1,2,3,4\n"),
                HasSubstr("line 3, column ‘iteration’: iterations are whole numbers from 0"));
    std::string standing = "k,x1,x2,y1,y2\n";
    for (std::size_t i = 0; i <= maximumRunsInFile; ++i) standing += "0,1,2,3,4\n";
    EXPECT_EQ(mistake(standing), "line 102: up to here, more than 100 runs are told apart");
    EXPECT_EQ(mistake("x1,x2,x1\n1,2,3\n"), "the header names ‘x1’ twice");
    EXPECT_EQ(mistake("x1,x2\n1,2,3\n"), "line 2: has 3 fields, but the header has 2");
}

TEST(OverlayTrace, RefusesMoreThanAStudyCanHold) {
    std::string csv = "x1,x2,y1,y2\n";
    for (std::size_t i = 0; i <= maximumRecordedNumbers / 4; ++i) csv += "1,2,3,4\n";
    EXPECT_THAT(mistake(csv), HasSubstr("400000 are the most"));
    EXPECT_THAT(writeStudy(overlaid(csv.substr(0, csv.size() - 8))).size(), testing::Lt(maximumFileSize));
}

TEST(OverlayTrace, SavedAndOpenedItIsTheSameToTheLastBit) {
    const Study s = overlaid(
        "iteration,x1,x2,y1,y2,f,loss\n0,0.1,-0,1e-320,4,nan,inf\n3,1.7976931348623157e308,2,3,4,6."
        "162975822039155e-32,\n");
    const std::string text = writeStudy(s);
    const Result<Study> back = readStudy(text);
    ASSERT_TRUE(back) << back.error().path << ": " << back.error().message;
    EXPECT_EQ(*back, s);
    EXPECT_EQ(writeStudy(*back), text);
    EXPECT_TRUE(std::signbit((*back->runs[0].recording->variable("x2"))[0]));
}

TEST(OverlayTrace, DataThatNoLongerFitSayWhatTheyLack) {
    Study s = overlaid("x1,x2,y1,y2\n1,2,3,4\n");
    s.problem.lowerVariables.push_back("z");
    s.problem.lower += " + z^2";
    const Result<Study> opened = readStudy(writeStudy(s));
    ASSERT_TRUE(opened) << "the data are kept";
    const auto request = requestRun(*opened, *Problem::compile(opened->problem), opened->runs[0]);
    ASSERT_FALSE(request);
    EXPECT_EQ(request.error().message, "the data of elsewhere.csv have no column for the variable ‘z’");
}

struct Spoilt {
    const char *part, *by, *path, *words;
};
void PrintTo(const Spoilt& s, std::ostream* out) { *out << s.part << " → " << s.by; }

class BadRecording : public testing::TestWithParam<Spoilt> {};

TEST_P(BadRecording, IsRefusedWithItsPath) {
    std::string text = writeStudy(overlaid("iteration,x1,x2,y1,y2\n0,1,2,3,4\n2,1,2,3,4\n"));
    const std::size_t at = text.find(GetParam().part);
    ASSERT_NE(at, std::string::npos) << text;
    text.replace(at, std::string_view(GetParam().part).size(), GetParam().by);
    const Result<Study> read = readStudy(text);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().path, GetParam().path);
    EXPECT_THAT(read.error().message, HasSubstr(GetParam().words));
}

INSTANTIATE_TEST_SUITE_P(
    Of, BadRecording,
    testing::Values(
        Spoilt{"\"trace\":", "\"track\":", "runs[0]", "‘trace’ is missing"},
        Spoilt{"\"variables\": { \"x1\"", "\"variable\": { \"x1\"", "runs[0].trace", "‘variables’ is missing"},
        Spoilt{"[1, 1]", "[1]", "runs[0].trace.variables.x2", "has 2 numbers, but the first variable has 1"},
        Spoilt{"[2, 2]", "[2, \"two\"]", "runs[0].trace.variables.x2[1]", "must be a number"},
        Spoilt{"\"iteration\": [0, 2]", "\"seconds\": [2, 0]", "runs[0].trace.columns.seconds", "must not fall"},
        Spoilt{"[0, 2]", "[2, 0]", "runs[0].trace.columns.iteration", "whole numbers that increase"}));

}  // namespace
}  // namespace bilevel
