#pragma once

#include "core/io/json.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilevel {

/// One value of a study file, and its path. Reading something of the wrong kind notes the mistake and returns a
/// default, so that reading goes on in a straight line; the first mistake is the one that counts.
class Part {
public:
    Part(const Json& value, std::optional<Error>& mistake) : Part(&value, {}, mistake) {}

    const std::string& path() const { return path_; }
    const Json& value() const { return *value_; }
    void wrong(std::string message) const;

    std::string text() const;
    double number() const;
    int integer(int minimum, int maximum) const;
    bool flag() const;
    bool isNull() const { return value_->is_null(); }

    /// The elements of a list.
    std::vector<Part> elements() const;
    /// The members of an object, and their keys.
    std::vector<std::pair<std::string, Part>> members() const;
    std::optional<Part> find(std::string_view key) const;
    /// A member that must be there: null, with the mistake noted, where it is not.
    Part require(std::string_view key) const;
    /// Members other than these.
    Json others(std::initializer_list<std::string_view> known) const;

private:
    Part(const Json* value, std::string path, std::optional<Error>& mistake)
        : value_(value), path_(std::move(path)), mistake_(&mistake) {}
    bool is(bool right, std::string_view wanted) const;

    const Json* value_;
    std::string path_;
    std::optional<Error>* mistake_;
};

}  // namespace bilevel
