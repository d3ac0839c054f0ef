import '../calendars.css'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { calendarsText as text } from '../text'

export function How() {
  return (
    <>
      {[text.apple, text.android].map(({ title, steps }) => (
        <Card key={title} title={title}>
          <Box as="ol">
            {steps.map((step, n) => (
              <Box as="li" key={step} className="calendar-step">
                {`${n + 1}. ${step}`}
              </Box>
            ))}
          </Box>
        </Card>
      ))}
    </>
  )
}

export const WhoSees = () => (
  <Card title={text.sees.title}>
    {text.sees.lines.map((line) => (
      <Box as="p" key={line} className="calendar-step">
        {line}
      </Box>
    ))}
  </Card>
)
