import type { Child } from '@linli/contracts/children'
import { Box } from '../../../shared/ui/base/box'
import { childText, consentText } from '../text'
import { mayDecide } from '../words'

/** What keeps the page from going on is said first: no consent in force, or papers that staff have not seen. */
export function Missing({ child }: { child: Child }) {
  if (!mayDecide(child)) return <Said title={childText.readOnly} help={childText.readOnlyHelp} />
  if (child.consented) return null
  return child.refused ? (
    <Said title={consentText.refusedBefore} help={consentText.refusedBeforeHelp} />
  ) : (
    <Said title={consentText.needed} help={consentText.neededHelp} />
  )
}

const Said = ({ title, help }: { title: string; help: string }) => (
  <Box className="notice-box" role="status">
    <Box className="strong">{title}</Box>
    <Box>{help}</Box>
  </Box>
)
