// The exact lower level in the window: who asks for it, and what the planes show of it.

#include "plane_fixture.h"
#include "ui/plane/overlay.h"
#include "ui/plane/solution_look.h"

#include "core/io/gallery.h"

#include <QPainter>
#include <QSignalSpy>
#include <QStyleOptionGraphicsItem>

#include <cmath>

namespace bilevel::ui {
namespace {

constexpr int patience = 20000;

/// Planes that are told of the exact lower level, as in the window.
struct KnowingPlanes : PlanesInAWindow {
    SolutionLook look{document, player, camera};

    explicit KnowingPlanes(Study study = sampleStudy()) : PlanesInAWindow(std::move(study)) {
        QObject::connect(&look, &SolutionLook::changed, &camera, [this] { tell(); });
        tell();
        know();
    }
    void tell() {
        for (PlaneView* view : {&upper, &lower}) view->showSolutions(look.solutions());
    }
    void know() {
        ASSERT_TRUE(QTest::qWaitFor([&] { return look.isCurrent(); }, patience));
    }
    void set(bool PlaneOptions::*option, bool on) {
        PlaneOptions options = camera.options();
        options.*option = on;
        camera.setOptions(options);
    }
};

Study galleryStudy(const char* id) { return *readStudy(findInGallery(id)->text); }

TEST(SolutionLook, FollowsWhatThePlanesShow) {
    KnowingPlanes planes;
    ASSERT_TRUE(planes.look.solutions());
    EXPECT_EQ(planes.look.solutions()->request.range, planes.camera.horizontalRange());
    planes.camera.setRanges({-1, 1}, {-1, 1});
    planes.know();
    EXPECT_EQ(planes.look.solutions()->request.range, (Interval{-1, 1}));
    Study next = planes.document.study();
    next.problem.lower = "(y - 0.5)^2";
    ASSERT_TRUE(planes.document.edit("Edit g", next));
    EXPECT_FALSE(planes.look.isCurrent());
    planes.know();
    const SolutionLines& lines = planes.upper.item().solutionLines();
    ASSERT_FALSE(lines.lines.empty());
    for (const SolutionLines::Line& line : lines.lines)
        for (const QPointF& p : line.line) EXPECT_NEAR(p.y(), 0.5, 1e-12);
}

TEST(SolutionLook, AsksNothingThatNobodyWants) {
    KnowingPlanes planes;
    planes.set(&PlaneOptions::solutions, false);
    EXPECT_TRUE(planes.look.solutions()) << "the strips still want it";
    EXPECT_TRUE(planes.upper.item().solutionLines().lines.empty());
    planes.set(&PlaneOptions::values, false);
    EXPECT_FALSE(planes.look.solutions());
    EXPECT_TRUE(planes.look.isCurrent());
    planes.set(&PlaneOptions::solutions, true);
    planes.know();
    EXPECT_FALSE(planes.upper.item().solutionLines().lines.empty());
}

TEST(SolutionLook, NothingOfAnotherStudyStays) {
    KnowingPlanes planes;
    ASSERT_TRUE(planes.document.open(galleryStudy("mirrlees")));
    EXPECT_FALSE(planes.look.solutions());
    EXPECT_TRUE(planes.upper.item().solutionLines().lines.empty());
    planes.know();
    EXPECT_EQ(planes.upper.item().solutionLines().swaps.size(), 1u);
}

TEST(ValueStrip, StandsUnderThePlaneOnTheSameAxis) {
    KnowingPlanes planes;
    for (PlaneView* view : {&planes.upper, &planes.lower}) {
        const QRectF plane = view->item().map().area, strip = view->strip().map().area;
        EXPECT_EQ(strip.left(), plane.left());
        EXPECT_EQ(strip.right(), plane.right());
        EXPECT_GT(strip.top(), plane.bottom());
        EXPECT_GT(strip.height(), 40);
        EXPECT_EQ(view->strip().map().horizontal, view->item().map().horizontal);
    }
    EXPECT_NEAR(planes.upper.strip().curve().at(0.5), 0.25 + std::pow(std::sin(0.5) - 1, 2), 1e-4);
    EXPECT_NEAR(planes.lower.strip().curve().at(0.5), 0, 1e-12);
}

TEST(ValueStrip, GivesItsRoomBackWhenItIsSwitchedOff) {
    KnowingPlanes planes;
    const double before = planes.upper.item().map().area.height();
    planes.set(&PlaneOptions::values, false);
    EXPECT_TRUE(planes.upper.strip().isEmpty());
    EXPECT_GT(planes.upper.item().map().area.height(), before + 40);
    planes.set(&PlaneOptions::values, true);
    EXPECT_EQ(planes.upper.item().map().area.height(), before);
}

TEST(ValueStrip, IsNotThereUnderALowerVariable) {
    KnowingPlanes planes;
    planes.camera.setCoordinates(1, 0);
    EXPECT_TRUE(planes.upper.strip().isEmpty());
}

TEST(ValueStrip, DrawsTheCurveWhereItsValuesAre) {
    KnowingPlanes planes;
    planes.know();
    const ValueStrip& strip = planes.lower.strip();  // min g(x, ·) = 0 everywhere
    const QPointF place = strip.map().toScene(QPointF(0.3, 0));
    const QImage picture = planes.lower.viewport()->grab().toImage();
    const QColor ink = picture.pixelColor(place.toPoint());
    EXPECT_LT(ink.lightness(), 90);
    EXPECT_GT(picture.pixelColor((place + QPointF(0, 12)).toPoint()).lightness(), 200);
}

/// One run at its end, with a certificate of this verdict.
struct Ended {
    Theme theme = Theme::make(false, 1);
    PlaneContent content;
    PlaneMap map{{0, 0, 400, 300}, {-2, 2}, {-1.5, 1.5}};

    explicit Ended(Verdict verdict) {
        const Study study = sampleStudy();
        content = {.problem = *Problem::compile(study.problem),
                   .horizontalRange = map.horizontal,
                   .verticalRange = map.vertical,
                   .runs = {},
                   .options = {}};
        RunView run = runViews(study, content.problem).front();
        run.trajectory =
            std::make_shared<const Trajectory>(bilevel::run(requestFor(run, content.problem, study.iterations)));
        Certificate certificate;
        certificate.verdict = verdict;
        run.certificate = std::make_shared<const Certificate>(certificate);
        content.runs.push_back(run);
    }
    Overlay at(int row) const { return makeOverlay(content, map, row, theme); }
};

TEST(VerdictMark, StandsAtTheEndOfAJudgedRunAndOnlyThere) {
    const Ended ended(Verdict::wrongBranch);
    EXPECT_TRUE(ended.at(30).verdicts.empty());
    const Overlay overlay = ended.at(60);
    ASSERT_EQ(overlay.verdicts.size(), 1u);
    EXPECT_EQ(overlay.verdicts[0].verdict, Verdict::wrongBranch);
    EXPECT_LT(QLineF(overlay.verdicts[0].at, overlay.heads[0].at).length(), 20);
}

TEST(VerdictMark, IsNotThereBeforeARunIsJudgedNorWhereItIsSwitchedOff) {
    Ended ended(Verdict::bilevelStationary);
    ended.content.options.verdicts = false;
    EXPECT_TRUE(ended.at(60).verdicts.empty());
    ended.content.options.verdicts = true;
    ended.content.runs[0].certificate = nullptr;
    EXPECT_TRUE(ended.at(60).verdicts.empty());
}

TEST(VerdictMark, AppearsWhenARunThatStandsAtItsEndIsJudged) {
    Ended ended(Verdict::wrongBranch);
    PlaneItem item(ended.theme);
    item.setArea(ended.map.area);
    const auto picture = [&] {
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionGraphicsItem all;
        item.paint(&painter, &all, nullptr);
        return image;
    };
    const CertificatePtr certificate = std::exchange(ended.content.runs[0].certificate, nullptr);
    item.setContent(ended.content);
    item.setRow(60);
    const QImage before = picture();
    ended.content.runs[0].certificate = certificate;
    ended.content.runs[0].trajectory = std::make_shared<const Trajectory>(*ended.content.runs[0].trajectory);
    item.setContent(ended.content);
    EXPECT_NE(picture(), before);
}

TEST(VerdictMark, EveryVerdictLooksDifferent) {
    const Theme theme = Theme::make(false, 2);
    std::vector<QImage> seen;
    for (const Verdict verdict : {Verdict::bilevelStationary, Verdict::notStationary, Verdict::wrongBranch,
                                  Verdict::lowerLevelNotSolved, Verdict::notFinite}) {
        QImage image(60, 60, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintVerdict(painter, {{30, 30}, verdict}, theme);
        painter.end();
        image = image.convertToFormat(QImage::Format_Grayscale8);  // and not by colour alone
        EXPECT_TRUE(std::ranges::none_of(seen, [&](const QImage& other) { return other == image; }));
        seen.push_back(image);
    }
}

TEST(Basins, AreShadedWhereDescentEndsInAWrongValley) {
    ProblemText text;
    text.upper = "x";
    text.lower = "(y^2 - 1)^2/4 + 0.1*y";  // lowest on the left; the border is the maximum near 0.1
    const Problem problem = *Problem::compile(text);
    GroundRequest request{.slice = {problem, 0, 1, problem.start()},
                          .upper = false,
                          .horizontal = {-2, 2},
                          .vertical = {-2, 2},
                          .columns = 80,
                          .rows = 100,
                          .basins = true};
    const GroundPtr ground = computeGround(request);
    ASSERT_TRUE(ground->basins);
    const QImage shade = basinImage(*ground, Theme::make(false, 1));
    const auto isShaded = [&](double y) {
        return qAlpha(shade.pixel(10, static_cast<int>((2 - y) / 4 * shade.height()))) > 0;
    };
    EXPECT_TRUE(isShaded(1));
    EXPECT_TRUE(isShaded(0.2));
    EXPECT_FALSE(isShaded(0));
    EXPECT_FALSE(isShaded(-1.5));

    request.upper = true;
    EXPECT_FALSE(computeGround(request)->basins) << "f has no say in where lower descent goes";
    request.upper = false;
    request.basins = false;
    EXPECT_FALSE(computeGround(request)->basins);
}

TEST(Basins, AreNothingToSeeWhereEveryDescentEndsWell) {
    const Problem problem = [] {
        ProblemText text;
        text.upper = "x";
        text.lower = "(y - x)^2";
        return *Problem::compile(text);
    }();
    EXPECT_FALSE(computeGround({.slice = {problem, 0, 1, problem.start()},
                                .upper = false,
                                .horizontal = {-2, 2},
                                .vertical = {-2, 2},
                                .basins = true})
                     ->basins);
}

}  // namespace
}  // namespace bilevel::ui
