import './task-desk.css'
import { pages } from '../../../shared/navigation/pages'
import { type Beside, DeskRows } from '../../../shared/staff/desk-rows'
import { spanWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { StateTag } from '../../../shared/ui/tag'
import type { DeskTask } from '../api'
import { listText } from '../text'
import { standing } from '../words'

interface Props {
  tasks: readonly DeskTask[]
  now: number
  beside?: Beside | undefined
}

/** Tasks one below the other: the word of each says who is missing. */
export const TaskRows = ({ tasks, now, beside }: Props) => (
  <DeskRows all={tasks} to={pages.deskTask} beside={beside}>
    {(one) => <TaskRow one={one} now={now} />}
  </DeskRows>
)

function TaskRow({ one, now }: { one: DeskTask; now: number }) {
  const { tone, words } = standing(one, now)
  const more = [
    listText.filled(one.taken, one.places),
    ...(one.waiting > 0 ? [listText.waiting(one.waiting)] : []),
    ...(one.need === null ? [] : [listText.need(one.need.number)]),
  ]
  return (
    <>
      <Box className="between">
        <Box className="strong">{one.title}</Box>
        <StateTag tone={tone}>{words}</StateTag>
      </Box>
      <Box>{spanWords(one.startsAt, one.endsAt, now)}</Box>
      <Box className="muted">{`${one.place ?? listText.home} · ${one.communityName}`}</Box>
      <Box className="muted">{more.join(' · ')}</Box>
    </>
  )
}
