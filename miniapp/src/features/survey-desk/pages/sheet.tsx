import '../components/survey-desk.css'
import '../../../shared/ui/print.css'
import type { Survey } from '@linli/contracts/surveys'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { pages } from '../../../shared/pages'
import { printPage } from '../../../shared/print-page'
import { dateWords } from '../../../shared/time-words'
import { Answered } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Counter } from '../../../shared/ui/counter'
import { Scoped } from '../../../shared/ui/scoped'
import { useSurvey } from '../api'
import { sheetText } from '../text'
import { optionsOf, placeNameFor } from '../words'

const most = 200

/** On paper a day has its year. */
const paperDay = (day: string) => `${day.slice(0, 4)}年${dateWords(day)}`

/** The questions on paper, each copy with its own number. */
export default function SheetPage() {
  const { id = '' } = useRouter().params
  const query = useSurvey(id)
  return (
    <Scoped title={sheetText.title} returnTo={pages.surveySheet(id)} className="sv sv-paper">
      {(grant) => (
        <Answered query={query} blocks={[200, 400]}>
          {(one) => <Sheets survey={one} place={placeNameFor(one, grant)} />}
        </Answered>
      )}
    </Scoped>
  )
}

interface Named {
  survey: Survey
  /** Where it is handed out. */
  place: string
}

function Sheets({ survey, place }: Named) {
  const [first, setFirst] = useState(1)
  const [copies, setCopies] = useState(20)
  const count = Math.min(most, Math.max(1, copies))
  const from = Math.max(1, first)
  return (
    <>
      <Box className="not-on-paper sv__part">
        <Card>
          <Box className="sv__two">
            <Box className="field field--wide">
              <Counter
                id="sheet-first"
                label={sheetText.first}
                value={first}
                most={9999}
                step={10}
                onChange={setFirst}
              />
            </Box>
            <Box className="field field--wide">
              <Counter
                id="sheet-copies"
                label={sheetText.copies}
                value={copies}
                most={most}
                step={10}
                onChange={setCopies}
              />
            </Box>
          </Box>
          {printPage !== null && <Button onTap={() => printPage?.('page')}>{sheetText.go}</Button>}
        </Card>
        <Box className="muted">{printPage === null ? sheetText.only : sheetText.look}</Box>
      </Box>
      <Box className="on-paper">
        {Array.from({ length: printPage === null ? 1 : count }, (_, n) => (
          <Sheet key={n} survey={survey} place={place} number={from + n} />
        ))}
      </Box>
    </>
  )
}

const Sheet = ({ survey, place, number }: Named & { number: number }) => (
  <Box className="sv-sheet">
    <Box className="between">
      <Box className="title">{survey.title}</Box>
      <Box className="strong">{sheetText.number(number)}</Box>
    </Box>
    <Box>
      {[place, sheetText.asker(survey.divisionName), sheetText.until(paperDay(survey.endsOn))].join(' · ')}
    </Box>
    {survey.about !== null && <Box>{survey.about}</Box>}
    {survey.questions.map((question, n) => (
      <Box key={n}>
        <Box className="strong">{`${n + 1}. ${question.title}`}</Box>
        <Box className="sv-sheet__options">
          {optionsOf(question).map((option) => (
            <Box key={option} className="sv-sheet__option">
              <Box as="span" decorative className="sv-sheet__box" />
              {option}
            </Box>
          ))}
        </Box>
      </Box>
    ))}
    <Box>{sheetText.how}</Box>
  </Box>
)
