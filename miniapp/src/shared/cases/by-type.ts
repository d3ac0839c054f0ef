interface Typed {
  type: string
}

/** What services bring, by their type; a list at the top of the app fills it (docs/decisions/faces.md). */
export function byType<T extends Typed>() {
  const known = new Map<string, T>()
  return {
    know(all: readonly T[]): void {
      for (const one of all) known.set(one.type, one)
    },
    of: (type: string): T | undefined => known.get(type),
  }
}
