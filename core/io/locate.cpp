#include "core/io/locate.h"

#include <algorithm>
#include <string>

namespace bilevel {
namespace {

/// Walks over JSON that is known to be valid, keeping the path of where it is.
class Walk {
public:
    Walk(std::string_view json, std::string_view wanted) : json_(json), wanted_(wanted) {
        if (json_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    }

    Place find() {
        skipSpace();
        value();
        return found_;
    }

private:
    void skipSpace() { at_ = std::min(json_.find_first_not_of(" \t\r\n", at_), json_.size()); }

    bool atEnd() const { return at_ >= json_.size(); }

    void skipString() {
        for (++at_; !atEnd() && json_[at_] != '"'; ++at_)
            if (json_[at_] == '\\') ++at_;
        ++at_;
    }

    /// Could the wanted value lie at `path_` or below it?
    bool isOnTheWay() const {
        if (!wanted_.starts_with(path_)) return false;
        return path_.empty() || wanted_.size() == path_.size() || wanted_[path_.size()] == '.' ||
               wanted_[path_.size()] == '[';
    }

    void value() {
        const std::size_t begin = at_;
        if (atEnd()) return;
        if (json_[at_] == '{' || json_[at_] == '[')
            members(json_[at_] == '[');
        else if (json_[at_] == '"')
            skipString();
        else
            at_ = std::min(json_.find_first_of(",]} \t\r\n", at_), json_.size());
        // Inner values come first, so the nearest one is the first to claim the place.
        if (found_.length == 0 && isOnTheWay()) found_ = {begin, at_ - begin};
    }

    void members(bool list) {
        ++at_;
        std::size_t index = 0;
        for (skipSpace(); !atEnd() && json_[at_] != ']' && json_[at_] != '}'; skipSpace()) {
            const std::size_t outer = path_.size();
            if (list) {
                path_ += '[' + std::to_string(index++) + ']';
            } else {
                const std::size_t begin = at_ + 1;
                skipString();
                if (!path_.empty()) path_ += '.';
                path_ += json_.substr(begin, at_ - begin - 1);
                skipSpace();
                ++at_;  // the colon
                skipSpace();
            }
            value();
            path_.resize(outer);
            skipSpace();
            if (!atEnd() && json_[at_] == ',') ++at_;
        }
        ++at_;
    }

    std::string_view json_, wanted_;
    std::size_t at_ = 0;
    std::string path_;
    Place found_;
};

bool continuesCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::size_t utf8Length(unsigned long codePoint) { return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : 3; }

/// One byte or one escape of a JSON text: how much of the file it takes and how many bytes it stands for.
struct Unit {
    std::size_t raw = 1, content = 1;
};

Unit unitAt(std::string_view json, std::size_t at) {
    if (json[at] != '\\') return {};
    if (json[at + 1] != 'u') return {2, 1};
    const unsigned long codePoint = std::stoul(std::string(json.substr(at + 2, 4)), nullptr, 16);
    if (codePoint >= 0xD800 && codePoint < 0xDC00) return {12, 4};  // a surrogate pair
    return {6, utf8Length(codePoint)};
}

}  // namespace

Place locate(std::string_view json, std::string_view path) { return Walk(json, path).find(); }

Place locateInString(std::string_view json, Place string, std::size_t position, std::size_t length) {
    const std::size_t last = string.position + string.length - 1;  // the closing quote
    std::size_t at = string.position + 1, content = 0;
    const auto advanceTo = [&](std::size_t wanted) {
        while (at < last && content < wanted) {
            const Unit unit = unitAt(json, at);
            at += unit.raw;
            content += unit.content;
        }
        return at;
    };
    const std::size_t begin = advanceTo(position);
    return {begin, advanceTo(position + length) - begin};
}

LineColumn lineColumn(std::string_view text, std::size_t position) {
    const std::string_view before = text.substr(0, position);
    const std::size_t lineStart = before.rfind('\n') + 1;  // npos + 1 is 0
    const std::string_view line = before.substr(lineStart);
    return {static_cast<int>(std::ranges::count(before, '\n')) + 1,
            static_cast<int>(std::ranges::count_if(line, [](char c) { return !continuesCharacter(c); })) + 1};
}

}  // namespace bilevel
