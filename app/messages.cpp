#include "app/messages.h"

#include "app/exit_status.h"

#include <iostream>

namespace bilevel {

void complain(std::string_view message) { std::cerr << "bilevelscope: " << message << '\n'; }

int print(std::string_view result) {
    std::cout << result << std::flush;
    if (std::cout) return done;
    complain("cannot write the result");
    return notWritten;
}

}  // namespace bilevel
