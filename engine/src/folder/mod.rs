//! The façade: a folder of sources goes in, articles, quotations and utterances come out.
