import './task-desk.css'
import { signupMeaning } from '@linli/contracts/signup-case'
import type { Task } from '@linli/contracts/tasks'
import { halvesWords } from '@linli/contracts/task-words'
import { toneOf } from '../../../shared/cases/tone'
import { pages } from '../../../shared/navigation/pages'
import { clockOf, dayOf, minuteInDay } from '../../../shared/time/shanghai'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { dial } from '../../../shared/ui/call-button'
import { StateTag } from '../../../shared/ui/tag'
import { isNowATime, marksOpen, type RollEntry } from '../roll'
import { rollText as text } from '../text'
import type { RollHere } from '../use-roll-here'

interface Props {
  task: Task
  one: RollEntry
  now: number
  here: RollHere
  onAsk: (what: 'times' | 'off') => void
}

const clock = (at: string) => clockOf(minuteInDay(dayOf(at), at))

/** One who comes: how to reach them, when they came and went, and what is still to be said. */
export function Person({ task, one, now, here, onAsk }: Props) {
  const { name, phone, state } = one
  return (
    <Box className="td-person">
      <Box className="between">
        <Box className="strong">{name}</Box>
        <StateTag tone={toneOf(state, signupMeaning.states[state])}>
          {signupMeaning.states[state].word}
        </StateTag>
      </Box>
      {phone === null ? (
        <Box className="muted">{task.asLeader ? text.viaDesk : text.noPhone}</Box>
      ) : (
        <Tap className="phone-link" onTap={() => dial(phone)}>
          {phone}
        </Tap>
      )}
      <Presence one={one} />
      <Acts task={task} one={one} now={now} here={here} onAsk={onAsk} />
    </Box>
  )
}

function Presence({ one: { cameAt, leftAt, proposed, halves, state } }: Pick<Props, 'one'>) {
  const words = [
    cameAt === null ? '' : text.cameAt(clock(cameAt)),
    leftAt === null ? '' : text.leftAt(clock(leftAt)),
    proposed === null || halves !== null ? '' : text.proposed(halvesWords(proposed)),
    halves === null || state === 'absent' ? '' : text.halves(halvesWords(halves)),
  ].filter(Boolean)
  return words.length === 0 ? null : <Box>{words.join('，')}</Box>
}

function Acts({ task, one, now, here, onAsk }: Props) {
  const { caseId, cameAt, leftAt, state, name } = one
  const stamp = (way: 'in' | 'out') => here.keep([{ caseId, way, at: new Date().toISOString() }])
  const open = (state === 'confirmed' || state === 'review') && marksOpen(task, now)
  const atOnce = open && isNowATime(task, now)
  const acts = [
    ...(atOnce && cameAt === null ? [{ word: text.came, act: () => stamp('in') }] : []),
    ...(atOnce && cameAt !== null && leftAt === null ? [{ word: text.left, act: () => stamp('out') }] : []),
    ...(open && (cameAt === null || leftAt === null)
      ? [{ word: text.other, act: () => onAsk('times') }]
      : []),
    ...(state === 'confirmed' && Date.parse(task.startsAt) > now
      ? [{ word: text.off, act: () => onAsk('off') }]
      : []),
  ]
  return (
    <Box className="td-person__acts">
      {acts.map(({ word, act }) => (
        <Tap key={word} className="choice" label={`${word}：${name}`} disabled={here.keeping} onTap={act}>
          {word}
        </Tap>
      ))}
      {(state === 'review' || state === 'disputed') && (
        <Tap className="choice" label={`${text.check}：${name}`} to={pages.deskCase(caseId)}>
          {text.check}
        </Tap>
      )}
    </Box>
  )
}
