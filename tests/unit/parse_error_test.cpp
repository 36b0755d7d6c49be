#include "core/formula/parse.h"

#include <gtest/gtest.h>

#include <ostream>

namespace bilevel {
namespace {

struct Mistake {
    std::string text;
    std::string fault;  ///< the bytes that the error points at
    std::string message;
    int position = -1;  ///< where `fault` begins, if not at its first occurrence
};

void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.text.substr(0, 60); }

class Mistakes : public testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, AreExplainedWhereTheyAre) {
    const auto& [text, fault, message, position] = GetParam();
    Graph graph;
    const std::vector<Symbol> symbols{
        {"x", graph.input(0)}, {"y", graph.input(1)}, {"alpha", graph.input(2)}, {"x1", graph.input(3)}};
    const auto result = parse(graph, text, symbols);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message, message);
    EXPECT_EQ(result.error().position, position >= 0 ? position : static_cast<int>(text.find(fault)));
    EXPECT_EQ(result.error().length, static_cast<int>(fault.size()));
}

INSTANTIATE_TEST_SUITE_P(
    Names, Mistakes,
    testing::Values(Mistake{"x + sni(y)", "sni", "unknown function ‘sni’ – did you mean ‘sin’?"},
                    Mistake{"2*sni", "sni", "unknown name ‘sni’ – did you mean ‘sin’?"},
                    Mistake{"alhpa^2", "alhpa", "unknown name ‘alhpa’ – did you mean ‘alpha’?"},
                    Mistake{"x*Alpha", "Alpha", "unknown name ‘Alpha’ – did you mean ‘alpha’?"},
                    Mistake{"X+1", "X", "unknown name ‘X’ – did you mean ‘x’?"},
                    Mistake{"Sin(x)", "Sin", "unknown function ‘Sin’ – did you mean ‘sin’?"},
                    Mistake{"arctan(x)", "arctan", "unknown function ‘arctan’ – did you mean ‘atan’?"},
                    Mistake{"PI*x", "PI", "unknown name ‘PI’ – did you mean ‘pi’?"},
                    Mistake{"xy+1", "xy", "unknown name ‘xy’ – did you mean ‘x*y’?"},
                    Mistake{"3*xalpha", "xalpha", "unknown name ‘xalpha’ – did you mean ‘x*alpha’?"},
                    Mistake{"x+whatever", "whatever", "unknown name ‘whatever’"},
                    Mistake{"x + t", "t", "unknown name ‘t’"},
                    Mistake{"sin x", "sin", "‘sin’ is a function: write sin(…)"},
                    Mistake{"x+exp", "exp", "‘exp’ is a function: write exp(…)"}));

INSTANTIATE_TEST_SUITE_P(
    Operators, Mistakes,
    testing::Values(
        Mistake{"2x", "2x", "missing ‘*’ between 2 and x"},
        Mistake{"1 + 2 x", "2 x", "missing ‘*’ between 2 and x"},
        Mistake{"x y", "x y", "missing ‘*’ between x and y"},
        Mistake{"2(x+1)", "2(", "missing ‘*’ between 2 and ‘(’"},
        Mistake{"x(y+1)", "x(", "missing ‘*’ between x and ‘(’"},
        Mistake{"(x)(y)", ")(", "missing ‘*’ between ‘)’ and ‘(’"},
        Mistake{"(x+1)y", ")y", "missing ‘*’ between ‘)’ and y"},
        Mistake{"2sin(x)", "2sin", "missing ‘*’ between 2 and sin"},
        Mistake{"2exp(x)", "2exp", "missing ‘*’ between 2 and exp"},
        Mistake{"2π", "2π", "missing ‘*’ between 2 and π"}, Mistake{"x²y", "²y", "missing ‘*’ between ² and y"},
        Mistake{"x²^3", "²^", "a power of a power needs parentheses: (x²)^3 or x^(2^3)"},
        Mistake{"1 2", "1 2", "an operator is missing between 1 and 2"},
        Mistake{"x+*y", "+*", "a value is missing between ‘+’ and ‘*’"},
        Mistake{"*x", "*", "a value is missing before ‘*’"}, Mistake{"x+", "+", "a value is missing after ‘+’"},
        Mistake{"x·", "·", "a value is missing after ‘·’"}, Mistake{"x−", "−", "a value is missing after ‘−’"},
        Mistake{"-", "-", "a value is missing after ‘-’"}, Mistake{"2*-", "-", "a value is missing after ‘-’"},
        Mistake{"(x+)", "+", "a value is missing after ‘+’"},
        Mistake{"(*x)", "*", "a value is missing before ‘*’"},
        Mistake{"--x", "--", "two signs in a row: write -(-…)"},
        Mistake{"x--+y", "-+", "two signs in a row: write -(+…)"},
        Mistake{"x = 5", "=", "a formula cannot set a value; use ‘==’ to compare"},
        Mistake{"a3=x", "a3", "unknown name ‘a3’"}, Mistake{"x!", "!", "there is no ‘!’: write x==0 for “not x”"},
        Mistake{"!x", "!", "there is no ‘!’: write x==0 for “not x”"},
        Mistake{"x%2", "%", "there is no ‘%’: the remainder of a/b is a-b*floor(a/b)"},
        Mistake{"x&y", "&", "write ‘&&’ for “and”"}, Mistake{"x|y", "|", "write ‘||’ for “or”"}));

INSTANTIATE_TEST_SUITE_P(
    Parentheses, Mistakes,
    testing::Values(Mistake{"(x+1", "(", "‘(’ is never closed"},
                    Mistake{"2*(x+(y)", "(", "‘(’ is never closed", 2},
                    Mistake{"x+1)", ")", "‘)’ without a ‘(’ before it"},
                    Mistake{"()", "()", "nothing stands between the parentheses"},
                    Mistake{"[x]", "[", "only round parentheses can be used, not ‘[’"},
                    Mistake{"sin()", "sin()", "‘sin’ takes 1 argument, not 0"},
                    Mistake{"1+atan2(x)", "atan2(x)", "‘atan2’ takes 2 arguments, not 1"},
                    Mistake{"sin(x, y)*2", "sin(x, y)", "‘sin’ takes 1 argument, not 2"},
                    Mistake{"max()", "max()", "‘max’ takes one or more arguments, not 0"},
                    Mistake{"max(x,)", ",", "a value is missing after ‘,’"},
                    Mistake{"max(,x)", ",", "a value is missing before ‘,’"},
                    Mistake{"x, y", ",", "‘,’ can only stand between the arguments of a function"},
                    Mistake{"max((x,y),1)", ",", "‘,’ can only stand between the arguments of a function"}));

INSTANTIATE_TEST_SUITE_P(
    Choices, Mistakes,
    testing::Values(Mistake{"x>y?1", "?", "‘?’ without its ‘:’: write condition ? value : other value"},
                    Mistake{"(x>y?1)+2", "?", "‘?’ without its ‘:’: write condition ? value : other value"},
                    Mistake{"max(x?1,2)", "?", "‘?’ without its ‘:’: write condition ? value : other value"},
                    Mistake{"x:y", ":", "‘:’ without a ‘?’ before it"},
                    Mistake{"x?1:2:3", ":", "‘:’ without a ‘?’ before it", 5},
                    Mistake{"x?:1", "?:", "a value is missing between ‘?’ and ‘:’"},
                    Mistake{"x?1:", ":", "a value is missing after ‘:’"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Mistakes,
    testing::Values(Mistake{"1,5*x", "1,5", "use ‘.’ as decimal point: 1.5"},
                    Mistake{"2*(0,25+x)", "0,25", "use ‘.’ as decimal point: 0.25"},
                    Mistake{"1.2.3", "1.2.3", "‘1.2.3’ is not a number"},
                    Mistake{"1..2", "1..2", "‘1..2’ is not a number"},
                    Mistake{"x+1e", "1e", "‘1e’ is not a number: digits are missing after the exponent"},
                    Mistake{"2E+x", "2E", "‘2E’ is not a number: digits are missing after the exponent"},
                    Mistake{"0x10", "0x10", "‘0x10’ is not a number: only decimal numbers can be used"},
                    Mistake{"1e999", "1e999", "‘1e999’ is too large or too small for a number"},
                    Mistake{"x*1e-999", "1e-999", "‘1e-999’ is too large or too small for a number"},
                    Mistake{"x+.", ".", "‘.’ without a digit after it"}));

INSTANTIATE_TEST_SUITE_P(
    Characters, Mistakes,
    testing::Values(Mistake{"", "", "the formula is empty"}, Mistake{" \t ", " \t ", "the formula is empty"},
                    Mistake{"x§y", "§", "unexpected character ‘§’; names are made of a to z, digits and ‘_’"},
                    Mistake{"α+1", "α", "unexpected character ‘α’; names are made of a to z, digits and ‘_’"},
                    Mistake{"x+𝑦", "𝑦", "unexpected character ‘𝑦’; names are made of a to z, digits and ‘_’"},
                    Mistake{"x+\xff", "\xff", "a byte that is no text in UTF-8"},
                    Mistake{"x+\xe2\x82", "\xe2", "a byte that is no text in UTF-8"},
                    Mistake{"x @ y", "@", "unexpected character ‘@’"},
                    Mistake{"x#", "#", "unexpected character ‘#’"},
                    Mistake{"\"x\"", "\"", "a formula has no texts, so no ‘\"’"},
                    Mistake{"x; y", ";", "one formula only: there is no ‘;’"},
                    Mistake{std::string("x+\0y", 4), std::string("\0", 1), "an invisible control character"},
                    Mistake{"x+\x1b", "\x1b", "an invisible control character"}));

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int k = 0; k < times; ++k) result += text;
    return result;
}

INSTANTIATE_TEST_SUITE_P(
    Limits, Mistakes,
    testing::Values(Mistake{repeated("x+", 50000) + "x", "x",
                            "a formula may have at most 100000 characters; this one has 100001", 100000},
                    Mistake{repeated("(", 1001) + "x" + repeated(")", 1001), "(",
                            "more than 1000 parentheses inside one another", 1000},
                    Mistake{repeated("x^", 1001) + "x", repeated("x^", 1001) + "x",
                            "more than 1000 operations inside one another"},
                    Mistake{repeated("x>1?y:", 1001) + "x", repeated("x>1?y:", 1001) + "x",
                            "more than 1000 operations inside one another"},
                    Mistake{repeated("2*-", 3000), "-", "a value is missing after ‘-’", 8999}));

TEST(Parse, TakesFormulasUpToItsLimits) {
    Graph graph;
    const std::vector<Symbol> symbols{{"x", graph.input(0)}};
    EXPECT_TRUE(parse(graph, repeated("x+", 49999) + "xxx"[0], symbols));
    EXPECT_TRUE(parse(graph, repeated("(", 1000) + "x" + repeated(")", 1000), symbols));
    EXPECT_TRUE(parse(graph, repeated("x^", 1000) + "x", symbols));
}

TEST(Parse, RefusesMoreThan62Inputs) {
    Graph graph;
    const std::vector<Symbol> symbols{{"a", graph.input(61)}, {"b", graph.input(62)}};
    EXPECT_TRUE(parse(graph, "a^2", symbols));
    const auto result = parse(graph, "a + b", symbols);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message,
              "‘b’ is one too many: a problem may have at most 62 variables and parameters");
    EXPECT_EQ(result.error().position, 4);
}

TEST(NameProblem, ExplainsWhatIsNotAName) {
    EXPECT_EQ(nameProblem("x1"), "");
    EXPECT_EQ(nameProblem("learning_rate"), "");
    EXPECT_EQ(nameProblem("E"), "");
    EXPECT_EQ(nameProblem(""), "a name is missing");
    EXPECT_EQ(nameProblem("2x"), "‘2x’ begins with a digit; a name begins with a letter");
    EXPECT_EQ(nameProblem("a b"), "‘a b’ is not a name: use letters a to z, digits and ‘_’");
    EXPECT_EQ(nameProblem("größe"), "‘größe’ is not a name: use letters a to z, digits and ‘_’");
    EXPECT_EQ(nameProblem("sum"), "‘sum’ is a function of the formula language; choose another name");
    EXPECT_EQ(nameProblem("e"), "‘e’ is a number of the formula language; choose another name");
    EXPECT_EQ(nameProblem("pi"), "‘pi’ is a number of the formula language; choose another name");
    EXPECT_EQ(nameProblem(std::string(101, 'a')), "a name may have at most 100 characters");
}

TEST(NameProblem, IsAlsoAnErrorOfAFormulaWithSuchASymbol) {
    Graph graph;
    const std::vector<Symbol> symbols{{"e", graph.input(0)}};
    const auto result = parse(graph, "e^2", symbols);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message, nameProblem("e"));
}

}  // namespace
}  // namespace bilevel
