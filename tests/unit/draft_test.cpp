#include "core/io/draft.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

namespace bilevel {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, gone afterwards.
class UnsavedWork : public testing::Test {
protected:
    ~UnsavedWork() override { fs::remove_all(base_); }

    std::ptrdiff_t files() const {
        return std::distance(fs::directory_iterator(folder_), fs::directory_iterator());
    }
    static Study named(const std::string& name) {
        Study study;
        study.problem.name = name;
        study.problem.upper = "x^2 + y";
        study.problem.lower = "(y - x)^2";
        return study;
    }
    /// What a program does that is killed while it holds unsaved work.
    void crash(const std::string& name, const std::string& path) const {
        const pid_t child = fork();
        if (child == 0) {
            Result<Draft> draft = Draft::begin(folder_);
            if (draft && draft->keep(named(name), path)) ::raise(SIGKILL);
            ::_exit(1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status));
    }

    const std::string base_ =
        testing::TempDir() + "drafts " + testing::UnitTest::GetInstance()->current_test_info()->name();
    const std::string folder_ = base_ + "/not there yet";
};

TEST_F(UnsavedWork, OutlivesAProgramThatIsKilled) {
    crash("Valley", "/home/me/valley.bilevel.json");
    const std::vector<Draft> left = Draft::leftIn(folder_);
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(*left[0].study(), named("Valley"));
    EXPECT_EQ(left[0].path(), "/home/me/valley.bilevel.json");
    EXPECT_NEAR(static_cast<double>(left[0].time()), static_cast<double>(std::time(nullptr)), 60);
}

TEST_F(UnsavedWork, IsAStudyFileThatCanBeOpenedByHand) {
    crash("Valley", "");
    int studies = 0;
    for (const auto& entry : fs::directory_iterator(folder_)) {
        if (!entry.path().string().ends_with(".bilevel.json")) continue;
        EXPECT_EQ(*readStudy(*readFile(entry.path())), named("Valley"));
        ++studies;
    }
    EXPECT_EQ(studies, 1);
}

TEST_F(UnsavedWork, OfALivingProgramIsLeftAlone) {
    Result<Draft> mine = Draft::begin(folder_);
    ASSERT_TRUE(mine);
    ASSERT_TRUE(mine->keep(named("Mine"), ""));
    EXPECT_TRUE(Draft::leftIn(folder_).empty());
    EXPECT_EQ(*mine->study(), named("Mine"));
}

TEST_F(UnsavedWork, IsOfferedToOneWindowOnly) {
    crash("Valley", "");
    const std::vector<Draft> first = Draft::leftIn(folder_);
    EXPECT_EQ(first.size(), 1u);
    EXPECT_TRUE(Draft::leftIn(folder_).empty());
}

TEST_F(UnsavedWork, ThatIsNotTakenUpIsOfferedAgain) {
    crash("Valley", "");
    EXPECT_EQ(Draft::leftIn(folder_).size(), 1u);
    EXPECT_EQ(Draft::leftIn(folder_).size(), 1u);
}

TEST_F(UnsavedWork, ThatIsDiscardedLeavesNothing) {
    crash("Valley", "");
    for (Draft& draft : Draft::leftIn(folder_)) draft.discard();
    EXPECT_EQ(files(), 0);
}

TEST_F(UnsavedWork, OfSeveralCrashesIsKeptApart) {
    crash("Valley", "/a");
    crash("Coreset", "/b");
    const std::vector<Draft> left = Draft::leftIn(folder_);
    ASSERT_EQ(left.size(), 2u);
    for (const Draft& draft : left)
        EXPECT_EQ(draft.study()->problem.name, draft.path() == "/a" ? "Valley" : "Coreset");
}

TEST_F(UnsavedWork, ChangesTheFileThatItBelongsTo) {
    Result<Draft> draft = Draft::begin(folder_);
    ASSERT_TRUE(draft);
    ASSERT_TRUE(draft->keep(named("A"), "/a/long/path"));
    ASSERT_TRUE(draft->keep(named("B"), "/b"));
    EXPECT_EQ(draft->path(), "/b");
    EXPECT_EQ(*draft->study(), named("B"));
    ASSERT_TRUE(draft->keep(named("B"), ""));
    EXPECT_EQ(draft->path(), "");
}

TEST_F(UnsavedWork, LeavesNothingWhereNothingIsKept) {
    { const Result<Draft> draft = Draft::begin(folder_); }
    EXPECT_EQ(files(), 0);
}

TEST_F(UnsavedWork, NeedsAFolder) {
    fs::create_directories(base_);
    std::ofstream(folder_) << "in the way";
    const Result<Draft> draft = Draft::begin(folder_);
    ASSERT_FALSE(draft);
    EXPECT_NE(draft.error().message.find(folder_), std::string::npos);
    EXPECT_TRUE(Draft::leftIn(folder_).empty());
}

}  // namespace
}  // namespace bilevel
