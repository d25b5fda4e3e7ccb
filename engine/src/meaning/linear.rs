//! Products with a matrix of whole numbers.

use super::MeaningError;
use super::bytes::Bytes;

/// What activations are rounded to: with weights to ±128 and rows to 8,000 cells no i32 overflows.
const LARGEST: f32 = 2047.0;
/// Rows of the matrix that are worked on at once; each pass over an input serves all of them.
const ROWS: usize = 4;

/// `y = W x + b`; a row of W is `scale × cells`.
pub struct Linear {
    outputs: usize,
    inputs: usize,
    scales: Vec<f32>,
    cells: Vec<i8>,
    biases: Vec<f32>,
}

/// Vectors rounded to whole numbers, each by its own scale.
struct Rounded {
    cells: Vec<i16>,
    scales: Vec<f32>,
}

impl Linear {
    /// `outputs` is a multiple of [`ROWS`].
    pub fn read(
        bytes: &mut Bytes<'_>,
        outputs: usize,
        inputs: usize,
    ) -> Result<Self, MeaningError> {
        Ok(Self {
            outputs,
            inputs,
            scales: bytes.f32s(outputs)?,
            cells: bytes.i8s(outputs * inputs)?,
            biases: bytes.f32s(outputs)?,
        })
    }

    /// For every vector of `inputs` numbers in `x` one of `outputs`.
    pub fn of(&self, x: &[f32]) -> Vec<f32> {
        let rounded = round(x, self.inputs);
        let vectors = rounded.scales.len();
        let mut y = vec![0.0; vectors * self.outputs];
        let mut widened = vec![0_i16; ROWS * self.inputs];
        for (block, rows) in self.cells.chunks_exact(ROWS * self.inputs).enumerate() {
            for (wide, cell) in widened.iter_mut().zip(rows) {
                *wide = i16::from(*cell);
            }
            let first = block * ROWS;
            for (vector, input) in rounded.cells.chunks_exact(self.inputs).enumerate() {
                let sums = products(&widened, input);
                for (row, sum) in sums.into_iter().enumerate() {
                    let at = first + row;
                    y[vector * self.outputs + at] =
                        sum as f32 * self.scales[at] * rounded.scales[vector] + self.biases[at];
                }
            }
        }
        y
    }
}

/// The products of [`ROWS`] rows with one input.
fn products(rows: &[i16], input: &[i16]) -> [i32; ROWS] {
    let (first, rest) = rows.split_at(input.len());
    let (second, rest) = rest.split_at(input.len());
    let (third, fourth) = rest.split_at(input.len());
    let mut sums = [0_i32; ROWS];
    let rows = first.iter().zip(second).zip(third.iter().zip(fourth));
    for (x, ((a, b), (c, d))) in input.iter().zip(rows) {
        let x = i32::from(*x);
        sums[0] += x * i32::from(*a);
        sums[1] += x * i32::from(*b);
        sums[2] += x * i32::from(*c);
        sums[3] += x * i32::from(*d);
    }
    sums
}

fn round(x: &[f32], width: usize) -> Rounded {
    let mut rounded = Rounded {
        cells: Vec::with_capacity(x.len()),
        scales: Vec::with_capacity(x.len() / width),
    };
    for vector in x.chunks_exact(width) {
        let peak = vector.iter().fold(0.0_f32, |peak, x| peak.max(x.abs()));
        let scale = if peak > 0.0 { peak / LARGEST } else { 1.0 };
        let per_scale = 1.0 / scale;
        rounded.scales.push(scale);
        rounded.cells.extend(vector.iter().map(|x| {
            let x = x * per_scale;
            (x + 0.5_f32.copysign(x)) as i16
        }));
    }
    rounded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_is_near_the_product_of_floats() {
        let (outputs, inputs) = (8, 40);
        let cell = |at: usize| ((at * 37 + 11) % 255) as f32 - 127.0;
        let linear = Linear {
            outputs,
            inputs,
            scales: (0..outputs).map(|row| 0.01 + row as f32 * 0.001).collect(),
            cells: (0..outputs * inputs).map(|at| cell(at) as i8).collect(),
            biases: (0..outputs).map(|row| row as f32).collect(),
        };
        let x: Vec<f32> = (0..2 * inputs).map(|at| cell(at * 7) / 50.0).collect();
        let y = linear.of(&x);
        assert_eq!(y.len(), 2 * outputs);
        for (at, y) in y.iter().enumerate() {
            let (vector, row) = (at / outputs, at % outputs);
            let exact: f32 = (0..inputs)
                .map(|k| cell(row * inputs + k) * linear.scales[row] * x[vector * inputs + k])
                .sum::<f32>()
                + row as f32;
            assert!((y - exact).abs() < 0.05, "{y} is not {exact}");
        }
    }

    #[test]
    fn zeros_give_the_bias() {
        let linear = Linear {
            outputs: 4,
            inputs: 3,
            scales: vec![1.0; 4],
            cells: vec![-128; 12],
            biases: vec![0.5; 4],
        };
        assert_eq!(linear.of(&[0.0; 3]), [0.5; 4]);
    }
}
