import { useState } from 'react'
import { printedNumber, typedNumber } from './sheet-number'

/** The number of the sheet in hand: typed with its last digit, or without on paper that has none; then the next one's. */
export function useSheetNumber() {
  const [typed, setTyped] = useState(printedNumber(1))
  const [plain, setPlain] = useState(false)
  const number = typedNumber(typed, plain)
  return {
    typed,
    setTyped,
    plain,
    setPlain,
    number,
    sheet: 'sheet' in number ? number.sheet : null,
    goOn: (done: number) => setTyped(plain ? String(done + 1) : printedNumber(done + 1)),
  }
}
