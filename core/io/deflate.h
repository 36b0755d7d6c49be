#pragma once

#include <string>
#include <string_view>

namespace bilevel {

/// `bytes` made small, in the form of zlib (RFC 1950), which ends with a checksum.
std::string deflated(std::string_view bytes);

/// What deflated() was given, or the reason there is none of it.
struct Inflated {
    enum class State {
        whole,    ///< and its checksum is right; what follows it does not matter
        cut,      ///< it goes on behind the end
        damaged,  ///< or was never in this form
        large,    ///< larger than allowed
    };
    State state = State::damaged;
    std::string bytes;  ///< empty where not whole
};

/// Never takes more memory than `most` bytes and a little, whatever it is given.
Inflated inflated(std::string_view bytes, std::size_t most);

}  // namespace bilevel
