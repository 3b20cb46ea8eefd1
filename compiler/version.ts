/** The compiler's version; a test keeps it equal to the package's. */
export const version = '0.1.0';

/** The edition of the language: what sources are written in and results are computed by. */
export const edition = '2026';
