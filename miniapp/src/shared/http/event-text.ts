/** Server-sent events, as they come in pieces of text. */

/** @returns takes the next piece; `hear` is called for each event that is whole, and none whose words cannot be read */
export function eventsIn(hear: (name: string, data: unknown) => void): (piece: string) => void {
  let rest = ''
  return (piece) => {
    const blocks = (rest + piece).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const lines = block.split('\n')
      const name = valueOf(lines, 'event')
      const data = parsed(valueOf(lines, 'data'))
      if (name !== null && data !== undefined) hear(name, data)
    }
  }
}

function valueOf(lines: readonly string[], field: string): string | null {
  const line = lines.find((one) => one.startsWith(`${field}:`))
  return line === undefined ? null : line.slice(field.length + 1).trim()
}

function parsed(words: string | null): unknown {
  if (words === null) return undefined
  try {
    return JSON.parse(words) as unknown
  } catch {
    return undefined
  }
}
