#include "core/io/python_script.h"

#include "core/io/python_methods.h"
#include "core/io/python_problem.h"

#include <algorithm>

namespace bilevel {
namespace {

/// Put where a number cannot stand: the lower step is chosen along the way.
constexpr std::string_view automaticStep = R"py(class AutomaticStep:
    """1/L_g, with L_g the largest |eigenvalue| of the lower Hessian over the points asked for so far."""

    def __init__(self):
        self.steepest = 0.0

    def __call__(self, x, y):
        eigenvalues = np.linalg.eigvalsh(hessian_g(x, y)[0])
        self.steepest = max(self.steepest, np.max(np.abs(eigenvalues)))
        return 1 / self.steepest if self.steepest > 0 else 1.0


)py";

constexpr std::string_view mainPart = R"py(def main():
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else {iterations}
    x, y = np.array({x}, dtype=float), np.array({y}, dtype=float)
    print({header})
    with np.errstate(all="ignore"):
        for k, (x, y) in enumerate(solve(clip_x(x), clip_y(y), iterations)):
            print(k, *(format(v, ".17g") for v in (*x, *y, f(x, y), g(x, y))), sep=",")


if __name__ == "__main__":
    main()
)py";

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// Nothing in it ends a comment or a string of several lines.
std::string oneLine(std::string_view text) {
    std::string safe;
    for (const char c : text) safe += c == '\n' || c == '\r' ? ' ' : c == '"' || c == '\\' ? '\'' : c;
    return safe;
}

std::string list(const Vector& v) {
    std::string all;
    for (const double value : v) all += (all.empty() ? "" : ", ") + pythonNumber(value);
    return '[' + all + ']';
}

std::string joined(const std::vector<std::string>& words, std::string_view between, std::string_view last) {
    std::string all;
    for (std::size_t i = 0; i < words.size(); ++i)
        (all += i == 0 ? "" : i + 1 == words.size() ? last : between) += words[i];
    return all;
}

/// Name, its value in this run as Python writes it, and what it is.
std::string setting(const Parameter& p, double value) {
    const std::string number = p.kind == Parameter::Kind::choice
                                   ? '"' + std::string(p.options[static_cast<std::size_t>(value)]) + '"'
                               : p.lowerStep && value == automatic ? "AutomaticStep()"
                                                                   : pythonNumber(value);
    return "    " + std::string(p.id) + "=" + number + ",  # " + std::string(p.symbol) + ", " +
           std::string(p.label) + '\n';
}

bool isAutomatic(const RunRequest& request, std::size_t i) {
    return request.algorithm->parameters[i].lowerStep && request.settings[i] == automatic;
}

std::string method(const RunRequest& request, const PythonMethod& known) {
    std::string text(known.text), settings;
    for (std::size_t i = 0; i < request.settings.size(); ++i) {
        const Parameter& p = request.algorithm->parameters[i];
        settings += setting(p, request.settings[i]);
        if (p.lowerStep)
            replaceAll(text, "STEP(" + std::string(p.id) + ')',
                       std::string(p.id) + (isAutomatic(request, i) ? "(x, y)" : ""));
    }
    replaceAll(text, "{settings}", settings);
    const std::string_view endOfHead = "):\n";
    const std::string meaning =
        "    \"\"\"" + oneLine(request.algorithm->name) + ": yields (x, y), the start first.\"\"\"\n";
    text.insert(text.find(endOfHead) + endOfHead.size(), meaning);
    return text + "\n\n";
}

std::string head(const RunRequest& request) {
    const std::string name = request.problem.text().name;
    std::string out = "\"\"\"" + oneLine(name.empty() ? "A bilevel problem" : name) + ", by " +
                      oneLine(request.algorithm->name) + ".\n\n";
    out += "minimise f(x, y) over x and y, where y minimises g(x, .)\n\n";
    out += "Method: " + oneLine(request.algorithm->reference) + ".\n";
    if (!request.problem.text().reference.empty())
        out += "Problem: " + oneLine(request.problem.text().reference) + ".\n";
    return out + "Written by bilevelscope " BILEVELSCOPE_VERSION "; needs NumPy.\n\"\"\"\n\n";
}

std::string mainOf(const RunRequest& request) {
    std::string text(mainPart);
    replaceAll(text, "{iterations}", std::to_string(request.iterations));
    replaceAll(text, "{x}", list(request.start.x));
    replaceAll(text, "{y}", list(request.start.y));
    replaceAll(text, "{header}", "\"iteration," + joined(request.problem.variables(), ",", ",") + ",f,g\"");
    return text;
}

Error notOffered(const Algorithm& algorithm) {
    std::vector<std::string> names;
    for (const PythonMethod& known : pythonMethods()) names.emplace_back(findAlgorithm(known.id)->name);
    return {std::string(algorithm.name) + " cannot be written as a Python script; " +
                joined(names, ", ", " and ") + " can",
            -1, 0, "method"};
}

}  // namespace

Result<std::string> pythonScript(const RunRequest& request) {
    const auto known = std::ranges::find(pythonMethods(), request.algorithm->id, &PythonMethod::id);
    if (known == pythonMethods().end()) return notOffered(*request.algorithm);
    bool chosen = false;
    for (std::size_t i = 0; i < request.settings.size(); ++i) chosen = chosen || isAutomatic(request, i);
    const std::string problem = pythonProblem(request.problem, known->second || chosen);
    return head(request) + (problem.find("math.") == std::string::npos ? "" : "import math\n") +
           "import sys\n\nimport numpy as np\n\n\n" + problem + (chosen ? std::string(automaticStep) : "") +
           method(request, *known) + mainOf(request);
}

}  // namespace bilevel
