#include "core/io/narrate.h"

#include "core/formula/decimal.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace bilevel {
namespace {

constexpr double hardly = 0.001;  ///< a change by less than this share is none worth a number
constexpr double manifold = 10;   ///< a change by more than this factor is told as a factor
constexpr std::array anyMethod{Told{"f", Told::As::change}, Told{"g", Told::As::change}};

double rounded(double value, int digits) {
    std::array<char, 40> text{};
    const char* const end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, digits - 1)
            .ptr;
    double result = value;
    std::from_chars(text.data(), end, result);
    return result;
}

std::string spelt(double value, int digits = 3) {
    if (std::isnan(value)) return "not a number";
    if (std::isinf(value)) return value > 0 ? "infinite" : "minus infinity";
    if (value == 0) return "0";
    return (value < 0 ? "−" : "") + decimal(std::fabs(rounded(value, digits)));
}

/// "40 %", "3.2 %": two digits, three where the first would be lost.
std::string percent(double share) { return spelt(100 * share, share < 0.1 ? 2 : 3) + " %"; }

/// Neither number is a gap.
std::string change(double from, double to) {
    if (!std::isfinite(to)) return " becomes " + spelt(to);
    if (from == to) return " stayed at " + spelt(from);
    const std::string verb = to > from ? " rose " : " fell ";
    if (from == 0 || to == 0 || std::signbit(from) != std::signbit(to) || from < 0) {
        const std::string before = spelt(from), after = spelt(to);
        return before == after ? " hardly changed" : verb + "from " + before + " to " + after;
    }
    const double factor = std::max(from, to) / std::min(from, to);
    if (factor > manifold) return verb + "by a factor of " + spelt(factor, 2);
    const double share = std::fabs(to - from) / from;
    return share < hardly ? " hardly changed" : verb + "by " + percent(share);
}

class Narrator {
public:
    Narrator(const Algorithm& algorithm, const Trajectory& trajectory, int row)
        : algorithm_(algorithm), trajectory_(trajectory), row_(static_cast<std::size_t>(row)) {}

    std::string step() const {
        const std::string parts = list(algorithm_.told);
        const int next = trajectory_.iterationAt(static_cast<int>(row_) + 1);
        const std::string from = std::to_string(iteration());
        const bool one = next == iteration() + 1;
        return (one ? "step " + from : "iterations " + from + " to " + std::to_string(next)) + ": " +
               (parts.empty() ? list(anyMethod) : parts);
    }

    std::string end() const {
        const std::string after = "after " + std::to_string(iteration()) + (iteration() == 1 ? " step" : " steps");
        const std::string where =
            symbolOf("f") + " = " + spelt(value("f")) + ", " + symbolOf("g") + " = " + spelt(value("g"));
        const std::string how(name(trajectory_.end));
        const std::string why = trajectory_.reason.empty() ? "" : ", " + trajectory_.reason;
        return (trajectory_.end == End::running ? after : how + ' ' + after) + why + ": " + where;
    }

private:
    std::string list(std::span<const Told> told) const {
        std::string all;
        for (const Told& each : told)
            if (const std::string part = tell(each); !part.empty()) all += (all.empty() ? "" : ", ") + part;
        return all;
    }

    std::string tell(const Told& told) const {
        const Term* term = algorithm_.term(told.id);
        if (!term || trajectory_.column(told.id).empty()) return {};
        const double now = value(told.id);
        if (term->kind == Term::Kind::flag) return std::isnan(now) ? "" : flag(term->meaning, now != 0);
        const std::string symbol(term->symbol);
        if (std::isnan(now)) return symbol + " has no value";
        const double next = value(told.id, 1);
        if (told.as == Told::As::change && std::isfinite(now) && !std::isnan(next))
            return symbol + change(now, next);
        return symbol + (std::isfinite(now) ? " = " : " is ") + spelt(now);
    }

    /// "barrier active" or "barrier not active"; a flag that says something else is told only where it is set.
    static std::string flag(std::string_view meaning, bool set) {
        constexpr std::string_view active = " active";
        meaning = meaning.substr(0, meaning.find(':'));
        if (set) return std::string(meaning);
        if (!meaning.ends_with(active)) return {};
        meaning.remove_suffix(active.size());
        return std::string(meaning) + " not active";
    }

    int iteration() const { return trajectory_.iterationAt(static_cast<int>(row_)); }
    double value(std::string_view id, std::size_t later = 0) const {
        const std::span<const double> values = trajectory_.column(id);
        return row_ + later < values.size() ? values[row_ + later] : std::numeric_limits<double>::quiet_NaN();
    }
    std::string symbolOf(std::string_view id) const { return std::string(algorithm_.term(id)->symbol); }

    const Algorithm& algorithm_;
    const Trajectory& trajectory_;
    std::size_t row_;
};

}  // namespace

std::string narrate(const Algorithm& algorithm, const Trajectory& trajectory, int row) {
    if (row < 0 || row >= trajectory.rows()) return {};
    const Narrator narrator(algorithm, trajectory, row);
    return row + 1 == trajectory.rows() ? narrator.end() : narrator.step();
}

}  // namespace bilevel
