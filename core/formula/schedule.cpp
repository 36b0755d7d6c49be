#include "core/formula/assemble.h"

#include <array>
#include <cstdint>
#include <utility>

namespace bilevel {
namespace {

/// Elementary functions first: they take longest, and arithmetic can go on beside them.
std::size_t worth(Operation operation) { return isElementary(operation) || operation == Operation::Sqrt ? 8 : 1; }

class Scheduler {
public:
    Scheduler(const std::vector<Step>& steps, NodeId nodes)
        : steps_(steps), waitsFor_(steps.size()), users_(steps.size()) {
        constexpr auto nowhere = ~std::uint32_t{0};
        std::vector<std::uint32_t> maker(nodes, nowhere);
        for (std::uint32_t k = 0; k < steps.size(); ++k) {
            for (const NodeId operand : {steps[k].a, steps[k].b, steps[k].c})
                if (operand != noNode && maker[operand] != nowhere) {
                    ++waitsFor_[k];
                    users_[maker[operand]].push_back(k);
                }
            maker[steps[k].result] = k;
            if (steps[k].second != noNode) maker[steps[k].second] = k;
            if (waitsFor_[k] == 0) makeReady(k);
        }
    }

    Schedule run() {
        Schedule schedule;
        schedule.steps.reserve(steps_.size());
        while (schedule.steps.size() < steps_.size()) issue(schedule);
        return schedule;
    }

private:
    void makeReady(std::uint32_t step) {
        ready_[static_cast<std::size_t>(steps_[step].operation)].push_back(step);
    }

    /// All ready steps of the most rewarding operation.
    void issue(Schedule& schedule) {
        std::size_t best = 0, bestScore = 0;
        for (std::size_t k = 0; k < ready_.size(); ++k)
            if (const auto score = ready_[k].size() * worth(static_cast<Operation>(k)); score > bestScore) {
                best = k;
                bestScore = score;
            }
        const auto group = std::exchange(ready_[best], {});
        const auto operation = static_cast<Operation>(best);
        const auto length = static_cast<std::uint32_t>(group.size());
        // Arithmetic may use a result of its own run, for it goes one by one; vectors of elementary functions may
        // not.
        if (!schedule.runs.empty() && schedule.runs.back().operation == operation && !isElementary(operation))
            schedule.runs.back().length += length;
        else
            schedule.runs.push_back({operation, length});
        for (const auto step : group) schedule.steps.push_back(steps_[step]);
        for (const auto step : group)
            for (const auto user : users_[step])
                if (--waitsFor_[user] == 0) makeReady(user);
    }

    const std::vector<Step>& steps_;
    std::vector<std::uint32_t> waitsFor_;
    std::vector<std::vector<std::uint32_t>> users_;
    std::array<std::vector<std::uint32_t>, operations> ready_;
};

}  // namespace

Schedule inRuns(const std::vector<Step>& steps, NodeId nodes) { return Scheduler(steps, nodes).run(); }

Schedule oneByOne(const std::vector<Step>& steps) {
    Schedule schedule{.steps = steps};
    for (const Step& step : steps) schedule.runs.push_back({step.operation, 1});
    return schedule;
}

}  // namespace bilevel
