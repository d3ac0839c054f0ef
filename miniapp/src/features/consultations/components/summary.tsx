import { soundsDangerous } from '@linli/contracts/danger-words'
import { goTab } from '../../../shared/navigation/navigate'
import { LimitsCard } from '../../../shared/matters/limits-card'
import { topicWord, urgencyWord } from '../../../shared/matters/words'
import { fullDate } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { askText } from '../text'
import { type Ask, questions } from '../use-ask'
import { DangerCard } from './danger-card'
import { Kept } from './kept'

/** All that will be sent, each with the way back to its question. */
export function Summary({ ask }: { ask: Ask }) {
  const now = useNow()
  const { draft, problem } = ask
  const { urgency, topic, happenedOn, words, files, opposite, reach, unnamed } = draft
  const rows = [
    [askText.urgency, urgency === null ? askText.none : urgencyWord[urgency]],
    [askText.topic, topic === null ? askText.none : topicWord[topic]],
    [askText.day, happenedOn === '' ? askText.none : fullDate(happenedOn)],
    [askText.words, words.trim() === '' ? askText.none : askText.withPictures(words, files.length)],
    [askText.opposite, opposite.trim() === '' ? askText.none : opposite],
    [askText.reach, askText.reachWays[reach ?? 'here']],
    // Asked on the same screen.
    [askText.unnamed, unnamed ? askText.yes : askText.no],
  ] as const
  return (
    <>
      {(urgency === 'danger' || soundsDangerous(words)) && <DangerCard words={askText.dangerFirst} />}
      <Refusal problem={problem}>
        {problem?.code === 'consultations_open' && (
          <Button look="danger" onTap={() => goTab('cases')}>
            {askText.mine}
          </Button>
        )}
      </Refusal>
      <Card>
        {rows.map(([title, said], n) => (
          <Tap
            key={title}
            className="row"
            label={`${title} ${said}，${askText.edit}`}
            onTap={() => ask.turn(Math.min(n, questions - 1))}
          >
            <Box className="row__words">
              <Box className="muted">{title}</Box>
              <Box className="words">{said}</Box>
            </Box>
            <Box className="row__end">{askText.edit}</Box>
          </Tap>
        ))}
      </Card>
      {happenedOn !== '' && <LimitsCard topic={topic} happenedOn={happenedOn} now={now} />}
      <Box as="p" className="muted">
        {askText.who}
      </Box>
      <Kept ask={ask} />
    </>
  )
}
