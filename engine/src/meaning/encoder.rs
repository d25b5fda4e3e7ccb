//! A transformer's encoder (Devlin et al. 2019): what every piece means beside the others.

use super::arithmetic::{dot, exp_of_negative, gelu};
use super::model::{Layer, Model, Pieces};

impl Model {
    /// A vector for every piece of a text; there are no more of them than `size.positions`.
    pub fn encode(&self, text: &[u32], pieces: &Pieces) -> Vec<f32> {
        let (width, heads) = (pieces.size.width, pieces.size.heads);
        let mut x: Vec<f32> = text
            .iter()
            .zip(self.places.chunks_exact(width))
            .flat_map(|(piece, place)| pieces.embedding(*piece).zip(place).map(|(x, y)| x + y))
            .collect();
        self.norm.apply(&mut x);
        for layer in &self.layers {
            let attended = attend(layer, &x, heads, width);
            add(&mut x, &layer.attended.of(&attended));
            layer.attended_norm.apply(&mut x);
            let mut inner = layer.widen.of(&x);
            for x in &mut inner {
                *x = gelu(*x);
            }
            add(&mut x, &layer.narrow.of(&inner));
            layer.output_norm.apply(&mut x);
        }
        x
    }
}

fn add(x: &mut [f32], y: &[f32]) {
    for (x, y) in x.iter_mut().zip(y) {
        *x += y;
    }
}

/// Every head mixes the values of all pieces, each by how well its key fits the query.
fn attend(layer: &Layer, x: &[f32], heads: usize, width: usize) -> Vec<f32> {
    let (queries, keys, values) = (layer.query.of(x), layer.key.of(x), layer.value.of(x));
    let head_width = width / heads;
    let scale = 1.0 / (head_width as f32).sqrt();
    let mut mixed = vec![0.0; x.len()];
    let mut shares = vec![0.0; x.len() / width];
    for head in 0..heads {
        let part = head * head_width..(head + 1) * head_width;
        for (query, mixed) in queries
            .chunks_exact(width)
            .zip(mixed.chunks_exact_mut(width))
        {
            let query = &query[part.clone()];
            for (share, key) in shares.iter_mut().zip(keys.chunks_exact(width)) {
                *share = dot(query, &key[part.clone()]) * scale;
            }
            softmax(&mut shares);
            let mixed = &mut mixed[part.clone()];
            for (share, value) in shares.iter().zip(values.chunks_exact(width)) {
                for (mixed, value) in mixed.iter_mut().zip(&value[part.clone()]) {
                    *mixed += share * value;
                }
            }
        }
    }
    mixed
}

fn softmax(numbers: &mut [f32]) {
    let peak = numbers.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    for number in numbers.iter_mut() {
        *number = exp_of_negative(*number - peak);
    }
    let sum: f32 = numbers.iter().sum();
    for number in numbers {
        *number /= sum;
    }
}
