#pragma once

#include "ui/kit/combo.h"

#include <string>

namespace bilevel::ui {

/// Chooses what a picture shows: the whole composition, or one view of it.
class ViewCombo : public Combo {
    Q_OBJECT
public:
    explicit ViewCombo(const Theme& theme, QWidget* parent = nullptr);

    /// The name by which findParts() knows it.
    std::string view() const;
};

}  // namespace bilevel::ui
