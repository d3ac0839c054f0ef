import type { Child } from '@linli/contracts/children'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { childText } from '../text'
import { mayDecide } from '../words'
import { EraseSheet } from './erase-sheet'
import { ExportSheet } from './export-sheet'

/** Everybody may take their data along, and have it gone. */
export function DataCard({ child }: { child: Child }) {
  const [open, setOpen] = useState<'export' | 'erase' | null>(null)
  const close = () => setOpen(null)
  return (
    <Card title={childText.data}>
      <Row title={childText.export} under={childText.exportHelp} onTap={() => setOpen('export')} />
      {mayDecide(child) && (
        <Row title={<Box className="warn-end">{childText.erase}</Box>} onTap={() => setOpen('erase')} />
      )}
      {open === 'export' && <ExportSheet childId={child.id} onClose={close} />}
      {open === 'erase' && <EraseSheet child={child} onClose={close} />}
    </Card>
  )
}
