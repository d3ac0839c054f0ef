import { useCommunity } from '../../../shared/app-state/community'
import { useMe } from '../../../shared/session/session'
import { Box } from '../../../shared/ui/base/box'
import { CallButton } from '../../../shared/ui/call-button'

/** What needs papers: where to go with them, and whom to call before. */
export function AtCounter({ bring }: { bring: string }) {
  const looked = useCommunity()
  const community = useMe()?.community ?? looked
  return (
    <>
      <Box as="p">{bring}</Box>
      <Box className="between">
        <Box>{community?.name}</Box>
        <CallButton phone={community?.phone} />
      </Box>
    </>
  )
}
