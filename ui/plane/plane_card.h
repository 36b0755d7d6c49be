#pragma once

#include "ui/plane/plane_view.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>

namespace bilevel::ui {

/// A plane with its heading: "Upper objective f(x, y)", the choice of variables, and what the shades mean.
class PlaneCard : public QFrame {
    Q_OBJECT
public:
    PlaneCard(Document& document, Player& player, PlaneCamera& camera, const Theme& theme, bool upper,
              QWidget* parent = nullptr);

    PlaneView& view() { return *view_; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeRoom();
    void adoptTheme();
    void adoptNames();

    Document& document_;
    const Theme& theme_;
    const bool upper_;
    QHBoxLayout* header_;
    QLabel* formula_;
    QWidget* legend_;
    PlaneView* view_;
};

/// An objective with its arguments, as rich text: upright punctuation around italic names.
QString objectiveHtml(const ProblemText& problem, bool upper);

}  // namespace bilevel::ui
