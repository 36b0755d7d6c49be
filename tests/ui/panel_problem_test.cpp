#include "core/io/derivation.h"
#include "core/io/gallery.h"
#include "studies.h"
#include "ui/kit/label.h"
#include "ui/panel/problem_panel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

namespace bilevel::ui {
namespace {

/// A shown panel on the sample study.
struct Panel {
    Theme theme = Theme::make(false, 1);
    Document document;
    std::unique_ptr<ProblemPanel> panel;

    explicit Panel(Study study = sampleStudy()) {
        EXPECT_TRUE(document.open(std::move(study)));
        panel = std::make_unique<ProblemPanel>(document, theme);
        panel->resize(280, 800);
        panel->show();
        (void)QTest::qWaitForWindowExposed(panel.get());
    }
    ~Panel() { panel.reset(); }

    void type(FormulaEdit& edit, const QString& text) {
        edit.line().setFocus();
        edit.line().selectAll();
        edit.line().insertPlainText(text);
        edit.check();
    }
    void enter(QLineEdit& edit, const QString& text) {
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, text);
        QTest::keyClick(&edit, Qt::Key_Return);
    }
    const ProblemText& problem() const { return document.study().problem; }
};

TEST(ProblemPanel, KeepsTheLastValidFormulaInForce) {
    Panel p;
    const int height = p.panel->upper().formula().height();
    p.type(p.panel->upper().edit(), "(x - 1)^2 + (y - ");
    EXPECT_TRUE(p.panel->upper().edit().isWrong());
    EXPECT_EQ(p.panel->upper().edit().text(), "(x - 1)^2 + (y - ") << "what is typed stays";
    EXPECT_EQ(p.problem().upper, "(x - 1)^2 + (y - 1)^2");
    EXPECT_EQ(p.panel->upper().formula().height(), height);
    EXPECT_FALSE(p.document.undoStack().canUndo());

    p.type(p.panel->lower().edit(), "(y - x)^2");  // another field does not disturb what is wrong in this one
    EXPECT_EQ(p.problem().lower, "(y - x)^2");
    EXPECT_TRUE(p.panel->upper().edit().isWrong());
    EXPECT_EQ(p.panel->upper().edit().text(), "(x - 1)^2 + (y - ");
}

TEST(ProblemPanel, TakesATypedFormulaAfterAPause) {
    Panel p;
    FormulaLine& line = p.panel->upper().edit().line();
    line.setFocus();
    line.moveCursor(QTextCursor::End);
    QTest::keyClicks(&line, " + x");
    EXPECT_EQ(p.problem().upper, "(x - 1)^2 + (y - 1)^2");
    EXPECT_TRUE(QTest::qWaitFor([&] { return p.problem().upper == "(x - 1)^2 + (y - 1)^2 + x"; }, 2000));
    EXPECT_EQ(line.textCursor().position(), 25) << "the cursor stays where it is";
    QTest::keyClicks(&line, "^2");
    QTest::keyClick(&line, Qt::Key_Return);
    EXPECT_EQ(p.document.undoStack().count(), 1) << "one stretch of typing, one step";
    p.document.undoStack().undo();
    EXPECT_EQ(p.panel->upper().edit().text(), "(x - 1)^2 + (y - 1)^2");
}

TEST(ProblemPanel, ShowsPartialDerivativesOnDemand) {
    Panel p;
    const int height = p.panel->upper().formula().height();
    p.panel->upper().showDerivatives(true);
    EXPECT_GT(p.panel->upper().formula().height(), 2 * height);
    p.panel->upper().showDerivatives(false);
    EXPECT_EQ(p.panel->upper().formula().height(), height);
}

TEST(ProblemPanel, CopiesItsFormulasForAPaper) {
    Panel p;
    const auto copied = [&](const char* item) {
        for (QAction* copy : p.panel->lower().formula().actions())
            if (copy->text() == item) copy->trigger();
        return QGuiApplication::clipboard()->text().toStdString();
    };
    EXPECT_EQ(copied("Copy formula"), "g = (y - sin(x))^2");
    EXPECT_THAT(copied("Copy as LaTeX"), testing::StartsWith("g = "));
    EXPECT_THAT(copied("Copy as LaTeX"), testing::HasSubstr("\\sin"));
    const std::string all = copied("Copy f, g and their gradients as LaTeX");
    for (const char* part :
         {"\\begin{align*}", "\\frac{\\partial f}{\\partial x}", "\\frac{\\partial g}{\\partial y}"})
        EXPECT_THAT(all, testing::HasSubstr(part));
    EXPECT_EQ(all, derivationLatex(p.document.problem(), 1));
}

TEST(ProblemPanel, OpensWhatIsChosenInTheGallery) {
    Panel p;
    ASSERT_GT(gallery().size(), 1u);
    EXPECT_EQ(p.panel->gallery().itemText(0), "Sample") << "a problem of one's own stands first";
    EXPECT_EQ(p.panel->gallery().currentIndex(), 0);
    const Study wanted = *readStudy(gallery()[1].text);
    Q_EMIT p.panel->gallery().activated(2);
    EXPECT_EQ(p.document.study(), wanted);
    EXPECT_EQ(p.panel->gallery().currentText().toStdString(), wanted.problem.name);
    EXPECT_EQ(p.panel->gallery().count(), static_cast<int>(gallery().size()));
    EXPECT_EQ(p.panel->upper().edit().text().toStdString(), wanted.problem.upper);
}

TEST(ProblemPanel, StaysWhereTheWindowForbidsLeaving) {
    Panel p;
    p.panel->setLeaveGuard([] { return false; });
    Q_EMIT p.panel->gallery().activated(2);
    EXPECT_EQ(p.problem().name, "Sample");
    EXPECT_EQ(p.panel->gallery().currentIndex(), 0);
}

TEST(ProblemPanel, MovesTheStartAndRefusesWhatLiesOutside) {
    Study study = sampleStudy();
    study.problem.bounds["x"] = {-2, 2};
    Panel p(study);
    NumberEdit& edit = *p.panel->start().edit(0);
    EXPECT_EQ(edit.text(), "−1.5");
    p.enter(edit, "0.25");
    EXPECT_EQ(p.problem().start.at("x"), 0.25);
    p.enter(edit, "5");
    EXPECT_EQ(p.problem().start.at("x"), 0.25);
    EXPECT_EQ(edit.text(), "5");
    EXPECT_TRUE(edit.property("wrong").toBool());

    Study moved = p.document.study();
    moved.problem.start["x"] = -0.5;  // as dragging in a plane does
    EXPECT_TRUE(p.document.edit("Move the start", moved));
    EXPECT_EQ(edit.text(), "−0.5");
    EXPECT_FALSE(edit.property("wrong").toBool());
}

TEST(ProblemPanel, RenamesAVariableInOneStep) {
    Panel p;
    p.enter(p.panel->variables().row(Place::upper, 0).name(), "speed");
    EXPECT_EQ(p.problem().upper, "(speed - 1)^2 + (y - 1)^2");
    EXPECT_EQ(p.problem().lower, "(y - sin(speed))^2");
    EXPECT_EQ(p.panel->upper().edit().text(), "(speed - 1)^2 + (y - 1)^2");
    EXPECT_EQ(p.document.undoStack().count(), 1);
    p.document.undoStack().undo();
    EXPECT_EQ(p.document.study(), sampleStudy());
    EXPECT_EQ(p.panel->variables().row(Place::upper, 0).name().text(), "x");
}

TEST(ProblemPanel, RefusesANameThatIsTaken) {
    Panel p;
    NameEdit& name = p.panel->variables().row(Place::upper, 0).name();
    for (const char* taken : {"y", "sin", "2x"}) {
        p.enter(name, taken);
        EXPECT_TRUE(name.property("wrong").toBool()) << taken;
        EXPECT_EQ(name.text(), taken);
    }
    EXPECT_EQ(p.document.study(), sampleStudy());
}

TEST(ProblemPanel, AddsVariablesAndRemovesThoseNobodyUses) {
    Panel p;
    p.panel->variables().add(Place::lower);
    ASSERT_EQ(p.problem().lowerVariables, (std::vector<std::string>{"y", "y2"}));
    ASSERT_NE(p.panel->start().edit(2), nullptr);
    Q_EMIT p.panel->variables().row(Place::lower, 0).removed("y");
    EXPECT_TRUE(p.panel->variables().message().contains("f and g use it"));
    EXPECT_EQ(p.problem().lowerVariables.size(), 2u);
    Q_EMIT p.panel->variables().row(Place::lower, 1).removed("y2");
    EXPECT_EQ(p.problem().lowerVariables.size(), 1u);
    EXPECT_TRUE(p.panel->variables().message().isEmpty());
}

TEST(ProblemPanel, SetsBoundsAndTakesTheStartAlong) {
    Panel p;
    VariableRow& x = p.panel->variables().row(Place::upper, 0);
    p.enter(x.minimum(), "-1");
    EXPECT_EQ(p.problem().bounds.at("x").minimum, -1);
    EXPECT_TRUE(std::isinf(p.problem().bounds.at("x").maximum));
    EXPECT_EQ(p.problem().start.at("x"), -1);
    p.enter(x.maximum(), "-3");  // crossed
    EXPECT_TRUE(p.panel->variables().message().contains("crossed"));
    EXPECT_TRUE(std::isinf(p.problem().bounds.at("x").maximum));
    x.minimum().clear();
    QTest::keyClick(&x.minimum(), Qt::Key_Return);
    EXPECT_EQ(p.problem().bounds.count("x"), 0u);
}

TEST(ProblemPanel, DragsAParameterAsOneStep) {
    Panel p;
    p.panel->parameters().add();
    p.type(p.panel->upper().edit(), "(x - a)^2 + (y - 1)^2");
    const int steps = p.document.undoStack().count();
    Slider& slider = p.panel->parameters().row(0).slider();
    slider.resize(116, 24);
    QTest::mousePress(&slider, Qt::LeftButton, {}, {20, 12});
    EXPECT_TRUE(p.document.isDragging());
    for (int x = 30; x < 100; x += 10) QTest::mouseMove(&slider, {x, 12});
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, {90, 12});
    EXPECT_FALSE(p.document.isDragging());
    EXPECT_EQ(p.document.undoStack().count(), steps + 1);
    EXPECT_NE(p.problem().parameters[0].value, 1);
    EXPECT_EQ(p.panel->parameters().row(0).value().value(), p.problem().parameters[0].value);
    p.document.undoStack().undo();
    EXPECT_EQ(p.problem().parameters[0].value, 1);

    p.enter(p.panel->parameters().row(0).value(), "7");
    EXPECT_EQ(p.problem().parameters[0].value, 7);
    EXPECT_EQ(p.problem().parameters[0].maximum, 7) << "the slider makes room";
}

TEST(ProblemPanel, EditsDefinitionsLikeFormulas) {
    Panel p;
    p.panel->definitions().add();
    ASSERT_EQ(p.problem().definitions.size(), 1u);
    p.type(p.panel->definitions().row(0).edit(), "x^2 + y");
    EXPECT_EQ(p.problem().definitions[0].formula, "x^2 + y");
    p.type(p.panel->upper().edit(), "h + y");
    EXPECT_EQ(p.problem().upper, "h + y");

    p.type(p.panel->definitions().row(0).edit(), "x^2 + h");
    EXPECT_TRUE(p.panel->definitions().row(0).edit().isWrong()) << "it may not use itself";
    EXPECT_EQ(p.problem().definitions[0].formula, "x^2 + y");

    Q_EMIT p.panel->definitions().row(0).removed(0);
    EXPECT_EQ(p.problem().definitions.size(), 1u) << "f uses it";
    p.enter(p.panel->definitions().row(0).name(), "height");
    EXPECT_EQ(p.problem().upper, "height + y");
}

}  // namespace
}  // namespace bilevel::ui
