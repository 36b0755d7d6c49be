#include "ui/panel/param_form.h"

#include "ui/document/movable_start.h"
#include "ui/kit/label.h"
#include "ui/kit/to_text.h"
#include "ui/panel/method_card.h"
#include "ui/panel/recording_text.h"

#include <QHBoxLayout>
#include <QMenu>

#include <utility>

namespace bilevel::ui {

ParamForm::ParamForm(Document& document, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      document_(document),
      theme_(theme),
      title_(makeLabel({}, LabelRole::section)),
      hint_(makeLabel({}, LabelRole::hint)),
      list_(new QVBoxLayout),
      message_(new MessageLine(theme)),
      reservations_(new MessageLine(theme)),
      presets_(new IconButton(theme, Icon::sliders, tr("Presets of the method"),
                              {.size = 24, .icon = 15, .text = tr("Presets")})),
      about_(new IconButton(theme, Icon::help, tr("About the method: source, assumptions, known failures"),
                            {.size = 24, .icon = 17})),
      startLabel_(makeLabel(tr("Start"), LabelRole::sub)),
      start_(new Segmented(theme, {tr("shared"), tr("its own")}, 0)) {
    hint_->setWordWrap(true);
    list_->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(5));
    column->addLayout(head());
    column->addWidget(hint_);
    column->addLayout(list_);
    column->addWidget(message_);
    column->addLayout(foot());
    column->addWidget(reservations_);
    connect(&document_, &Document::studyChanged, this, &ParamForm::refresh);
    connect(&document_, &Document::selectionChanged, this, [this] {
        merge_.next();
        refresh();
    });
    connect(&document_, &Document::trajectoriesChanged, this, &ParamForm::refreshReservations);
    refresh();
}

QLayout* ParamForm::head() {
    connect(presets_, &QAbstractButton::clicked, this, &ParamForm::showPresets);
    connect(about_, &QAbstractButton::clicked, this, [this] { showMethodCard(*algorithm_, this); });
    auto* line = new QHBoxLayout;
    line->setSpacing(theme_.px(2));
    line->addWidget(title_, 1);
    line->addWidget(presets_);
    line->addWidget(about_);
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return line;
}

QLayout* ParamForm::foot() {
    start_->setAccessibleName(tr("Start of the run"));
    start_->setToolTip(tr("Where all start, or a start of its own, which is dragged while this run is selected"));
    connect(start_, &Segmented::picked, this, &ParamForm::chooseStart);
    auto* line = new QHBoxLayout;
    line->addWidget(startLabel_);
    line->addStretch();
    line->addWidget(start_);
    return line;
}

void ParamForm::showPresets() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const Settings& now = document_.runs()[static_cast<std::size_t>(document_.selected())].settings;
    const auto add = [&](const QString& name, const QString& source, const Preset* preset) {
        QAction* action = menu->addAction(name, this, [this, preset] { usePreset(preset); });
        action->setToolTip(source);
        action->setCheckable(true);
        const Result<Settings> settings = algorithm_->resolve(preset ? preset->settings : NamedSettings{});
        action->setChecked(settings && *settings == now);
    };
    add(tr("Default settings"), toText(algorithm_->reference), nullptr);
    menu->addSeparator();
    for (const Preset& preset : algorithm_->presets) add(toText(preset.name), toText(preset.source), &preset);
    menu->popup(presets_->mapToGlobal(QPoint(0, presets_->height() + 2)));
}

void ParamForm::usePreset(const Preset* preset) {
    if (!algorithm_) return;
    edit(preset ? tr("Use the settings of %1").arg(toText(preset->name)) : tr("Use default settings"),
         preset ? preset->settings : NamedSettings{});
    merge_.next();
}

void ParamForm::chooseStart(int kind) {
    const bool own = kind == 1;
    // A start inside the bounds cannot make a study wrong.
    (void)document_.edit(own ? tr("Give a run its own start") : tr("Start a run with the others"),
                         withOwnStart(document_.study(), static_cast<std::size_t>(document_.selected()), own));
}

void ParamForm::refreshReservations() {
    QStringList said;
    const int selected = document_.selected();
    if (selected >= 0)
        if (const TrajectoryPtr& t = document_.runs()[static_cast<std::size_t>(selected)].trajectory) {
            if (t->end == End::diverged) said << tr("Diverged: %1").arg(QString::fromStdString(t->reason));
            for (const std::string& remark : t->remarks) said << QString::fromStdString(remark);
        }
    reservations_->setMessage(said.join(QStringLiteral(" ")));
}

QString ParamForm::hintFor(const RunView* run) {
    if (!run) return tr("Add a method, or choose one above.");
    if (!run->unavailable.isEmpty()) return run->unavailable + tr(". It stays in the study as it is.");
    return run->recording ? recordingText(*run->recording) : QString();
}

void ParamForm::refresh() {
    const int selected = document_.selected();
    const RunView* run = selected < 0 ? nullptr : &document_.runs()[static_cast<std::size_t>(selected)];
    const Algorithm* algorithm = run ? run->algorithm : nullptr;
    // A label stays as it was written: in capitals ε becomes E.
    title_->setText(run ? run->label : tr("Parameters").toUpper());
    const bool computed = algorithm && !run->recording;
    hint_->setVisible(!computed);
    hint_->setText(hintFor(run));
    message_->setMessage({});
    if (algorithm != algorithm_) rebuild(algorithm);
    for (std::size_t i = 0; i < controls_.size(); ++i) controls_[i]->display(run->settings[i]);
    about_->setVisible(computed);
    presets_->setVisible(algorithm && !algorithm->presets.empty());
    for (QWidget* widget : {static_cast<QWidget*>(startLabel_), static_cast<QWidget*>(start_)})
        widget->setVisible(run && !run->recording);
    start_->setCurrent(run && run->ownStart ? 1 : 0);
    refreshReservations();
}

void ParamForm::rebuild(const Algorithm* algorithm) {
    algorithm_ = algorithm;
    for (ParamControl* control : controls_) {
        list_->removeWidget(control);
        control->hide();
        control->deleteLater();
    }
    controls_.clear();
    for (std::size_t i = 0; algorithm && i < algorithm->parameters.size(); ++i) {
        auto* control = new ParamControl(algorithm->parameters[i], theme_, this);
        connect(control, &ParamControl::changed, this, [this, i](double value) { set(i, value); });
        connect(control, &ParamControl::reset, this, [this, i] { reset(i); });
        connect(control, &ParamControl::finished, this, [this] { merge_.next(); });
        connect(control, &ParamControl::dragging, &document_, &Document::setDragging);
        list_->addWidget(control);
        controls_.push_back(control);
    }
}

void ParamForm::set(std::size_t index, double value) {
    const Parameter& parameter = algorithm_->parameters[index];
    NamedSettings settings = run().settings;
    for (auto& [id, setting] : nameSettings({&parameter, 1}, {value})) settings[id] = setting;
    edit(tr("Change %1").arg(toText(parameter.label)), std::move(settings), merge_.text() + toText(parameter.id));
}

void ParamForm::reset(std::size_t index) {
    const Parameter& parameter = algorithm_->parameters[index];
    NamedSettings settings = run().settings;
    settings.erase(std::string(parameter.id));
    edit(tr("Reset %1").arg(toText(parameter.label)), std::move(settings));
    merge_.next();
}

/// Settings that do not go together are refused in the method's own words.
void ParamForm::edit(const QString& what, NamedSettings settings, const QString& merge) {
    if (const Result<Settings> resolved = algorithm_->resolve(settings); !resolved) {
        refresh();  // controls go back to what holds
        return message_->setMessage(QString::fromStdString(resolved.error().message));
    }
    Study next = document_.study();
    next.runs[static_cast<std::size_t>(document_.selected())].settings = std::move(settings);
    message_->setMessage({});
    // The problem is as it was: this cannot be refused.
    (void)document_.edit(what, std::move(next), merge);
}

}  // namespace bilevel::ui
