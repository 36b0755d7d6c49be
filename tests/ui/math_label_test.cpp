#include "ui/formula/math_label.h"
#include "core/formula/parse.h"

#include <gtest/gtest.h>
#include <QBuffer>
#include <QSvgGenerator>
#include <QTest>

namespace bilevel::ui {
namespace {

struct Shown {
    Theme theme = Theme::make(false, 1);
    MathLabel label{theme, 17};
    Graph graph;
    Names names{.inputs = {"x"}, .definitions = {}};

    Shown(const char* formula, int width) {
        const Symbol x[]{{"x", graph.input(0)}};
        const NodeId root = *parse(graph, formula, x);
        label.setContent([this, root](const MathStyle& style) -> std::vector<MathLine> {
            return {{layoutLead(style, "f"), layoutFormula(style, graph, root, names)}};
        });
        label.resize(width, 20);
        label.show();
    }
};

constexpr const char* longSum = "sin(x)^2 + cos(x)^3 + exp(x) + sqrt(x^2 + 1) + log(x + 3) + x^4 + x^5 + 1";
constexpr const char* longProduct =
    "(sin(x) + 1)*(cos(x) + 2)*(exp(x) + 3)*(x^2 + 4)*(x^3 + 5)*(x^4 + 6)*(x^5 + 7)";

TEST(MathLabel, BreaksALongSumBeforeATerm) {
    const Shown wide(longSum, 1200), narrow(longSum, 280);
    EXPECT_GT(narrow.label.height(), 1.8 * wide.label.height());
    EXPECT_EQ(narrow.label.hiddenWidth(), 0);
}

TEST(MathLabel, ScrollsWhatCannotBeBroken) {
    Shown shown(longProduct, 280);
    ASSERT_GT(shown.label.hiddenWidth(), 100);
    const QImage before = shown.label.grab().toImage();
    QTest::keyClick(&shown.label, Qt::Key_End);
    EXPECT_NE(shown.label.grab().toImage(), before);
    QTest::keyClick(&shown.label, Qt::Key_Home);
    EXPECT_EQ(shown.label.grab().toImage(), before);
}

TEST(MathLabel, FollowsTheTheme) {
    Shown shown("x^2 + 1", 280);
    const int before = shown.label.height();
    shown.theme = Theme::make(true, 2);
    QEvent change(QEvent::StyleChange);
    QApplication::sendEvent(&shown.label, &change);
    EXPECT_GT(shown.label.height(), 1.7 * before);
}

TEST(MathLabel, IsVectorInAPicture) {
    Shown shown("x^2/2 + sqrt(x)", 280);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(shown.label.size());
    QPainter painter(&generator);
    shown.label.render(&painter, {}, {}, {});
    painter.end();
    EXPECT_TRUE(buffer.data().contains("<text"));
    EXPECT_FALSE(buffer.data().contains("<image"));
}

}  // namespace
}  // namespace bilevel::ui
