// The update of every method as formulas: a small subset of LaTeX, and about what the method really does and
// records.

#include "core/run/run.h"
#include "tests/unit/every_method.h"
#include "tests/unit/latex_subset.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace bilevel {
namespace {

Problem quadratic() {
    ProblemText text;
    text.upper = "(x - 1)^2 + (y - 1)^2";
    text.lower = "(y - x/2)^2";
    text.start = {{"x", -1}, {"y", 2}};
    return *Problem::compile(text);
}

std::size_t indexOf(const Algorithm& algorithm, std::string_view setting) {
    return static_cast<std::size_t>(std::ranges::find(algorithm.parameters, setting, &Parameter::id) -
                                    algorithm.parameters.begin());
}

/// The defaults with one choice made differently, for every choice and option; the defaults first.
std::vector<Settings> everyChoice(const Algorithm& algorithm) {
    std::vector<Settings> all{algorithm.defaults()};
    for (std::size_t i = 0; i < algorithm.parameters.size(); ++i)
        if (algorithm.parameters[i].kind == Parameter::Kind::choice)
            for (std::size_t k = all.size(); k-- > 0;)
                for (std::size_t option = 1; option < algorithm.parameters[i].options.size(); ++option) {
                    Settings other = all[k];
                    other[i] = static_cast<double>((static_cast<std::size_t>(other[i]) + option) %
                                                   algorithm.parameters[i].options.size());
                    all.push_back(other);
                }
    return all;
}

/// The defaults, changed until the line holds.
Settings settingsFor(const Algorithm& algorithm, const RuleLine& line) {
    Settings settings = algorithm.defaults();
    for (const RuleCondition& condition : line.when) {
        const std::size_t i = indexOf(algorithm, condition.setting);
        const Parameter& p = algorithm.parameters[i];
        if (p.kind == Parameter::Kind::choice) {
            const auto option = std::ranges::find_if(
                p.options, [&](std::string_view o) { return (o == condition.option()) != condition.negated(); });
            settings[i] = static_cast<double>(option - p.options.begin());
        } else {
            settings[i] = condition.value == "0" ? 0 : std::max(p.initial, p.maximum / 2);
        }
    }
    return settings;
}

bool holds(const Algorithm& algorithm, const RuleLine& line, const Settings& settings) {
    const std::vector<RuleLine> lines = algorithm.ruleUnder(settings);
    return std::ranges::any_of(lines, [&](const RuleLine& other) {
        return other.latex == line.latex && other.shows == line.shows && other.when.size() == line.when.size();
    });
}

class Rule : public testing::TestWithParam<const Algorithm*> {};

TEST_P(Rule, HasTwoToEightLinesWhateverIsChosen) {
    for (const Settings& settings : everyChoice(*GetParam())) {
        EXPECT_GE(GetParam()->ruleUnder(settings).size(), 2U);
        EXPECT_LE(GetParam()->ruleUnder(settings).size(), 8U);
    }
    EXPECT_LE(GetParam()->ruleUnder(GetParam()->defaults()).size(), 6U);
}

TEST_P(Rule, IsWrittenInTheSubset) {
    for (const RuleLine& line : GetParam()->rule) EXPECT_EQ(outsideSubset(line.latex), "") << line.latex;
}

TEST_P(Rule, NamesSettingsAndOptionsThatExist) {
    for (const RuleLine& line : GetParam()->rule)
        for (const RuleCondition& condition : line.when) {
            const std::size_t i = indexOf(*GetParam(), condition.setting);
            ASSERT_LT(i, GetParam()->parameters.size()) << condition.setting;
            const Parameter& p = GetParam()->parameters[i];
            if (p.kind == Parameter::Kind::choice) {
                EXPECT_NE(std::ranges::find(p.options, condition.option()), p.options.end()) << condition.value;
            } else {
                EXPECT_TRUE(condition.value == "0" || condition.value == ">0") << condition.value;
            }
        }
}

TEST_P(Rule, ShowsOnlyWhatIsRecordedOrSet) {
    const Problem problem = quadratic();
    for (const RuleLine& line : GetParam()->rule) {
        const Settings settings = settingsFor(*GetParam(), line);
        EXPECT_TRUE(holds(*GetParam(), line, settings)) << line.latex;
        const Trajectory t = run({problem, GetParam(), settings, problem.start(), 3});
        for (const std::string_view id : line.shows) {
            const std::string name(id);
            const bool recorded =
                !t.column(name).empty() || !t.column(name + "_x").empty() || !t.column(name + "_y").empty();
            const bool set = indexOf(*GetParam(), id) < GetParam()->parameters.size();
            EXPECT_TRUE(recorded || set) << id << " in " << line.latex;
            EXPECT_TRUE(set || GetParam()->term(id) != nullptr) << id << " has no symbol";
        }
    }
}

TEST_P(Rule, TellsOfRecordedQuantities) {
    const Problem problem = quadratic();
    const Trajectory t = run({problem, GetParam(), GetParam()->defaults(), problem.start(), 3});
    for (const Told& told : GetParam()->told) {
        EXPECT_FALSE(t.column(std::string(told.id)).empty()) << told.id;
        ASSERT_NE(GetParam()->term(told.id), nullptr) << told.id;
    }
}

TEST_P(Rule, MentionsEveryStepSize) {
    for (const Parameter& p : GetParam()->parameters) {
        if (!p.id.ends_with("step_size")) continue;
        EXPECT_TRUE(std::ranges::any_of(GetParam()->rule, [&](const RuleLine& line) {
            return std::ranges::find(line.shows, p.id) != line.shows.end();
        })) << p.id;
    }
}

INSTANTIATE_TEST_SUITE_P(Registry, Rule, testing::ValuesIn(everyMethod()),
                         [](const auto& test) { return std::string(test.param->id); });

TEST(RuleOfBome, FollowsTheBarrierThatIsChosen) {
    const Algorithm& bome = *findAlgorithm("bome");
    const auto lambda = [&](const NamedSettings& named) {
        for (const RuleLine& line : bome.ruleUnder(*bome.resolve(named)))
            if (line.latex.starts_with("\\lambda")) return std::string(line.latex);
        return std::string();
    };
    EXPECT_NE(lambda({}).find("\\eta - \\frac"), std::string::npos);
    EXPECT_NE(lambda({{"barrier", "gap"}}).find("\\phi = \\eta \\hat q"), std::string::npos);
    EXPECT_NE(lambda({{"multiplier", "per_block"}}).find("\\lambda_i"), std::string::npos);
}

TEST(LatexSubset, KnowsWhatIsOutside) {
    EXPECT_EQ(outsideSubset(R"(\frac{a}{b} + \left(x_{1}^2\right))"), "");
    EXPECT_EQ(outsideSubset(R"(\mathbb{R})"), "\\mathbb");
    EXPECT_EQ(outsideSubset("x & y"), "&");
    EXPECT_EQ(outsideSubset("\\frac{a}{b"), "braces");
    EXPECT_EQ(outsideSubset("a}{b"), "braces");
    EXPECT_EQ(outsideSubset(R"(\left(a)"), "\\left");
    EXPECT_EQ(outsideSubset(R"(\frac a b)"), "\\frac");
    EXPECT_EQ(outsideSubset(R"(\text{a $x$})"), "$");
    EXPECT_EQ(outsideSubset("é"), "\xC3");
}

}  // namespace
}  // namespace bilevel
