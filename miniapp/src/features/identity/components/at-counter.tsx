import { useCommunity } from '../../../shared/community'
import { useMe } from '../../../shared/session'
import { Box } from '../../../shared/ui/base/box'
import { CallButton } from '../../../shared/ui/call-button'
import { identityText } from '../text'

/** What needs papers: where to go with them, and whom to call before. */
export function AtCounter() {
  const looked = useCommunity()
  const community = useMe()?.community ?? looked
  return (
    <>
      <Box as="p">{identityText.counterBring}</Box>
      <Box className="between">
        <Box>{community?.name}</Box>
        <CallButton phone={community?.phone} />
      </Box>
    </>
  )
}
