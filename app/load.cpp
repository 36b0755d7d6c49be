#include "app/load.h"

#include "app/messages.h"
#include "core/io/explain.h"
#include "core/io/gallery.h"
#include "core/io/nearest.h"

#include <filesystem>
#include <iostream>

namespace bilevel {
namespace {

void complainAboutFile(const std::string& file, const Error& error, std::string_view text) {
    complain(file + ": " + explain(error, text));
    std::cerr << excerpt(error, text);
}

bool isFile(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

}  // namespace

std::optional<Study> loadStudy(const std::string& file) {
    const GalleryEntry* entry = isFile(file) ? nullptr : findInGallery(file);
    std::string text;
    if (entry) {
        text = entry->text;
    } else {
        Result<std::string> contents = readFile(file);
        if (!contents) {
            std::vector<std::string> ids;
            for (const GalleryEntry& known : gallery()) ids.emplace_back(known.id);
            const bool couldBeId = file.find_first_of("./") == std::string::npos;
            complain(contents.error().message +
                     (couldBeId ? "; nor is it a problem of the gallery" + didYouMean(file, ids) : ""));
            return {};
        }
        text = *std::move(contents);
    }
    Result<Study> study = readStudy(text);
    if (study) return *std::move(study);
    complainAboutFile(file, study.error(), text);
    return {};
}

std::optional<Problem> compileProblem(const std::string& file, const Study& study) {
    Result<Problem> problem = Problem::compile(study.problem);
    if (problem) return *std::move(problem);
    complain(file + ": " + problem.error().path + ": " + problem.error().message);
    return {};
}

}  // namespace bilevel
