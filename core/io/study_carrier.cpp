#include "core/io/study_carrier.h"

#include "core/io/explain.h"
#include "core/io/figure_metadata.h"
#include "core/io/study_link.h"

namespace bilevel {
namespace {

/// A text that begins like JSON is meant as a study, whatever its sentences say.
bool looksLikeJson(std::string_view text) {
    if (text.starts_with("\uFEFF")) text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

}  // namespace

Carrier carrierOf(std::string_view contents) {
    if (looksLikeJson(contents)) return Carrier::file;
    if (!figureKind(contents).empty()) return Carrier::figure;
    return hasLink(contents) ? Carrier::link : Carrier::none;
}

Result<std::string> carriedStudy(std::string_view contents) {
    switch (carrierOf(contents)) {
        case Carrier::file:
        case Carrier::none:
            break;
        case Carrier::link:
            return readLink(contents);
        case Carrier::figure: {
            const std::string metadata = figureMetadata(contents);
            if (hasLink(metadata)) return readLink(metadata);
            return Error{"this " + std::string(figureKind(contents)) +
                         " carries no study; figures of Bilevelscope do, unless another program took it out"};
        }
    }
    return std::string(contents);
}

Result<Study> readAnyStudy(std::string_view contents) {
    const Result<std::string> text = carriedStudy(contents);
    if (!text) return text.error();
    Result<Study> study = readStudy(*text);
    if (!study) return Error{explain(study.error(), *text)};
    return study;
}

}  // namespace bilevel
