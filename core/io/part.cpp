#include "core/io/part.h"

#include <algorithm>
#include <cmath>

namespace bilevel {
namespace {

std::string_view kindOf(const Json& value) {
    switch (value.type()) {
        case Json::value_t::null:
            return "null";
        case Json::value_t::boolean:
            return value.get<bool>() ? "true" : "false";
        case Json::value_t::string:
            return "text";
        case Json::value_t::array:
            return "a list";
        case Json::value_t::object:
            return "an object";
        default:
            return "a number";
    }
}

std::string memberPath(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : path + '.' + std::string(key);
}

}  // namespace

void Part::wrong(std::string message) const {
    if (!*mistake_) *mistake_ = Error{std::move(message), -1, 0, path_};
}

bool Part::is(bool right, std::string_view wanted) const {
    if (!right) wrong("must be " + std::string(wanted) + ", not " + std::string(kindOf(*value_)));
    return right;
}

std::string Part::text() const { return is(value_->is_string(), "text") ? value_->get<std::string>() : ""; }

double Part::number() const { return is(value_->is_number(), "a number") ? value_->get<double>() : 0; }

int Part::integer(int minimum, int maximum) const {
    const double given = number();
    if (!(given >= minimum && given <= maximum && given == std::floor(given))) {
        wrong("must be a whole number from " + std::to_string(minimum) + " to " + std::to_string(maximum));
        return minimum;
    }
    return static_cast<int>(given);
}

bool Part::flag() const { return is(value_->is_boolean(), "true or false") && value_->get<bool>(); }

std::vector<Part> Part::elements() const {
    std::vector<Part> parts;
    if (!is(value_->is_array(), "a list")) return parts;
    parts.reserve(value_->size());
    for (const Json& element : *value_)
        parts.push_back({&element, path_ + '[' + std::to_string(parts.size()) + ']', *mistake_});
    return parts;
}

std::vector<std::pair<std::string, Part>> Part::members() const {
    std::vector<std::pair<std::string, Part>> parts;
    if (!is(value_->is_object(), "an object")) return parts;
    parts.reserve(value_->size());
    for (const auto& [key, member] : value_->items())
        parts.emplace_back(key, Part(&member, memberPath(path_, key), *mistake_));
    return parts;
}

std::optional<Part> Part::find(std::string_view key) const {
    if (!is(value_->is_object(), "an object")) return {};
    const auto it = value_->find(key);
    if (it == value_->end()) return {};
    return Part(&*it, memberPath(path_, key), *mistake_);
}

Part Part::require(std::string_view key) const {
    if (const std::optional<Part> found = find(key)) return *found;
    if (value_->is_object()) wrong("‘" + std::string(key) + "’ is missing");
    static const Json nothing;
    return {&nothing, memberPath(path_, key), *mistake_};
}

Json Part::others(std::initializer_list<std::string_view> known) const {
    Json rest = Json::object();
    if (!value_->is_object()) return rest;
    for (const auto& [key, member] : value_->items())
        if (std::ranges::find(known, key) == known.end()) rest[key] = member;
    return rest;
}

}  // namespace bilevel
