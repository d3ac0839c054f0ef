import { listPinLocks, unlockPin } from '@linli/contracts/care-desk'
import { useEffect, useState } from 'react'
import { useSignal } from '../../../shared/app-state/signal'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import type { CareBoard } from '../care-board'
import type { CareLink } from '../care-link'
import { careText } from '../text'
import type { Reply } from '../../../shared/http/request'

type Locks = Reply<typeof listPinLocks>['locks']

/** For whoever leads: a colleague who was locked out of a tablet is let in by one tap. */
export function LockBar({ board }: { board: CareBoard }) {
  const day = useSignal(board.day)
  const leads = day?.day.sessions.some((one) => one.leader) === true
  const [locks, setLocks] = useState<Locks>([])
  const at = day?.at
  useEffect(() => {
    if (leads) void ask(board.link, setLocks)
  }, [board, leads, at])
  const unlock = async ({ deviceId, accountId }: Locks[number]) => {
    try {
      setLocks((await board.link.call(unlockPin, { body: { deviceId, accountId } })).locks)
      say(careText.unlocked)
    } catch {
      await ask(board.link, setLocks)
    }
  }
  return (
    <>
      {locks.map((one) => (
        <Box key={`${one.deviceId}${one.accountId}`} className="care-bar care-bar--bad" role="alert">
          <Box className="care-bar__words">{careText.locked(one.name, one.device)}</Box>
          <Tap className="care-bar__known" onTap={() => void unlock(one)}>
            {careText.unlock}
          </Tap>
        </Box>
      ))}
    </>
  )
}

/** Without a network there is nothing to show, and the next reading asks again. */
async function ask(link: CareLink, show: (locks: Locks) => void) {
  try {
    show((await link.call(listPinLocks, {})).locks)
  } catch {
    show([])
  }
}
