import { type FigureKey, type FiguresPage, figureKey } from '@linli/contracts/figures'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { ShareBar } from '../../../shared/ui/share-bar'
import { figuresText } from '../text'
import { trendOf } from '../words'

const nothing = { low: 0, high: 0 }

const keys: readonly FigureKey[] = figureKey.options

/** One figure month by month: each line carries its bar and its number, so it reads as text too. */
export function Trend({ months }: { months: FiguresPage['months'] }) {
  const [key, setKey] = useState<FigureKey>('good')
  return (
    <Card title={figuresText.trend}>
      <Choice
        label={figuresText.trendWhich}
        options={keys.map((value) => ({ value, word: figuresText.name[value] }))}
        chosen={key}
        onChoose={setKey}
      />
      <Box className="fig-trend" role="list" label={figuresText.trendOf(figuresText.name[key])}>
        {trendOf(months, key).map(({ month, words, base, bar }) => (
          <Box key={month} className="fig-month" role="listitem">
            <Box className="fig-month__name">{month}</Box>
            <Box className="fig-month__bar">
              <ShareBar {...(bar ?? nothing)} />
            </Box>
            <Box className="fig-month__words">
              {words}
              {base !== '' && (
                <Box as="span" className="muted">
                  {` ${base}`}
                </Box>
              )}
            </Box>
          </Box>
        ))}
      </Box>
    </Card>
  )
}
