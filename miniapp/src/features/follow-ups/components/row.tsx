import type { FollowUpSummary } from '@linli/contracts/follow-ups'
import { gradeWord } from '@linli/contracts/words'
import { Box } from '../../../shared/ui/base/box'
import { followUpText } from '../text'
import { aboutLine, dueLine, reasonsLine } from '../words'

interface Props {
  one: FollowUpSummary
  now: number
}

/** One follow-up by its due time: by when, how it stands, what it is about, where, its number. */
export function FollowUpRow({ one, now }: Props) {
  const due = dueLine(one, now)
  return (
    <>
      {due !== null && (
        <Box className={`desk-row__due ${one.overdue ? 'desk-row__due--late' : ''}`}>{due}</Box>
      )}
      <Box className="strong">{followUpText.state[one.state] ?? ''}</Box>
      <Box>{[gradeWord[one.grade], reasonsLine(one.reasons)].join(' · ')}</Box>
      <Box className="muted">{[aboutLine(one), one.communityName, one.number].join(' · ')}</Box>
    </>
  )
}
