#include "core/io/file.h"
#include "core/io/json.h"

#include <optional>
#include <unordered_set>
#include <vector>

namespace bilevel {
namespace {

/// Receives what the parser meets, builds the value, and stops at the first thing that is not right.
class TreeBuilder final : public nlohmann::json_sax<Json> {
public:
    explicit TreeBuilder(std::string_view text) : text_(text) {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t& /*spelling*/) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t& /*value*/) override { return false; }

    bool start_object(std::size_t /*members*/) override { return open(Json::object()); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t /*elements*/) override { return open(Json::array()); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        if (!open_.back().keys.insert(name).second)
            return refuse("the key ‘" + name + "’ occurs twice", name.size() + 2);
        key_ = std::move(name);
        return true;
    }

    bool parse_error(std::size_t count, const std::string& /*token*/,
                     const nlohmann::detail::exception& exception) override {
        // The parser counts the bytes it has read, the one at fault included.
        std::string what = exception.what();
        if (const std::size_t detail = what.find(" - "); detail != std::string::npos)
            what.erase(0, detail + 3);
        else if (const std::size_t tag = what.find("] "); tag != std::string::npos)
            what.erase(0, tag + 2);
        what.erase(std::min(what.find("; last read"), what.size()));
        const std::size_t position = std::min(count > 0 ? count - 1 : 0, text_.size());
        error_ = Error{"this is not JSON: " + what, static_cast<int>(position), position < text_.size() ? 1 : 0};
        return false;
    }

    Json root;
    const std::optional<Error>& error() const { return error_; }
    /// Something was refused for what it says rather than how it is spelt. It ends where the parser is; `length`
    /// is known.
    const Error& refused() const { return refused_; }

private:
    struct Open {
        Json* value;
        std::unordered_set<std::string> keys;
    };

    bool refuse(std::string why, std::size_t length) {
        refused_ = {std::move(why), -1, static_cast<int>(length)};
        return false;
    }

    Json* place(Json value) {
        if (open_.empty()) return &(root = std::move(value));
        Json& parent = *open_.back().value;
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        // Straight into the members: looking for the key first would make large objects slow, and key() has
        // looked.
        auto& members = parent.get_ref<Json::object_t&>();
        members.emplace_back(std::move(key_), std::move(value));
        return &members.back().second;
    }

    bool add(Json value) {
        place(std::move(value));
        return true;
    }

    bool open(Json value) {
        if (open_.size() == maximumJsonDepth)
            return refuse("brackets are nested more than " + std::to_string(maximumJsonDepth) + " deep", 1);
        open_.push_back({place(std::move(value)), {}});
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    std::string_view text_;
    std::vector<Open> open_;
    std::string key_;
    std::optional<Error> error_;
    Error refused_;
};

/// Iterates over bytes and remembers how far the parser has come.
class Counting {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Counting(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}
    const char& operator*() const { return *at_; }
    Counting& operator++() {
        *furthest_ = at_++;
        return *this;
    }
    Counting operator++(int) {
        const Counting before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Counting& other) const { return at_ == other.at_; }
    bool operator!=(const Counting& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** furthest_;
};

}  // namespace

Result<Json> parseJson(std::string_view text) {
    if (text.size() > maximumFileSize)
        return Error{"this is larger than " + std::to_string(maximumFileSize >> 20) + " MB", 0, 0};
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return Error{"the file is empty", 0, 0};
    TreeBuilder builder(text);
    const char* last = text.data();
    if (Json::sax_parse(Counting(text.data(), &last), Counting(text.data() + text.size(), &last), &builder))
        return std::move(builder.root);
    if (builder.error()) return *builder.error();
    Error error = builder.refused();
    error.position = std::max(0, static_cast<int>(last - text.data()) + 1 - error.length);
    return error;
}

}  // namespace bilevel
