import type { CareChild } from '@linli/contracts/care'
import type { ReactNode } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { StateTag } from '../../../shared/ui/tag'
import type { Tone } from '../../../shared/ui/tone'
import type { Queued } from '../records'
import { careText, markWord, recordWord } from '../text'
import { clockAt, releaseWords, whyNotKept } from '../words'

export type Sheets = 'hand' | 'note' | 'more'

interface Props {
  child: CareChild
  /** Records of this child that were not kept. */
  refused: readonly Queued[]
  waits: boolean
  checking: boolean
  late: number
  /** An absence that was just tapped and can still be taken back. */
  held: ReactNode
  /** Says whether the child is there, where two devices differ. */
  onDecide: (mark: 'present' | 'absent', decides: string) => void
  onMark: (mark: 'present' | 'absent') => void
  onOpen: (sheet: Sheets) => void
  onKnown: (id: string) => void
}

const tones: Record<CareChild['mark'], Tone> = {
  expected: 'wait',
  present: 'good',
  absent: 'quiet',
  released: 'quiet',
}

/** One child: how it stands in words, what must not be forgotten about it, and the next tap. */
export function ChildRow(props: Props) {
  const { child, refused, waits, checking, late, onMark, onOpen, onKnown } = props
  const gone = releaseWords(child)
  const missing = child.missing && child.mark === 'expected'
  const written = child.notes?.length ?? 0
  return (
    <Box className="care-child" role="group" label={`${child.name}，${markWord[child.mark]}`}>
      <Tap className="care-child__head" onTap={() => onOpen('more')}>
        <Box className="care-child__name">{child.name}</Box>
        <Box className="care-child__tags">
          {child.absenceReported && <StateTag tone="wait">{careText.away}</StateTag>}
          {missing && <StateTag tone="bad">{careText.missing}</StateTag>}
          {late > 0 && <StateTag tone="bad">{careText.late(late)}</StateTag>}
          {checking && <StateTag tone="wait">{careText.checking}</StateTag>}
          {waits && <StateTag tone="quiet">{careText.waiting}</StateTag>}
          {!missing && (
            <StateTag tone={tones[child.mark]}>
              {child.markedAt === null || gone !== null
                ? markWord[child.mark]
                : careText.since(markWord[child.mark], clockAt(child.markedAt))}
            </StateTag>
          )}
        </Box>
      </Tap>
      <Warnings child={child} />
      {written > 0 && <Box className="muted">{careText.written(written)}</Box>}
      {gone !== null && <Box className="muted">{gone}</Box>}
      {refused.map((one) => (
        <Box key={one.record.id} className="care-child__refused" role="alert">
          <Box className="care-bar__words">
            {careText.notKept(recordWord[one.record.kind], whyNotKept(one))}
          </Box>
          <Tap className="care-bar__known" onTap={() => onKnown(one.record.id)}>
            {careText.known}
          </Tap>
        </Box>
      ))}
      {props.held}
      {child.differ && <Differ child={child} differ={child.differ} onDecide={props.onDecide} />}
      <Box className="care-child__acts">
        {gone === null && !child.differ && <RollCall mark={child.mark} name={child.name} onMark={onMark} />}
        {child.mark === 'present' && (
          <Tap
            className="care-act care-act--main"
            label={`${careText.handOver} ${child.name}`}
            onTap={() => onOpen('hand')}
          >
            {careText.handOver}
          </Tap>
        )}
        <Tap className="care-act" label={`${careText.note} ${child.name}`} onTap={() => onOpen('note')}>
          {careText.note}
        </Tap>
      </Box>
    </Box>
  )
}

interface DifferProps {
  child: CareChild
  differ: NonNullable<CareChild['differ']>
  onDecide: Props['onDecide']
}

/** What each of the two has said, and the one question that settles it. */
const Differ = ({ child, differ, onDecide }: DifferProps) => (
  <Box className="care-child__differ" role="alert">
    <Box className="strong">{careText.differ}</Box>
    {differ.marks.map(({ kind, by, at }) => (
      <Box key={`${kind}${at}`}>{careText.differMark(markWord[kind], by, clockAt(at))}</Box>
    ))}
    <Box className="care-child__acts">
      {(['present', 'absent'] as const).map((one) => (
        <Tap
          key={one}
          className="care-act"
          label={`${child.name} ${one === 'present' ? careText.isHere : careText.notHere}`}
          onTap={() => onDecide(one, differ.id)}
        >
          {one === 'present' ? careText.isHere : careText.notHere}
        </Tap>
      ))}
    </Box>
  </Box>
)

interface RollCallProps {
  mark: CareChild['mark']
  name: string
  onMark: (mark: 'present' | 'absent') => void
}

/** One tap each; the other one afterwards is a later record that counts before it. */
const RollCall = ({ mark, name, onMark }: RollCallProps) => (
  <>
    {(['present', 'absent'] as const).map((one) => (
      <Tap
        key={one}
        className={`care-act ${mark === one ? `care-act--${one}` : ''}`}
        label={`${name} ${careText[one]}`}
        pressed={mark === one}
        onTap={() => mark !== one && onMark(one)}
      >
        {careText[one]}
      </Tap>
    ))}
  </>
)

/** What must be in sight without a tap. */
function Warnings({ child }: { child: CareChild }) {
  const last = child.healthNotes[child.healthNotes.length - 1]
  const lines = [
    ...(child.allergies === null ? [] : [`${careText.allergies}：${child.allergies}`]),
    ...(child.medication === null ? [] : [`${careText.medication}：${child.medication}`]),
    ...(last === undefined ? [] : [careText.healthNote(last.text, last.by, clockAt(last.at))]),
  ]
  if (lines.length === 0) return null
  return (
    <Box className="care-child__health">
      {lines.map((line) => (
        <Box key={line}>{line}</Box>
      ))}
    </Box>
  )
}
