#include "ui/window/header.h"

#include "ui/document/study_name.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainterPath>

namespace bilevel::ui {
namespace {

constexpr int announcementTime = 4000;  // ms
constexpr double barHeight = 54, sideMargin = 18, logoSize = 30;

/// Two nested valleys and the path that leads to the inner one.
void drawLogo(QPainter& p, const QRectF& box, const Theme& theme) {
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(theme.accent);
    p.drawRoundedRect(box, box.width() * 0.24, box.width() * 0.24);
    p.translate(box.topLeft());
    p.scale(box.width() / 30, box.height() / 30);
    QColor line = theme.accentInk;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(line, 1.5));
    p.save();
    p.translate(16, 16.5);
    p.rotate(-28);
    p.drawEllipse(QPointF(0, 0), 9.5, 6);
    p.drawEllipse(QPointF(1.6, 0), 4.6, 2.6);
    p.restore();
    QPainterPath path(QPointF(5.5, 7));
    path.cubicTo(QPointF(7, 15), QPointF(12, 20), QPointF(17.4, 15.8));
    p.setPen(QPen(theme.run(0), 2.2, Qt::SolidLine, Qt::RoundCap));
    p.drawPath(path);
}

}  // namespace

Header::Header(Document& document, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      document_(document),
      theme_(theme),
      title_(new QLabel("Bilevelscope", this)),
      problem_(new QLabel(this)),
      projector_(new IconButton(theme, Icon::screen, tr("Larger, for a projector (Ctrl+P)"), this)),
      look_(new IconButton(theme, Icon::moon, tr("Dark or light (Ctrl+D)"), this)),
      menu_(new QMenu(this)) {
    setObjectName("header");
    auto* planes = new Segmented(theme, {"f", "f + g", "g"}, static_cast<int>(Planes::both), this);
    planes->setAccessibleName(tr("Planes shown"));
    auto* save = new IconButton(theme, Icon::exportFile, tr("Export a figure or an animation (Ctrl+E)"),
                                {.size = 34, .filled = true, .text = tr("Export")}, this);
    auto* more = new IconButton(theme, Icon::menu, tr("Menu (F10)"), this);
    more->setObjectName("menuButton");
    more->setShortcut(Qt::Key_F10);
    projector_->setCheckable(true);

    auto* row = new QHBoxLayout(this);
    row->setObjectName("headerRow");
    row->addWidget(title_);
    row->addWidget(problem_, 1);
    for (QWidget* widget :
         {static_cast<QWidget*>(planes), static_cast<QWidget*>(projector_), static_cast<QWidget*>(look_),
          static_cast<QWidget*>(save), static_cast<QWidget*>(more)})
        row->addWidget(widget);

    connect(planes, &Segmented::picked, this, [this](int i) { Q_EMIT planesPicked(static_cast<Planes>(i)); });
    connect(look_, &IconButton::clicked, this, &Header::darkToggled);
    connect(projector_, &IconButton::clicked, this, &Header::projectorToggled);
    connect(save, &IconButton::clicked, this, &Header::exportAsked);
    connect(more, &IconButton::clicked, this, [this, more] {
        menu_->popup(more->mapToGlobal(QPoint(more->width() - menu_->sizeHint().width(), more->height())));
    });
    connect(&document_, &Document::studyChanged, this, &Header::describe);
    announced_.setSingleShot(true);
    connect(&announced_, &QTimer::timeout, this, &Header::describe);
    adopt();
    describe();
}

void Header::setDark(bool dark) { look_->setIcon(dark ? Icon::sun : Icon::moon); }

void Header::setProjector(bool on) { projector_->setChecked(on); }

void Header::setFile(const QString& name, bool modified) {
    file_ = name;
    modified_ = modified;
    describe();
}

void Header::announce(const QString& text) {
    problem_->setText(text);
    announced_.start(announcementTime);
}

void Header::describe() {
    announced_.stop();
    const Study& study = document_.study();
    const auto runs = static_cast<int>(study.runs.size());
    QStringList parts{studyName(study)};
    if (!file_.isEmpty()) parts << (modified_ ? tr("%1, edited").arg(file_) : file_);
    if (file_.isEmpty() && modified_) parts << tr("edited");
    parts << (runs == 1 ? tr("1 run") : tr("%1 runs").arg(runs));
    parts << (study.iterations == 1 ? tr("1 iteration") : tr("%1 iterations").arg(study.iterations));
    problem_->setText(parts.join(QStringLiteral("   ·   ")));
}

void Header::adopt() {
    setFixedHeight(theme_.px(barHeight));
    title_->setFont(theme_.text(16, QFont::Bold));
    problem_->setFont(theme_.text(13));
    layout()->setContentsMargins(theme_.px(sideMargin + logoSize + 8), 0, theme_.px(sideMargin), 0);
    layout()->setSpacing(theme_.px(8));
    problem_->setContentsMargins(theme_.px(10), 0, 0, 0);
    problem_->setMinimumWidth(0);
    problem_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void Header::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter p(this);
    drawLogo(p,
             {theme_.pxf(sideMargin), (barHeight - logoSize) / 2 * theme_.scale, theme_.pxf(logoSize),
              theme_.pxf(logoSize)},
             theme_);
}

void Header::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) adopt();
    QFrame::changeEvent(event);
}

}  // namespace bilevel::ui
