#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bilevel {

/// What another program recorded of a run: columns of equal length, one row per iterate. A gap is NaN. Nothing
/// computes it, so a study keeps it whole.
struct Recording {
    struct Column {
        std::string name;
        std::vector<double> values;
    };
    std::string source;             ///< the file that it came from, without its folder
    std::vector<Column> variables;  ///< in the order of the problem that it was read for; any name is allowed
    std::vector<Column>
        columns;  ///< everything else: "iteration", "seconds", "f", "g" and what the file calls its own

    int rows() const { return variables.empty() ? 0 : static_cast<int>(variables.front().values.size()); }
    /// How many numbers it holds.
    std::size_t size() const;
    /// nullptr where there is none of that name.
    const std::vector<double>* variable(std::string_view name) const;
    const std::vector<double>* column(std::string_view name) const;
    /// To the last bit, so that a gap equals a gap.
    friend bool operator==(const Recording& a, const Recording& b);
};

/// A recording that all copies of a study share; empty for a run that is computed. Equal where what they hold is.
class SharedRecording {
public:
    SharedRecording() = default;
    SharedRecording(Recording recording) : held_(std::make_shared<const Recording>(std::move(recording))) {}

    explicit operator bool() const { return held_ != nullptr; }
    const Recording& operator*() const { return *held_; }
    const Recording* operator->() const { return held_.get(); }
    friend bool operator==(const SharedRecording& a, const SharedRecording& b) {
        return a.held_ == b.held_ || (a.held_ && b.held_ && *a.held_ == *b.held_);
    }

private:
    std::shared_ptr<const Recording> held_;
};

}  // namespace bilevel
