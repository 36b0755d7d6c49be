#include "core/io/study_link.h"

#include "core/io/deflate.h"
#include "core/io/json.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace bilevel {
namespace {

constexpr std::string_view scheme = "bilevelscope:", version = "1";
constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What may stand between two letters of a link: white space, marks of quoted mail (">", "|"), of text that was
/// wrapped for sending ("=") and of LaTeX comments, and spaces that nobody sees.
constexpr std::string_view ignored[]{" ", "\t", "\r",     "\n",     ">",      "|",
                                     "=", "%",  "\u00A0", "\u00AD", "\u200B", "\uFEFF"};

std::string base64url(std::string_view bytes) {
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(byte);
        for (count += 8; count >= 6; count -= 6) out += alphabet[bits >> (count - 6) & 63];
    }
    if (count > 0) out += alphabet[bits << (6 - count) & 63];
    return out;
}

std::size_t ignorable(std::string_view text) {
    for (const std::string_view mark : ignored)
        if (text.starts_with(mark)) return mark.size();
    return 0;
}

/// Up to the first character that cannot be part of a link.
std::string fromBase64url(std::string_view text) {
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    while (!text.empty() && out.size() < maximumFileSize) {
        const std::size_t letter = alphabet.find(text.front()), skipped = ignorable(text);
        if (letter == std::string_view::npos && skipped == 0) break;
        text.remove_prefix(std::max<std::size_t>(skipped, 1));
        if (letter == std::string_view::npos) continue;
        bits = bits << 6 | static_cast<std::uint32_t>(letter);
        if ((count += 6) < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> count & 255);
    }
    return out;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A link taken apart: its version, and the text behind it, where its letters begin.
struct Found {
    std::string_view version, letters;
};

std::optional<Found> findLink(std::string_view text) {
    for (std::size_t at = text.find(scheme); at != std::string_view::npos; at = text.find(scheme, at + 1)) {
        const std::string_view behind = text.substr(at + scheme.size());
        const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(behind, isDigit) - behind.begin());
        if (digits > 0 && behind.substr(digits).starts_with(':'))
            return Found{behind.substr(0, digits), behind.substr(digits + 1)};
    }
    return {};
}

}  // namespace

std::string studyLink(const Study& study) {
    const std::string text = writeStudy(study);
    const Result<Json> json = parseJson(text);  // on one line: nobody reads it
    return std::string(scheme).append(version) + ':' + base64url(deflated(json ? printJsonLine(*json) : text));
}

bool hasLink(std::string_view text) { return findLink(text).has_value(); }

Result<std::string> readLink(std::string_view text) {
    const std::optional<Found> link = findLink(text);
    if (!link) return Error{"there is no link in it; links begin with bilevelscope:1:"};
    if (link->version != version)
        return Error{"this link has version " + std::string(link->version.substr(0, 9)) +
                     ", but Bilevelscope " BILEVELSCOPE_VERSION
                     " reads version 1 only; a newer Bilevelscope is needed"};
    Inflated study = inflated(fromBase64url(link->letters), maximumFileSize);
    switch (study.state) {
        case Inflated::State::whole:
            return std::move(study.bytes);
        case Inflated::State::cut:
            return Error{"this link is cut: its end is missing; copy it again, from the first letter to the last"};
        case Inflated::State::large:
            return Error{"this link holds more than " + std::to_string(maximumFileSize >> 20) +
                         " MB; a study is smaller"};
        case Inflated::State::damaged:
            break;
    }
    return Error{"this link is damaged: some of its letters are not what they were; copy it again"};
}

}  // namespace bilevel
