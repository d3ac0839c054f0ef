/** A mini-program is never as wide as a desk. */
export const useWide = () => false
