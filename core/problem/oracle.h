#pragma once

#include "core/problem/problem.h"

#include <array>

namespace bilevel {

/// What a method asked for so far, in the cost units of the field.
struct Cost {
    long fGradients = 0, gGradients = 0, hessianVectorProducts = 0, jacobianVectorProducts = 0;
    friend bool operator==(const Cost&, const Cost&) = default;
};

/// What an algorithm may ask of a problem. One oracle per run: it owns the registers and counts every question,
/// so that methods are compared by work done and threads share nothing.
class Oracle {
public:
    explicit Oracle(const Problem& problem);

    const Problem& problem() const { return problem_; }
    int nx() const { return problem_.nx(); }
    int ny() const { return problem_.ny(); }

    Value f(const Point& z);
    Value g(const Point& z);
    /// ∇y g(x, y): what an inner step needs, charged as one gradient of g.
    Vector gradientYG(const Vector& x, const Vector& y);
    /// ∇²yy g · v.
    Vector hessianVector(const Point& z, const Vector& v);
    /// Jᵀv = ∇x⟨∇y g, v⟩.
    Vector jacobianVector(const Point& z, const Vector& v);
    /// (∇x⟨∇y f, v⟩, ∇²yy f · v), charged as one product of each kind.
    Point upperProducts(const Point& z, const Vector& v);

    const Cost& cost() const { return cost_; }

    /// While one lives, questions are not charged: for what is recorded and not used.
    class Uncharged {
    public:
        explicit Uncharged(Oracle& oracle) : oracle_(oracle), before_(oracle.cost_) {}
        ~Uncharged() { oracle_.cost_ = before_; }
        Uncharged(const Uncharged&) = delete;
        Uncharged& operator=(const Uncharged&) = delete;

    private:
        Oracle& oracle_;
        Cost before_;
    };

private:
    void load(const Vector& x, const Vector& y);
    void evaluate(ScalarEvaluator& evaluator, int inputs, int outputs);
    Value ask(ScalarEvaluator& evaluator, const Point& z);
    void ask(ScalarEvaluator& products, const Point& z, const Vector& v);

    Problem problem_;
    ScalarEvaluator f_, g_, gLower_, products_, upperProducts_;
    int pointInputs_;  ///< variables and parameters; a direction follows them for products
    std::vector<double> in_, out_;
    Cost cost_;
};

}  // namespace bilevel
