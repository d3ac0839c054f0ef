import '../components/care.css'
import { useEffect, useState } from 'react'
import { useSignal } from '../../../shared/app-state/signal'
import { say } from '../../../shared/ui/page/say'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Page } from '../../../shared/ui/page/page'
import type { CareBoard } from '../care-board'
import { CareDayView } from '../components/care-day-view'
import { ChooseCarer } from '../components/choose-carer'
import { LeaveSheet } from '../components/leave-sheet'
import { Locked } from '../components/locked'
import { PairForm } from '../components/pair-form'
import { keepPageHere } from '../../../shared/device/offline-pages'
import { clearTablet, isOver, keepPairing, lockTablet, onTablet, pairing } from '../tablet'
import { tabletText } from '../tablet-text'
import { useIdle } from '../use-idle'

/** The tablet that carers share: paired once by staff, entered by PIN, left with nothing on it. */
export default function CareTabletPage() {
  const paired = useSignal(pairing)
  const entered = useSignal(onTablet)
  const now = useNow()
  useEffect(() => keepPageHere('/tablet'), [])
  useEffect(() => {
    if (entered !== null && isOver(entered, now)) endTablet()
  }, [entered, now])
  return (
    <Page title={tabletText.title} wide>
      {entered !== null ? (
        <OnDuty key={entered.token} board={entered.board} name={entered.name} />
      ) : (
        <Box className="care-tablet">{paired === null ? <PairForm /> : <ChooseCarer paired={paired} />}</Box>
      )}
    </Page>
  )
}

function endTablet() {
  clearTablet()
  say(tabletText.over)
}

/** Refusals that end the tablet's session; the service has ended it already. */
const ended = ['session_expired', 'session_revoked', 'sign_in_required', 'device_not_paired']

const idleMs = 120_000

function OnDuty({ board, name }: { board: CareBoard; name: string }) {
  const [leaving, setLeaving] = useState(false)
  const [locked, setLocked] = useState(false)
  useIdle(idleMs, () => !locked && setLocked(lockTablet()))
  const trouble = useSignal(board.trouble)
  const notSent = useSignal(board.notSent)
  const code = trouble?.code ?? notSent?.code ?? null
  useEffect(() => {
    if (code === null || !ended.includes(code)) return
    endTablet()
    if (code === 'device_not_paired') keepPairing(null)
  }, [code])
  if (locked) return <Locked name={name} onOpen={() => setLocked(false)} />
  const leave = (
    <Tap className="care-leave" onTap={() => setLeaving(true)}>
      {tabletText.leave}
    </Tap>
  )
  return (
    <>
      <CareDayView board={board} aside={leave} />
      {leaving && <LeaveSheet board={board} onClose={() => setLeaving(false)} />}
    </>
  )
}
