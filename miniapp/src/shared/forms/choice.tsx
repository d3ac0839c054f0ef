import '../ui/base.css'
import './field.css'
import { arrowKeys } from '../ui/base/arrow-keys'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'

interface Props<T extends string> {
  label: string
  options: readonly { value: T; word: string }[]
  chosen: T | null
  faulty?: boolean
  onChoose: (value: T) => void
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ label, options, chosen, faulty, onChoose }: Props<T>) {
  const reachable = options.some((one) => one.value === chosen) ? chosen : options[0]?.value
  return (
    <Box {...arrowKeys} className="wrap" role="radiogroup" label={label} faulty={faulty === true}>
      {options.map(({ value, word }) => (
        <Tap
          key={value}
          className={`choice ${value === chosen ? 'choice--on' : ''}`}
          role="radio"
          checked={value === chosen}
          skipped={value !== reachable}
          onTap={() => onChoose(value)}
        >
          {word}
        </Tap>
      ))}
    </Box>
  )
}
