import './ask.css'
import { arrowKeys } from '../../../shared/ui/base/arrow-keys'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'

interface Props<T extends string> {
  label: string
  options: readonly { value: T; word: string }[]
  chosen: T | null
  onChoose: (value: T) => void
}

/** One of a few sentences, each as wide as the page. */
export function Options<T extends string>({ label, options, chosen, onChoose }: Props<T>) {
  const reachable = options.some((one) => one.value === chosen) ? chosen : options[0]?.value
  return (
    <Box {...arrowKeys} className="options" role="radiogroup" label={label}>
      {options.map(({ value, word }) => (
        <Tap
          key={value}
          className={`option ${value === chosen ? 'option--on' : ''}`}
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
