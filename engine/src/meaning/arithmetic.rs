//! Functions from additions, multiplications and divisions only: the same bits on every machine,
//! and loops that the compiler turns into vector instructions.

/// e^x for x ≤ 0, to seven digits: 2^k · e^r with |r| ≤ ln 2 / 2, e^r by its series.
pub fn exp_of_negative(x: f32) -> f32 {
    // Below, the result is no longer a normal number; we take it for the smallest that is.
    let x = x.max(-87.0);
    let turns = (x * std::f32::consts::LOG2_E - 0.5) as i32;
    // ln 2 in two parts, so that the remainder keeps its digits.
    let r = (x - turns as f32 * 0.693_359_4) + turns as f32 * 2.121_944_4e-4;
    let tail = 1.0 / 24.0 + r * (1.0 / 120.0 + r * (1.0 / 720.0 + r / 5040.0));
    let series = 1.0 + r * (1.0 + r * (0.5 + r * (1.0 / 6.0 + r * tail)));
    f32::from_bits(((turns + 127) as u32) << 23) * series
}

/// x · Φ(x), Φ being the distribution function of the normal distribution. The error function by
/// Abramowitz and Stegun 7.1.26, to 1.5e-7.
pub fn gelu(x: f32) -> f32 {
    let z = x.abs() * std::f32::consts::FRAC_1_SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * z);
    let series = t
        * (0.254_829_6
            + t * (-0.284_496_74 + t * (1.421_413_7 + t * (-1.453_152 + t * 1.061_405_4))));
    let erf = 1.0 - series * exp_of_negative(-z * z);
    0.5 * x * (1.0 + erf.copysign(x))
}

/// The sum of products in eight lanes, added up in a fixed order.
pub fn dot(x: &[f32], y: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    let (x_eights, x_rest) = x.as_chunks::<8>();
    let (y_eights, y_rest) = y.as_chunks::<8>();
    for (x, y) in x_eights.iter().zip(y_eights) {
        for lane in 0..8 {
            lanes[lane] += x[lane] * y[lane];
        }
    }
    let rest: f32 = x_rest.iter().zip(y_rest).map(|(x, y)| x * y).sum();
    let halves = [0, 1, 2, 3].map(|lane| lanes[lane] + lanes[lane + 4]);
    (halves[0] + halves[2]) + (halves[1] + halves[3]) + rest
}

/// The sum of products of whole numbers, which does not depend on their order. The caller sees to it
/// that it fits.
pub fn whole_dot(x: &[i16], y: &[i16]) -> i32 {
    let product = |(x, y): (&i16, &i16)| i32::from(*x) * i32::from(*y);
    x.iter().zip(y).map(product).sum()
}

/// Scales a vector to length 1; one that has no length, or none that is finite, becomes zeros.
pub fn to_unit_length(vector: &mut [f32]) {
    let length = dot(vector, vector).sqrt();
    if length.is_normal() {
        vector.iter_mut().for_each(|x| *x /= length);
    } else {
        vector.fill(0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_the_exponential_function() {
        for step in 0..=8000 {
            let x = -step as f32 / 100.0;
            let exact = f64::from(x).exp();
            assert!(
                (f64::from(exp_of_negative(x)) - exact).abs() <= exact * 1e-6,
                "{x}"
            );
        }
        assert!(exp_of_negative(-1e30) < 1e-30);
        assert!(exp_of_negative(f32::NEG_INFINITY) < 1e-30);
    }

    #[test]
    fn gelu_keeps_the_positive_and_drops_the_negative() {
        // Φ at 0.5, 1 and 2 from the tables.
        for (x, phi) in [(0.5, 0.691_462_5), (1.0, 0.841_344_8), (2.0, 0.977_249_9)] {
            assert!((gelu(x) - x * phi).abs() < 1e-6, "{x}");
            assert!((gelu(-x) + x * (1.0 - phi)).abs() < 1e-6, "-{x}");
        }
        assert_eq!(gelu(0.0), 0.0);
        assert_eq!(gelu(40.0), 40.0);
        assert_eq!(gelu(-40.0), 0.0);
    }

    #[test]
    fn a_dot_product_takes_every_cell() {
        let x: Vec<f32> = (0..19).map(|at| at as f32).collect();
        assert_eq!(dot(&x, &x), (0..19).map(|at| (at * at) as f32).sum::<f32>());
    }
}
