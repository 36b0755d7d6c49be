#include "core/io/file.h"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>

namespace bilevel {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

/// A folder of its own for each test, gone afterwards.
class File : public testing::Test {
protected:
    File() { fs::create_directories(folder_); }
    ~File() override { fs::remove_all(folder_); }

    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    std::ptrdiff_t files() const {
        return std::distance(fs::directory_iterator(folder_), fs::directory_iterator());
    }

    const fs::path folder_ =
        fs::path(testing::TempDir()) /
        ("file test " + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(File, IsReadAsItWasWritten) {
    const std::string bytes("line\r\n\0\xff end", 12);
    ASSERT_TRUE(writeFile(path("a"), bytes));
    EXPECT_EQ(*readFile(path("a")), bytes);
}

TEST_F(File, IsReplacedAndNothingElseIsLeft) {
    ASSERT_TRUE(writeFile(path("a"), "a longer first text"));
    ASSERT_TRUE(writeFile(path("a"), "second"));
    EXPECT_EQ(*readFile(path("a")), "second");
    EXPECT_EQ(files(), 1);
}

TEST_F(File, KeepsItsPermissions) {
    ASSERT_TRUE(writeFile(path("a"), "x"));
    fs::permissions(path("a"), fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_TRUE(writeFile(path("a"), "y"));
    EXPECT_EQ(fs::status(path("a")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(File, IsAsReadableAsAnyNewFile) {
    ASSERT_TRUE(writeFile(path("a"), "x"));
    std::ofstream(path("b")) << "x";
    EXPECT_EQ(fs::status(path("a")).permissions(), fs::status(path("b")).permissions());
}

TEST_F(File, IsReplacedWhereALinkLeads) {
    ASSERT_TRUE(writeFile(path("real"), "x"));
    fs::create_symlink("real", path("link"));
    ASSERT_TRUE(writeFile(path("link"), "y"));
    EXPECT_TRUE(fs::is_symlink(path("link")));
    EXPECT_EQ(*readFile(path("real")), "y");
}

TEST_F(File, IsMadeWhereALinkLeadsAlthoughNothingIsThereYet) {
    fs::create_directory(path("elsewhere"));
    fs::create_symlink("elsewhere/real", path("link"));
    fs::create_symlink("link", path("link to the link"));
    ASSERT_TRUE(writeFile(path("link to the link"), "y"));
    EXPECT_TRUE(fs::is_symlink(path("link")));
    EXPECT_EQ(*readFile(path("elsewhere/real")), "y");
}

TEST_F(File, SaysThatTheDiskIsFull) {
    EXPECT_EQ(writeFile("/dev/full", "x").error().message, "cannot write ‘/dev/full’: the disk is full");
}

TEST_F(File, IsNotWrittenIntoAFolderThatIsNotThere) {
    const auto written = writeFile(path("nowhere/a"), "x");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().message, "cannot write ‘" + path("nowhere/a") + "’: no such file or folder");
    EXPECT_EQ(files(), 0);
}

TEST_F(File, IsNotWrittenBelowAFile) {
    ASSERT_TRUE(writeFile(path("a"), "x"));
    const auto written = writeFile(path("a/b"), "y");
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().message, HasSubstr("a part of the path is not a folder"));
    EXPECT_EQ(*readFile(path("a")), "x");
}

TEST_F(File, IsUntouchedWhereTheNewOneDoesNotFit) {
    ASSERT_TRUE(writeFile(path("a"), "what was there"));
    // As if the disk were full after 4096 bytes.
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit small{4096, limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto written = writeFile(path("a"), std::string(100'000, 'x'));
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, before);
    ASSERT_FALSE(written);
    EXPECT_EQ(*readFile(path("a")), "what was there");
    EXPECT_EQ(files(), 1);
}

TEST_F(File, IsNotAFolder) {
    EXPECT_THAT(writeFile(folder_.string(), "x").error().message, HasSubstr("it is a folder"));
    EXPECT_THAT(readFile(folder_.string()).error().message, HasSubstr("it is a folder"));
}

TEST_F(File, MayBeADevice) {
    ASSERT_TRUE(writeFile("/dev/null", "x"));
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(File, IsRefusedWhenItIsTooLarge) {
    std::ofstream(path("huge")) << "x";
    fs::resize_file(path("huge"), 100'000'000);
    EXPECT_THAT(readFile(path("huge")).error().message, HasSubstr("larger than 16 MB"));
}

TEST_F(File, SaysThatItIsMissing) {
    EXPECT_EQ(readFile(path("a")).error().message, "cannot read ‘" + path("a") + "’: no such file or folder");
}

}  // namespace
}  // namespace bilevel
