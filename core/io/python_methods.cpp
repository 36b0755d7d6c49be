#include "core/io/python_methods.h"

#include <array>

namespace bilevel {
namespace {

constexpr std::string_view bome = R"py(def solve(
    x,
    y,
    iterations,
{settings}):
    def barrier_multiplier(q, along, squared):
        """How much of the gap's gradient the step needs, for the gap to fall as fast as the barrier asks."""
        if squared == 0:
            return 0.0
        if barrier == "gradient":
            return max(0.0, eta - along / (squared + epsilon))
        return max(0.0, (eta * q - along) / (squared + epsilon))

    def direction(x, y, inner):
        (fx, fy), (gx, gy) = grad_f(x, y), grad_g(x, y)
        q = g(x, y) - g(x, inner)
        qx, qy = gx - grad_g(x, inner)[0], gy
        if multiplier == "joint":
            lx = ly = barrier_multiplier(q, fx @ qx + fy @ qy, qx @ qx + qy @ qy)
        else:
            lx = barrier_multiplier(q, fx @ qx, qx @ qx)
            ly = barrier_multiplier(q, fy @ qy, qy @ qy)
        return fx + lx * qx, fy + ly * qy

    drift_x, drift_y, inner_drift = 0 * x, 0 * y, 0 * y
    yield x, y
    for _ in range(iterations):
        alpha = STEP(inner_step_size)
        inner = y
        for _ in range(extra_lower_steps):
            y = clip_y(y - alpha * grad_g(x, y)[1])
        if inner_velocity == "reset":
            inner_drift = 0 * y
        for _ in range(inner_steps):
            inner_drift = inner_momentum * inner_drift + grad_g(x, inner)[1]
            inner = clip_y(inner - alpha * inner_drift)

        delta_x, delta_y = direction(x, y, inner)
        drift_x = momentum * drift_x + delta_x
        x = clip_x(x - upper_step_size * drift_x)
        if multiplier == "alternating":  # y sees the gap after x has moved
            delta_y = direction(x, y, inner)[1]
        drift_y = momentum * drift_y + delta_y
        y = clip_y(y - lower_step_size * drift_y)
        yield x, y
)py";

constexpr std::string_view alternating = R"py(def solve(
    x,
    y,
    iterations,
{settings}):
    yield x, y
    for _ in range(iterations):
        step = STEP(lower_step_size)
        for _ in range(inner_steps):
            y = clip_y(y - step * grad_g(x, y)[1])
        x = clip_x(x - upper_step_size * grad_f(x, y)[0])
        yield x, y
)py";

constexpr std::string_view bsg1 = R"py(def solve(
    x,
    y,
    iterations,
{settings}):
    yield x, y
    for _ in range(iterations):
        step = STEP(lower_step_size)
        for _ in range(inner_steps):
            y = clip_y(y - step * grad_g(x, y)[1])
        (fx, fy), (gx, gy) = grad_f(x, y), grad_g(x, y)
        squared = gy @ gy + epsilon
        coefficient = (fy @ gy) / squared if squared > 0 else 0.0
        x = clip_x(x - upper_step_size * (fx - coefficient * gx))
        yield x, y
)py";

constexpr std::string_view bvfsm = R"py(def solve(
    x,
    y,
    iterations,
{settings}):
    def weight(W, rho, g_value):
        """Weight of the gradient of g: the slope of the logarithm, or what the scripts have in its place."""
        return log_barrier * rho / (W + sigma - g_value if rule == "log_barrier" else W + sigma)

    def smoothed(x, z, rho):
        return g(x, z) + l2 * rho * (z @ z)

    z = y
    yield x, y
    for k in range(iterations):
        rho = 1 / np.log(1.1 * ((iterations if decay == "constant" else k) + 1))
        alpha = STEP(inner_step_size)
        for _ in range(inner_steps):
            z = clip_y(z - alpha * (grad_g(x, z)[1] + 2 * l2 * rho * z))
        W = smoothed(x, z, rho)
        if rule == "log_barrier" and not W + sigma - g(x, y) > 0:
            y = z  # outside, the logarithm has no value

        for _ in range(inner_steps):
            d = grad_f(x, y)[1] + weight(W, rho, g(x, y)) * grad_g(x, y)[1] + 2 * l2 * rho * y
            for halvings in range(61):
                trial = clip_y(y - lower_step_size / 2**halvings * d)
                if rule == "script" or W + sigma - g(x, trial) > 0:
                    y = trial
                    break

        d = grad_f(x, y)[0] - weight(W, rho, g(x, y)) * (grad_g(x, z)[0] - grad_g(x, y)[0])
        for halvings in range(61):
            trial = clip_x(x - upper_step_size / 2**halvings * d)
            if rule == "script" or smoothed(trial, z, rho) + sigma - g(trial, y) > 0:
                x = trial
                break
        yield x, y
)py";

constexpr std::string_view penalty = R"py(def solve(
    x,
    y,
    iterations,
{settings}):
    nu = np.full_like(y, initial_multiplier)
    share = 1 / y.size if multiplier_scale == "mean" else 1.0
    shrunk = 1.0
    yield x, y
    for _ in range(iterations):
        step = shrunk * STEP(lower_step_size)
        for _ in range(inner_steps):
            gy = grad_g(x, y)[1]
            H, _ = hessian_g(x, y)
            G = grad_f(x, y)[1] + lower_weight * gy + H @ (share * nu + gamma * gy)
            y = clip_y(y - step * G)
        gy = grad_g(x, y)[1]
        _, J = hessian_g(x, y)
        P = grad_f(x, y)[0] + J.T @ (share * nu + gamma * gy)
        x = clip_x(x - shrunk * upper_step_size * P)
        if G @ G + P @ P < tolerance**2:
            gamma *= growth
            tolerance *= shrinkage
            lower_weight *= shrinkage
            shrunk *= shrinkage
            nu = nu + gamma * gy
        yield x, y
)py";

constexpr std::string_view ogda = R"py(def solve(
    x,
    y,
    iterations,
{settings}):
    def field(x, y):
        return grad_f(x, y)[0], grad_g(x, y)[1]

    past_x, past_y = field(2 * x, 2 * y) if variant == "logged" else field(x, y)
    yield x, y
    for k in range(1, iterations + 1):
        now_x, now_y = field(x, y)
        if variant == "logged":  # y sees the new x, and the past is the iterate last printed
            x = x + step_size * past_x - 2 * step_size * now_x
            y = clip_y(y + step_size * past_y - 2 * step_size * grad_g(x, y)[1])
            x = clip_x(x)
            if k == 1 or k % 10 == 0:
                past_x, past_y = field(x, y)
        else:
            x = clip_x(x + step_size * past_x - 2 * step_size * now_x)
            y = clip_y(y + step_size * past_y - 2 * step_size * now_y)
            past_x, past_y = now_x, now_y
        yield x, y
)py";

constexpr std::array methods{
    PythonMethod{"bome", bome},   PythonMethod{"alternating", alternating}, PythonMethod{"bsg1", bsg1},
    PythonMethod{"bvfsm", bvfsm}, PythonMethod{"penalty", penalty, true},   PythonMethod{"ogda", ogda},
};

}  // namespace

std::span<const PythonMethod> pythonMethods() { return methods; }

}  // namespace bilevel
