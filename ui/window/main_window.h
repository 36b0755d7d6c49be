#pragma once

#include "ui/document/document.h"
#include "ui/document/player.h"
#include "ui/kit/theme.h"
#include "ui/plane/plane_camera.h"
#include "ui/plane/solution_look.h"
#include "ui/window/header.h"
#include "ui/window/study_commands.h"
#include "ui/window/system_theme.h"
#include "ui/window/window_place.h"

#include <QMainWindow>

namespace bilevel::ui {

class PlaneCard;
class SidePanel;
class TraceView;
class TransportBar;
struct Arrival;
struct FigureContent;

/// The window: puts the parts in their places and connects them. No logic lives here.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Opens on `study`, which compiles. `path` is its file, or empty; `home` is where things are remembered.
    explicit MainWindow(Study study, const QString& path = {}, const Home& home = {});
    ~MainWindow() override;

    Document& document() { return document_; }
    Player& player() { return player_; }
    PlaneCamera& camera() { return camera_; }
    StudyCommands& studies() { return studies_; }
    const Theme& theme() const { return theme_; }

    /// Dark or light from now on, whatever the system says.
    void setDark(bool dark);
    /// As the system says, from now on.
    void followSystem();
    /// Larger text and lines, for the back row of a class.
    void setProjector(bool on);
    bool isProjector() const { return projector_; }
    void showPlanes(Header::Planes planes);

    void exportPicture();
    /// The study as one word onto the clipboard.
    void copyLink();
    /// Opens what is on the clipboard: a link, a picture or a file with a study, or a trace to overlay.
    void paste();
    /// A trace from elsewhere; what cannot be overlaid is explained and changes nothing.
    void overlay(const QString& path);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* centre();
    void connectParts();
    void space();
    void retheme(bool dark);
    void nameFile();
    FigureContent seen() const;
    void receive(const Arrival& arrival);
    void receive(const QStringList& files);

    SystemTheme system_;
    Theme theme_;
    double scale_ = 1;  ///< of the theme, without the projector's factor
    bool projector_ = false, followsSystem_ = true;
    Document document_;
    Player player_;
    PlaneCamera camera_{document_};
    SolutionLook solutions_{document_, player_, camera_};
    StudyCommands studies_;
    WindowPlace place_;
    Header* header_ = nullptr;
    SidePanel* side_ = nullptr;
    PlaneCard *upper_ = nullptr, *lower_ = nullptr;
    TransportBar* transport_ = nullptr;
    TraceView* traces_ = nullptr;
};

}  // namespace bilevel::ui
