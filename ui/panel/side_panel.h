#pragma once

#include "ui/panel/param_form.h"
#include "ui/panel/problem_panel.h"
#include "ui/panel/run_list.h"
#include "ui/panel/show_box.h"

#include <QFrame>
#include <QScrollArea>

namespace bilevel::ui {

/// The left column: problem, methods, parameters, what is shown. Scrolls where the window is too low.
class SidePanel : public QFrame {
    Q_OBJECT
public:
    SidePanel(Document& document, Player& player, PlaneCamera& camera, const Theme& theme,
              QWidget* parent = nullptr);

    ProblemPanel& problem() { return *problem_; }
    RunList& runs() { return *runs_; }
    ParamForm& parameters() { return *parameters_; }

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void adopt();
    void discardDrafts();

    const Theme& theme_;
    QScrollArea* area_;
    QWidget* body_;
    ProblemPanel* problem_;
    RunList* runs_;
    ParamForm* parameters_;
};

}  // namespace bilevel::ui
