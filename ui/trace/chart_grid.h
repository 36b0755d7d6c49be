#pragma once

#include "ui/document/document.h"
#include "ui/trace/trace_chart.h"

#include <QScrollArea>

namespace bilevel::ui {

/// The charts of one tab, side by side: up to four in a row, the rest in a second row where the height allows,
/// else to be scrolled to.
class ChartGrid : public QScrollArea {
    Q_OBJECT
public:
    ChartGrid(Player& player, AxisRange& range, const Theme& theme, QWidget* parent = nullptr);

    /// Charts that were there before are kept.
    void show(const std::vector<ChartPlan>& plans, const std::vector<RunView>& runs, int selected,
              const Clock& clock);
    void setDetail(Detail detail);
    const std::vector<TraceChart*>& charts() const { return charts_; }

Q_SIGNALS:
    void traceWanted(bool all);  ///< by one of the charts

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void arrange();

    Player& player_;
    AxisRange& range_;
    const Theme& theme_;
    std::vector<TraceChart*> charts_;
};

}  // namespace bilevel::ui
