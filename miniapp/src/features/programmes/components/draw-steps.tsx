import './programmes.css'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { drawText } from '../text'

/** The algorithm in plain words (contracts/draw.ts), for whoever wants to know. */
export function DrawSteps() {
  const [open, setOpen] = useState(false)
  if (open) return <Steps />
  return (
    <Card>
      <Row title={drawText.how} under={drawText.howHelp} onTap={() => setOpen(true)} />
    </Card>
  )
}

const Steps = () => (
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
