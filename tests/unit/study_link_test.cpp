#include "tests/unit/test_folder.h"

#include "core/io/deflate.h"
#include "core/io/study_link.h"

#include <gmock/gmock.h>

namespace bilevel {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

Study everything() { return *readStudy(*readFile(inTests("data/studies/v1/everything.bilevel.json"))); }

Study studyOf(std::string_view text) {
    const Result<std::string> json = readLink(text);
    EXPECT_TRUE(json) << json.error().message;
    return json ? *readStudy(*json) : Study();
}

std::string refusal(std::string_view text) {
    const Result<std::string> json = readLink(text);
    return json ? "" : json.error().message;
}

/// The link in lines of a mail, each behind `mark`.
std::string inLines(const std::string& link, std::size_t width, const std::string& mark, const std::string& end) {
    std::string out;
    for (std::size_t at = 0; at < link.size(); at += width) out += mark + link.substr(at, width) + end;
    return out;
}

TEST(Link, IsOneWordThatNeedsNoQuotingAnywhere) {
    EXPECT_THAT(studyLink(everything()), MatchesRegex("bilevelscope:1:[A-Za-z0-9_-]+"));
    EXPECT_LT(studyLink(everything()).size(), writeStudy(everything()).size());
}

TEST(Link, HoldsAllOfItsStudyEvenWhatThisVersionDoesNotKnow) {
    const Study study = everything();
    EXPECT_EQ(studyOf(studyLink(study)), study);
    EXPECT_EQ(writeStudy(studyOf(studyLink(study))), writeStudy(study));
}

TEST(Link, KeepsNumbersToTheLastBit) {
    Study study = everything();
    for (const double number : {0.1, 1 / 3.0, 5e-324, 1.7976931348623157e308, -0.0, 123456789.123456789}) {
        study.problem.start["v1"] = number;
        EXPECT_EQ(studyOf(studyLink(study)).problem.start.at("v1"), number);
    }
}

TEST(Link, IsFoundInWhatAMailMakesOfIt) {
    const Study study = everything();
    const std::string link = studyLink(study);
    EXPECT_EQ(studyOf(" \n\t" + link + "\r\n\r\n"), study);
    EXPECT_EQ(studyOf("“" + link + "”"), study);
    EXPECT_EQ(studyOf("\"" + link + "\","), study);
    EXPECT_EQ(studyOf("<" + link + ">"), study);
    EXPECT_EQ(studyOf("See " + link + ". Best wishes, Anna"), study);
    EXPECT_EQ(studyOf("See " + link + "\n\nBest wishes\nAnna"), study) << "its end is known";
    EXPECT_EQ(studyOf(inLines(link, 76, "", "\r\n")), study);
    EXPECT_EQ(studyOf(inLines(link, 70, "> > ", "\n")), study);
    EXPECT_EQ(studyOf(inLines(link, 75, "", "=\r\n")), study) << "quoted-printable";
    EXPECT_EQ(studyOf(inLines(link, 60, "\u00A0", "\u200B")), study) << "spaces that nobody sees";
    EXPECT_EQ(studyOf("bilevelscope: a link\nbilevelscope:x:y " + link), study);
}

TEST(Link, ThatIsCutIsRefusedWhereverItWasCut) {
    const std::string link = studyLink(everything());
    for (std::size_t size = link.find(':') + 3; size < link.size(); ++size)
        ASSERT_THAT(refusal(link.substr(0, size)), HasSubstr("this link is cut")) << size;
}

TEST(Link, WithOneWrongLetterIsRefusedWhicheverItIs) {
    const Study study = everything();
    const std::string link = studyLink(study);
    int meaningless = 0;
    for (std::size_t at = link.rfind(':') + 1; at < link.size(); ++at)
        for (const char letter : {'A', 'b', '7', '_'}) {
            std::string wrong = link;
            wrong[at] = letter;
            const Result<std::string> json = readLink(wrong);
            ASSERT_TRUE(!json || *readStudy(*json) == study) << at << ' ' << letter;
            meaningless += json && wrong != link ? 1 : 0;
        }
    EXPECT_LT(meaningless, 8) << "a few bits fill up a byte or a letter, and say nothing";
    std::string swapped = link;
    std::swap(swapped[link.size() / 2], swapped[link.size() / 2 + 1]);
    EXPECT_THAT(refusal(swapped), HasSubstr("damaged"));
}

TEST(Link, SaysWhatElseIsWrongWithIt) {
    EXPECT_THAT(refusal("good morning"), HasSubstr("no link"));
    EXPECT_THAT(refusal("bilevelscope:1:"), HasSubstr("this link is cut"));
    EXPECT_THAT(refusal("bilevelscope:1:nonsense"), HasSubstr("damaged"));
    EXPECT_THAT(refusal("bilevelscope:2:" + studyLink(everything()).substr(15)),
                HasSubstr("a newer Bilevelscope is needed"));
    EXPECT_FALSE(hasLink("bilevelscope:study"));
}

TEST(Link, ThatGrowsWithoutEndIsRefusedBeforeItFillsTheMemory) {
    const std::string bomb = deflated(std::string(20'000'000, ' '));
    EXPECT_LT(bomb.size(), 100'000u);
    EXPECT_EQ(inflated(bomb, maximumFileSize).state, Inflated::State::large);
    EXPECT_EQ(inflated(bomb, 20'000'000).state, Inflated::State::whole);
}

}  // namespace
}  // namespace bilevel
