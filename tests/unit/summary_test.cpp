#include "core/io/summary.h"
#include "core/io/derivation.h"
#include "core/io/gallery.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace bilevel {
namespace {

using Json = nlohmann::ordered_json;
using testing::ElementsAre;
using testing::HasSubstr;

Study study(const std::string& upper, const std::string& lower, const std::string& more = "") {
    return *readStudy(R"({"format": "bilevelscope", "version": 1, "problem": {"name": "P",
        "upper": {"variables": ["x"], "objective": ")" +
                      upper + R"("},
        "lower": {"variables": ["y", "z"], "objective": ")" +
                      lower + "\"}" + more + "}, \"iterations\": 5}");
}

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> all;
    for (const auto& entry : object.items()) all.push_back(entry.key());
    return all;
}

TEST(Summary, HasTheFieldsOfTheContract) {
    const Study s = study("x^2 + y", "(y - x)^2 + z^2", R"(, "start": {"x": 1, "y": 2})");
    const RunRequest request =
        *requestRun(s, *Problem::compile(s.problem), {.method = "bome", .settings = {{"eta", 0.25}}});
    const FinishedRun runs[]{{request, run(request)}};
    const Json summary = Json::parse(summaryJson(s, runs));
    EXPECT_EQ(summary["problem"], "P");
    const Json& first = summary["runs"][0];
    EXPECT_EQ(first["method"], "bome");
    EXPECT_EQ(first["settings"]["eta"], 0.25);
    EXPECT_EQ(first["settings"]["barrier"], "gradient");
    EXPECT_EQ(first["end"], "finished");
    EXPECT_EQ(first["reason"], "");
    EXPECT_EQ(first["iterations"], 5);
    EXPECT_THAT(keys(first["point"]), ElementsAre("x", "y", "z"));
    const double x = first["point"]["x"], y = first["point"]["y"], z = first["point"]["z"];
    EXPECT_DOUBLE_EQ(first["f"].get<double>(), x * x + y);
    EXPECT_DOUBLE_EQ(first["g"].get<double>(), (y - x) * (y - x) + z * z);
    EXPECT_EQ(first["cost"]["f_gradients"], 5);
    EXPECT_EQ(first["cost"]["g_gradients"], 5 * 12);
    EXPECT_EQ(first["cost"]["hessian_vector_products"], 0);
    EXPECT_GT(first["cost"]["seconds"].get<double>(), 0);
}

TEST(Summary, SaysHowARunDiverged) {
    const Study s = study("exp(x)", "y^2 + z^2", R"(, "start": {"x": 1000})");
    const RunRequest request = *requestRun(s, *Problem::compile(s.problem), {});
    const FinishedRun runs[]{{request, run(request)}};
    const Json first = Json::parse(summaryJson(s, runs))["runs"][0];
    EXPECT_EQ(first["end"], "diverged");
    EXPECT_THAT(first["reason"].get<std::string>(), HasSubstr("f is infinite in row 0"));
    EXPECT_EQ(first["f"], "inf");
    EXPECT_EQ(first["iterations"], 0);
}

TEST(Evaluation, HasEveryDerivativeOnce) {
    // f = x²y + sin(z), g = x y z
    const Study s = study("x^2*y + sin(z)", "x*y*z");
    const Problem problem = *Problem::compile(s.problem);
    Point at = problem.start();
    at[0] = 2, at[1] = 3, at[2] = 0.5;
    const Json e = Json::parse(evaluationJson(problem, at));
    EXPECT_DOUBLE_EQ(e["f"].get<double>(), 12 + std::sin(0.5));
    EXPECT_DOUBLE_EQ(e["g"].get<double>(), 3);
    EXPECT_THAT(keys(e["gradient"]["f"]), ElementsAre("x", "y", "z"));
    EXPECT_EQ(e["gradient"]["f"]["x"], 12);
    EXPECT_EQ(e["gradient"]["f"]["y"], 4);
    EXPECT_DOUBLE_EQ(e["gradient"]["f"]["z"].get<double>(), std::cos(0.5));
    EXPECT_EQ(e["gradient"]["g"]["x"], 1.5);
    EXPECT_THAT(keys(e["hessian"]["f"]), ElementsAre("x,x", "x,y", "x,z", "y,y", "y,z", "z,z"));
    EXPECT_EQ(e["hessian"]["f"]["x,x"], 6);
    EXPECT_EQ(e["hessian"]["f"]["x,y"], 4);
    EXPECT_EQ(e["hessian"]["f"]["y,y"], 0);
    EXPECT_DOUBLE_EQ(e["hessian"]["f"]["z,z"].get<double>(), -std::sin(0.5));
    EXPECT_EQ(e["hessian"]["g"]["x,y"], 0.5);
    EXPECT_EQ(e["hessian"]["g"]["x,z"], 3);
    EXPECT_EQ(e["hessian"]["g"]["y,z"], 2);
}

TEST(Evaluation, SpellsWhatIsNotANumber) {
    const Problem problem = *Problem::compile(study("log(x)", "y^2 - 1/z").problem);
    const Json e = Json::parse(evaluationJson(problem, problem.start()));
    EXPECT_EQ(e["f"], "-inf");
    EXPECT_EQ(e["gradient"]["f"]["x"], "inf");
    EXPECT_EQ(e["gradient"]["f"]["y"], 0);
}

TEST(Evaluation, UsesTheParameters) {
    const Study s = study("a*x", "a*y^2 + z^2",
                          R"(, "parameters": [{"name": "a", "value": 0.75, "range": [0, 1]}], "start": {"x": 4})");
    const Problem problem = *Problem::compile(s.problem);
    const Json e = Json::parse(evaluationJson(problem, problem.start()));
    EXPECT_EQ(e["f"], 3);
    EXPECT_EQ(e["hessian"]["g"]["y,y"], 1.5);
}

TEST(Derivation, WritesOneEquationALine) {
    const Problem problem = *Problem::compile(study("x^2*y", "y^2 + z^2").problem);
    const std::string text = derivationText(problem, 2);
    EXPECT_THAT(text, HasSubstr("f = x^2*y\n"));
    EXPECT_THAT(text, HasSubstr("∂f/∂y = x^2\n"));
    EXPECT_THAT(text, HasSubstr("∂²f/∂x∂y = 2*x\n"));
    EXPECT_THAT(text, HasSubstr("∂²g/∂z² = 2\n"));
    EXPECT_EQ(derivationText(problem, 1).find("∂²"), std::string::npos);
}

TEST(Derivation, MentionsDefinitionsByTheirNames) {
    const char* definition = R"json(, "definitions": [{"name": "s", "formula": "exp(x)"}])json";
    const Problem problem = *Problem::compile(study("s^2", "(y - s)^2 + z^2", definition).problem);
    const Json d = Json::parse(derivationJson(problem, 1));
    EXPECT_EQ(d["definitions"]["s"], "exp(x)");
    EXPECT_EQ(d["f"], "s^2");
    EXPECT_THAT(d["gradient"]["g"]["y"].get<std::string>(), HasSubstr("s"));
    EXPECT_FALSE(d.contains("hessian"));
}

TEST(Derivation, WritesLatex) {
    const Problem problem = *Problem::compile(study("x^2*y", "y^2 + z^2").problem);
    const std::string text = derivationLatex(problem, 2);
    EXPECT_THAT(text, testing::StartsWith("\\begin{align*}\n  f &= "));
    EXPECT_THAT(text, HasSubstr("\\frac{\\partial^2 f}{\\partial x\\,\\partial y} &= 2"));
    EXPECT_THAT(text, testing::EndsWith("\n\\end{align*}\n"));
}

TEST(Catalogue, DescribesEveryMethod) {
    const Json methods = Json::parse(methodsJson());
    ASSERT_EQ(methods.size(), algorithms().size());
    const Json& bome = methods[0];
    EXPECT_EQ(bome["id"], "bome");
    EXPECT_THAT(bome["reference"].get<std::string>(), HasSubstr("NeurIPS 2022"));
    const Json& eta = bome["parameters"][0];
    EXPECT_EQ(eta["id"], "eta");
    EXPECT_EQ(eta["default"], 0.5);
    EXPECT_EQ(eta["range"], Json::parse("[0.0, 10.0]"));
    EXPECT_EQ(bome, Json::parse(methodJson(*findAlgorithm("bome"))));
}

TEST(Catalogue, ListsTheGallery) {
    const Json problems = Json::parse(problemsJson());
    ASSERT_EQ(problems.size(), gallery().size());
    EXPECT_EQ(problems[0]["id"], "valley");
    for (const Json& problem : problems) EXPECT_FALSE(problem["description"].get<std::string>().empty());
}

}  // namespace
}  // namespace bilevel
