import { surveyText } from '../text'
import { dayOf } from '../../../shared/time/shanghai'
import { dateWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Listed } from '../../../shared/ui/answers/listed'
import { Row } from '../../../shared/ui/row'
import { useForms } from '../api'

/** The forms that were printed, for who works there and for the level above: how many went out, how many came back. */
export const Runs = ({ id, division }: { id: string; division: string }) => (
  <Card title={surveyText.runs}>
    <Listed
      query={useForms(id, division)}
      blocks={[60]}
      of={(page) => page.runs}
      none={<Box className="muted">{surveyText.noRuns}</Box>}
    >
      {(runs) => (
        <>
          {runs.map((run) => (
            <Row
              key={run.id}
              title={`${run.community.name} ${surveyText.run(run.first, run.last)}`}
              under={
                surveyText.runUnder(run.entered, run.last - run.first + 1) +
                (run.corrected > 0 ? surveyText.corrected(run.corrected) : '')
              }
              end={dateWords(dayOf(Date.parse(run.printedAt)))}
            />
          ))}
        </>
      )}
    </Listed>
  </Card>
)
