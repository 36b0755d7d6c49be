#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace bilevel::test {

/// An interpreter that has NumPy, or empty.
inline const std::string& pythonWithNumpy() {
    static const std::string found = [] {
        for (const char* python : {"python3", "/usr/bin/python3"})
            if (std::system((std::string(python) + " -c 'import numpy' >/dev/null 2>&1").c_str()) == 0)
                return std::string(python);
        return std::string();
    }();
    return found;
}

/// An empty folder of this test's own.
inline std::filesystem::path emptyFolder(const std::string& name) {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / ("bilevelscope_" + name);
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

inline std::string contents(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

}  // namespace bilevel::test
