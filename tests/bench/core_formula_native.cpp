#include "core_formula_native.h"

#include <cmath>
#include <cstddef>

namespace {

// A: two squares and a product
void gradientA(const double* x, double* out) {
    const double a = x[0] - 1, b = x[1] - 2;
    out[0] = a * a + b * b + x[0] * x[1];
    out[1] = 2 * a + x[1];
    out[2] = 2 * b + x[0];
}

// B: elementary functions
void gradientB(const double* x, double* out) {
    const double s = std::sin(x[0]), c = std::cos(x[0]), yy = x[1] * x[1], e = std::exp(-yy), se = s * e;
    out[0] = se + 0.1 * (x[0] * x[0] + yy);
    out[1] = c * e + 0.2 * x[0];
    out[2] = 2 * x[1] * (0.1 - se);
}

void hessianB(const double* x, double* out) {
    const double s = std::sin(x[0]), c = std::cos(x[0]), yy = x[1] * x[1], e = std::exp(-yy), se = s * e,
                 ce = c * e;
    out[0] = se + 0.1 * (x[0] * x[0] + yy);
    out[1] = ce + 0.2 * x[0];
    out[2] = 2 * x[1] * (0.1 - se);
    out[3] = 0.2 - se;
    out[4] = -2 * x[1] * ce;
    out[5] = 0.2 - 2 * se + 4 * yy * se;
}

// C: Rosenbrock's function of ten variables
constexpr std::size_t sizeC = 10;

void gradientC(const double* x, double* out) {
    double value = 0, fromBefore = 0;
    for (std::size_t i = 0; i + 1 < sizeC; ++i) {
        const double t = x[i + 1] - x[i] * x[i], u = 1 - x[i];
        value += 100 * (t * t) + u * u;
        out[1 + i] = fromBefore - 400 * t * x[i] - 2 * u;
        fromBefore = 200 * t;
    }
    out[sizeC] = fromBefore;
    out[0] = value;
}

void hessianC(const double* x, double* out) {
    gradientC(x, out);
    double* entry =
        out + 1 + sizeC;  // (0,0), then for every further row the entries (i, i−1) and, but in the last, (i, i)
    for (std::size_t i = 0; i < sizeC; ++i) {
        if (i > 0) *entry++ = -400 * x[i - 1];
        if (i + 1 < sizeC) *entry++ = 1200 * x[i] * x[i] - 400 * x[i + 1] + (i > 0 ? 202 : 2);
    }
}

// D: the mean of four points under softmax weights, compared with a target
constexpr double points[4][2] = {{0.3, -1.2}, {1.1, 0.4}, {-0.7, 0.9}, {0.5, 1.6}};

struct Mean {
    double weight[4], mean[2], residual[2];
};

Mean meanD(const double* x) {
    Mean m{};
    double sum = 0;
    for (int i = 0; i < 4; ++i) sum += m.weight[i] = std::exp(x[i]);
    const double inverse = 1 / sum;
    for (double& weight : m.weight) weight *= inverse;
    for (int j = 0; j < 2; ++j) {
        for (int i = 0; i < 4; ++i) m.mean[j] += m.weight[i] * points[i][j];
        m.residual[j] = m.mean[j] - x[4 + j];
    }
    return m;
}

void gradientD(const Mean& m, double* out) {
    const double r0 = m.residual[0], r1 = m.residual[1], middle = r0 * m.mean[0] + r1 * m.mean[1];
    out[0] = r0 * r0 + r1 * r1;
    for (int i = 0; i < 4; ++i) out[1 + i] = 2 * m.weight[i] * (r0 * points[i][0] + r1 * points[i][1] - middle);
    out[5] = -2 * r0;
    out[6] = -2 * r1;
}

void gradientD(const double* x, double* out) { gradientD(meanD(x), out); }

void hessianD(const double* x, double* out) {
    const Mean m = meanD(x);
    gradientD(m, out);
    double slope[2][4];  // of the mean: ∂mean_j/∂w_i
    for (int j = 0; j < 2; ++j)
        for (int i = 0; i < 4; ++i) slope[j][i] = m.weight[i] * (points[i][j] - m.mean[j]);
    const double* const gradient = out + 1;
    double* entry = out + 7;
    for (int i = 0; i < 4; ++i)
        for (int k = 0; k <= i; ++k)
            *entry++ = 2 * (slope[0][i] * slope[0][k] + slope[1][i] * slope[1][k]) - m.weight[k] * gradient[i] -
                       m.weight[i] * gradient[k] + (i == k ? gradient[i] : 0);
    for (int j = 0; j < 2; ++j)
        for (int i = 0; i < 4; ++i) *entry++ = -2 * slope[j][i];
}

std::string rosenbrock(const std::vector<std::string>& x) {
    std::string text;
    for (std::size_t i = 0; i + 1 < sizeC; ++i)
        text += (i > 0 ? "+" : "") + ("100*(" + x[i + 1]) + "-" + x[i] + "^2)^2+(1-" + x[i] + ")^2";
    return text;
}

std::vector<std::string> numbered(const std::string& letter, std::size_t count) {
    std::vector<std::string> names;
    for (std::size_t i = 1; i <= count; ++i) names.push_back(letter + std::to_string(i));
    return names;
}

constexpr const char* softmaxMean =
    "((exp(w1)*0.3+exp(w2)*1.1+exp(w3)*(-0.7)+exp(w4)*0.5)/(exp(w1)+exp(w2)+exp(w3)+exp(w4))-x1)^2+"
    "((exp(w1)*(-1.2)+exp(w2)*0.4+exp(w3)*0.9+exp(w4)*1.6)/(exp(w1)+exp(w2)+exp(w3)+exp(w4))-x2)^2";

}  // namespace

const std::vector<NativeItem>& nativeItems() {
    static const std::vector<NativeItem> items{
        {"A", {"x", "y"}, "(x-1)^2+(y-2)^2+x*y", -2, 2, gradientA, gradientA},
        {"B", {"x", "y"}, "sin(x)*exp(-y^2)+0.1*(x^2+y^2)", -2, 2, gradientB, hessianB},
        {"C", numbered("x", sizeC), rosenbrock(numbered("x", sizeC)), -1.5, 1.5, gradientC, hessianC},
        {"D", {"w1", "w2", "w3", "w4", "x1", "x2"}, softmaxMean, -1, 1, gradientD, hessianD},
    };
    return items;
}
