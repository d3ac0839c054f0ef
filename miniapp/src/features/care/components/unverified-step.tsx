import type { CareChild } from '@linli/contracts/care'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { handText, refusalWords } from '../text'
import type { Handover } from '../use-handover'
import { CallList } from './call-list'

/** A guardian whom staff do not know yet: the duty leader has to call. */
export const UnverifiedStep = ({ child, hand }: { child: CareChild; hand: Handover }) => (
  <>
    <Box className="notice-box" role="alert">
      <Box className="strong">{handText.refused}</Box>
      <Box>{refusalWords.guardian_not_verified}</Box>
    </Box>
    <CallList child={child} />
    <Button look="plain" onTap={hand.back}>
      {handText.another}
    </Button>
  </>
)
