#pragma once

#include "ui/document/document.h"
#include "ui/kit/message_line.h"
#include "ui/kit/segmented.h"
#include "ui/panel/merge_key.h"
#include "ui/panel/param_control.h"

#include <QLabel>
#include <QVBoxLayout>

namespace bilevel::ui {

/// The parameters of the selected run: one control each, built from the algorithm's description alone. Above them
/// the presets of the method and what there is to know about it, below them its start and its reservations.
class ParamForm : public QWidget {
    Q_OBJECT
public:
    ParamForm(Document& document, const Theme& theme, QWidget* parent = nullptr);

    std::size_t count() const { return controls_.size(); }
    /// Why the last edit was not taken; empty where it was.
    const QString& message() const { return message_->message(); }
    /// What the run says against itself: why it diverged, and which assumptions do not hold here.
    const QString& reservations() const { return reservations_->message(); }
    Segmented& start() { return *start_; }
    /// The settings of a preset; nullptr: the method's defaults.
    void usePreset(const Preset* preset);
    ParamControl& control(std::size_t index) { return *controls_[index]; }

private:
    QLayout* head();
    QLayout* foot();
    static QString hintFor(const RunView* run);
    void refresh();
    void refreshReservations();
    void showPresets();
    void chooseStart(int kind);
    void rebuild(const Algorithm* algorithm);
    void set(std::size_t index, double value);
    void reset(std::size_t index);
    void edit(const QString& what, NamedSettings settings, const QString& merge = {});
    const StudyRun& run() const { return document_.study().runs[static_cast<std::size_t>(document_.selected())]; }

    Document& document_;
    const Theme& theme_;
    QLabel *title_, *hint_;
    QVBoxLayout* list_;
    MessageLine *message_, *reservations_;
    IconButton *presets_, *about_;
    QLabel* startLabel_;
    Segmented* start_;
    const Algorithm* algorithm_ = nullptr;
    std::vector<ParamControl*> controls_;
    MergeKey merge_{"setting"};
};

}  // namespace bilevel::ui
