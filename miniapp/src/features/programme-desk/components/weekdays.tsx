import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { toggled } from '../plan'
import { weekdayShort } from '../text'

interface Props {
  label: string
  chosen: readonly number[]
  fault?: string | null
  onChange: (weekdays: number[]) => void
}

/** Any of the seven days, all in sight. */
export const Weekdays = ({ label, chosen, fault = null, onChange }: Props) => (
  <Box
    className={`field ${fault === null ? '' : 'faulty'}`}
    role="group"
    label={label}
    faulty={fault !== null}
  >
    <Box className="label">{label}</Box>
    <Box className="wrap">
      {[1, 2, 3, 4, 5, 6, 7].map((day) => (
        <Tap
          key={day}
          className={`choice ${chosen.includes(day) ? 'choice--on' : ''}`}
          label={`周${weekdayShort[day]}`}
          pressed={chosen.includes(day)}
          onTap={() => onChange(toggled(chosen, day).sort((a, b) => a - b))}
        >
          {weekdayShort[day]}
        </Tap>
      ))}
    </Box>
    {fault !== null && (
      <Box className="field__fault" role="alert">
        {fault}
      </Box>
    )}
  </Box>
)
