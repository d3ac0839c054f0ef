import './figures.css'
import { service } from '@linli/contracts/ratings'
import type { FiguresPage } from '@linli/contracts/figures'
import { ratedWords } from '../../../shared/cases/faces'
import { dayOf } from '../../../shared/time/shanghai'
import { dateWords } from '../../../shared/time/time-words'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { useFigures } from '../api'
import type { Shown } from '../shown'
import { figuresText } from '../text'
import { isHidden, notesOf, yearWords } from '../words'
import { How } from './how'
import { Latest } from './latest'
import { Tiles } from './tiles'
import { Trend } from './trend'

const shown: readonly Shown[] = ['all', ...service.options]

interface FilterProps {
  chosen: Shown
  onChoose: (shown: Shown) => void
}

export const Filter = ({ chosen, onChoose }: FilterProps) => (
  <Choice
    label={figuresText.filter}
    options={shown.map((value) => ({
      value,
      word: value === 'all' ? figuresText.all : ratedWords(value).name,
    }))}
    chosen={chosen}
    onChoose={onChoose}
  />
)

/** The figures of a division: the year, the last month, month by month, and how they are counted. */
export function Figures({ division, chosen }: { division: string; chosen: Shown }) {
  const query = useFigures(division, chosen)
  return (
    <Answered query={query} blocks={[320, 300, 400]}>
      {(page) =>
        page.through === null ? (
          <Blank picture="bench" title={figuresText.none} help={figuresText.noneHelp} />
        ) : (
          <Published page={page} through={page.through} />
        )
      }
    </Answered>
  )
}

function Published({ page, through }: { page: FiguresPage; through: string }) {
  if (page.year.every(isHidden))
    return <Blank picture="bench" title={figuresText.nothing} help={figuresText.nothingHelp} />
  return <Shares page={page} through={through} />
}

const Shares = ({ page, through }: { page: FiguresPage; through: string }) => (
  <>
    <Card title={yearWords(page.months, through)}>
      {page.publishedAt !== null && (
        <Box className="muted">{figuresText.published(dateWords(dayOf(page.publishedAt)))}</Box>
      )}
      <Tiles figures={page.year} />
      {notesOf(page).map((note) => (
        <Box key={note} className="muted">
          {note}
        </Box>
      ))}
    </Card>
    <Box className="fig-two">
      <Latest month={through} latest={page.latest} before={page.before} />
      <Trend months={page.months} />
    </Box>
    <How />
  </>
)
