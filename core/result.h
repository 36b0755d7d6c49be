#pragma once

#include <string>
#include <utility>
#include <variant>

namespace bilevel {

/// What went wrong, in words for the person typing, and where.
struct Error {
    std::string message;
    int position = -1;      ///< offset in bytes into the offending text; -1 where it is not about a place in one
    int length = 0;         ///< bytes at fault, from `position`
    std::string path = {};  ///< part of a study: a JSON path such as "problem.upper.objective"; else empty
};

/// A T, or the reason there is none. The subset of C++23 std::expected<T, Error> that we use,
/// under the same names, so that an alias can replace this file one day.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::move(value)) {}
    Result(Error error) : state_(std::move(error)) {}

    explicit operator bool() const { return std::holds_alternative<T>(state_); }
    const T& operator*() const& { return std::get<T>(state_); }
    T& operator*() & { return std::get<T>(state_); }
    T&& operator*() && { return std::get<T>(std::move(state_)); }
    const T* operator->() const { return &std::get<T>(state_); }
    T* operator->() { return &std::get<T>(state_); }
    const Error& error() const { return std::get<Error>(state_); }

private:
    std::variant<T, Error> state_;
};

}  // namespace bilevel
