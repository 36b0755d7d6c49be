#include "ui/kit/name_edit.h"
#include "ui/kit/number_edit.h"
#include "ui/kit/segmented.h"
#include "ui/kit/slider.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <limits>

namespace bilevel::ui {
namespace {

const Theme theme = Theme::make(false, 1);

QPoint at(const QWidget& widget, double share) {
    constexpr int margin = 8;
    return {margin + static_cast<int>(std::lround(share * (widget.width() - 2 * margin))), widget.height() / 2};
}

TEST(Slider, GivesTheMiddleOfItsScale) {
    Slider linear(theme, {.minimum = -2, .maximum = 4}, 0);
    linear.resize(216, 24);
    QTest::mouseClick(&linear, Qt::LeftButton, {}, at(linear, 0.5));
    EXPECT_NEAR(linear.value(), 1, 1e-9);

    Slider decades(theme, {.minimum = 1e-4, .maximum = 1, .logarithmic = true}, 0.5);
    decades.resize(216, 24);
    QTest::mouseClick(&decades, Qt::LeftButton, {}, at(decades, 0.5));
    EXPECT_NEAR(decades.value(), 1e-2, 1e-6);
}

TEST(Slider, TellsWhereADragBeginsAndEnds) {
    Slider slider(theme, {.minimum = 0, .maximum = 1}, 0);
    slider.resize(216, 24);
    const QSignalSpy pressed(&slider, &Slider::pressed), moved(&slider, &Slider::moved),
        released(&slider, &Slider::released);
    QTest::mousePress(&slider, Qt::LeftButton, {}, at(slider, 0.2));
    for (const double share : {0.3, 0.6, 0.9}) QTest::mouseMove(&slider, at(slider, share));
    EXPECT_EQ(released.count(), 0);
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, at(slider, 0.9));
    EXPECT_EQ(pressed.count(), 1);
    EXPECT_EQ(moved.count(), 4);
    EXPECT_EQ(released.count(), 1);
    EXPECT_NEAR(slider.value(), 0.9, 1e-6);
}

TEST(Slider, KeepsAnExactValueUntilItIsMoved) {
    Slider slider(theme, {.minimum = 0, .maximum = 1}, 0.123456789012345);
    EXPECT_EQ(slider.value(), 0.123456789012345);
    slider.setValue(7);  // outside: shown at the end, not changed
    EXPECT_EQ(slider.value(), 7);
}

TEST(Slider, MovesWholeNumbersByAtLeastOne) {
    Slider slider(theme, {.minimum = 1, .maximum = 200, .logarithmic = true, .step = 1}, 1);
    for (int value = 2; value < 6; ++value) {
        QTest::keyClick(&slider, Qt::Key_Right);
        EXPECT_EQ(slider.value(), value);
    }
    QTest::keyClick(&slider, Qt::Key_End);
    EXPECT_EQ(slider.value(), 200);
    QTest::keyClick(&slider, Qt::Key_Home);
    EXPECT_EQ(slider.value(), 1);
}

TEST(Slider, LeavesTheWheelToThePanelWithoutFocus) {
    Slider slider(theme, {.minimum = 0, .maximum = 1}, 0.5);
    slider.resize(216, 24);
    QWheelEvent turn({50, 10}, {50, 10}, {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&slider, &turn);
    EXPECT_EQ(slider.value(), 0.5);
    EXPECT_FALSE(turn.isAccepted());
}

TEST(Segmented, IsWorkedByArrowKeys) {
    Segmented choice(theme, {"f", "f + g", "g"}, 1);
    const QSignalSpy picked(&choice, &Segmented::picked);
    QTest::keyClick(&choice, Qt::Key_Right);
    QTest::keyClick(&choice, Qt::Key_Right);  // there is none
    EXPECT_EQ(choice.current(), 2);
    QTest::keyClick(&choice, Qt::Key_Home);
    EXPECT_EQ(choice.current(), 0);
    EXPECT_EQ(picked.count(), 2);
}

TEST(NumberEdit, ReportsAfterAShortPause) {
    NumberEdit edit(theme, "x", {});
    edit.setValue(1);
    QSignalSpy edited(&edit, &NumberEdit::edited);
    edit.selectAll();
    QTest::keyClicks(&edit, "-2.5");
    EXPECT_EQ(edited.count(), 0) << "not while keys are still coming";
    ASSERT_TRUE(edited.wait(2000));
    EXPECT_EQ(edited.count(), 1);
    EXPECT_EQ(edited[0][0].toDouble(), -2.5);
}

TEST(NumberEdit, MarksWhatIsNoNumberAndReportsNothing) {
    NumberEdit edit(theme, "x", {});
    edit.setValue(1);
    const QSignalSpy edited(&edit, &NumberEdit::edited);
    edit.selectAll();
    QTest::keyClicks(&edit, "1,5");
    QTest::keyClick(&edit, Qt::Key_Return);
    EXPECT_EQ(edited.count(), 0);
    EXPECT_TRUE(edit.property("wrong").toBool());
    EXPECT_EQ(edit.text(), "1,5");
    EXPECT_FALSE(edit.accessibleDescription().isEmpty());
}

TEST(NumberEdit, LeavesTypedTextAloneWhenTheSameValueIsSet) {
    NumberEdit edit(theme, "x", {});
    edit.setValue(1);
    edit.selectAll();
    QTest::keyClicks(&edit, "2e");
    edit.setValue(1);
    EXPECT_EQ(edit.text(), "2e");
    edit.setValue(3);
    EXPECT_EQ(edit.text(), "3");
}

TEST(NumberEdit, TakesAnEmptyFieldForNoBound) {
    NumberEdit edit(theme, "x", {});
    edit.setEmptyValue(std::numeric_limits<double>::infinity());
    edit.setValue(4);
    const QSignalSpy edited(&edit, &NumberEdit::edited);
    edit.selectAll();
    QTest::keyClick(&edit, Qt::Key_Delete);
    QTest::keyClick(&edit, Qt::Key_Return);
    ASSERT_EQ(edited.count(), 1);
    EXPECT_TRUE(std::isinf(edited[0][0].toDouble()));
}

TEST(NumberEdit, StepsInTheSecondDigit) {
    NumberEdit edit(theme, "x", {});
    edit.setValue(-2.45);
    const QSignalSpy edited(&edit, &NumberEdit::edited);
    QTest::keyClick(&edit, Qt::Key_Up);
    ASSERT_EQ(edited.count(), 1);
    EXPECT_DOUBLE_EQ(edited[0][0].toDouble(), -2.4);
    edit.setValue(0.3);
    QTest::keyClick(&edit, Qt::Key_Up);
    EXPECT_EQ(edited[1][0].toDouble(), 0.31);
}

TEST(NameEdit, TakesTheOldNameBackOnEscape) {
    NameEdit edit(theme, "name");
    edit.setName("x");
    const QSignalSpy renamed(&edit, &NameEdit::renamed);
    edit.selectAll();
    QTest::keyClicks(&edit, "speed");
    QTest::keyClick(&edit, Qt::Key_Escape);
    EXPECT_EQ(edit.text(), "x");
    edit.selectAll();
    QTest::keyClicks(&edit, "u");
    QTest::keyClick(&edit, Qt::Key_Return);
    ASSERT_EQ(renamed.count(), 1);
    EXPECT_EQ(renamed[0][0].toString(), "u");
}

}  // namespace
}  // namespace bilevel::ui
