import './programmes.css'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { drawText } from '../text'

/** The algorithm in plain words (contracts/draw.ts). */
export const DrawSteps = () => (
  <Card title={drawText.how}>
    <Box as="ol">
      {drawText.steps.map((words, i) => (
        <Box as="li" key={words} className="draw__step">
          <Box as="span" decorative className="draw__nth">
            {String(i + 1)}
          </Box>
          {words}
        </Box>
      ))}
    </Box>
  </Card>
)
