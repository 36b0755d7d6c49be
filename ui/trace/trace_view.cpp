#include "ui/trace/trace_view.h"

#include "ui/kit/label.h"
#include "ui/trace/export_trace.h"
#include "ui/trace/measure_text.h"

#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace bilevel::ui {
namespace {

constexpr std::array drawnGroups{Term::Group::convergence, Term::Group::barrier, Term::Group::norms,
                                 Term::Group::truth};
constexpr int tableTab = static_cast<int>(drawnGroups.size()), resultsTab = tableTab + 1,
              certificateTab = tableTab + 2, stepTab = tableTab + 3;
/// Changes closer together than this are one movement, and charts stay coarse until it has been quiet for as long.
constexpr int quietMilliseconds = 160;
constexpr double narrowestPart = 200;  // of an axis of cost, that can be zoomed to

}  // namespace

TraceView::TraceView(Document& document, Player& player, const Theme& theme, QWidget* parent)
    : QFrame(parent), document_(document), player_(player), theme_(theme) {
    setObjectName("card");
    build();
    space();
    settling_.setSingleShot(true);
    settling_.setInterval(quietMilliseconds);
    connect(&settling_, &QTimer::timeout, this, &TraceView::settle);
    connect(tabs_, &Segmented::picked, this, &TraceView::showTab);
    connect(&document_, &Document::opened, this, [this] {
        const QSignalBlocker untilItsRunsArrive(range_);
        range_.reset();
    });
    connect(&document_, &Document::trajectoriesChanged, this, &TraceView::trajectoriesChanged);
    connect(&document_, &Document::judged, this, &TraceView::refresh);
    connect(&document_, &Document::selectionChanged, this, &TraceView::refresh);
    connect(&document_, &Document::draggingChanged, this, [this](bool on) { on ? coarsen() : settling_.start(); });
    connect(&range_, &AxisRange::changed, this, [this] {
        coarsen();
        writeHint();
    });
    connect(grid_, &ChartGrid::traceWanted, this,
            [this](bool all) { askAndExportTrace(window(), document_, all ? std::nullopt : shownPart()); });
    refresh();
}

void TraceView::build() {
    tabs_ = new Segmented(theme_,
                          {tr("Convergence"), tr("Barrier"), tr("Norms"), tr("Truth"), tr("Table"), tr("Results"),
                           tr("Certificate"), tr("This step")},
                          0, this);
    tabs_->setAccessibleName(tr("Diagnostics shown"));
    hint_ = makeLabel({}, LabelRole::hint, this);
    hint_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    hint_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid_ = new ChartGrid(player_, range_, theme_);
    table_ = new TraceTable(document_, player_, theme_);
    results_ = new ResultView(document_, theme_);
    certificates_ = new CertificateView(document_, theme_);
    step_ = new StepCard(document_, player_, theme_);
    pace_ = new PacePicker(document_, player_, theme_, this);

    header_ = new QHBoxLayout;
    title_ = makeLabel(tr("Diagnostics"), LabelRole::title, this);
    header_->addWidget(title_);
    header_->addWidget(tabs_);
    header_->addWidget(hint_, 1);
    header_->addWidget(pace_);
    pages_ = new QStackedLayout;
    pages_->addWidget(grid_);
    pages_->addWidget(table_);
    pages_->addWidget(results_);
    pages_->addWidget(certificates_);
    pages_->addWidget(step_);
    auto* const column = new QVBoxLayout(this);
    column->addLayout(header_);
    column->addLayout(pages_, 1);
}

void TraceView::space() {
    header_->setSpacing(theme_.px(18));
    layout()->setSpacing(theme_.px(8));
    layout()->setContentsMargins(theme_.px(14), theme_.px(10), theme_.px(14), theme_.px(8));
}

void TraceView::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange && layout()) space();
}

bool TraceView::showsCharts() const { return tabs_->current() < tableTab; }

void TraceView::showTab(int tab) {
    tabs_->setCurrent(tab);
    pages_->setCurrentIndex(std::max(0, tab - tableTab + 1));  // all charts share the first page
    refresh();
}

std::vector<TraceChart*> TraceView::charts() const {
    return showsCharts() ? grid_->charts() : std::vector<TraceChart*>();
}

std::optional<Interval> TraceView::shownPart() const {
    return range_.isZoomed() ? std::optional(Interval{range_.first(), range_.last()}) : std::nullopt;
}

void TraceView::refresh() {
    {
        const QSignalBlocker notAZoom(range_);
        const Clock& clock = document_.clock();
        if (clock.pace.measure != measure_) range_.reset();
        measure_ = clock.pace.measure;
        range_.setEnd(clock.end,
                      measure_ == Measure::iterations ? AxisRange::fewestIterations : clock.end / narrowestPart);
    }
    writeHint();
    if (tabs_->current() == tableTab) return table_->refresh();
    if (tabs_->current() == resultsTab) return results_->refresh();
    if (tabs_->current() == certificateTab) return certificates_->refresh();
    if (tabs_->current() == stepTab) return;  // it follows by itself
    const Term::Group group = drawnGroups[static_cast<std::size_t>(tabs_->current())];
    grid_->show(planCharts(document_.runs(), group), document_.runs(), document_.selected(), document_.clock());
}

void TraceView::trajectoriesChanged() {
    const bool soon = sinceChange_.isValid() && sinceChange_.elapsed() < quietMilliseconds;
    sinceChange_.start();
    if (soon || document_.isDragging()) coarsen();
    refresh();
}

void TraceView::coarsen() {
    grid_->setDetail(Detail::coarse);
    settling_.start();
}

void TraceView::settle() {
    if (document_.isDragging()) return;  // its end starts the clock again
    grid_->setDetail(Detail::full);
}

/// A hint stands where there is room for all of it; a narrow window does without the title, then without the pace.
void TraceView::writeHint() {
    QString hint = tr("drag to zoom all charts");
    if (tabs_->current() == stepTab)
        hint = tr("← and → go from step to step");
    else if (!showsCharts())
        hint = tabs_->current() == tableTab     ? tr("click a row to go there · Ctrl+C copies")
               : tabs_->current() == resultsTab ? tr("click a heading to sort · Ctrl+C copies")
                                                : tr("point at a plane · Ctrl+C copies JSON");
    else if (range_.isZoomed())
        hint = tr("%1 to %2 · double-click to reset")
                   .arg(amountText(measure_, range_.first()), amountText(measure_, range_.last()));
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right();
    for (int i = 0; i < header_->count(); ++i)
        if (QWidget* const widget = header_->itemAt(i)->widget(); widget != hint_)
            room -= widget->sizeHint().width() + header_->spacing();
    for (QWidget* const dispensable : {static_cast<QWidget*>(title_), static_cast<QWidget*>(pace_)}) {
        dispensable->setVisible(room >= 0);
        if (room < 0) room += dispensable->sizeHint().width() + header_->spacing();
    }
    hint_->setText(hint_->fontMetrics().horizontalAdvance(hint) <= room ? hint : QString());
}

void TraceView::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    writeHint();
}

}  // namespace bilevel::ui
