//! The tensors of the model file. `tools/assets/model.py` describes and writes it.

use super::MeaningError;
use super::bytes::Bytes;
use super::linear::Linear;

const MAGIC: &[u8] = b"AQMEAN1\n";

/// Sizes beyond these are no model of ours, and would only ask for memory.
const MOST_WORDS: usize = 200_000;
const MOST_WIDTH: usize = 2_048;
const MOST_INNER: usize = 8_000;
const MOST_LAYERS: usize = 24;
const MOST_POSITIONS: usize = 1_024;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Pieces of words that have a vector.
    pub vocabulary: usize,
    /// Numbers of a vector.
    pub width: usize,
    /// Numbers of a vector between the two products at a layer's end.
    pub inner: usize,
    pub heads: usize,
    pub layers: usize,
    /// Pieces that can be looked at together.
    pub positions: usize,
}

/// What every piece means by itself, before any layer has looked at its neighbours.
pub struct Pieces {
    pub size: Size,
    scales: Vec<f32>,
    cells: Vec<i8>,
}

/// The layers above the [`Pieces`] of the same file.
pub struct Model {
    /// A vector for every position.
    pub places: Vec<f32>,
    pub norm: Norm,
    pub layers: Vec<Layer>,
}

pub struct Layer {
    pub query: Linear,
    pub key: Linear,
    pub value: Linear,
    pub attended: Linear,
    pub widen: Linear,
    pub narrow: Linear,
    pub attended_norm: Norm,
    pub output_norm: Norm,
}

/// Brings a vector to mean 0 and deviation 1, then to gains and biases of its own.
pub struct Norm {
    gains: Vec<f32>,
    biases: Vec<f32>,
}

impl Pieces {
    /// Reads the first part of a model file; the layers may follow.
    pub fn load(bytes: &[u8]) -> Result<Self, MeaningError> {
        Self::read(&mut opened(bytes)?)
    }

    fn read(bytes: &mut Bytes<'_>) -> Result<Self, MeaningError> {
        let size = Size::read(bytes)?;
        Ok(Self {
            size,
            scales: bytes.f32s(size.vocabulary)?,
            cells: bytes.i8s(size.vocabulary * size.width)?,
        })
    }

    /// The vector of a piece by itself; the piece is below the size of the vocabulary.
    pub fn embedding(&self, piece: u32) -> impl Iterator<Item = f32> {
        let (at, width) = (piece as usize, self.size.width);
        let scale = self.scales[at];
        self.cells[at * width..(at + 1) * width]
            .iter()
            .map(move |cell| f32::from(*cell) * scale)
    }
}

fn opened(bytes: &[u8]) -> Result<Bytes<'_>, MeaningError> {
    let content = bytes.strip_prefix(MAGIC).ok_or(MeaningError::NotAModel)?;
    Ok(Bytes::new(content))
}

impl Model {
    /// Reads a whole model file, of which `pieces` were read before.
    pub fn load(bytes: &[u8], pieces: &Pieces) -> Result<Self, MeaningError> {
        let mut bytes = opened(bytes)?;
        let size = Size::read(&mut bytes)?;
        if size != pieces.size {
            return Err(MeaningError::ImpossibleSize);
        }
        bytes.f32s(size.vocabulary)?;
        bytes.i8s(size.vocabulary * size.width)?;
        let model = Self {
            places: bytes.f32s(size.positions * size.width)?,
            norm: Norm::read(&mut bytes, size.width)?,
            layers: (0..size.layers)
                .map(|_| Layer::read(&mut bytes, size))
                .collect::<Result<_, _>>()?,
        };
        bytes.end()?;
        Ok(model)
    }
}

impl Size {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, MeaningError> {
        let mut next = || bytes.u32().map(|number| number as usize);
        let size = Self {
            vocabulary: next()?,
            width: next()?,
            inner: next()?,
            heads: next()?,
            layers: next()?,
            positions: next()?,
        };
        let possible = (1..=MOST_WORDS).contains(&size.vocabulary)
            && (1..=MOST_WIDTH).contains(&size.width)
            && (1..=MOST_INNER).contains(&size.inner)
            && size.heads > 0
            && size.width.is_multiple_of(size.heads)
            && size.width.is_multiple_of(4)
            && size.inner.is_multiple_of(4)
            && size.layers <= MOST_LAYERS
            && (3..=MOST_POSITIONS).contains(&size.positions);
        if possible {
            Ok(size)
        } else {
            Err(MeaningError::ImpossibleSize)
        }
    }
}

impl Layer {
    fn read(bytes: &mut Bytes<'_>, size: Size) -> Result<Self, MeaningError> {
        let (width, inner) = (size.width, size.inner);
        Ok(Self {
            query: Linear::read(bytes, width, width)?,
            key: Linear::read(bytes, width, width)?,
            value: Linear::read(bytes, width, width)?,
            attended: Linear::read(bytes, width, width)?,
            widen: Linear::read(bytes, inner, width)?,
            narrow: Linear::read(bytes, width, inner)?,
            attended_norm: Norm::read(bytes, width)?,
            output_norm: Norm::read(bytes, width)?,
        })
    }
}

impl Norm {
    fn read(bytes: &mut Bytes<'_>, width: usize) -> Result<Self, MeaningError> {
        Ok(Self {
            gains: bytes.f32s(width)?,
            biases: bytes.f32s(width)?,
        })
    }

    pub fn apply(&self, vectors: &mut [f32]) {
        let width = self.gains.len();
        for vector in vectors.chunks_exact_mut(width) {
            let mean = vector.iter().sum::<f32>() / width as f32;
            let squares: f32 = vector.iter().map(|x| (x - mean) * (x - mean)).sum();
            let per_deviation = 1.0 / (squares / width as f32 + 1e-12).sqrt();
            for ((x, gain), bias) in vector.iter_mut().zip(&self.gains).zip(&self.biases) {
                *x = (*x - mean) * per_deviation * gain + bias;
            }
        }
    }
}
