import { lineLength, type Topic, type Urgency } from '@linli/contracts/consultation-thread'
import { soundsDangerous } from '@linli/contracts/danger-words'
import { faultText } from '../../../shared/http/problem-text'
import { Field } from '../../../shared/forms/field'
import { Helplines } from '../../../shared/matters/helplines'
import { LimitsCard } from '../../../shared/matters/limits-card'
import { AddPictures } from '../../../shared/matters/pictures'
import { topicWord, urgencyWord } from '../../../shared/matters/words'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { askText } from '../text'
import type { Ask } from '../use-ask'
import { DangerCard } from './danger-card'
import { Kept } from './kept'
import { Options } from './options'

interface Props {
  ask: Ask
}

const urgencies = (['danger', 'date', 'none'] as const).map((value: Urgency) => ({
  value,
  word: urgencyWord[value],
}))
const topics = (Object.keys(topicWord) as Topic[]).map((value) => ({ value, word: topicWord[value] }))

const UrgencyStep = ({ ask, ask: { draft, change } }: Props) => (
  <>
    {draft.urgency === 'danger' && <DangerCard words={askText.dangerFirst} help={askText.dangerHelp} />}
    <Options
      label={askText.urgency}
      options={urgencies}
      chosen={draft.urgency}
      onChoose={(urgency) => change({ urgency })}
    />
    {draft.urgency !== 'danger' && <Helplines />}
    <Kept ask={ask} />
  </>
)

const TopicStep = ({ ask: { draft, change } }: Props) => (
  <Options
    label={askText.topic}
    options={topics}
    chosen={draft.topic}
    onChoose={(topic) => change({ topic })}
  />
)

function DayStep({ ask: { draft, change, problem } }: Props) {
  const now = useNow()
  const { happenedOn, topic } = draft
  return (
    <>
      <Field
        id="matter-day"
        kind="date"
        label={askText.dayField}
        value={happenedOn}
        fault={faultText(problem, 'body.happenedOn')}
        onInput={(value) => change({ happenedOn: value })}
      />
      {happenedOn !== '' && <LimitsCard topic={topic} happenedOn={happenedOn} now={now} />}
    </>
  )
}

const WordsStep = ({ ask: { draft, change, attach, signIn, problem } }: Props) => (
  <>
    {/* Above the text, at once: whoever writes so may not reach the end of the form. */}
    {soundsDangerous(draft.words) && <DangerCard words={askText.dangerWords} />}
    <Field
      id="matter-words"
      tall
      label={askText.wordsField}
      help={askText.wordsHelp}
      maxLength={lineLength}
      value={draft.words}
      fault={faultText(problem, 'body.words')}
      onInput={(words) => change({ words })}
    />
    <AddPictures ids={draft.files} onChange={attach} onSignIn={signIn} />
  </>
)

const OppositeStep = ({ ask: { draft, change, problem } }: Props) => (
  <Field
    id="matter-opposite"
    label={askText.oppositeField}
    maxLength={60}
    value={draft.opposite}
    fault={faultText(problem, 'body.opposite')}
    onInput={(opposite) => change({ opposite })}
  />
)

const ways = (['here', 'phone'] as const).map((value) => ({ value, word: askText.reachWays[value] }))

function ReachStep({ ask: { draft, change } }: Props) {
  const me = useMe()
  return (
    <>
      <Options
        label={askText.reach}
        options={ways}
        chosen={draft.reach}
        onChoose={(reach) => change({ reach })}
      />
      {draft.reach === 'phone' && me !== null && me.phone === null && (
        <Card>
          <Row title={askText.addPhone} under={askText.addPhoneHelp} to={pages.phone} />
        </Card>
      )}
      <Card>
        <Tap
          className="row"
          role="switch"
          checked={draft.unnamed}
          onTap={() => change({ unnamed: !draft.unnamed })}
        >
          <Box className="row__words">
            <Box>{askText.unnamed}</Box>
            <Box className="muted">{askText.unnamedHelp}</Box>
          </Box>
          <Box className="row__end">
            <Box as="span" decorative className={`switch ${draft.unnamed ? 'switch--on' : ''}`} />
          </Box>
        </Tap>
      </Card>
    </>
  )
}

/** In the order in which they are asked; what presses comes first. */
export const steps = [
  { title: askText.urgency, help: askText.urgencyHelp, Step: UrgencyStep },
  { title: askText.topic, help: askText.topicHelp, Step: TopicStep },
  { title: askText.day, help: askText.dayHelp, Step: DayStep },
  { title: askText.words, help: askText.who, Step: WordsStep },
  { title: askText.opposite, help: askText.oppositeHelp, Step: OppositeStep },
  { title: askText.reach, help: askText.reachHelp, Step: ReachStep },
] as const
