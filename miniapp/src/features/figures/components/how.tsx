import { figureKey } from '@linli/contracts/figures'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { Fact } from '../../../shared/ui/row'
import { figuresText } from '../text'

/** How each figure is counted, one sentence each. */
export function How() {
  const [open, setOpen] = useState(false)
  return (
    <Box as="section" className="card">
      <Tap className="fig-how" expanded={open} onTap={() => setOpen(!open)}>
        <Box as="span" className="strong">
          {figuresText.how}
        </Box>
        <Icon name={open ? 'minus' : 'plus'} />
      </Tap>
      {open && (
        <>
          {figuresText.howAll.map((line) => (
            <Box as="p" key={line}>
              {line}
            </Box>
          ))}
          {figureKey.options.map((key) => (
            <Fact key={key} name={figuresText.name[key]}>
              {figuresText.howEach[key]}
            </Fact>
          ))}
        </>
      )}
    </Box>
  )
}
