import './free-bar.css'
import { Box } from './base/box'
import { freeGradient, spanStyle } from './free-spans'

interface Props {
  /** Minutes of the day, `[from, to]`. */
  free: readonly (readonly number[])[]
  asked?: readonly number[] | null
  /** As low as it is below a day's number. */
  slim?: boolean
}

/** A day drawn from 08 to 21; never alone, words beside it say the same. */
export const FreeBar = ({ free, asked = null, slim = false }: Props) => (
  <Box
    decorative
    className={slim ? 'free-bar free-bar--slim' : 'free-bar'}
    style={{ backgroundImage: freeGradient(free) }}
  >
    {asked !== null && <Box className="free-bar__asked" style={spanStyle(asked)} />}
  </Box>
)
