#include "core/io/explain.h"
#include "core/io/study.h"

#include <gmock/gmock.h>

namespace bilevel {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

const std::string good = R"json({
  "format": "bilevelscope",
  "version": 1,
  "problem": {
    "name": "N",
    "upper": { "variables": ["x"], "objective": "x^2 + a*y" },
    "lower": { "variables": ["y1", "y"], "objective": "(y - s)^2 + y1^2" },
    "definitions": [ { "name": "s", "formula": "sin(x)" } ],
    "parameters": [ { "name": "a", "value": 1, "range": [-2, 2] } ],
    "bounds": { "x": [-3, 3] },
    "start": { "x": 1, "y": 2 },
    "view": { "horizontal": "x", "vertical": "y", "horizontal_range": [-3, 3], "vertical_range": [-2, 2] },
    "solution": { "point": { "x": 0 }, "upper_objective": 0, "status": "optimal" }
  },
  "iterations": 100,
  "runs": [ { "method": "bome", "settings": { "eta": 0.5 }, "start": { "x": 2 }, "visible": true } ]
})json";

/// The good study with one thing in it replaced.
std::string spoilt(const std::string& part, const std::string& by) {
    std::string text = good;
    const std::size_t at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return text.replace(at, part.size(), by);
}

struct Mistake {
    const char *part, *by;          ///< what is replaced in the good study
    const char *path, *at, *words;  ///< the JSON path, the text at the position, and words of the message
};
void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.part << " → " << mistake.by; }

class BadStudy : public testing::TestWithParam<Mistake> {};

TEST_P(BadStudy, IsRefusedWithPathPlaceAndWords) {
    const Mistake& m = GetParam();
    const std::string text = spoilt(m.part, m.by);
    const auto study = readStudy(text);
    ASSERT_FALSE(study);
    const Error& error = study.error();
    EXPECT_EQ(error.path, m.path);
    EXPECT_THAT(error.message, HasSubstr(m.words));
    ASSERT_GE(error.position, 0);
    EXPECT_EQ(text.substr(static_cast<std::size_t>(error.position), static_cast<std::size_t>(error.length)), m.at);
}

INSTANTIATE_TEST_SUITE_P(
    Types, BadStudy,
    testing::Values(
        Mistake{R"("x^2 + a*y")", "5", "problem.upper.objective", "5", "must be text, not a number"},
        Mistake{R"("N")", "null", "problem.name", "null", "must be text, not null"},
        Mistake{R"(["x"])", R"("x")", "problem.upper.variables", R"("x")", "must be a list, not text"},
        Mistake{R"(["x"])", R"(["x", 7])", "problem.upper.variables[1]", "7", "must be text, not a number"},
        Mistake{R"({ "x": [-3, 3] })", "[1]", "problem.bounds", "[1]", "must be an object, not a list"},
        Mistake{"[-3, 3] },", "[-3] },", "problem.bounds.x", "[-3]", "a list of two numbers"},
        Mistake{"[-3, 3] },", "[true, 3] },", "problem.bounds.x[0]", "true", "must be a number, not true"},
        Mistake{R"("x": 1,)", R"("x": "1",)", "problem.start.x", R"("1")", "must be a number, not text"},
        Mistake{"100", "1.5", "iterations", "1.5", "a whole number from 1 to 1000000"},
        Mistake{"100", "0", "iterations", "0", "a whole number from 1 to 1000000"},
        Mistake{R"("visible": true)", R"("visible": 1)", "runs[0].visible", "1",
                "must be true or false, not a number"},
        Mistake{R"("visible": true)", R"("label": 3)", "runs[0].label", "3", "must be text, not a number"},
        Mistake{R"("visible": true)", R"("colour": "red")", "runs[0].colour", R"("red")",
                "must be a number, not text"},
        Mistake{R"("visible": true)", R"("colour": 18)", "runs[0].colour", "18", "a whole number from 0 to 17"},
        Mistake{R"("visible": true)", R"("marker": -1)", "runs[0].marker", "-1", "a whole number from 0 to 11"},
        Mistake{R"("eta": 0.5)", R"("eta": [1])", "runs[0].settings.eta", "[1]", "must be a number, not a list"},
        Mistake{R"("method": "bome", )", "", "runs[0]",
                R"({ "settings": { "eta": 0.5 }, "start": { "x": 2 }, "visible": true })", "‘method’ is missing"},
        Mistake{R"(, "objective": "x^2 + a*y")", "", "problem.upper", R"({ "variables": ["x"] })",
                "‘objective’ is missing"},
        Mistake{R"("horizontal": "x", )", "", "problem.view",
                R"({ "vertical": "y", "horizontal_range": [-3, 3], "vertical_range": [-2, 2] })",
                "‘horizontal’ is missing"}));

INSTANTIATE_TEST_SUITE_P(
    Meaning, BadStudy,
    testing::Values(
        Mistake{R"("start": { "x": 1)", R"("start": { "y2": 1)", "problem.start.y2", "1",
                "there is no variable ‘y2’ – did you mean ‘y1’?"},
        Mistake{R"("bounds": { "x")", R"("bounds": { "z")", "problem.bounds.z", "[-3, 3]",
                "there is no variable ‘z’"},
        Mistake{R"("horizontal": "x")", R"("horizontal": "q")", "problem.view.horizontal", R"("q")",
                "there is no variable ‘q’"},
        Mistake{R"("vertical": "y")", R"("vertical": "x")", "problem.view.vertical", R"("x")", "another variable"},
        Mistake{R"("point": { "x")", R"("point": { "w")", "problem.solution.point.w", "0",
                "there is no variable ‘w’"},
        Mistake{R"("start": { "x": 2 })", R"("start": { "w": 2 })", "runs[0].start.w", "2",
                "there is no variable ‘w’"},
        Mistake{R"("visible": true)", R"("label": "two\nlines")", "runs[0].label", R"("two\nlines")",
                "a single line"},
        Mistake{R"("name": "s")", R"("name": "x")", "problem.definitions[0].name", R"("x")", "is used twice"},
        Mistake{R"(["y1", "y"])", R"(["y", "y"])", "problem.lower.variables[1]", R"("y")", "is used twice"},
        Mistake{R"("name": "a")", R"("name": "sin")", "problem.parameters[0].name", R"("sin")", "is a function"},
        Mistake{R"(["x"])", R"(["2x"])", "problem.upper.variables[0]", R"("2x")", "begins with a digit"},
        Mistake{R"(["x"])", "[]", "problem.upper.variables", "[]", "no upper variable"},
        Mistake{"[-3, 3] },", "[3, -3] },", "problem.bounds.x", "[3, -3]", "crossed"},
        Mistake{R"("start": { "x": 1)", R"("start": { "x": 4)", "problem.start.x", "4",
                "outside the bounds -3 to 3"},
        Mistake{R"("start": { "x": 2 })", R"("start": { "x": -9 })", "runs[0].start.x", "-9",
                "outside the bounds -3 to 3"},
        Mistake{R"("horizontal_range": [-3, 3])", R"("horizontal_range": [3, 3])", "problem.view.horizontal_range",
                "[3, 3]", "3 is not below 3"},
        Mistake{R"("value": 1)", R"("value": 2.5)", "problem.parameters[0].value", "2.5",
                "outside its range -2 to 2"},
        Mistake{R"("range": [-2, 2])", R"("range": [2, -2])", "problem.parameters[0].range", "[2, -2]", "crossed"},
        Mistake{R"("eta": 0.5)", R"("etta": 0.5)", "runs[0].settings.etta", "0.5", "no setting ‘etta’"},
        Mistake{R"("eta": 0.5)", R"("eta": -1)", "runs[0].settings.eta", "-1", "between 0 and 10"},
        Mistake{R"("eta": 0.5)", R"("inner_steps": 2.5)", "runs[0].settings.inner_steps", "2.5", "whole number"},
        Mistake{R"("eta": 0.5)", R"("barrier": "none")", "runs[0].settings.barrier", R"("none")",
                "‘gradient’, ‘gap’"}));

INSTANTIATE_TEST_SUITE_P(
    Formulas, BadStudy,
    testing::Values(Mistake{"x^2 + a*y", "x^2 + y11", "problem.upper.objective", "y11",
                            "unknown name ‘y11’ – did you mean ‘y1’? (columns 7 to 9 of the formula)"},
                    Mistake{"(y - s)^2", "(y - t)^2", "problem.lower.objective", "t", "(column 6 of the formula)"},
                    Mistake{"sin(x)", "sin(x*)", "problem.definitions[0].formula", "*",
                            "(column 6 of the formula)"},
                    Mistake{"x^2 + a*y", "x\\u00b7\\u00b7y", "problem.upper.objective", "\\u00b7\\u00b7",
                            "(columns 2 to 3 of the formula)"}));

INSTANTIATE_TEST_SUITE_P(
    Formats, BadStudy,
    testing::Values(
        Mistake{R"("version": 1)", R"("version": 2)", "version", "2",
                "this study has version 2, but Bilevelscope "},
        Mistake{R"("version": 1)", R"("version": 0)", "version", "0", "from 1 to 1"},
        Mistake{R"("version": 1)", R"("version": "1")", "version", R"("1")", "must be a number, not text"},
        Mistake{R"("bilevelscope")", R"("geogebra")", "format", R"("geogebra")", "this is not a study"},
        Mistake{R"("iterations": 100)", R"("version": 100)", "", R"("version")", "the key ‘version’ occurs twice"},
        Mistake{R"("iterations": 100)", R"("iterations": 1e999)", "", "9", "this is not JSON: number overflow"},
        Mistake{R"("iterations": 100)", R"("iterations": nan)", "", "a", "this is not JSON: invalid literal"},
        Mistake{R"("N",)", R"("N")", "", "\"", "this is not JSON"}));

TEST(BadText, IsNotEvenJson) {
    const auto study = readStudy("hello");
    ASSERT_FALSE(study);
    EXPECT_EQ(explain(study.error(), "hello"), "line 1, column 1: this is not JSON: invalid literal");
}

TEST(BadText, MayBeEmpty) {
    for (const char* nothing : {"", " \n\t "}) EXPECT_EQ(readStudy(nothing).error().message, "the file is empty");
}

TEST(BadText, MayEndTooEarly) {
    const std::string text = good.substr(0, good.size() - 2);
    const auto study = readStudy(text);
    ASSERT_FALSE(study);
    EXPECT_THAT(study.error().message, AllOf(StartsWith("this is not JSON"), HasSubstr("end of input")));
    EXPECT_EQ(study.error().position, static_cast<int>(text.size()));
}

TEST(BadText, MayBeAnyJson) {
    for (const char* text : {"[]", "7", "\"text\"", "null", "true"}) {
        const auto study = readStudy(text);
        ASSERT_FALSE(study);
        EXPECT_THAT(study.error().message, HasSubstr("must be an object"));
    }
    EXPECT_EQ(readStudy("{}").error().message, "‘format’ is missing");
}

TEST(BadText, MayNotBeUtf8) {
    EXPECT_THAT(readStudy("{\"format\": \"\xff\"}").error().message, HasSubstr("UTF-8"));
}

TEST(BadText, IsRefusedAtOnceWhenItIsAllBrackets) {
    const std::string brackets(15u << 20, '[');
    const auto study = readStudy(brackets);
    ASSERT_FALSE(study);
    EXPECT_EQ(study.error().message, "brackets are nested more than 64 deep");
    EXPECT_EQ(study.error().position, 64);
    EXPECT_EQ(excerpt(study.error(), brackets), "");
    EXPECT_THAT(readStudy(std::string(100'000'000, '{')).error().message, HasSubstr("larger than 16 MB"));
}

TEST(BadText, IsRefusedAtOnceWhenItIsAllKeys) {
    std::string text = "{";
    for (int i = 0; i < 300'000; ++i) text += "\"k" + std::to_string(i) + "\":0,";
    text += "\"last\":0}";
    EXPECT_EQ(readStudy(text).error().message, "‘format’ is missing");
}

TEST(BadText, MayNotHaveEndlessLists) {
    std::string runs;
    for (int i = 0; i < 600; ++i) runs += std::string(i > 0 ? "," : "") + R"({"method": "bome"})";
    const std::string text =
        spoilt(R"({ "method": "bome", "settings": { "eta": 0.5 }, "start": { "x": 2 }, "visible": true })", runs);
    EXPECT_THAT(readStudy(text).error().message, HasSubstr("600 elements; 500 are the most"));
}

TEST(BadText, IsTheOnlyTextThatIsRefused) { EXPECT_TRUE(readStudy(good)); }

TEST(Explanation, NamesPathLineAndColumn) {
    const std::string text = spoilt("x^2 + a*y", "x^2 + y11");
    EXPECT_EQ(
        explain(readStudy(text).error(), text),
        "problem.upper.objective, line 6, column 56: unknown name ‘y11’ – did you mean ‘y1’? (columns 7 to 9 "
        "of the formula)");
}

TEST(Explanation, MarksThePlaceInTheFormula) {
    const std::string text = spoilt("x^2 + a*y", "x²·\\u03c0 + sni(y)");
    EXPECT_EQ(excerpt(readStudy(text).error(), text), "x²·π + sni(y)\n       ^~~\n");
}

TEST(Explanation, ShowsTheNeighbourhoodInALongFormula) {
    std::string longFormula = "x";
    for (int i = 0; i < 100; ++i) longFormula += " + x*y";
    const std::string text = spoilt("x^2 + a*y", longFormula + " + sni(y)" + longFormula.substr(1));
    const std::string shown = excerpt(readStudy(text).error(), text);
    EXPECT_THAT(shown, StartsWith("…"));
    EXPECT_LT(shown.size(), 300u);
    EXPECT_EQ(shown.substr(shown.find('^')), "^~~\n");
}

TEST(Explanation, ShowsNoFormulaWhereThereIsNone) {
    const std::string text = spoilt("100", "0");
    EXPECT_EQ(excerpt(readStudy(text).error(), text), "");
}

}  // namespace
}  // namespace bilevel
