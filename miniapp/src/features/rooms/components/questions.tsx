import './questions.css'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { extraWords, type Question, saidOf } from '../question'
import { roomsText } from '../text'
import { AskDay, AskHours, AskMore, AskPeople } from './ask-sheets'

interface Props {
  question: Question
  /** The day that was looked at where none was said. */
  day: string
  now: number
  onChange: (question: Question) => void
}

type Open = 'day' | 'hours' | 'people' | 'more'
const sheets = { day: AskDay, hours: AskHours, people: AskPeople, more: AskMore }

/** Which day, which hours, how many: three questions, each a tap; what else matters as chips. */
export function Questions({ question, day, now, onChange }: Props) {
  const [open, setOpen] = useState<Open | null>(null)
  const said = saidOf(question, day, now)
  const Asked = open === null ? null : sheets[open]
  const extra = extraWords(question)
  return (
    <>
      <Box className="ask" role="group" label={roomsText.ask.title}>
        {(['day', 'hours', 'people'] as const).map((one) => (
          <Tap
            key={one}
            className={`ask__one ask__one--${one}`}
            label={`${roomsText.ask[one]} ${said[one]}`}
            onTap={() => setOpen(one)}
          >
            <Box className="muted">{roomsText.ask[one]}</Box>
            <Box className="ask__said">{said[one]}</Box>
          </Tap>
        ))}
      </Box>
      <Box className="wrap" role="toolbar" label={roomsText.ask.conditions}>
        <Tap
          className={`choice ${question.stepFree ? 'choice--on' : ''}`}
          pressed={question.stepFree}
          onTap={() => onChange({ ...question, stepFree: !question.stepFree })}
        >
          {roomsText.stepFree}
        </Tap>
        {extra.map((word) => (
          <Tap key={word} className="choice choice--on" pressed onTap={() => setOpen('more')}>
            {word}
          </Tap>
        ))}
        <Tap className="choice choice__more" onTap={() => setOpen('more')}>
          {roomsText.ask.more}
        </Tap>
      </Box>
      {Asked !== null && (
        <Asked
          question={question}
          day={question.day ?? day}
          now={now}
          onClose={() => setOpen(null)}
          onAnswer={(part) => {
            onChange({ ...question, ...part })
            setOpen(null)
          }}
        />
      )}
    </>
  )
}
