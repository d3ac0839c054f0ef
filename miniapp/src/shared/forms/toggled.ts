/** With one more, or one less, in the order in which they stand. */
export const toggled = <T extends string>(all: readonly T[], chosen: readonly T[], one: T): T[] =>
  all.filter((each) => (each === one) !== chosen.includes(each))
