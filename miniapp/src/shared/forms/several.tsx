import './field.css'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'
import { toggled } from './toggled'

interface Props<T extends string> {
  label: string
  options: readonly { value: T; word: string }[]
  chosen: readonly T[]
  onChange: (chosen: T[]) => void
}

/** Any number of a few, all in sight. */
export const Several = <T extends string>({ label, options, chosen, onChange }: Props<T>) => (
  <Box className="wrap" role="group" label={label}>
    {options.map(({ value, word }) => (
      <Tap
        key={value}
        className={`choice ${chosen.includes(value) ? 'choice--on' : ''}`}
        role="checkbox"
        checked={chosen.includes(value)}
        onTap={() =>
          onChange(
            toggled(
              options.map((one) => one.value),
              chosen,
              value,
            ),
          )
        }
      >
        {word}
      </Tap>
    ))}
  </Box>
)
