import './free-bar.css'
import { Box } from '../../../shared/ui/base/box'
import { axis, spanStyle } from '../free-spans'

interface Props {
  /** Minutes of the day, `[from, to]`. */
  free: readonly (readonly number[])[]
  asked?: readonly number[] | null
  /** As low as it is below a day's number. */
  slim?: boolean
}

/** A day drawn from 08 to 21; never alone, words beside it say the same. */
export const FreeBar = ({ free, asked, slim }: Props) => (
  <Box as="div" decorative className={`day-bar ${slim === true ? 'day-bar--day' : ''}`}>
    {free.map((span) => (
      <Box key={span[0]} className="day-bar__free" style={spanStyle(span)} />
    ))}
    {asked !== undefined && asked !== null && <Box className="day-bar__asked" style={spanStyle(asked)} />}
  </Box>
)

export const FreeAxis = () => (
  <Box decorative className="day-axis">
    {axis.map(({ word, style }) => (
      <Box key={word} className="day-axis__at" style={style}>
        {word}
      </Box>
    ))}
  </Box>
)
