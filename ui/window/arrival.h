#pragma once

#include "core/io/study.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

class QMimeData;

namespace bilevel::ui {

/// What was dropped on the window or is on the clipboard, where there may be a study in it.
struct Arrival {
    QStringList files;    ///< their paths; or else
    QByteArray contents;  ///< a text or a picture itself
};

/// Quick, for what still hangs over the window.
bool mayArrive(const QMimeData& data);
/// Files before a picture before a text: the first that there is.
std::optional<Arrival> arrivalOf(const QMimeData& data);

/// The study in what is no file. Errors: there is none, or it is damaged.
Result<Study> studyIn(const QByteArray& contents);

}  // namespace bilevel::ui
