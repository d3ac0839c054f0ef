import './feedback.css'
import { momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { feedbackText } from '../text'

/** What was answered, by whom and when. */
export const Said = ({ answer: { text, by, at } }: { answer: { text: string; by: string; at: string } }) => (
  <Box className="feedback__answer">
    <Box className="muted">{feedbackText.answered(by, momentWords(at, Date.now()))}</Box>
    <Box className="feedback__words">{text}</Box>
  </Box>
)
