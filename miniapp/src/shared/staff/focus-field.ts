/** A mini-program has no keyboard from which to reach a field. */
export const focusField = (_id: string) => undefined
