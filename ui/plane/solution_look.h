#pragma once

#include "ui/document/player.h"
#include "ui/document/worker.h"
#include "ui/ground/solutions.h"
#include "ui/plane/plane_camera.h"

#include <QObject>

namespace bilevel::ui {

/// Solves the lower level along what the planes show, on a worker, while something of it is wanted. A question
/// under way is answered before the latest one is asked, so that the curves follow what is dragged.
class SolutionLook : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    SolutionLook(const Document& document, const Player& player, const PlaneCamera& camera,
                 QObject* parent = nullptr);
    /// The latest answer; nullptr where there is none yet, or nothing is wanted.
    const SolutionsPtr& solutions() const { return solutions_; }
    /// Is it the answer for the document as it is now?
    bool isCurrent() const;

Q_SIGNALS:
    void changed();

private:
    struct Question {
        SolutionRequest request;
        SolutionsPtr before;
    };
    bool isWanted() const;
    SolutionRequest request() const;
    void ask();
    void receive(const SolutionsPtr& answer);
    void forget();

    const Document& document_;
    const Player& player_;
    const PlaneCamera& camera_;
    SolutionsPtr solutions_;
    std::optional<SolutionRequest> asked_;  ///< under way
    Worker<Question, SolutionsPtr> worker_;
};

}  // namespace bilevel::ui
