#pragma once

#include "ui/document/document.h"
#include "ui/plane/plane_options.h"

#include <QObject>
#include <QPointF>

#include <optional>

namespace bilevel::ui {

/// What both planes look at: two coordinates, a range of each, the crosshair, and what is shown. Shared, so that
/// the planes stay linked.
class PlaneCamera : public QObject {
    Q_OBJECT
public:
    explicit PlaneCamera(Document& document, QObject* parent = nullptr);

    /// Is there a problem to look at?
    bool isReady() const { return ready_; }
    /// Indices of variables, upper first; never equal.
    int horizontal() const { return horizontal_; }
    int vertical() const { return vertical_; }
    const Interval& horizontalRange() const { return horizontalRange_; }
    const Interval& verticalRange() const { return verticalRange_; }
    /// The two coordinates by name, and the ranges.
    View view() const;
    const std::optional<QPointF>& crosshair() const { return crosshair_; }
    const PlaneOptions& options() const { return options_; }

    /// Shows other coordinates, each over its natural range. Where both are the same, the other one gives way.
    void setCoordinates(int horizontal, int vertical);
    /// Ignored unless both are finite and wide enough for doubles to tell their pixels apart.
    void setRanges(const Interval& horizontal, const Interval& vertical);
    /// Factors below 1 show less; the data point `about` stays where it is.
    void zoom(QPointF about, double horizontalFactor, double verticalFactor);
    void pan(QPointF by);
    /// Back to the study's view.
    void reset();
    void setCrosshair(const std::optional<QPointF>& at);
    void setOptions(const PlaneOptions& options);

Q_SIGNALS:
    void coordinatesChanged();
    void viewChanged();  ///< the ranges, maybe the coordinates
    void crosshairChanged();
    void optionsChanged();

private:
    void adoptView();
    void followStudy();
    Interval naturalRange(int variable) const;

    Document& document_;
    bool ready_ = false;
    int horizontal_ = 0, vertical_ = 1;
    Interval horizontalRange_{-1, 1}, verticalRange_{-1, 1};
    std::vector<std::string> variables_;  ///< those that the indices refer to
    std::optional<View> view_;            ///< the study's own view when it was last adopted
    std::optional<QPointF> crosshair_;
    PlaneOptions options_;
};

}  // namespace bilevel::ui
