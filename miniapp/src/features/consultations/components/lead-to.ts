/** A mini-program has no keyboard focus to lead. */
export const leadTo = (_id: string): void => undefined
