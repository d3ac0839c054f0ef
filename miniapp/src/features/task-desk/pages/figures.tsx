import '../components/task-desk.css'
import type { TaskCounts } from '@linli/contracts/task-figures'
import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/navigation/pages'
import { NoScope, ScopeChoice } from '../../../shared/staff/scoped'
import { useScope } from '../../../shared/staff/use-scope'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Fact, Row } from '../../../shared/ui/row'
import { useTaskFigures } from '../api'
import { figuresText as text } from '../figures-text'
import { FindHere } from '../../../shared/staff/find-in'

/** How tasks stand below somebody: counts, and no names. */
export default function TaskFiguresPage() {
  const { division } = useRouter().params
  const scope = useScope()
  const code = division ?? scope.grant?.division
  return (
    <Page title={text.title} wide>
      <Box className="td">
        <FindHere />
        {division === undefined && <ScopeChoice scope={scope} />}
        {scope.grant === null || code === undefined ? (
          <NoScope scope={scope} returnTo={pages.taskFigures(division)} />
        ) : (
          <Figures key={code} division={code} />
        )}
      </Box>
    </Page>
  )
}

function Figures({ division }: { division: string }) {
  const query = useTaskFigures(division)
  return (
    <Answered query={query} blocks={[60, 220, 220]}>
      {({ name, counts, below }) => (
        <>
          <Box as="h2" className="title">
            {name}
          </Box>
          <Box className="td__columns">
            <Box className="td__part">
              <Card>
                <Counts counts={counts} />
                <Box className="muted">{text.how}</Box>
              </Card>
            </Box>
            <Box className="td__part td-more">{below.length > 0 && <Below below={below} />}</Box>
          </Box>
        </>
      )}
    </Answered>
  )
}

const Counts = ({ counts: { coming, filled, short, needsLate, hoursLate } }: { counts: TaskCounts }) => (
  <>
    <Fact name={text.coming}>{text.tasks(coming)}</Fact>
    <Fact name={text.filled}>{text.tasks(filled)}</Fact>
    <Fact name={text.short}>{text.people(short)}</Fact>
    <Box className={needsLate > 0 ? 'td-below__late' : ''}>{text.needs(needsLate)}</Box>
    <Box className={hoursLate > 0 ? 'td-below__late' : ''}>{text.hours(hoursLate)}</Box>
  </>
)

interface DivisionTasks {
  code: string
  name: string
  counts: TaskCounts
}

const Below = ({ below }: { below: readonly DivisionTasks[] }) => (
  <Card title={text.below}>
    <Box className="muted">{text.belowHelp}</Box>
    {below.map(({ code, name, counts: { coming, filled, short, needsLate, hoursLate } }) => (
      <Row
        key={code}
        to={pages.taskFigures(code)}
        title={name}
        under={
          <>
            <Box>{coming === 0 ? text.nothing : text.of(coming, filled, short)}</Box>
            {needsLate > 0 && <Box className="td-below__late">{text.needs(needsLate)}</Box>}
            {hoursLate > 0 && <Box className="td-below__late">{text.hours(hoursLate)}</Box>}
          </>
        }
      />
    ))}
  </Card>
)
