#pragma once

#include "ui/document/run_view.h"
#include "ui/kit/theme.h"

#include <QAbstractButton>
#include <QLineEdit>

namespace bilevel::ui {

/// One run in the list: legend, live values and switch in a line. A click selects it, a click on its line, where
/// an eye appears, shows or hides the path; a double click renames it in its place, and dragging moves it.
class RunRow : public QAbstractButton {
    Q_OBJECT
public:
    /// From the right edge of a row to the right edges of its two columns of numbers, in theme units.
    static constexpr double firstColumn = 76, secondColumn = 10;

    RunRow(const Theme& theme, int index, QWidget* parent = nullptr);

    void display(const RunView& run, bool selected);
    /// `dated`: the second number belongs to the row before, because the last row of a run takes no step.
    void setValues(const QString& first, const QString& second, bool dated);
    /// Less high, where there are many.
    void setDense(bool dense);
    /// Offers the name to be typed over. Enter or leaving takes what is typed, Escape does not.
    void beginRename();
    /// Of beginRename, while it lasts.
    QLineEdit* editor() const { return editor_; }
    QRect eyeArea() const;
    QRect menuArea() const;
    const QString& first() const { return first_; }
    const QString& second() const { return second_; }
    int paints() const { return paints_; }  ///< how often it has been painted
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int index);
    void visibleAsked(int index, bool visible);
    void menuAsked(int index, QPoint globalPlace);
    void removeAsked(int index);
    void moveAsked(int index, int by);
    void renamed(int index, const QString& label);
    void dragged(QPoint globalPlace);  ///< while the mouse holds this row
    void dropped();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void endRename(bool take);
    double nameLeft() const { return theme_.pxf(48); }
    double nameRight() const { return width() - theme_.pxf(firstColumn + 40); }
    bool isLit() const { return underMouse() || hasFocus(); }
    void paintGround(QPainter& p) const;
    void paintLegend(QPainter& p) const;
    void paintName(QPainter& p) const;
    void paintValues(QPainter& p) const;

    /// What a row shows beside its numbers.
    struct Face {
        QString name, about;
        QString trouble;           ///< why it ended where it should not have
        QStringList reservations;  ///< what its method assumes and the problem does not give
        RunStyle style = {};
        bool selected = false, visible = true, known = true, ownStart = false, recorded = false;
        bool operator==(const Face&) const = default;
    };
    static Face faceOf(const RunView& run, bool selected);

    const Theme& theme_;
    int index_;
    Face face_;
    QString first_, second_;
    bool dated_ = false, dense_ = false;
    bool held_ = false, dragging_ = false;
    QPoint pressedAt_;
    QLineEdit* editor_ = nullptr;
    int paints_ = 0;
};

}  // namespace bilevel::ui
