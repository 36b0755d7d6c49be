// PZOBO. D. Sow, K. Ji, Y. Liang: "On the Convergence Theory for Hessian-Free Bilevel Algorithms", NeurIPS 2022
// (ES-Jacobian): dy/dx from differences of whole inner runs in random directions.
//
//     y ← T steps on g(x, ·) from y₀;   for Q Gaussian u:  δ = (T steps on g(x + μu, ·) from y₀ − y)/μ
//     ĥ = ∇x f + mean of u ⟨δ, ∇y f⟩

#include "core/algorithms/hypergradient_loop.h"
#include "core/algorithms/random.h"

namespace bilevel {
namespace {

struct Pzobo {
    HypergradientLoop loop;
    double mu = 0.1;
    int Q = 10, seed = 0;

    void parameters(Parameters& p) {
        using enum Parameters::Scale;
        loop.parameters(p);
        p.real("smoothing", mu, {1e-8, 1}, logarithmic, "μ", "length of the probes");
        p.integer("directions", Q, {1, 200}, "Q", "random directions");
        p.integer("seed", seed, {0, 1'000'000}, "#", "seed of the directions");
    }
    void begin(Oracle& /*oracle*/, const Point& z) {
        loop.begin(z);
        random.seed(seed);
    }

    void step(Oracle& oracle, Point& z, Row& row) {
        const double alpha = loop.prepare(oracle, z);
        const Vector first = z.y;
        descendLower(oracle, z.x, z.y, alpha, loop.T, row.lowerPath("lower_path"));
        const Point f = oracle.f(z).gradient;
        Vector h = f.x;
        for (int q = 0; q < Q; ++q) {
            const Vector u = random.gaussian(oracle.nx());
            const Vector x = z.x + mu * u;
            Vector y = first;
            descendLower(oracle, x, y, alpha, loop.T);
            h += ((y - z.y).dot(f.y) / (mu * Q)) * u;
        }
        loop.moveUpper(oracle, z, h, row);
    }

    Random random;
};
static_assert(Stepper<Pzobo>);

}  // namespace

Algorithm pzobo() {
    return describe<Pzobo>({
        .id = "pzobo",
        .name = "PZOBO",
        .family = Family::hypergradients,
        .summary = "A hypergradient without second derivatives, from inner runs in random directions.",
        .reference = "Sow, Ji, Liang: On the Convergence Theory for Hessian-Free Bilevel Algorithms, NeurIPS 2022",
        .assumptions = "g(x, ·) strongly convex; few upper variables.",
        .failures = "Its noise grows with the number of upper variables; as the seed, so the path.",
        .checked = Assumption::convex,
        .rule = HypergradientLoop::rule(
            {{R"(\delta_q = \frac{1}{\mu} (y(x + \mu u_q) - y(x)),\quad u_q\text{ normal},\quad y(x')\text{ the result of these steps at }x')",
              {"smoothing", "seed"}},
             {R"(\hat h = \nabla_x f + \frac{1}{Q} \sum_{q=1}^{Q} \langle \delta_q, \nabla_y f \rangle u_q)",
              {"directions", "hypergradient", "hypergradient_norm"}}}),
        .told = {{"hypergradient_norm", Told::As::change}, {"f", Told::As::change}},
    });
}

}  // namespace bilevel
