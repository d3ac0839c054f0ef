export interface Stretch {
  own: boolean
  words: string
}

/** Numbers as one line of text, cut only where one of the reader's own has to stand out: thousands are few nodes. */
export function stretches(numbers: readonly number[], mine: readonly number[]): Stretch[] {
  const cut: Stretch[] = []
  const add = (words: string) => {
    const last = cut[cut.length - 1]
    if (last !== undefined && !last.own) last.words += words
    else cut.push({ own: false, words })
  }
  numbers.forEach((number, i) => {
    if (i > 0) add('、')
    if (mine.includes(number)) cut.push({ own: true, words: String(number) })
    else add(String(number))
  })
  return cut
}
