import { figureKey } from '@linli/contracts/figures'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Listed } from '../../../shared/ui/answers/listed'
import { type BelowRow, useFiguresBelow } from '../api'
import type { Shown } from '../shown'
import { figuresText } from '../text'
import { baseWords, valueWords } from '../words'

const names = [
  figuresText.place,
  ...figureKey.options.map((key) => figuresText.name[key]),
  figuresText.open,
  figuresText.overdue,
]

/** Every division directly below, in the register's order: on a desk a table, on a telephone one card each. */
export function Below({ division, chosen }: { division: string; chosen: Shown }) {
  const query = useFiguresBelow(division, chosen)
  return (
    <Card title={figuresText.below}>
      <Box className="muted">{figuresText.belowHelp}</Box>
      <Listed
        query={query}
        blocks={[120, 120, 120]}
        of={(page) => page.divisions}
        none={<Box as="p">{figuresText.belowNone}</Box>}
      >
        {(rows) => (
          <Box className="fig-table" role="table" label={figuresText.below}>
            <Box className="fig-table__head" role="row">
              {names.map((name) => (
                <Box key={name} role="columnheader">
                  {name}
                </Box>
              ))}
            </Box>
            {rows.map((one) => (
              <Row key={one.division.code} one={one} />
            ))}
          </Box>
        )}
      </Listed>
    </Card>
  )
}

function Row({ one: { division, year, open, overdue } }: { one: BelowRow }) {
  const to = division.level === 'community' ? pages.figures(division.code) : pages.deskFigures(division.code)
  return (
    <Box className="fig-table__row" role="row">
      <Box className="fig-table__place" role="rowheader">
        <Tap className="fig-table__link" to={to}>
          {division.name}
        </Tap>
      </Box>
      {year.map((figure) => (
        <Cell key={figure.key} name={figuresText.name[figure.key]} under={baseWords(figure)}>
          {valueWords(figure)}
        </Cell>
      ))}
      <Cell name={figuresText.open}>{figuresText.cases(open)}</Cell>
      <Cell name={figuresText.overdue} late={overdue > 0}>
        {figuresText.cases(overdue)}
      </Cell>
    </Box>
  )
}

interface CellProps {
  name: string
  under?: string
  late?: boolean
  children: string
}

/** On a telephone each cell says its column's name; on a desk the head does. */
const Cell = ({ name, under, late, children }: CellProps) => (
  <Box className="fig-cell" role="cell">
    <Box className="fig-cell__name" decorative>
      {name}
    </Box>
    <Box className={late === true ? 'fig-cell__late' : ''}>
      {children}
      {under !== undefined && under !== '' && <Box className="muted">{under}</Box>}
    </Box>
  </Box>
)
