import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { afterKey, backspace, codeLength } from '../digits'
import { padText } from '../tablet-text'
import { useDigitKeys } from '../use-digit-keys'

interface Props {
  label: string
  /** A PIN is not shown; a code that somebody says aloud is. */
  hidden?: boolean
  busy: boolean
  onDone: (digits: string) => void
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', backspace]

/** Six digits by large buttons or the keyboard; the sixth one sends them. Show it anew (`key`) to begin anew. */
export function DigitPad({ label, hidden, busy, onDone }: Props) {
  const [typed, setTyped] = useState('')
  const press = (key: string) => {
    if (busy) return
    const next = afterKey(typed.length === codeLength ? '' : typed, key)
    setTyped(next)
    if (next.length === codeLength) onDone(next)
  }
  useDigitKeys(press)
  return (
    <Box className="care-pad" role="group" label={label}>
      <Box className="care-pad__typed" role="status" label={padText.typed(typed.length, codeLength)}>
        {Array.from({ length: codeLength }, (_, n) => (
          <Box
            key={n}
            as="span"
            decorative
            className={`care-pad__digit ${n < typed.length ? 'care-pad__digit--on' : ''}`}
          >
            {n < typed.length ? (hidden === true ? '●' : (typed[n] ?? '')) : ''}
          </Box>
        ))}
      </Box>
      <Box className="care-pad__keys">
        {keys.map((key) =>
          key === '' ? (
            <Box key="gap" className="care-pad__gap" decorative />
          ) : (
            <Tap
              key={key}
              className="care-pad__key"
              disabled={busy}
              {...(key === backspace ? { label: padText.back } : {})}
              onTap={() => press(key)}
            >
              {key === backspace ? padText.backShort : key}
            </Tap>
          ),
        )}
      </Box>
    </Box>
  )
}
