#include "tests/unit/test_folder.h"

#include "core/io/study.h"

#include <gmock/gmock.h>

namespace bilevel {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

std::string everything() { return *readFile(inTests("data/studies/v1/everything.bilevel.json")); }

Study smallStudy() {
    Study study;
    study.problem.upper = "x^2 + y";
    study.problem.lower = "(y - x)^2";
    return study;
}

TEST(Study, NeedsOnlyItsTwoLevels) {
    const auto study = readStudy(R"({"format": "bilevelscope", "version": 1, "problem": {
        "upper": {"variables": ["x"], "objective": "x^2 + y"}, "lower": {"variables": ["y"], "objective": "(y - x)^2"}}})");
    ASSERT_TRUE(study) << study.error().message;
    EXPECT_EQ(*study, smallStudy());
    EXPECT_EQ(study->iterations, 500);
    EXPECT_EQ(study->problem.startOf("x"), 0);
}

TEST(Study, ReadsEverythingThatVersionOneCanSay) {
    const auto study = readStudy(everything());
    ASSERT_TRUE(study) << study.error().path << ": " << study.error().message;
    const ProblemText& problem = study->problem;
    EXPECT_EQ(problem.name, "Everything a study can say");
    EXPECT_EQ(problem.reference, "tests");
    EXPECT_THAT(problem.variables(), ElementsAre("v1", "v2", "t1", "t2"));
    EXPECT_EQ(problem.upper, "a*(t1 - 3)^2 + s");
    EXPECT_EQ(problem.definitions[1], (DefinitionText{"twice", "2*s"}));
    EXPECT_EQ(problem.parameters[0], (ParameterText{"a", 1.5, -2, 2}));
    EXPECT_EQ(problem.boundsOf("v2").minimum, 0);
    EXPECT_EQ(problem.boundsOf("v2").maximum, std::numeric_limits<double>::infinity());
    EXPECT_EQ(problem.boundsOf("t2"), (Interval{-std::numeric_limits<double>::infinity(), 4}));
    EXPECT_THAT(problem.start, ElementsAre(Pair("t1", -3), Pair("t2", 4), Pair("v1", 0.1)));
    EXPECT_EQ(problem.view, (View{"t1", "t2", {-4, 4}, {-4, 4}}));
    EXPECT_EQ(problem.solution->upperObjective, 0.72);
    EXPECT_EQ(study->iterations, 250);
    ASSERT_EQ(study->runs.size(), 2u);
    EXPECT_EQ(std::get<double>(study->runs[0].settings.at("eta")), 0.25);
    EXPECT_EQ(std::get<std::string>(study->runs[0].settings.at("barrier")), "gap");
    EXPECT_FALSE(study->runs[0].visible);
    EXPECT_EQ(study->runs[0].start.at("t1"), 3);
    EXPECT_EQ(study->runs[0].label, "η small, barrier by gap");
    EXPECT_EQ(study->runs[0].colour, 4);
    EXPECT_EQ(study->runs[0].marker, 11);
    EXPECT_EQ(study->runs[1].label, "");
    EXPECT_FALSE(study->runs[1].colour || study->runs[1].marker);
}

TEST(Study, KeepsWhatItDoesNotKnow) {
    const std::string text = everything();
    const std::string written = writeStudy(*readStudy(text));
    for (const char* kept :
         {R"("note": "unknown, in a level")", R"("colour": "unknown, in a definition")", R"("step": 0.25)",
          R"("tags": ["unknown", { "in": "the problem" }])", R"("comment": "unknown, in a run")",
          R"("weights": [1, 2, 3])", R"("schedule": "cosine")", R"("author")", R"("since": 2031)"})
        EXPECT_THAT(written, HasSubstr(kept));
    EXPECT_THAT(written, HasSubstr(R"("method": "a_method_of_the_future")"));
}

TEST(Study, WritesAFileBackAsItWas) { EXPECT_EQ(writeStudy(*readStudy(everything())), everything()); }

TEST(Study, SurvivesWritingAndReading) {
    const Study study = *readStudy(everything());
    EXPECT_EQ(*readStudy(writeStudy(study)), study);
}

TEST(Study, KeepsEveryBitOfANumber) {
    Study study = smallStudy();
    for (const double value : {0.1, 1.0 / 3, 1e-300, -1.7976931348623157e308, 5e-324, 123456789012345678.0}) {
        study.problem.start["x"] = value;
        EXPECT_EQ(readStudy(writeStudy(study))->problem.start.at("x"), value);
    }
}

TEST(Study, SpellsTheSameStudyTheSameWay) {
    const auto study = readStudy(
        R"({"runs": [{"visible": true, "settings": {"inner_steps": 3, "eta": 1}, "method": "bome"}], "iterations": 10, "problem":
        {"start": {"y": 1, "x": 2}, "lower": {"objective": "(y - x)^2", "variables": ["y"]},
         "upper": {"objective": "x^2 + y", "variables": ["x"]}}, "version": 1, "format": "bilevelscope"})");
    ASSERT_TRUE(study) << study.error().message;
    EXPECT_EQ(writeStudy(*study), R"({
  "format": "bilevelscope",
  "version": 1,
  "problem": {
    "upper": { "variables": ["x"], "objective": "x^2 + y" },
    "lower": { "variables": ["y"], "objective": "(y - x)^2" },
    "start": { "x": 2, "y": 1 }
  },
  "iterations": 10,
  "runs": [
    { "method": "bome", "settings": { "eta": 1, "inner_steps": 3 }, "visible": true }
  ]
}
)");
}

TEST(Study, ForgetsWhatBelongedToARemovedPart) {
    Study study = *readStudy(everything());
    study.problem.definitions.pop_back();
    study.problem.parameters.erase(study.problem.parameters.begin());
    study.problem.upper = "(t1 - 3)^2 + s";
    const std::string written = writeStudy(study);
    EXPECT_THAT(written, Not(HasSubstr("unknown, in a definition")));
    EXPECT_THAT(written, Not(HasSubstr("0.25,\n")));
    EXPECT_THAT(written, HasSubstr("unknown, in a level"));
    EXPECT_TRUE(readStudy(written));
}

TEST(Study, ReadsTextOfAnyScript) {
    Study study = smallStudy();
    study.problem.name = "Täl, долина, 谷, \"quoted\" \\ back\nnew line";
    EXPECT_EQ(readStudy(writeStudy(study))->problem.name, study.problem.name);
}

TEST(Study, TakesNullForNoBoundAtAll) {
    const auto study =
        readStudy(R"({"format": "bilevelscope", "version": 1, "problem": {"bounds": {"x": null, "y": [null, null]},
        "upper": {"variables": ["x"], "objective": "x"}, "lower": {"variables": ["y"], "objective": "y^2"}}})");
    ASSERT_TRUE(study) << study.error().message;
    EXPECT_EQ(study->problem.boundsOf("x"), Interval{});
    EXPECT_EQ(study->problem.boundsOf("y"), Interval{});
}

}  // namespace
}  // namespace bilevel
