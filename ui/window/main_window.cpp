#include "ui/window/main_window.h"

#include "core/io/study_link.h"
#include "ui/document/study_name.h"
#include "ui/export/export_dialog.h"
#include "ui/kit/explain.h"
#include "ui/overlay/overlay_file.h"
#include "ui/panel/side_panel.h"
#include "ui/plane/plane_card.h"
#include "ui/trace/trace_view.h"
#include "ui/transport/transport_bar.h"
#include "ui/window/arrival.h"
#include "ui/window/menu.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>

namespace bilevel::ui {
namespace {

constexpr double sideWidth = 312, gap = 14;
constexpr int planesStretch = 60, tracesStretch = 40;
constexpr double deskHeight = 816;  // of a window in which everything has its plain size: 1080 lines give 1.15
constexpr double deskWidth = 1450;
constexpr double scaleStep = 0.05;  // so that dragging a corner does not restyle at every pixel
constexpr double projectorFactor = 1.22;
constexpr int smallestWidth = 1024, smallestHeight = 640;

/// Larger windows have larger letters and lines, so that a picture keeps its proportions.
double scaleFor(QSize window) {
    const double room = std::min(window.height() / deskHeight, window.width() / deskWidth);
    return std::max(1.0, std::round(std::sqrt(room) / scaleStep) * scaleStep);
}

}  // namespace

MainWindow::MainWindow(Study study, const QString& path, const Home& home)
    : studies_(document_, home, this), place_(home.settings) {
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    const QSize size = QSize(1440, 900).expandedTo(screen * 4 / 5).boundedTo(screen);
    scale_ = scaleFor(size);
    theme_ = Theme::make(system_.isDark(), scale_);
    apply(theme_);
    studies_.open({std::move(study), path});  // it compiles, and there is nothing to lose before it
    build();
    connectParts();
    fillMenu(*this, *header_->menu());
    space();
    setAcceptDrops(true);
    setMinimumSize(smallestWidth, smallestHeight);
    resize(size);
    place_.restore(*this);
    nameFile();
    player_.setRows(document_.rows());
    transport_->setFocus();  // neither the first button of the header nor a plane, whose arrow keys move the start
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
    header_ = new Header(document_, theme_, this);
    side_ = new SidePanel(document_, player_, camera_, theme_, this);
    auto* root = new QWidget(this);
    root->setObjectName("root");
    auto* below = new QHBoxLayout;
    below->setSpacing(0);
    below->addWidget(side_);
    below->addWidget(centre(), 1);
    auto* all = new QVBoxLayout(root);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(header_);
    all->addLayout(below, 1);
    setCentralWidget(root);
}

QWidget* MainWindow::centre() {
    auto* centre = new QWidget(this);
    centre->setObjectName("centre");
    upper_ = new PlaneCard(document_, player_, camera_, theme_, true, centre);
    lower_ = new PlaneCard(document_, player_, camera_, theme_, false, centre);
    transport_ = new TransportBar(player_, theme_, centre);
    traces_ = new TraceView(document_, player_, theme_, centre);
    auto* planes = new QHBoxLayout;
    planes->setObjectName("planes");
    planes->addWidget(upper_, 1);
    planes->addWidget(lower_, 1);
    auto* column = new QVBoxLayout(centre);
    column->addLayout(planes, planesStretch);
    column->addWidget(transport_);
    column->addWidget(traces_, tracesStretch);
    return centre;
}

void MainWindow::connectParts() {
    connect(&document_, &Document::trajectoriesChanged, this, [this] {
        player_.setRows(document_.rows());
        transport_->setClock(document_.clock());
    });
    connect(&document_, &Document::opened, this, [this] {
        player_.play(false);
        player_.seek(0);
    });
    connect(header_, &Header::planesPicked, this, &MainWindow::showPlanes);
    connect(header_, &Header::darkToggled, this, [this] { setDark(!theme_.dark); });
    connect(header_, &Header::projectorToggled, this, [this] { setProjector(!projector_); });
    connect(header_, &Header::exportAsked, this, &MainWindow::exportPicture);
    connect(&system_, &SystemTheme::changed, this, [this](bool dark) {
        if (followsSystem_) retheme(dark);
    });
    for (PlaneCard* const card : {upper_, lower_})
        connect(&card->view(), &PlaneView::pointed, traces_, &TraceView::point);
    connect(&solutions_, &SolutionLook::changed, this, [this] {
        for (PlaneCard* const card : {upper_, lower_}) card->view().showSolutions(solutions_.solutions());
    });
    side_->problem().setLeaveGuard([this] { return studies_.mayLeave(); });
    connect(&studies_.file(), &StudyFile::changed, this, &MainWindow::nameFile);
    connect(&document_, &Document::studyChanged, this, &MainWindow::nameFile);
    transport_->installShortcuts(this);
    const StepLook& look = traces_->stepCard().look();
    connect(&look, &StepLook::changed, this, [this, &look] {
        for (PlaneCard* const card : {upper_, lower_}) card->view().showStep(look.seen());
    });
}

void MainWindow::space() {
    side_->setFixedWidth(theme_.px(sideWidth));
    const int margin = theme_.px(gap);
    QLayout* column = findChild<QWidget*>("centre")->layout();
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(margin);
    findChild<QHBoxLayout*>("planes")->setSpacing(margin);
}

void MainWindow::showPlanes(Header::Planes planes) {
    upper_->setVisible(planes != Header::Planes::lower);
    lower_->setVisible(planes != Header::Planes::upper);
}

void MainWindow::setDark(bool dark) {
    followsSystem_ = false;
    retheme(dark);
}

void MainWindow::setProjector(bool on) {
    projector_ = on;
    retheme(theme_.dark);
}

void MainWindow::retheme(bool dark) {
    theme_ = Theme::make(dark, scale_ * (projector_ ? projectorFactor : 1));
    header_->setDark(dark);
    header_->setProjector(projector_);
    apply(theme_);  // every widget hears of it
    space();
}

void MainWindow::followSystem() {
    followsSystem_ = true;
    retheme(system_.isDark());
}

/// “lecture.bilevel.json[*] – Wavy valley”; Qt shows the star while something is not saved.
void MainWindow::nameFile() {
    const StudyFile& file = studies_.file();
    const QString name = studyName(document_.study());
    setWindowTitle(file.path().isEmpty() ? name + "[*]" : file.fileName() + QStringLiteral("[*] – ") + name);
    setWindowModified(file.isModified());
    header_->setFile(file.fileName(), file.isModified());
}

void MainWindow::overlay(const QString& path) {
    if (path.isEmpty()) return;
    if (const Result<bool> done = overlayFile(document_, path, theme_, this); !done)
        explain(this, tr("This trace cannot be overlaid"), done.error());
}

/// What is on the screen, for a picture of it.
FigureContent MainWindow::seen() const {
    return {.study = document_.study(),
            .problem = document_.problem(),
            .runs = document_.runs(),
            .clock = document_.clock(),
            .position = player_.row(),
            .selected = document_.selected(),
            .step = traces_->stepCard().look().isOpen() && camera_.options().step,
            .view = camera_.view(),
            .axis = traces_->shownPart(),
            .shown = camera_.options(),
            .solutions = solutions_.solutions()};
}

void MainWindow::exportPicture() {
    ExportDialog dialog(seen(), fileNameFor(document_.study()), theme_, this);
    if (dialog.exec() == QDialog::Accepted)
        header_->announce(tr("Written to %1").arg(shortPath(dialog.written())));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    event->setAccepted(studies_.mayLeave());
    if (event->isAccepted()) place_.remember(*this);
}

void MainWindow::copyLink() {
    QGuiApplication::clipboard()->setText(QString::fromStdString(studyLink(document_.study())));
    header_->announce(tr("The link is on the clipboard: paste it into a mail, or into another window"));
}

void MainWindow::paste() {
    const std::optional<Arrival> arrival = arrivalOf(*QGuiApplication::clipboard()->mimeData());
    arrival ? receive(*arrival)
            : header_->announce(tr("There is nothing on the clipboard that could hold a study"));
}

void MainWindow::receive(const Arrival& arrival) {
    if (!arrival.files.isEmpty()) return receive(arrival.files);
    const Result<Study> study = studyIn(arrival.contents);
    if (!study) return explain(this, tr("There is no study here that can be opened"), study.error());
    studies_.startFrom(*study);
}

/// A study, and traces to be laid over it.
void MainWindow::receive(const QStringList& files) {
    QStringList traces, studies;
    for (const QString& path : files) (isTrace(path) ? traces : studies) << path;
    if (!studies.isEmpty() && !studies_.openOneOf(studies)) return;
    for (const QString& path : traces) overlay(path);
    if (studies.size() > 1) header_->announce(tr("One study is open at a time: this is the first that was there"));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (mayArrive(*event->mimeData())) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const std::optional<Arrival> arrival = arrivalOf(*event->mimeData());
    if (!arrival) return;
    event->acceptProposedAction();
    // Whoever is being dragged from must not wait for an answer to our questions.
    QTimer::singleShot(0, this, [this, arrival = *arrival] { receive(arrival); });
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    const double scale = scaleFor(size());
    if (scale == scale_) return;
    scale_ = scale;
    retheme(theme_.dark);
}

}  // namespace bilevel::ui
