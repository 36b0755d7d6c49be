#include "ui/plane/ticks.h"
#include "ui/plane/variable_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QStringList>

#include <cmath>

namespace bilevel::ui {
namespace {

QStringList labels(const Interval& interval, double pixels, double distance) {
    QStringList all;
    for (const Tick& tick : niceTicks(interval, pixels, distance)) all << tick.label;
    return all;
}

TEST(Ticks, AreRoundNumbersWithTheEndsWhereTheyAreRound) {
    EXPECT_EQ(labels({-3, 3}, 600, 72), QStringList({"−3", "−2", "−1", "0", "1", "2", "3"}));
    EXPECT_EQ(labels({-0.25, 1.25}, 400, 72), QStringList({"0.0", "0.5", "1.0"}));
}

TEST(Ticks, ShowZeroAsZeroAndNotAsRoundingNoise) {
    EXPECT_EQ(labels({-0.3, 0.3}, 600, 72), QStringList({"−0.3", "−0.2", "−0.1", "0.0", "0.1", "0.2", "0.3"}));
}

TEST(Ticks, AreNeverNearerThanAsked) {
    for (const double width : {1e-9, 0.0123, 0.7, 3.0, 47.0, 1e6, 3.3e11})
        for (const double pixels : {120.0, 333.0, 1999.0}) {
            const auto ticks = niceTicks({0.37, 0.37 + width}, pixels, 50);
            for (std::size_t k = 1; k < ticks.size(); ++k)
                EXPECT_GE((ticks[k].value - ticks[k - 1].value) / width * pixels, 50 * (1 - 1e-6)) << width;
        }
}

TEST(Ticks, HaveDifferentLabelsAtAnyZoom) {
    for (const double centre : {0.0, 1.0, -12345.678, 1e9})
        for (double width = 1e7; width > 1e-7 * std::max(1.0, std::abs(centre)); width /= 7) {
            const QStringList all = labels({centre - width / 2, centre + width / 2}, 600, 72);
            EXPECT_GE(all.size(), 2) << centre << ' ' << width;
            QStringList unique = all;
            unique.removeDuplicates();
            EXPECT_EQ(unique.size(), all.size()) << centre << ' ' << width << ' ' << qPrintable(all.join(' '));
        }
}

TEST(Ticks, OfAnEmptyIntervalAreNone) {
    EXPECT_TRUE(niceTicks({1, 1}, 600, 72).empty());
    EXPECT_TRUE(niceTicks({0, 1}, 0, 72).empty());
}

TEST(VariableText, WritesNamesAsMathematics) {
    EXPECT_EQ(variableText("x"), "x");
    EXPECT_EQ(variableText("v1"), "v₁");
    EXPECT_EQ(variableText("y_12"), "y₁₂");
    EXPECT_EQ(variableText("alpha"), "α");
    EXPECT_EQ(variableText("theta3"), "θ₃");
    EXPECT_EQ(variableText("cost"), "cost");
}

TEST(VariableText, ShortensLongListsOfArguments) {
    EXPECT_EQ(argumentsText(std::vector<std::string>{"x", "y"}), "x, y");
    EXPECT_EQ(argumentsText(std::vector<std::string>{"v1", "v2", "v3", "v4", "t1"}), "v₁, …, t₁");
}

}  // namespace
}  // namespace bilevel::ui
