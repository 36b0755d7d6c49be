#pragma once

#include "ui/document/document.h"
#include "ui/document/player.h"
#include "ui/kit/segmented.h"
#include "ui/step/step_card.h"
#include "ui/trace/certificate_view.h"
#include "ui/trace/chart_grid.h"
#include "ui/trace/pace_picker.h"
#include "ui/trace/result_view.h"
#include "ui/trace/trace_table.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QTimer>

namespace bilevel::ui {

/// The diagnostics card: what the visible runs recorded, as linked charts by kind, the
/// selected run as a table, how all of them ended, what the exact lower level says of that, or this step.
class TraceView : public QFrame {
    Q_OBJECT
public:
    TraceView(Document& document, Player& player, const Theme& theme, QWidget* parent = nullptr);

    /// One tab per group of terms that is drawn, then the selected run's table, the results of all, certificates,
    /// this step.
    void showTab(int tab);
    /// The mouse is at a point of a plane, or has left it.
    void point(const std::optional<Point>& at) { certificates_->judge(at); }
    /// The charts of the tab in front; none for a table.
    std::vector<TraceChart*> charts() const;
    AxisRange& range() { return range_; }
    /// What the charts are zoomed to; nothing where they show all there is.
    std::optional<Interval> shownPart() const;
    const StepCard& stepCard() const { return *step_; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void space();
    void refresh();
    void trajectoriesChanged();
    void coarsen();
    void settle();
    void writeHint();
    bool showsCharts() const;

    Document& document_;
    Player& player_;
    const Theme& theme_;
    AxisRange range_;
    Measure measure_ = Measure::iterations;  ///< in whose units the range is
    Segmented* tabs_;
    QLabel *title_, *hint_;
    QHBoxLayout* header_;
    QStackedLayout* pages_;
    ChartGrid* grid_;
    TraceTable* table_;
    ResultView* results_;
    CertificateView* certificates_;
    StepCard* step_;
    PacePicker* pace_;
    QTimer settling_;            ///< runs while charts are coarse
    QElapsedTimer sinceChange_;  ///< of the trajectories: changes in quick succession are a drag
};

}  // namespace bilevel::ui
