#include "core/io/python_script.h"

#include "core/io/finished_run.h"
#include "core/io/gallery.h"
#include "tests/unit/python.h"

#include <gmock/gmock.h>

#include <cmath>

namespace bilevel {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr int iterations = 40;

RunRequest request(const Study& study, const std::string& method, const NamedSettings& settings = {}) {
    const Problem problem = *Problem::compile(study.problem);
    const Result<RunRequest> resolved = requestRun(study, problem, {.method = method, .settings = settings});
    if (!resolved) throw std::invalid_argument(resolved.error().message);
    RunRequest wanted = *resolved;
    wanted.iterations = iterations;
    return wanted;
}

Study fromGallery(std::string_view id) { return *readStudy(findInGallery(id)->text); }

/// Names and formulas that are hard on Python.
Study awkward() {
    Study study;
    ProblemText& p = study.problem;
    p.name = "\"Quotes\" and \\ more";
    p.upperVariables = {"lambda", "np"};
    p.lowerVariables = {"upper", "x"};
    p.parameters = {{.name = "eta", .value = -0.7, .minimum = -1, .maximum = 1}};
    p.definitions = {{"f", "lambda*upper + (x > 0)"}, {"third", "1/3"}};
    p.upper = "(f - eta)^2 + max(0, np)^2 + third*x^2 + abs(x - 1)";
    p.lower = "(upper - lambda)^2 + 2*(x - np)^2 + sin(third*x*lambda) + exp(-f^2)";
    p.bounds = {{"x", {-0.5, 0.75}}, {"lambda", {0.2, 5}}};
    p.start = {{"lambda", 1}, {"np", 0.5}, {"upper", -1}, {"x", 0.3}};
    return study;
}

struct Case {
    std::string name;
    RunRequest request;
};

std::vector<Case> cases() {
    std::vector<Case> all;
    const auto add = [&](const std::string& name, const Study& study, const std::string& method,
                         const NamedSettings& settings = {}) {
        all.push_back({name + '_' + method + '_' + std::to_string(all.size()), request(study, method, settings)});
    };
    for (const char* id : {"coreset", "lls", "minmax", "valley", "mirrlees", "sine_valleys"})
        for (const char* method : {"bome", "alternating", "bsg1", "penalty"}) add(id, fromGallery(id), method);
    // On the valley BVFSM runs away, and rounding grows with it.
    for (const char* id : {"coreset", "lls", "minmax", "mirrlees", "sine_valleys"})
        add(id, fromGallery(id), "bvfsm");
    add("minmax", fromGallery("minmax"), "ogda");
    add("minmax", fromGallery("minmax"), "ogda", {{"variant", "logged"}});
    for (const char* id : {"coreset", "lls", "valley"}) {
        const Study study = fromGallery(id);
        const Algorithm& bome = *findAlgorithm("bome");
        for (const Preset& preset : bome.presets) add(id, study, "bome", preset.settings);
        add(id, study, "bome",
            {{"inner_step_size", "auto"}, {"inner_momentum", 0.5}, {"multiplier", "per_block"}});
        add(id, study, "bsg1", {{"lower_step_size", "auto"}});
        add(id, study, "bvfsm", {{"rule", "log_barrier"}, {"sigma", 1.0}, {"decay", "per_iteration"}});
        add(id, study, "penalty", {{"multiplier_scale", "sum"}, {"tolerance", 10.0}, {"lower_step_size", "auto"}});
    }
    for (const char* method : {"bome", "bvfsm", "penalty", "bsg1"}) add("awkward", awkward(), method);
    return all;
}

class PythonScript : public testing::Test {
protected:
    /// Every script run by one interpreter, for starting one costs more than a script.
    static void runAll(const std::vector<Case>& all, const std::filesystem::path& folder) {
        std::ofstream driver(folder / "driver.py");
        driver << "import contextlib, runpy, sys\n";
        for (const Case& each : all) {
            const Result<std::string> script = pythonScript(each.request);
            ASSERT_TRUE(script) << script.error().message;
            std::ofstream(folder / (each.name + ".py")) << *script;
            driver
                << "with open('" << (folder / (each.name + ".csv")).string()
                << "', 'w') as out, contextlib.redirect_stdout(out):\n    sys.argv[1:] = []\n    runpy.run_path('"
                << (folder / (each.name + ".py")).string() << "', run_name='__main__')\n";
        }
        driver.close();
        const std::string command = test::pythonWithNumpy() + " -W error::SyntaxWarning " +
                                    (folder / "driver.py").string() + " 2>" + (folder / "err").string();
        ASSERT_EQ(std::system(command.c_str()), 0) << test::contents(folder / "err");
    }
};

std::vector<double> numbers(const std::string& line) {
    std::vector<double> all;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, ',');) all.push_back(std::strtod(field.c_str(), nullptr));
    return all;
}

void compare(const Case& each, const std::filesystem::path& csv) {
    const Trajectory ours = run(each.request);
    std::ifstream in(csv);
    std::string line;
    std::getline(in, line);
    std::string header = "iteration";
    for (const std::string& variable : ours.variables()) header += ',' + variable;
    EXPECT_EQ(line, header + ",f,g") << each.name;
    for (int k = 0; k < ours.rows(); ++k) {
        ASSERT_TRUE(std::getline(in, line)) << each.name << " has only " << k << " rows";
        const std::vector<double> theirs = numbers(line);
        const std::size_t n = ours.variables().size();
        ASSERT_EQ(theirs.size(), n + 3);
        EXPECT_EQ(theirs[0], k);
        for (std::size_t i = 0; i < n + 2; ++i) {
            const auto column = i < n ? ours.coordinate(i) : ours.column(i == n ? "f" : "g");
            const double mine = column[static_cast<std::size_t>(k)];
            ASSERT_NEAR(theirs[1 + i], mine, 1e-12 * std::max(1.0, std::abs(mine)))
                << each.name << ", row " << k << ", column " << i;
        }
    }
}

TEST_F(PythonScript, WalksTheSamePath) {
    if (test::pythonWithNumpy().empty()) GTEST_SKIP() << "there is no Python with NumPy";
    const auto folder = test::emptyFolder("python");
    const std::vector<Case> all = cases();
    runAll(all, folder);
    int finished = 0;
    for (const Case& each : all) {
        compare(each, folder / (each.name + ".csv"));
        finished += run(each.request).end == End::finished ? 1 : 0;
    }
    EXPECT_GT(finished, 50);  // a path that ends at once would prove little
    std::filesystem::remove_all(folder);
}

TEST_F(PythonScript, KeepsTheProblemsNamesWherePythonLetsIt) {
    const std::string script = *pythonScript(request(awkward(), "bome"));
    EXPECT_THAT(script, HasSubstr("lambda_, np_ = upper"));
    EXPECT_THAT(script, HasSubstr("upper_, x = lower"));
    EXPECT_THAT(script, HasSubstr("eta = np.float64(-0.7)"));
    EXPECT_THAT(script, HasSubstr("np.clip(x, [0.2, -np.inf], [5, np.inf])"));
    EXPECT_THAT(script, HasSubstr("iteration,lambda,np,upper,x,f,g"));
    EXPECT_THAT(script, HasSubstr("'Quotes' and ' more, by BOME"));
}

TEST_F(PythonScript, ShowsTheSettingsOfTheRun) {
    const std::string script =
        *pythonScript(request(fromGallery("valley"), "bome", {{"eta", 0.25}, {"barrier", "gap"}}));
    EXPECT_THAT(script, HasSubstr("    eta=0.25,  # η, barrier\n"));
    EXPECT_THAT(script, HasSubstr("    barrier=\"gap\",  # φ, barrier rule\n"));
    EXPECT_THAT(script, Not(HasSubstr("hessian_g")));
    EXPECT_THAT(script, Not(HasSubstr("import math")));
}

TEST_F(PythonScript, RefusesAMethodThatItDoesNotKnow) {
    const Result<std::string> script = pythonScript(request(fromGallery("valley"), "aid_cg"));
    ASSERT_FALSE(script);
    EXPECT_EQ(script.error().message,
              "AID-CG cannot be written as a Python script; BOME, Alternating GD, BSG-1, BVFSM, Penalty and "
              "Optimistic GDA can");
}

}  // namespace
}  // namespace bilevel
