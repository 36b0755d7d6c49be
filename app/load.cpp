#include "app/load.h"

#include "app/messages.h"
#include "core/io/explain.h"
#include "core/io/gallery.h"
#include "core/io/large_file.h"
#include "core/io/nearest.h"
#include "core/io/overlay_trace.h"
#include "core/io/study_carrier.h"

#include <filesystem>
#include <iostream>

namespace bilevel {
namespace {

void complainAbout(const std::string& file, const Error& error, std::string_view text) {
    complain(spokenName(file) + ": " + explain(error, text));
    std::cerr << excerpt(error, text);
}

bool isFile(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

bool isLink(const std::string& file) { return carrierOf(file) == Carrier::link && !isFile(file); }

/// The bytes behind FILE. Nothing, and stderr told why, where it is neither a file nor in the gallery.
std::optional<std::string> findContents(const std::string& file) {
    if (isLink(file)) return file;
    const GalleryEntry* entry = isFile(file) ? nullptr : findInGallery(file);
    if (entry) return std::string(entry->text);
    Result<std::string> contents = readLargeFile(file, maximumCarrierSize);
    if (contents) return *std::move(contents);
    std::vector<std::string> ids;
    for (const GalleryEntry& known : gallery()) ids.emplace_back(known.id);
    const bool couldBeId = file.find_first_of("./") == std::string::npos;
    complain(contents.error().message +
             (couldBeId ? "; nor is it a problem of the gallery" + didYouMean(file, ids) : ""));
    return {};
}

}  // namespace

bool isStudyFile(const std::string& file) {
    if (!isFile(file)) return false;
    const Result<std::string> contents = readLargeFile(file, maximumCarrierSize);
    return contents && carrierOf(*contents) == Carrier::file;
}

std::string spokenName(const std::string& file) { return isLink(file) ? "the link" : file; }

std::optional<Study> loadStudy(const std::string& file) {
    const std::optional<std::string> contents = findContents(file);
    if (!contents) return {};
    const Result<std::string> text = carriedStudy(*contents);
    if (!text) return complainAbout(file, text.error(), {}), std::nullopt;
    Result<Study> study = readStudy(*text);
    if (study) return *std::move(study);
    complainAbout(file, study.error(), *text);
    return {};
}

std::optional<Study> overlay(Study study, const std::string& path) {
    const Result<std::string> csv = readFile(path);
    if (!csv) return complain(csv.error().message), std::nullopt;
    Result<Study> next = withTrace(std::move(study), *csv, std::filesystem::path(path).filename().string());
    if (next) return *std::move(next);
    complain(path + ": " + next.error().message);
    return {};
}

std::optional<Study> loadStudy(const std::string& file, const std::vector<std::string>& overlays) {
    std::optional<Study> study = loadStudy(file);
    for (const std::string& path : overlays)
        if (study) study = overlay(*std::move(study), path);
    return study;
}

std::optional<Problem> compileProblem(const std::string& file, const Study& study) {
    Result<Problem> problem = Problem::compile(study.problem);
    if (problem) return *std::move(problem);
    complain(spokenName(file) + ": " + problem.error().path + ": " + problem.error().message);
    return {};
}

}  // namespace bilevel
