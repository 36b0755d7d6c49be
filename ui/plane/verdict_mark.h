#pragma once

#include "core/run/certificate.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace bilevel::ui {

/// Where a run came to rest, and what the exact lower level says of that place.
struct VerdictMark {
    QPointF at;
    Verdict verdict = Verdict::notFinite;
    QRectF bounds(const Theme& theme) const;
};

/// A badge: a tick for a solution, an arrow where f can still fall, a cross on the wrong branch, an exclamation
/// mark where the lower level is not solved, a question mark where there are no numbers.
void paintVerdict(QPainter& painter, const VerdictMark& mark, const Theme& theme);

}  // namespace bilevel::ui
