/** A mini-program prints nothing; what would be printed is shown. */
export const printPage: ((what: 'page' | 'sheet') => void) | null = null
