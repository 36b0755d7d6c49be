#include "ui/window/arrival.h"

#include "core/io/study_link.h"
#include "studies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QMimeData>
#include <QUrl>

namespace bilevel::ui {
namespace {

TEST(Arrival, IsAFileBeforeAPictureBeforeAText) {
    QMimeData data;
    EXPECT_FALSE(mayArrive(data));
    EXPECT_FALSE(arrivalOf(data));
    data.setText("bilevelscope:1:x");
    EXPECT_TRUE(mayArrive(data));
    EXPECT_EQ(arrivalOf(data)->contents, "bilevelscope:1:x");
    data.setData("image/png", "picture");
    EXPECT_EQ(arrivalOf(data)->contents, "picture");
    data.setUrls({QUrl("https://example.org/a.png"), QUrl::fromLocalFile("/tmp/a file.png")});
    EXPECT_EQ(arrivalOf(data)->files, QStringList{"/tmp/a file.png"});
    EXPECT_TRUE(arrivalOf(data)->contents.isEmpty());
}

TEST(Arrival, OfAPictureFromABrowserIsThePictureNotItsAddress) {
    QMimeData data;
    data.setUrls({QUrl("https://example.org/a.png")});
    data.setData("image/png", "picture");
    EXPECT_TRUE(mayArrive(data));
    EXPECT_TRUE(arrivalOf(data)->files.isEmpty());
    EXPECT_EQ(arrivalOf(data)->contents, "picture");
}

TEST(Arrival, HoldsAStudyOrSaysWhyNot) {
    const Study study = sampleStudy();
    EXPECT_EQ(*studyIn(QByteArray::fromStdString("Look: " + studyLink(study))), study);
    EXPECT_EQ(*studyIn(QByteArray::fromStdString(writeStudy(study))), study);
    const auto refusal = [](const char* text) { return studyIn(text).error().message; };
    EXPECT_THAT(refusal("good morning"), testing::HasSubstr("links begin with bilevelscope:1:"));
    EXPECT_THAT(refusal("bilevelscope:1:eNq"), testing::HasSubstr("this link is cut"));
    EXPECT_THAT(refusal("<svg/>"), testing::HasSubstr("carries no study"));
    EXPECT_THAT(refusal("{ \"format\": 7 }"), testing::HasSubstr("line 1"));
}

}  // namespace
}  // namespace bilevel::ui
