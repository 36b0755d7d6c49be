#pragma once

#include "ui/document/document.h"
#include "ui/kit/combo.h"
#include "ui/panel/definitions_box.h"
#include "ui/panel/description.h"
#include "ui/panel/objective_box.h"
#include "ui/panel/parameters_box.h"
#include "ui/panel/start_box.h"
#include "ui/panel/variables_box.h"

#include <functional>

namespace bilevel::ui {

/// What is being solved: chosen from the gallery, or typed. Every change goes to the document; what it refuses
/// stays where it was typed, with the reason, and the last valid problem stays in force.
class ProblemPanel : public QWidget {
    Q_OBJECT
public:
    ProblemPanel(Document& document, const Theme& theme, QWidget* parent = nullptr);

    /// Asked before the gallery replaces the study; false keeps it.
    void setLeaveGuard(std::function<bool()> guard) { mayLeave_ = std::move(guard); }

    QComboBox& gallery() { return *gallery_; }
    ObjectiveBox& upper() { return *upper_; }
    ObjectiveBox& lower() { return *lower_; }
    StartBox& start() { return *start_; }
    ParametersBox& parameters() { return *parameters_; }
    DefinitionsBox& definitions() { return *definitions_; }
    VariablesBox& variables() { return *variables_; }

private:
    void refresh();
    void choose(int index);

    Document& document_;
    std::vector<Study> studies_;  ///< of the gallery, in its order
    std::function<bool()> mayLeave_;
    Combo* gallery_;
    Description* description_;
    ObjectiveBox *upper_, *lower_;
    StartBox* start_;
    ParametersBox* parameters_;
    DefinitionsBox* definitions_;
    VariablesBox* variables_;
};

}  // namespace bilevel::ui
