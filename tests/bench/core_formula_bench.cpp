// Programs against hand-written C++ of the same functions. Both run in turns inside one benchmark, so that
// whatever else the machine does falls on both: read "ratio", program time over native time.

#include "core/formula/derive.h"
#include "core/formula/parse.h"
#include "core/formula/program.h"
#include "core_formula_native.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <random>

namespace {

using namespace bilevel;

struct Formula {
    Graph graph;
    std::vector<NodeId> outputs;  ///< as NativeItem: value, gradient and, if asked for, what varies in the Hessian
    std::size_t inputs;
};

Formula formula(const NativeItem& item, bool withHessian) {
    Formula result{.graph = {}, .outputs = {}, .inputs = item.variables.size()};
    std::vector<Symbol> symbols;
    for (const auto& name : item.variables)
        symbols.push_back({name, result.graph.input(static_cast<int>(symbols.size()))});
    std::vector<int> inputs(symbols.size());
    std::iota(inputs.begin(), inputs.end(), 0);
    const NodeId root = *parse(result.graph, item.text, symbols);
    const auto slopes = gradient(result.graph, root, inputs);
    result.outputs.push_back(root);
    result.outputs.insert(result.outputs.end(), slopes.begin(), slopes.end());
    if (withHessian)
        for (const NodeId entry : hessian(result.graph, slopes, inputs))
            if (!result.graph.isNumber(entry)) result.outputs.push_back(entry);
    return result;
}

/// A point per column.
std::vector<std::vector<double>> randomPoints(const NativeItem& item, std::size_t count) {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<> coordinate(item.minimum, item.maximum);
    std::vector<std::vector<double>> points(item.variables.size(), std::vector<double>(count));
    for (auto& row : points)
        for (auto& x : row) x = coordinate(random);
    return points;
}

double seconds(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Runs both in turns and reports nanoseconds per point, and the median of their ratios.
void compare(benchmark::State& state, std::size_t points, const auto& ours, const auto& native) {
    std::vector<double> times, nativeTimes, ratios;
    for ([[maybe_unused]] auto turn : state) {
        nativeTimes.push_back(seconds(native));
        times.push_back(seconds(ours));
        ratios.push_back(times.back() / nativeTimes.back());
        state.SetIterationTime(times.back());
    }
    const double perPoint = 1e9 / static_cast<double>(points);
    state.counters["ns"] = median(times) * perPoint;
    state.counters["native_ns"] = median(nativeTimes) * perPoint;
    state.counters["ratio"] = median(ratios);
}

/// Points one after the other, each shifted by a trace of the result before it, so that no two can overlap.
void chain(std::size_t size, const std::vector<std::vector<double>>& points, std::vector<double>& out,
           const auto& evaluate) {
    std::vector<double> x(size);
    for (std::size_t k = 0; k < points[0].size(); ++k) {
        for (std::size_t i = 0; i < size; ++i) x[i] = points[i][k] + 1e-30 * out[0];
        evaluate(x, out);
    }
    benchmark::DoNotOptimize(out.data());
}

void points(benchmark::State& state, const NativeItem& item, bool withHessian) {
    const Formula compiled = formula(item, withHessian);
    ScalarEvaluator evaluate(Program(compiled.graph, compiled.outputs, static_cast<int>(compiled.inputs)));
    const auto native = withHessian ? item.hessian : item.gradient;
    const auto where = randomPoints(item, 1000);
    std::vector<double> out(compiled.outputs.size()), nativeOut(compiled.outputs.size());
    compare(
        state, where[0].size(),
        [&] { chain(compiled.inputs, where, out, [&](const auto& x, auto& y) { evaluate(x, y); }); },
        [&] {
            chain(compiled.inputs, where, nativeOut, [&](const auto& x, auto& y) { native(x.data(), y.data()); });
        });
    for (std::size_t k = 0; k < out.size(); ++k)
        if (std::abs(out[k] - nativeOut[k]) > 1e-9 * (1 + std::abs(nativeOut[k])))
            state.SkipWithError("results differ");
}

void batch(benchmark::State& state, const NativeItem& item, bool withHessian) {
    constexpr std::size_t count = 4096;
    const Formula compiled = formula(item, withHessian);
    BatchEvaluator evaluate(Program(compiled.graph, compiled.outputs, static_cast<int>(compiled.inputs)));
    const auto native = withHessian ? item.hessian : item.gradient;
    const auto where = randomPoints(item, count);
    std::vector<std::vector<double>> out(compiled.outputs.size(), std::vector<double>(count)), nativeOut = out;
    std::vector<const double*> in;
    for (const auto& row : where) in.push_back(row.data());
    std::vector<double*> to;
    for (auto& row : out) to.push_back(row.data());
    std::vector<double> x(compiled.inputs), y(compiled.outputs.size());
    compare(
        state, count, [&] { evaluate(in, to, count); },
        [&] {
            for (std::size_t k = 0; k < count; ++k) {
                for (std::size_t i = 0; i < x.size(); ++i) x[i] = where[i][k];
                native(x.data(), y.data());
                for (std::size_t j = 0; j < y.size(); ++j) nativeOut[j][k] = y[j];
            }
        });
    for (std::size_t j = 0; j < out.size(); ++j)
        if (std::abs(out[j][count / 2] - nativeOut[j][count / 2]) > 1e-9 * (1 + std::abs(nativeOut[j][count / 2])))
            state.SkipWithError("results differ");
}

std::string longFormula(int terms) {
    std::string text;
    for (int k = 0; k < terms; ++k)
        text += (k > 0 ? "+" : "") + std::to_string(k) + ".5*exp(-(x-" + std::to_string(k) + ")^2-y^2)*sin(" +
                std::to_string(k) + "*x)";
    return text;
}

/// From text to programs for the value, the gradient and the Hessian.
void ready(benchmark::State& state, const std::string& text, const std::vector<std::string>& variables) {
    const NativeItem item{.name = {},
                          .variables = variables,
                          .text = text,
                          .minimum = 0,
                          .maximum = 0,
                          .gradient = nullptr,
                          .hessian = nullptr};
    for ([[maybe_unused]] auto turn : state) {
        const Formula compiled = formula(item, true);
        const auto inputs = static_cast<int>(compiled.inputs);
        const std::span outputs(compiled.outputs);
        benchmark::DoNotOptimize(Program(compiled.graph, outputs.first(1), inputs));
        benchmark::DoNotOptimize(Program(compiled.graph, outputs.first(1 + compiled.inputs), inputs));
        benchmark::DoNotOptimize(Program(compiled.graph, outputs, inputs));
    }
    state.counters["characters"] = static_cast<double>(text.size());
}

[[maybe_unused]] const bool registered = [] {
    using benchmark::RegisterBenchmark;
    for (const NativeItem& item : nativeItems())
        for (const bool withHessian : {false, true}) {
            const std::string what = item.name + (withHessian ? "/hessian" : "/gradient");
            RegisterBenchmark(("point/" + what).c_str(), [&item, withHessian](auto& state) {
                points(state, item, withHessian);
            })->UseManualTime();
            RegisterBenchmark(("batch/" + what).c_str(), [&item, withHessian](auto& state) {
                batch(state, item, withHessian);
            })->UseManualTime();
        }
    for (const NativeItem& item : nativeItems())
        RegisterBenchmark(("ready/" + item.name).c_str(), [&item](auto& state) {
            ready(state, item.text, item.variables);
        })->Unit(benchmark::kMicrosecond);
    RegisterBenchmark("ready/long", [](auto& state) {
        ready(state, longFormula(88), {"x", "y"});
    })->Unit(benchmark::kMicrosecond);
    return true;
}();

}  // namespace
