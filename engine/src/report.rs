//! The serialisable report of the command line, as the contract of its JSON fixes it.
