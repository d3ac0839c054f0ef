import '../components/survey-desk.css'
import '../../../shared/files/print.css'
import { type FormRun, mostForms } from '@linli/contracts/survey-paper'
import type { Survey } from '@linli/contracts/surveys'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { printPage } from '../../../shared/files/print-page'
import { fullDate } from '../../../shared/time/time-words'
import type { Place } from '../../../shared/staff/use-communities'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Counter } from '../../../shared/forms/counter'
import { InCommunities } from '../../../shared/staff/in-communities'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Scoped } from '../../../shared/staff/scoped'
import { usePrintForms, useSurvey } from '../api'
import { Closed, ForCommunity } from '../components/for-community'
import { printedNumber } from '../sheet-number'
import { sheetText } from '../text'
import { optionsOf } from '../words'

/** The questions on paper, each copy with its own number: numbers are given out here, and known when a sheet comes back. */
export default function SheetPage() {
  const { id = '' } = useRouter().params
  const query = useSurvey(id)
  return (
    <Scoped title={sheetText.title} returnTo={pages.surveySheet(id)} className="sv sv-paper">
      {(grant) => (
        <Answered query={query} blocks={[200, 400]}>
          {(one) =>
            one.can.includes('print_forms') ? (
              <InCommunities grant={grant}>
                {(places) => (
                  <ForCommunity division={grant.division} places={places}>
                    {(place) => <Sheets key={place.code} survey={one} place={place} />}
                  </ForCommunity>
                )}
              </InCommunities>
            ) : (
              <Closed id={id} />
            )
          }
        </Answered>
      )}
    </Scoped>
  )
}

interface Named {
  survey: Survey
  /** Where it is handed out. */
  place: Place
}

function Sheets({ survey, place }: Named) {
  const [copies, setCopies] = useState(20)
  const [run, setRun] = useState<FormRun | null>(null)
  const print = usePrintForms(setRun)
  const count = Math.min(mostForms, Math.max(1, copies))
  return (
    <>
      <Box className="not-on-paper sv__part">
        {run === null ? (
          <Card>
            <Counter
              id="sheet-copies"
              label={sheetText.copies}
              value={copies}
              most={mostForms}
              step={10}
              onChange={setCopies}
            />
            <Box className="muted">{sheetText.makeHelp}</Box>
            <Refusal problem={print.error} />
            <Button
              busy={print.isPending}
              onTap={() =>
                print.mutate({ params: { id: survey.id }, body: { community: place.code, copies: count } })
              }
            >
              {sheetText.make(count)}
            </Button>
          </Card>
        ) : (
          <Card title={sheetText.made(run.first, run.last)}>
            {printPage !== null && <Button onTap={() => printPage?.('page')}>{sheetText.go}</Button>}
            <Button look="ghost" onTap={() => setRun(null)}>
              {sheetText.more}
            </Button>
          </Card>
        )}
        {run !== null && <Box className="muted">{printPage === null ? sheetText.only : sheetText.look}</Box>}
      </Box>
      {run !== null && <Printed survey={survey} place={place} run={run} />}
    </>
  )
}

const Printed = ({ survey, place, run }: Named & { run: FormRun }) => (
  <Box className="on-paper">
    {Array.from({ length: printPage === null ? 1 : run.last - run.first + 1 }, (_, n) => (
      <Sheet key={n} survey={survey} place={place} number={run.first + n} />
    ))}
  </Box>
)

const Sheet = ({ survey, place, number }: Named & { number: number }) => (
  <Box className="sv-sheet">
    <Box className="between">
      <Box className="title">{survey.title}</Box>
      <Box className="strong">{sheetText.number(printedNumber(number))}</Box>
    </Box>
    <Box>
      {[place.name, sheetText.asker(survey.divisionName), sheetText.until(fullDate(survey.endsOn))].join(
        ' · ',
      )}
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
