import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { accountText } from '../text'

/** What the two members of staff do, one after the other. */
export const How = () => (
  <Card title={accountText.how}>
    <Box as="ol">
      {accountText.steps.map((step, n) => (
        <Box as="li" key={step} className="ad__step">
          {`${n + 1}. ${step}`}
        </Box>
      ))}
    </Box>
  </Card>
)
