#include "formula_support.h"

#include <clocale>
#include <cmath>
#include <numbers>
#include <thread>

namespace bilevel {
namespace {

using test::Desk;

TEST(Parse, FollowsThePrecedencesOfMuParser) {
    Desk desk;
    EXPECT_EQ(desk.value("1+2*3"), 7);
    EXPECT_EQ(desk.value("-3^2"), -9);
    EXPECT_EQ(desk.value("2^3^2"), 512);
    EXPECT_EQ(desk.value("2^-x^2", 2), 1.0 / 16);
    EXPECT_EQ(desk.value("8/4/2"), 1);
    EXPECT_EQ(desk.value("8-4-2"), 2);
    EXPECT_EQ(desk.value("-2*-3"), 6);
    EXPECT_EQ(desk.value("1<2<3"), 1);
    EXPECT_EQ(desk.value("3>2==1"), 1);
    EXPECT_EQ(desk.value("1||0&&0"), 1);
    EXPECT_EQ(desk.value("0.5&&0.5"), 1);
    EXPECT_EQ(desk.value("x>0?1:x<0?-1:0", -7), -1);
    EXPECT_EQ(desk.value("x>0||y>0?1:2", -1, 1), 1);
    EXPECT_EQ(desk.value("1e308*x*10", 1), std::numeric_limits<double>::infinity());
    EXPECT_EQ(desk.value("1e308*x/10*10", 0.5), 5e307);
}

TEST(Parse, KnowsItsNumbers) {
    Desk desk;
    EXPECT_EQ(desk.value("pi"), std::numbers::pi);
    EXPECT_EQ(desk.value("_pi"), std::numbers::pi);
    EXPECT_EQ(desk.value("e"), std::numbers::e);
    EXPECT_EQ(desk.value("1.5e-3"), 1.5e-3);
    EXPECT_EQ(desk.value("2E3"), 2000);
    EXPECT_EQ(desk.value(".5+1."), 1.5);
    EXPECT_EQ(desk.value("0.1"), 0.1);
    EXPECT_EQ(desk.value("4.9e-324"), 4.9e-324);
    EXPECT_EQ(desk.value("123456789012345678901234567890"), 123456789012345678901234567890.0);
}

TEST(Parse, UnderstandsTypographicSigns) {
    Desk desk;
    EXPECT_EQ(desk.type("x² − y³"), desk.type("x^2 - y^3"));
    EXPECT_EQ(desk.type("2·x×y⋅z"), desk.type("2*x*y*z"));
    EXPECT_EQ(desk.type("x÷y"), desk.type("x/y"));
    EXPECT_EQ(desk.type("x⁻¹² + π"), desk.type("x^-12 + pi"));
    EXPECT_EQ(desk.type("x≤y ? 1 : x≠z"), desk.type("x<=y ? 1 : x!=z"));
    EXPECT_EQ(desk.type("x**2"), desk.type("x^2"));
    EXPECT_EQ(desk.type("sin (x)"), desk.type("sin(x)"));
    EXPECT_EQ(desk.type("sin\n\t(\u00a0x )"), desk.type("sin(x)"));
}

TEST(Parse, SharesCommonPartsWhicheverWayRound) {
    Desk desk;
    EXPECT_EQ(desk.type("x*y + z"), desk.type("z + y*x"));
    EXPECT_NE(desk.type("x - y"), desk.type("y - x"));
    EXPECT_EQ(desk.type("x == y && z != 1"), desk.type("1 != z && y == x"));
    EXPECT_NE(desk.type("min(x, y)"), desk.type("min(y, x)"));
}

TEST(Parse, TakesDefinitionsAsPartsOfTheSameGraph) {
    Desk desk;
    desk.symbols.push_back({"s", desk.type("x + y")});
    const NodeId f = desk.type("s^2*z");
    EXPECT_EQ(f, desk.type("(x+y)^2*z"));
    EXPECT_EQ(desk.graph.dependencies(f), 0b111u);
    EXPECT_EQ(desk.graph.dependencies(desk.type("s")), 0b011u);
}

TEST(Parse, HasEveryFunctionThatItHelpsWith) {
    Desk desk;
    for (const FunctionHelp& help : functionHelp()) {
        const std::string name(help.name);
        const bool two = help.arguments == 2;
        EXPECT_FALSE(std::isnan(desk.value(name + (two ? "(x, 1.25)" : "(x)"), name == "acosh" ? 1.5 : 0.5)))
            << name;
        EXPECT_FALSE(help.meaning.empty());
    }
    EXPECT_EQ(functionHelp().size(), 34u);
    EXPECT_EQ(desk.value("max(x, 3, y)", 1, 2), 3);
    EXPECT_EQ(desk.value("min(x)", 4), 4);
    EXPECT_EQ(desk.value("avg(x, y, 6)", 1, 2), 3);
    EXPECT_EQ(desk.value("sum(x, y, 6)", 1, 2), 9);
    EXPECT_EQ(desk.value("log(e)"), 1);
    EXPECT_EQ(desk.value("ceil(x) + floor(y)", 1.2, -0.5), 1);
    EXPECT_EQ(desk.value("sign(x)", 0), 0);
}

TEST(Parse, DoesNotCareAboutTheLocale) {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"})
        std::setlocale(LC_ALL, name);  // whichever exist
    Desk desk;
    EXPECT_EQ(desk.value("1.5"), 1.5);
    EXPECT_EQ(desk.text(desk.type("2.25*x")), "2.25*x");
    std::setlocale(LC_ALL, before.c_str());
}

TEST(Parse, WorksInSeveralThreadsAtOnce) {
    const auto work = [] {
        for (int k = 0; k < 200; ++k) {
            Desk desk;
            const NodeId f = desk.type("sin(x)*exp(-y^2) + max(x, y, " + std::to_string(k) + ".5)");
            EXPECT_EQ(desk.value(f, {0, 0, 0}), k + 0.5);
            EXPECT_EQ(desk.text(desk.slope(f)),
                      "cos(x)*exp(-y^2) + (" + std::to_string(k) + ".5 <= max(x, y) ? (y <= x ? 1 : 0) : 0)");
        }
    };
    std::vector<std::thread> threads;
    for (int k = 0; k < 3; ++k) threads.emplace_back(work);
    for (auto& thread : threads) thread.join();
}

}  // namespace
}  // namespace bilevel
