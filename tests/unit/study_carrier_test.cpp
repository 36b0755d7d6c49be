#include "tests/unit/test_folder.h"

#include "core/io/deflate.h"
#include "core/io/pgfplots.h"
#include "core/io/study_carrier.h"
#include "core/io/study_link.h"
#include "core/io/study_xmp.h"

#include <gmock/gmock.h>

namespace bilevel {
namespace {

using testing::HasSubstr;
using namespace std::string_literals;

Study sample() {
    Study study = *readStudy(*readFile(inTests("data/studies/v1/everything.bilevel.json")));
    study.problem.name = "f < g & \"more\"";
    return study;
}

std::string bigEndian(std::size_t number) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 255);
    return bytes;
}

/// A PNG with one chunk that says something. (Sums are not looked at: who draws the picture does that.)
std::string png(const std::string& kind, const std::string& content) {
    const auto chunk = [](const std::string& name, const std::string& data) {
        return bigEndian(data.size()) + name + data + "sums";
    };
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", std::string(13, '\1')) + chunk(kind, content) + chunk("IEND", "");
}

std::string gif(const std::string& comment) {
    std::string out = "GIF89a\1\0\1\0\x80\0\0"s + "rgbrgb" + "\x21\xFF\x0BNETSCAPE2.0\3\1\0\0\0"s;
    out += "\x21\xFE"s;
    for (std::size_t at = 0; at < comment.size(); at += 255) {
        const std::string block = comment.substr(at, 255);
        out += static_cast<char>(block.size()) + block;
    }
    return out + "\0\x2C\0\0\0\0\1\0\1\0\0\2\2\x44\1\0\x3B"s;
}

std::string refusal(const std::string& contents) {
    const Result<Study> study = readAnyStudy(contents);
    return study ? "" : study.error().message;
}

TEST(Carrier, IsAFileALinkOrAFigureWhateverItsName) {
    EXPECT_EQ(carrierOf(writeStudy(sample())), Carrier::file);
    EXPECT_EQ(carrierOf("\uFEFF\r\n" + writeStudy(sample())), Carrier::file);
    EXPECT_EQ(carrierOf("see " + studyLink(sample())), Carrier::link);
    EXPECT_EQ(carrierOf(png("tEXt", "")), Carrier::figure);
    EXPECT_EQ(carrierOf("nothing of that kind"), Carrier::none);
}

TEST(Carrier, ThatIsAFileMayHaveALinkInItsDescription) {
    Study study = sample();
    Study other = study;
    other.iterations = 3;
    study.problem.description = studyLink(other);
    EXPECT_EQ(*readAnyStudy(writeStudy(study)), study);
}

TEST(Carrier, GivesItsStudyBack) {
    const Study study = sample();
    const std::string link = studyLink(study);
    const std::map<std::string, std::string> carriers{
        {"file", writeStudy(study)},
        {"link", link},
        {"tEXt", png("tEXt", "Bilevelscope study\0"s + link)},
        {"zTXt", png("zTXt", "Bilevelscope study\0\0"s + deflated(link))},
        {"iTXt", png("iTXt", "Bilevelscope study\0\0\0en\0Studie\0"s + link)},
        {"compressed iTXt", png("iTXt", "Bilevelscope study\0\1\0\0\0"s + deflated(link))},
        {"GIF", gif(link)},
        {"SVG", "<?xml version=\"1.0\"?>\n<svg><metadata>" + studyXmp(study) + "</metadata></svg>"},
        {"PDF", "%PDF-1.4\n5 0 obj\n<< /Type /Metadata >>\nstream\n" + studyXmpPacket(study) + "endstream"},
        {"compressed PDF", "%PDF-1.4\n5 0 obj\n<< /Type /Metadata /Filter /FlateDecode >>\nstream\r\n" +
                               deflated(studyXmpPacket(study)) + "endstream"},
        {"LaTeX", pgfDocument({.title = "a", .runs = {}, .axes = {}, .link = link}, "a.csv").tex},
    };
    for (const auto& [name, contents] : carriers) {
        const Result<Study> read = readAnyStudy(contents);
        ASSERT_TRUE(read) << name << ": " << read.error().message;
        EXPECT_EQ(*read, study) << name;
    }
}

TEST(Carrier, WithoutAStudySaysSoInOneSentence) {
    EXPECT_THAT(refusal(png("tEXt", "Title\0A holiday"s)), HasSubstr("this PNG image carries no study"));
    EXPECT_THAT(refusal(gif("no link")), HasSubstr("this GIF carries no study"));
    EXPECT_THAT(refusal("%PDF-1.7\n"), HasSubstr("this PDF carries no study"));
    EXPECT_THAT(refusal("<svg/>"), HasSubstr("this SVG carries no study"));
    EXPECT_THAT(refusal("\xff\xd8\xff\xe0"), HasSubstr("this JPEG image carries no study"));
    EXPECT_THAT(refusal("\\documentclass{article}"), HasSubstr("this LaTeX document carries no study"));
}

TEST(Carrier, WithADamagedStudySaysSo) {
    std::string link = studyLink(sample());
    link[link.size() / 2] = link[link.size() / 2] == 'a' ? 'b' : 'a';
    for (const std::string& figure : {png("tEXt", "k\0"s + link), gif(link), "<svg>" + link + "</svg>"})
        EXPECT_THAT(refusal(figure), HasSubstr("damaged"));
}

TEST(Carrier, ThatIsCutAnywhereIsRefusedNotBelieved) {
    const Study study = sample();
    const std::string link = studyLink(study);
    for (const std::string& whole :
         {png("zTXt", "k\0\0"s + deflated(link)), gif(link), "%PDF-1.4 stream\n" + studyXmpPacket(study)})
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const Result<Study> read = readAnyStudy(whole.substr(0, size));
            ASSERT_TRUE(!read || *read == study) << size;
        }
}

TEST(Carrier, OfAStudyFromTheFutureSaysThatANewerProgramIsNeeded) {
    std::string json = writeStudy(sample());
    json.replace(json.find("\"version\": 1"), 12, "\"version\": 7");
    EXPECT_THAT(refusal(json), HasSubstr("a newer Bilevelscope is needed"));
}

}  // namespace
}  // namespace bilevel
