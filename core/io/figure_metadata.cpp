#include "core/io/figure_metadata.h"

#include "core/io/deflate.h"

#include <algorithm>

namespace bilevel {
namespace {

constexpr std::string_view pngBegin{"\x89PNG\r\n\x1a\n", 8}, gifBegin = "GIF8", pdfBegin = "%PDF-";
constexpr std::size_t mostText = 32u << 20;  // a text that takes more is none of ours

std::size_t byteAt(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

std::size_t bigEndian(std::string_view bytes, std::size_t at) {
    return byteAt(bytes, at) << 24 | byteAt(bytes, at + 1) << 16 | byteAt(bytes, at + 2) << 8 |
           byteAt(bytes, at + 3);
}

/// From `at` on, or nothing where that is behind the end.
std::string_view from(std::string_view bytes, std::size_t at) { return bytes.substr(std::min(at, bytes.size())); }

/// Behind the next zero byte.
std::string_view afterZero(std::string_view bytes) {
    return from(bytes, std::min(bytes.find('\0'), bytes.size()) + 1);
}

/// The text of a tEXt, zTXt or iTXt chunk: its keyword comes first.
std::string pngText(std::string_view kind, std::string_view content) {
    const std::string_view text = afterZero(content);
    if (kind == "tEXt") return std::string(text);
    if (kind == "zTXt") return inflated(from(text, 1), mostText).bytes;
    const std::string_view translated = afterZero(afterZero(from(text, 2)));  // behind language and keyword
    return byteAt(text, 0) == 1 ? inflated(translated, mostText).bytes : std::string(translated);
}

std::string pngTexts(std::string_view bytes) {
    std::string all;
    for (std::size_t at = pngBegin.size(); at + 12 <= bytes.size();) {
        const std::size_t length = bigEndian(bytes, at);
        const std::string_view kind = bytes.substr(at + 4, 4);
        if (kind == "tEXt" || kind == "zTXt" || kind == "iTXt")
            all += pngText(kind, bytes.substr(at + 8, length)) += '\n';
        at += 12 + length;
    }
    return all;
}

/// Bytes of a GIF come in blocks that each begin with their length, the last one with 0. Moves `at` behind them.
std::string gifBlocks(std::string_view bytes, std::size_t& at) {
    std::string all;
    for (std::size_t length = byteAt(bytes, at++); length > 0; length = byteAt(bytes, at++)) {
        all += from(bytes, at).substr(0, length);
        at += length;
    }
    return all;
}

std::size_t gifColours(std::size_t flags) { return (flags & 0x80) != 0 ? std::size_t{3} << ((flags & 7) + 1) : 0; }

std::string gifComments(std::string_view bytes) {
    constexpr std::size_t extension = 0x21, image = 0x2C, comment = 0xFE;
    std::string all;
    for (std::size_t at = 13 + gifColours(byteAt(bytes, 10)); at < bytes.size();) {
        const std::size_t kind = byteAt(bytes, at), what = byteAt(bytes, at + 1);
        if (kind == extension) {
            const std::string blocks = gifBlocks(bytes, at += 2);
            if (what == comment) all += blocks + '\n';
        } else if (kind == image) {
            at += 11 + gifColours(byteAt(bytes, at + 9));
            gifBlocks(bytes, at);
        } else {
            break;
        }
    }
    return all;
}

/// Metadata stand in a stream of their own: as text, unless a program has compressed it since.
std::string pdfMetadata(std::string_view bytes) {
    constexpr std::string_view begin = "stream", kind = "/Metadata";
    constexpr std::size_t dictionary = 400;  // what stands before a stream that can say what it is
    std::string all;
    for (std::size_t at = bytes.find(kind); at != std::string_view::npos; at = bytes.find(kind, at + 1)) {
        const std::size_t found = bytes.substr(at, dictionary).find(begin);
        if (found == std::string_view::npos) continue;
        std::string_view stream = from(bytes, at + found + begin.size());
        while (stream.starts_with('\r') || stream.starts_with('\n')) stream.remove_prefix(1);
        all += inflated(stream, mostText).bytes + '\n';
    }
    return all.append(bytes);
}

}  // namespace

std::string_view figureKind(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    if (head.starts_with(pngBegin)) return "PNG image";
    if (head.starts_with(gifBegin)) return "GIF";
    if (head.starts_with("\xff\xd8\xff")) return "JPEG image";
    if (from(head, 8).starts_with("WEBP")) return "WebP image";
    if (head.substr(0, 1024).find(pdfBegin) != std::string_view::npos) return "PDF";
    if (from(head, 4).starts_with("ftyp")) return "MP4";
    if (head.starts_with('<') || head.starts_with("\xEF\xBB\xBF<"))
        return head.find("<svg") != std::string_view::npos ? "SVG" : "";
    if (head.find("\\begin{") != std::string_view::npos || head.find("\\documentclass") != std::string_view::npos)
        return "LaTeX document";
    return {};
}

std::string figureMetadata(std::string_view bytes) {
    if (bytes.starts_with(pngBegin)) return pngTexts(bytes);
    if (bytes.starts_with(gifBegin)) return gifComments(bytes);
    if (figureKind(bytes) == "PDF") return pdfMetadata(bytes);
    return std::string(bytes);
}

}  // namespace bilevel
