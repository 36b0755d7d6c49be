#include "tests/unit/test_folder.h"

namespace bilevel {

std::string inTests(const std::string& name) { return TEST_FOLDER "/" + name; }

}  // namespace bilevel
