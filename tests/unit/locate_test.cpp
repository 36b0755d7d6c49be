#include "core/io/locate.h"

#include <gtest/gtest.h>

#include <string>

namespace bilevel {
namespace {

const std::string json = R"( {"a": {"b": [1, "two", {"c": null}], "bb": -3.5e2}, "list": [], "t\"ext": "x[0]" } )";

std::string at(std::string_view path) {
    const Place place = locate(json, path);
    return json.substr(place.position, place.length);
}

TEST(Locate, FindsEveryKindOfValue) {
    EXPECT_EQ(at("a.b[0]"), "1");
    EXPECT_EQ(at("a.b[1]"), "\"two\"");
    EXPECT_EQ(at("a.b[2].c"), "null");
    EXPECT_EQ(at("a.b[2]"), R"({"c": null})");
    EXPECT_EQ(at("a.bb"), "-3.5e2");
    EXPECT_EQ(at("list"), "[]");
    EXPECT_EQ(at("t\\\"ext"), "\"x[0]\"");
}

TEST(Locate, FallsBackToWhatIsAround) {
    EXPECT_EQ(at("a.b[7]"), R"([1, "two", {"c": null}])");
    EXPECT_EQ(at("a.nothing"), R"({"b": [1, "two", {"c": null}], "bb": -3.5e2})");
    EXPECT_EQ(at(""), json.substr(1, json.size() - 2));
}

TEST(Locate, CountsEscapesInsideAString) {
    const std::string text =
        R"(["a\u00b7b\n\ud835\udc65c·d"])";  // a·b, a line end, a character beyond the first 65536, c·d
    const Place string = locate(text, "[0]");
    const auto shown = [&](std::size_t position, std::size_t length) {
        const Place place = locateInString(text, string, position, length);
        return text.substr(place.position, place.length);
    };
    EXPECT_EQ(shown(0, 1), "a");
    EXPECT_EQ(shown(1, 2), "\\u00b7");
    EXPECT_EQ(shown(3, 2), "b\\n");
    EXPECT_EQ(shown(5, 4), "\\ud835\\udc65");
    EXPECT_EQ(shown(9, 3), "c·");
    EXPECT_EQ(shown(12, 5), "d");
}

TEST(Locate, CountsColumnsInCharacters) {
    EXPECT_EQ(lineColumn("αβ\nγx", 0), (LineColumn{1, 1}));
    EXPECT_EQ(lineColumn("αβ\nγx", 2), (LineColumn{1, 2}));
    EXPECT_EQ(lineColumn("αβ\nγx", 7), (LineColumn{2, 2}));
}

}  // namespace
}  // namespace bilevel
