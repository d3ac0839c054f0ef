/** A mini-program is not opened by an address of its own, and prints nothing. */
export const caseAddress = (_id: string): string | null => null
