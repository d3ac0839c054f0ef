import { momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Listed } from '../../../shared/ui/answers/listed'
import { useOwnFeedback } from '../api'
import { feedbackText } from '../text'
import { Said } from './said'

/** What somebody wrote before, and what was answered. */
export const OwnList = () => (
  <Listed query={useOwnFeedback()} blocks={[120]} of={(page) => page.feedback} none={null}>
    {(all) => (
      <Card title={feedbackText.mine}>
        <Box className="stack">
          {all.map(({ id, text, at, answer }) => (
            <Box key={id}>
              <Box className="muted">{feedbackText.at(momentWords(at, Date.now()))}</Box>
              <Box className="feedback__words">{text}</Box>
              {answer === null ? (
                <Box className="muted">{feedbackText.waiting}</Box>
              ) : (
                <Said answer={answer} />
              )}
            </Box>
          ))}
        </Box>
      </Card>
    )}
  </Listed>
)
