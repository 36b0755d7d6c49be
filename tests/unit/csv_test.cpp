#include "core/io/csv.h"

#include <gmock/gmock.h>

#include <clocale>
#include <cmath>

namespace bilevel {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string mistake(std::string_view text) {
    const Result<CsvTable> table = readCsv(text);
    return table ? "" : table.error().message;
}

TEST(Csv, ReadsWhatTheRfcDescribes) {
    const std::string text = "a,\"b, \"\"c\"\"\",d\r\n1,,\"two\r\nlines\"\r\n4,5,6\r\n";
    const Result<CsvTable> table = readCsv(text);
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_THAT(table->header, ElementsAre("a", "b, \"c\"", "d"));
    ASSERT_EQ(table->rows.size(), 2u);
    EXPECT_THAT(table->rows[0], ElementsAre("1", "", "two\r\nlines"));
    EXPECT_THAT(table->rows[1], ElementsAre("4", "5", "6"));
    EXPECT_THAT(table->lines, ElementsAre(2, 4));
}

TEST(Csv, PassesOverCommentsEmptyLinesAndAByteOrderMark) {
    const Result<CsvTable> table = readCsv("\xEF\xBB\xBF# made by hand, on a Monday\n\nx,y\n\n# half way\n1,2\n");
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_THAT(table->header, ElementsAre("x", "y"));
    ASSERT_EQ(table->rows.size(), 1u);
    EXPECT_THAT(table->rows[0], ElementsAre("1", "2"));
    EXPECT_THAT(table->lines, ElementsAre(6));
}

TEST(Csv, KnowsSemicolonsAndTabs) {
    for (const char* text : {"x;y\n1;2", "x\ty\n1\t2", " x ,y \n 1 , 2 \r"}) {
        const Result<CsvTable> table = readCsv(text);
        ASSERT_TRUE(table) << text;
        EXPECT_THAT(table->header, ElementsAre("x", "y")) << text;
        EXPECT_THAT(table->rows.front(), ElementsAre("1", "2")) << text;
    }
}

TEST(Csv, ReadsNumbersAsTheyAreWrittenAnywhere) {
    EXPECT_EQ(csvNumber("1.5"), 1.5);
    EXPECT_EQ(csvNumber("+2"), 2);
    EXPECT_EQ(csvNumber("-6.162975822039155e-32"), -6.162975822039155e-32);
    EXPECT_EQ(csvNumber("0.10000000000000001"), 0.1);
    EXPECT_EQ(csvNumber("-inf"), -INFINITY);
    EXPECT_EQ(csvNumber("Infinity"), INFINITY);
    EXPECT_EQ(csvNumber("True"), 1);
    for (const char* gap : {"", "nan", "NaN", "NA", "None", "null"})
        EXPECT_TRUE(csvNumber(gap) && std::isnan(*csvNumber(gap))) << gap;
    for (const char* none : {"abc", "1,5", "1.5x", "+-1", "0x10", "-", "1e999"})
        EXPECT_FALSE(csvNumber(none)) << none;
}

TEST(Csv, DoesNotDependOnTheLocale) {
    for (const char* german : {"de_DE.UTF-8", "de_DE"})
        if (std::setlocale(LC_ALL, german)) break;
    EXPECT_EQ(csvNumber("1.5"), 1.5);
    std::setlocale(LC_ALL, "C");
}

TEST(Csv, SaysWhatIsWrongAndInWhichLine) {
    EXPECT_THAT(mistake(""), HasSubstr("empty"));
    EXPECT_THAT(mistake("# nothing but words\n\n"), HasSubstr("header"));
    EXPECT_THAT(mistake("x,y\n"), HasSubstr("no rows"));
    EXPECT_EQ(mistake("0,1,2\n3,4,5\n"),
              "the file has no header: numbers stand where the columns should be named");
    EXPECT_EQ(mistake("x,y\n1,2\n\n3\n"), "line 4: has 1 field, but the header has 2");
    EXPECT_EQ(mistake("x,y\n1,2,3\n"), "line 2: has 3 fields, but the header has 2");
    EXPECT_EQ(mistake("x,y\n1,\"2\n3,4\n"), "line 2: a quote is opened here and never closed");
    EXPECT_EQ(mistake("x,y\n1,\"2\"3\n"), "line 2: a closed quote is followed by more text");
}

TEST(Csv, RefusesWhatIsNoText) {
    for (const std::string_view bytes :
         {std::string_view("\x89PNG\r\n\x1a\n", 8), std::string_view("x,y\n1,\0\n", 8),
          std::string_view("\xFF\xFEx\0,\0", 6), std::string_view("x,\xE9\n", 4)})
        EXPECT_THAT(mistake(bytes), HasSubstr("not a text file"));
    EXPECT_THAT(mistake("α,β\n1,2\n"), IsEmpty());
}

}  // namespace
}  // namespace bilevel
