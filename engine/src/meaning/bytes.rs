//! Reading the numbers of a model file, little-endian.

use super::MeaningError;

pub struct Bytes<'b> {
    rest: &'b [u8],
}

impl<'b> Bytes<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    pub fn take(&mut self, count: usize) -> Result<&'b [u8], MeaningError> {
        let (taken, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or(MeaningError::WrongLength)?;
        self.rest = rest;
        Ok(taken)
    }

    pub fn u32(&mut self) -> Result<u32, MeaningError> {
        let bytes = self.take(4)?.try_into();
        bytes
            .map(u32::from_le_bytes)
            .map_err(|_| MeaningError::WrongLength)
    }

    pub fn i8s(&mut self, count: usize) -> Result<Vec<i8>, MeaningError> {
        Ok(self.take(count)?.iter().map(|byte| *byte as i8).collect())
    }

    pub fn f32s(&mut self, count: usize) -> Result<Vec<f32>, MeaningError> {
        let size = count.checked_mul(4).ok_or(MeaningError::WrongLength)?;
        let (fours, _) = self.take(size)?.as_chunks::<4>();
        let floats: Vec<f32> = fours.iter().map(|four| f32::from_le_bytes(*four)).collect();
        if floats.iter().any(|x| !x.is_finite()) {
            return Err(MeaningError::NotFinite);
        }
        Ok(floats)
    }

    pub fn end(self) -> Result<(), MeaningError> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(MeaningError::WrongLength)
        }
    }
}
