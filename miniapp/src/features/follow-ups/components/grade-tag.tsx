import '../../../shared/ui/base.css'
import './grade-tag.css'
import { type Grade, isBad } from '@linli/contracts/ratings'
import { gradeWord } from '@linli/contracts/words'
import { Box } from '../../../shared/ui/base/box'

/** A grade in words; a shape and a colour repeat it. */
export const GradeTag = ({ grade }: { grade: Grade }) => (
  <Box as="span" className={`grade ${isBad(grade) ? 'grade--bad' : grade === 'fair' ? 'grade--fair' : ''}`}>
    <Box as="span" decorative className={`grade__shape grade__shape--${grade}`} />
    {gradeWord[grade]}
  </Box>
)
