//! Logistic regression by Newton's method, with a ridge on standardised columns.

/// Rows of the design matrix, flat, with their labels.
pub struct Cells {
    pub width: usize,
    pub values: Vec<f32>,
    pub labels: Vec<f32>,
}

impl Cells {
    fn rows(&self) -> impl Iterator<Item = (&[f32], f32)> {
        self.values
            .chunks_exact(self.width)
            .zip(self.labels.iter().copied())
    }
}

#[derive(Debug, Clone)]
pub struct Logistic {
    pub names: Vec<&'static str>,
    pub bias: f32,
    pub weights: Vec<f32>,
}

/// Strength of the ridge, as in 1 / C.
const RIDGE: f64 = 3.0;
const ITERATIONS: usize = 12;
/// Threads that sum; the parts are added in order, so that the result does not depend on timing.
const THREADS: usize = 2;

pub fn fit(names: Vec<&'static str>, parts: &[&Cells]) -> Logistic {
    let width = names.len();
    let (mean, scale) = moments(parts, width);
    // The last entry is the bias, which no ridge holds.
    let mut beta = vec![0.0; width + 1];
    for _ in 0..ITERATIONS {
        let sums = sums(parts, &beta, &mean, &scale);
        let (mut gradient, mut hessian) = (sums.gradient, sums.hessian);
        for at in 0..width {
            gradient[at] += RIDGE * beta[at];
            hessian[at * (width + 1) + at] += RIDGE;
        }
        let step = solve(hessian, gradient);
        let mut largest: f64 = 0.0;
        for (weight, step) in beta.iter_mut().zip(&step) {
            *weight -= step;
            largest = largest.max(step.abs());
        }
        if largest < 1e-4 {
            break;
        }
    }
    let weights: Vec<f64> = (0..width).map(|at| beta[at] / scale[at]).collect();
    let shift: f64 = weights
        .iter()
        .zip(&mean)
        .map(|(weight, mean)| weight * mean)
        .sum();
    Logistic {
        names,
        bias: (beta[width] - shift) as f32,
        weights: weights.into_iter().map(|weight| weight as f32).collect(),
    }
}

fn moments(parts: &[&Cells], width: usize) -> (Vec<f64>, Vec<f64>) {
    let (mut count, mut sum, mut squares) = (0.0, vec![0.0; width], vec![0.0; width]);
    for (row, _) in parts.iter().flat_map(|part| part.rows()) {
        count += 1.0;
        for (at, x) in row.iter().enumerate() {
            sum[at] += f64::from(*x);
            squares[at] += f64::from(*x) * f64::from(*x);
        }
    }
    let mean: Vec<f64> = sum.iter().map(|sum| sum / count).collect();
    let deviation = |at: usize| (squares[at] / count - mean[at] * mean[at]).max(0.0).sqrt();
    let scale = (0..width).map(|at| deviation(at).max(1e-6)).collect();
    (mean, scale)
}

struct Sums {
    gradient: Vec<f64>,
    hessian: Vec<f64>,
}

fn sums(parts: &[&Cells], beta: &[f64], mean: &[f64], scale: &[f64]) -> Sums {
    let share = parts.len().div_ceil(THREADS).max(1);
    let sums: Vec<Sums> = std::thread::scope(|scope| {
        let jobs: Vec<_> = parts
            .chunks(share)
            .map(|parts| scope.spawn(move || sums_of(parts, beta, mean, scale)))
            .collect();
        jobs.into_iter().filter_map(|job| job.join().ok()).collect()
    });
    let width = beta.len();
    let mut total = Sums {
        gradient: vec![0.0; width],
        hessian: vec![0.0; width * width],
    };
    for part in sums {
        total
            .gradient
            .iter_mut()
            .zip(part.gradient)
            .for_each(|(x, y)| *x += y);
        total
            .hessian
            .iter_mut()
            .zip(part.hessian)
            .for_each(|(x, y)| *x += y);
    }
    for row in 0..width {
        for col in 0..row {
            total.hessian[row * width + col] = total.hessian[col * width + row];
        }
    }
    total
}

fn sums_of(parts: &[&Cells], beta: &[f64], mean: &[f64], scale: &[f64]) -> Sums {
    let width = beta.len();
    let mut sums = Sums {
        gradient: vec![0.0; width],
        hessian: vec![0.0; width * width],
    };
    let mut x = vec![1.0; width];
    for (row, label) in parts.iter().flat_map(|part| part.rows()) {
        for (at, value) in row.iter().enumerate() {
            x[at] = (f64::from(*value) - mean[at]) / scale[at];
        }
        let score: f64 = x.iter().zip(beta).map(|(x, weight)| x * weight).sum();
        let p = 1.0 / (1.0 + (-score).exp());
        let (error, spread) = (p - f64::from(label), p * (1.0 - p));
        sums.gradient
            .iter_mut()
            .zip(&x)
            .for_each(|(sum, x)| *sum += error * x);
        if spread < 1e-5 {
            continue;
        }
        for (at, own) in x.iter().enumerate() {
            let part = spread * own;
            let line = &mut sums.hessian[at * width + at..(at + 1) * width];
            line.iter_mut()
                .zip(&x[at..])
                .for_each(|(sum, x)| *sum += part * x);
        }
    }
    sums
}

/// Solves a symmetric positive definite system by Cholesky's decomposition.
fn solve(mut matrix: Vec<f64>, mut right: Vec<f64>) -> Vec<f64> {
    let n = right.len();
    for at in 0..n {
        for row in at..n {
            let dot: f64 = (0..at)
                .map(|k| matrix[row * n + k] * matrix[at * n + k])
                .sum();
            let value = matrix[row * n + at] - dot;
            matrix[row * n + at] = if row == at {
                value.max(1e-9).sqrt()
            } else {
                value / matrix[at * n + at]
            };
        }
    }
    for row in 0..n {
        let dot: f64 = (0..row).map(|k| matrix[row * n + k] * right[k]).sum();
        right[row] = (right[row] - dot) / matrix[row * n + row];
    }
    for row in (0..n).rev() {
        let dot: f64 = (row + 1..n).map(|k| matrix[k * n + row] * right[k]).sum();
        right[row] = (right[row] - dot) / matrix[row * n + row];
    }
    right
}
