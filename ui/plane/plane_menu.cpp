// What a right click in a plane offers.

#include "core/io/solution_csv.h"
#include "ui/kit/copy_table.h"
#include "ui/plane/plane_view.h"

#include <QContextMenuEvent>

namespace bilevel::ui {

std::unique_ptr<QMenu> PlaneView::makeMenu(QPointF scene) {
    auto menu = std::make_unique<QMenu>(this);
    const QPointF place = item().map().toData(scene);
    menu->addAction(tr("Start here"), this,
                    [this, place] {
                        start_.beginDrag();
                        start_.moveTo(place, camera_.horizontal(), camera_.vertical(), item().map());
                        start_.end();
                    })
        ->setEnabled(item().map().area.contains(scene));
    menu->addAction(tr("Reset the view"), &camera_, &PlaneCamera::reset);
    menu->addSeparator();
    const SolutionsPtr solutions = item().solutions();
    menu->addAction(tr("Copy the solution curve as numbers"), this,
                    [solutions] {
                        copyTable(solutionCsv(solutions->request.slice.problem, solutions->request.along(),
                                              solutions->curve));
                    })
        ->setEnabled(solutions && !solutions->curve.columns.empty());
    return menu;
}

void PlaneView::contextMenuEvent(QContextMenuEvent* event) {
    if (!camera_.isReady()) return event->ignore();
    QMenu* const menu = makeMenu(scenePoint(event->pos())).release();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

}  // namespace bilevel::ui
