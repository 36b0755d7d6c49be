#include "core/io/certificate_json.h"

#include "core/io/certificate_value.h"

#include <cmath>

namespace bilevel {
namespace {

/// Values of the variables from `first` on, by name.
Json named(const Problem& problem, int first, const Vector& values) {
    Json object = Json::object();
    for (Eigen::Index i = 0; i < values.size(); ++i)
        object[problem.variables()[static_cast<std::size_t>(first + i)]] = jsonNumber(values[i]);
    return object;
}

Json existing(double value) { return std::isnan(value) ? Json(nullptr) : jsonNumber(value); }

void addLowerLevel(Json& object, const Problem& problem, const LowerLevel& lower) {
    object["lower_level"] = name(lower.kind);
    const bool solved = lower.solved();
    object["lower_minimiser"] = solved ? named(problem, problem.nx(), lower.minimisers.front().y) : Json(nullptr);
    object["lower_minimum"] = solved ? jsonNumber(lower.minimum()) : Json(nullptr);
    object["lower_minimisers"] = Json::array();
    for (const LowerMinimiser& m : lower.minimisers) {
        if (!solved) break;
        Json one = named(problem, problem.nx(), m.y);
        object["lower_minimisers"].push_back({{"point", one}, {"g", jsonNumber(m.g)}, {"flat", m.flat}});
    }
    object["search"] = lower.exhaustive ? "exhaustive" : "multistart";
    if (!lower.exhaustive) object["starts"] = lower.starts;
}

}  // namespace

Json certificateValue(const Problem& problem, const Certificate& c) {
    Json object = Json::object();
    object["point"] = named(problem, 0, c.point.x);
    object["point"].update(named(problem, problem.nx(), c.point.y));
    object["f"] = jsonNumber(c.f);
    object["g"] = jsonNumber(c.g);
    addLowerLevel(object, problem, c.lower);
    object["lower_gap"] = existing(c.lowerGap);
    object["lower_stationarity"] = jsonNumber(c.lowerStationarity);
    object["lower_curvature"] = existing(c.hypergradient.lowerCurvature);
    object["hypergradient"] = named(problem, 0, c.hypergradient.value);
    object["hypergradient_is_unique"] = c.hypergradient.isUnique;
    object["stationarity"] = existing(c.stationarity);
    object["multiplier"] = existing(c.kkt.multiplier);
    object["kkt_residual"] = existing(c.kkt.residual);
    object["upper_value_at_lower_solution"] = existing(c.upperValue.optimistic);
    object["pessimistic_upper_value"] = existing(c.upperValue.pessimistic);
    object["distance_to_known_solution"] =
        c.distanceToKnownSolution ? jsonNumber(*c.distanceToKnownSolution) : Json(nullptr);
    object["verdict"] = id(c.verdict);
    object["reason"] = c.reason;
    return object;
}

std::string certificateJson(const Problem& problem, const Certificate& certificate) {
    return printJson(certificateValue(problem, certificate));
}

}  // namespace bilevel
