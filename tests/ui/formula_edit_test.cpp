#include "ui/formula/formula_edit.h"
#include "core/formula/parse.h"
#include "ui/formula/text_map.h"

#include <gtest/gtest.h>
#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

namespace bilevel::ui {
namespace {

/// A shown editor whose checker is the formula engine itself, with the variables x and y.
struct Editor {
    Theme theme = Theme::make(false, 1);
    FormulaEdit edit{theme, "f"};
    int asked = 0;

    Editor() {
        edit.setWords({{"x", "variable"}, {"y", "variable"}});
        edit.setChecker([this](const QString& text) -> std::optional<Error> {
            ++asked;
            Graph graph;
            const Symbol symbols[]{{"x", graph.input(0)}, {"y", graph.input(1)}};
            const Result<NodeId> node = parse(graph, text.toStdString(), symbols);
            if (node) return {};
            return node.error();
        });
        edit.resize(300, 60);
        edit.show();
        (void)QTest::qWaitForWindowExposed(&edit);
        edit.line().setFocus();
    }

    void type(const QString& text) {
        edit.line().selectAll();
        QTest::keyClicks(&edit.line(), text);
        edit.line().completer().popup()->hide();
        edit.check();
    }
    void insert(const QString& text) {
        edit.line().selectAll();
        edit.line().insertPlainText(text);
        edit.check();
    }

    /// What is underlined with a wave.
    QString underlined() {
        QString text;
        for (const auto& range : edit.line().document()->firstBlock().layout()->formats())
            if (range.format.underlineStyle() == QTextCharFormat::WaveUnderline)
                text += edit.text().mid(range.start, range.length);
        return text;
    }
    bool isBold(int position) {
        for (const auto& range : edit.line().document()->firstBlock().layout()->formats())
            if (position >= range.start && position < range.start + range.length)
                return range.format.fontWeight() == QFont::Bold;
        return false;
    }
};

TEST(FormulaEdit, UnderlinesWhereAValueIsMissing) {
    Editor editor;
    editor.type("x^");
    EXPECT_TRUE(editor.edit.isWrong());
    EXPECT_EQ(editor.underlined(), "^");
    EXPECT_TRUE(editor.edit.message().contains("missing")) << editor.edit.message().toStdString();
    EXPECT_TRUE(editor.edit.line().property("wrong").toBool());
    EXPECT_TRUE(editor.edit.line().accessibleDescription().contains("missing"));
    editor.type("x^2");
    EXPECT_FALSE(editor.edit.isWrong());
    EXPECT_EQ(editor.underlined(), "");
    EXPECT_FALSE(editor.edit.line().property("wrong").toBool());
}

TEST(FormulaEdit, NamesTheColumnAndWhatWasMeant) {
    Editor editor;
    editor.type("(y - sni(2*x))^2");
    EXPECT_EQ(editor.underlined(), "sni");
    EXPECT_TRUE(editor.edit.message().startsWith("Column 6: unknown")) << editor.edit.message().toStdString();
    EXPECT_TRUE(editor.edit.message().contains("did you mean ‘sin’?"));
}

TEST(FormulaEdit, CountsColumnsAsTheyAreSeen) {
    Editor editor;  // − and ² are several bytes each for the engine, one column for the eye
    editor.insert("y² − x² + sni(x)");
    EXPECT_EQ(editor.underlined(), "sni");
    EXPECT_TRUE(editor.edit.message().startsWith("Column 11:")) << editor.edit.message().toStdString();
}

TEST(FormulaEdit, AsksOnceAfterAPause) {
    Editor editor;
    editor.edit.line().selectAll();
    QTest::keyClicks(&editor.edit.line(), "x+y");
    EXPECT_EQ(editor.asked, 0);
    EXPECT_TRUE(QTest::qWaitFor([&] { return editor.asked == 1; }, 2000));
    editor.edit.check();
    EXPECT_EQ(editor.asked, 1) << "the same text is not asked about twice";
}

TEST(FormulaEdit, TakesWhatComesFromElsewhereForRight) {
    Editor editor;
    editor.type("x^");
    editor.edit.setText("x + y");
    EXPECT_FALSE(editor.edit.isWrong());
    EXPECT_EQ(editor.asked, 1);
}

TEST(FormulaEdit, GoesBackToTheLastRightFormulaOnEscape) {
    Editor editor;
    editor.type("x*y");
    editor.type("x*y*");
    ASSERT_TRUE(editor.edit.isWrong());
    QTest::keyClick(&editor.edit.line(), Qt::Key_Escape);
    EXPECT_EQ(editor.edit.text(), "x*y");
    EXPECT_FALSE(editor.edit.isWrong());
}

TEST(FormulaEdit, CompletesAFunctionWithTheCursorInside) {
    Editor editor;
    editor.edit.line().selectAll();
    QTest::keyClicks(&editor.edit.line(), "2*si");
    QAbstractItemView* list = editor.edit.line().completer().popup();
    ASSERT_TRUE(list->isVisible());
    QTest::keyClick(list, Qt::Key_Return);
    EXPECT_EQ(editor.edit.text(), "2*sin()");
    EXPECT_EQ(editor.edit.line().textCursor().position(), 6);
    QTest::keyClicks(&editor.edit.line(), "x");
    EXPECT_EQ(editor.edit.text(), "2*sin(x)");
}

TEST(FormulaEdit, CompletesBeforeABracketWithoutASecondOne) {
    Editor editor;
    editor.edit.line().setPlainText("(x)");
    editor.edit.line().moveCursor(QTextCursor::Start);
    QTest::keyClicks(&editor.edit.line(), "co");
    QTest::keyClick(editor.edit.line().completer().popup(), Qt::Key_Return);
    EXPECT_EQ(editor.edit.text(), "cos(x)");
}

TEST(FormulaEdit, EnterAcceptsAndTabMovesOn) {
    Editor editor;
    const QSignalSpy accepted(&editor.edit, &FormulaEdit::accepted);
    editor.edit.line().selectAll();
    QTest::keyClicks(&editor.edit.line(), "x");
    QTest::keyClick(&editor.edit.line(), Qt::Key_Return);
    EXPECT_EQ(accepted.count(), 1);
    EXPECT_EQ(editor.asked, 1);
    EXPECT_EQ(editor.edit.text(), "x") << "no line break";
    QTest::keyClick(&editor.edit.line(), Qt::Key_Tab);
    EXPECT_EQ(editor.edit.text(), "x") << "no tab";
}

TEST(FormulaEdit, FlattensWhatIsPasted) {
    Editor editor;
    QGuiApplication::clipboard()->setText("x +\n  y\t* 2\n");
    editor.edit.line().selectAll();
    editor.edit.line().paste();
    EXPECT_EQ(editor.edit.text(), "x + y * 2");
}

TEST(FormulaEdit, ShowsWhichBracketsBelongTogether) {
    EXPECT_EQ(bracketsAt("(x*(y+1))", 1), (std::array{0, 8}));
    EXPECT_EQ(bracketsAt("(x*(y+1))", 8), (std::array{7, 3}));
    EXPECT_EQ(bracketsAt("(x*(y+1)", 1), (std::array{-1, -1})) << "it has no partner";
    EXPECT_EQ(bracketsAt("x+y", 2), (std::array{-1, -1}));

    Editor editor;
    editor.type("(x*(y+1))");
    QTest::keyClick(&editor.edit.line(), Qt::Key_Left);
    EXPECT_TRUE(editor.isBold(3));
    EXPECT_TRUE(editor.isBold(7));
    EXPECT_FALSE(editor.isBold(1));
}

TEST(TextMap, CountsBothWays) {
    const TextMap map("a−²𝑥b");  // 1, 3, 2 and 4 bytes; the last letter but one is two UTF-16 units
    EXPECT_EQ(map.unit(0), 0);
    EXPECT_EQ(map.unit(1), 1);
    EXPECT_EQ(map.unit(3), 1) << "in the middle of a character is at the character";
    EXPECT_EQ(map.unit(4), 2);
    EXPECT_EQ(map.unit(6), 3);
    EXPECT_EQ(map.unit(10), 5);
    EXPECT_EQ(map.unit(11), 6);
    EXPECT_EQ(map.unit(99), 6);
    for (const int unit : {0, 1, 2, 3, 5, 6}) EXPECT_EQ(map.unit(map.byte(unit)), unit);
}

}  // namespace
}  // namespace bilevel::ui
