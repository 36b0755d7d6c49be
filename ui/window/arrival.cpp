#include "ui/window/arrival.h"

#include "core/io/study_carrier.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <array>

namespace bilevel::ui {
namespace {

constexpr std::array pictures{"image/svg+xml", "image/png", "application/pdf", "image/gif"};

}  // namespace

bool mayArrive(const QMimeData& data) {
    return data.hasUrls() || data.hasText() ||
           std::ranges::any_of(pictures, [&](const char* kind) { return data.hasFormat(kind); });
}

std::optional<Arrival> arrivalOf(const QMimeData& data) {
    Arrival arrival;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) arrival.files << url.toLocalFile();
    if (!arrival.files.isEmpty()) return arrival;
    for (const char* kind : pictures)
        if (QByteArray picture = data.data(kind); !picture.isEmpty()) return Arrival{{}, std::move(picture)};
    if (QByteArray text = data.text().toUtf8(); !text.isEmpty()) return Arrival{{}, std::move(text)};
    return {};
}

Result<Study> studyIn(const QByteArray& contents) {
    const std::string_view bytes(contents.constData(), static_cast<std::size_t>(contents.size()));
    if (carrierOf(bytes) == Carrier::none)
        return Error{"this is neither a study nor a link to one; links begin with bilevelscope:1:"};
    return readAnyStudy(bytes);
}

}  // namespace bilevel::ui
