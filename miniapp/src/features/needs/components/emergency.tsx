import './ask.css'
import { emergencyLines } from '@linli/contracts/danger-words'
import { Helplines } from '../../../shared/matters/helplines'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { needsText } from '../text'

/** Whoever needs help at once is not to fill in a form. */
export const Emergency = () => (
  <Card>
    <Box as="p">{needsText.emergency}</Box>
    <Box className="need__part">
      <Helplines lines={emergencyLines} />
    </Box>
  </Card>
)
