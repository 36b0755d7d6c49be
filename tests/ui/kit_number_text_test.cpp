#include "ui/kit/number_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace bilevel::ui {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Written {
    double value;
    const char* text;
};

TEST(NumberText, ReadsLikeANumberInABook) {
    for (const auto& [value, text] : {Written{0, "0"},
                                      {0.888, "0.888"},
                                      {2.8e-4, "2.8·10⁻⁴"},
                                      {-1.5, "−1.5"},
                                      {1234, "1234"},
                                      {-2000, "−2000"},
                                      {0.0123456, "0.0123"},
                                      {3e-300, "3·10⁻³⁰⁰"},
                                      {1234.5, "1.2·10³"},
                                      {infinity, "∞"},
                                      {-infinity, "−∞"},
                                      {std::nan(""), "–"}})
        EXPECT_EQ(numberText(value).toStdString(), text) << value;
    EXPECT_EQ(numberText(0.123456789, 6).toStdString(), "0.123457");
}

TEST(NumberText, KeepsItsPlacesWhileItChanges) {
    for (const auto& [value, text] :
         {Written{0.5, "0.500"}, {0.01, "0.010"}, {0.0096, "9.6·10⁻³"}, {1.5, "1.50"}, {-12.26, "−12.3"}})
        EXPECT_EQ(liveText(value).toStdString(), text) << value;
}

TEST(NumberText, ForEditingIsExact) {
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> mantissa(-1, 1);
    std::uniform_int_distribution<int> exponent(-300, 300);
    for (int i = 0; i < 2000; ++i) {
        const double value = mantissa(random) * std::pow(10.0, exponent(random));
        double read = 0;
        ASSERT_TRUE(readNumber(exactText(value), read)) << exactText(value).toStdString();
        EXPECT_EQ(read, value);
    }
    EXPECT_EQ(exactText(100000).toStdString(), "100000");
    EXPECT_EQ(exactText(1e-8).toStdString(), "1e-8");
    EXPECT_EQ(exactText(2e20).toStdString(), "2e20");
}

TEST(NumberText, IsReadTheWayPeopleType) {
    double value = 0;
    EXPECT_TRUE(readNumber(" −2.5 ", value));
    EXPECT_EQ(value, -2.5);
    EXPECT_TRUE(readNumber("+3e−2", value));
    EXPECT_EQ(value, 0.03);
    for (const char* wrong : {"", "-", "1,5", "1e", "x", "inf", "nan", "1.5.2", "2 3", "+-1"})
        EXPECT_FALSE(readNumber(wrong, value)) << wrong;
    EXPECT_EQ(value, 0.03) << "what cannot be read changes nothing";
}

}  // namespace
}  // namespace bilevel::ui
