import '../components/visits.css'
import type { DivisionVisits, VisitCounts } from '@linli/contracts/visit-figures'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { monthWords } from '../../../shared/time/month-words'
import { NoScope, ScopeChoice } from '../../../shared/staff/scoped'
import { useScope } from '../../../shared/staff/use-scope'
import { dayOf } from '../../../shared/time/shanghai'
import { dateWords } from '../../../shared/time/time-words'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Page } from '../../../shared/ui/page/page'
import { Fact } from '../../../shared/ui/row'
import { ShareBar } from '../../../shared/ui/share-bar'
import { useVisitFigures } from '../api'
import { visitFiguresText as text } from '../text'
import { FindHere } from '../../../shared/staff/find-in'

/** n of N of a month for who works or supervises there: counts, and no names. */
export default function FiguresPage() {
  const { division } = useRouter().params
  const scope = useScope()
  const code = division ?? scope.grant?.division
  return (
    <Page title={text.title} wide>
      <Box className="visits">
        <FindHere />
        {division === undefined && <ScopeChoice scope={scope} />}
        {scope.grant === null || code === undefined ? (
          <NoScope scope={scope} returnTo={pages.visitFigures(division)} />
        ) : (
          <Figures key={code} division={code} />
        )}
      </Box>
    </Page>
  )
}

function Figures({ division }: { division: string }) {
  const [month, setMonth] = useState<string | undefined>(undefined)
  const query = useVisitFigures(division, month)
  return (
    <Answered query={query} blocks={[60, 220, 220]}>
      {(answer) => (
        <>
          <Lead picture="bench" title={answer.name} />
          <Choice
            label={text.month}
            options={answer.months.slice(0, 6).map((value) => ({ value, word: monthWords(value) }))}
            chosen={answer.month}
            onChoose={setMonth}
          />
          <Card title={monthWords(answer.month)}>
            <Counts counts={answer.counts} />
            <Box className="muted">
              {answer.frozenAt === null ? text.going : text.frozen(dateWords(dayOf(answer.frozenAt)))}
            </Box>
            <Box className="muted">{text.how}</Box>
          </Card>
          {answer.below.length > 0 && <Below below={answer.below} />}
        </>
      )}
    </Answered>
  )
}

const Counts = ({ counts }: { counts: VisitCounts }) => (
  <>
    <Box className="visits-n">{text.share(counts.seen, counts.listed)}</Box>
    <Box>{text.of(counts.seen, counts.listed)}</Box>
    <ShareBar low={shareOf(counts)} high={shareOf(counts)} />
    <Fact name={text.unseen}>{text.people(counts.unseen)}</Fact>
    <Fact name={text.hospital}>{text.people(counts.hospital)}</Fact>
    <Fact name={text.refused}>{text.people(counts.refused)}</Fact>
    <Fact name={text.gone}>{text.people(counts.gone)}</Fact>
    {counts.late > 0 && <Fact name={text.late}>{text.people(counts.late)}</Fact>}
  </>
)

const shareOf = ({ seen, listed }: VisitCounts): number => (listed === 0 ? 0 : seen / listed)

const Below = ({ below }: { below: readonly DivisionVisits[] }) => (
  <Card title={text.below}>
    <Box className="muted">{text.belowHelp}</Box>
    {below.map(({ code, name, counts }) => (
      <Box key={code} className="visits-row">
        <Tap className="visits-row__place" to={pages.visitFigures(code)}>
          {name}
        </Tap>
        <Box>{counts.listed === 0 ? text.nobody : text.of(counts.seen, counts.listed)}</Box>
        {counts.unseen > 0 && <Box className="muted">{`${text.unseen} ${text.people(counts.unseen)}`}</Box>}
      </Box>
    ))}
  </Card>
)
