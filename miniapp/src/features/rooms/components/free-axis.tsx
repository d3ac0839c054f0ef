import './free-axis.css'
import { Box } from '../../../shared/ui/base/box'
import { axis } from '../free-spans'

export const FreeAxis = () => (
  <Box decorative className="day-axis">
    {axis.map(({ word, style }) => (
      <Box key={word} className="day-axis__at" style={style}>
        {word}
      </Box>
    ))}
  </Box>
)
