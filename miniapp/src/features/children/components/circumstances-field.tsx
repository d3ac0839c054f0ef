import type { Circumstance } from '@linli/contracts/children'
import { circumstanceWord } from '@linli/contracts/words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { editText } from '../text'
import type { FormProps } from '../form-props'

const all: readonly Circumstance[] = [
  'left_behind',
  'hardship',
  'disability',
  'both_parents_work',
  'relocated',
]

/** What a programme may give points for; nobody has to say any of it. */
export function CircumstancesField({ form, change }: FormProps) {
  const chosen = form.circumstances
  const toggle = (one: Circumstance) =>
    change({
      circumstances: chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one],
    })
  return (
    <Card title={editText.circumstances}>
      <Box as="p" className="muted">
        {editText.circumstancesHelp}
      </Box>
      <Box className="wrap after-card" role="group" label={editText.circumstances}>
        {all.map((one) => (
          <Tap
            key={one}
            className={`choice ${chosen.includes(one) ? 'choice--on' : ''}`}
            pressed={chosen.includes(one)}
            onTap={() => toggle(one)}
          >
            {circumstanceWord[one]}
          </Tap>
        ))}
      </Box>
    </Card>
  )
}
