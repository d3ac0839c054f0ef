import type { ElderPage } from '@linli/contracts/visit-register'
import { relationWord } from '@linli/contracts/visit-words'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { say } from '../../../shared/ui/page/say'
import { useEndFamily } from '../api'
import { elderText } from '../text'
import { AskFamilySheet } from './family-sheet'
import { AssignSheet, StateSheet } from './manage-sheets'

type Open = 'assign' | 'state' | 'family' | null

/** What the staff of the community do with an elder of the register. */
export function Manage({ elder }: { elder: ElderPage }) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Card title={elderText.manage}>
        <Row title={elderText.edit} to={pages.editElder(elder.community, elder.id)} />
        <Row title={elderText.assign} onTap={() => setOpen('assign')} />
        <Row title={elderText.setState} onTap={() => setOpen('state')} />
      </Card>
      <Family elder={elder} onAsk={() => setOpen('family')} />
      {open === 'assign' && <AssignSheet elder={elder} onClose={close} />}
      {open === 'state' && <StateSheet elder={elder} onClose={close} />}
      {open === 'family' && <AskFamilySheet id={elder.id} onClose={close} />}
    </>
  )
}

function Family({ elder, onAsk }: { elder: ElderPage; onAsk: () => void }) {
  const end = useEndFamily(() => say(elderText.ended))
  return (
    <Card title={elderText.family}>
      <Box className="muted">{elderText.familyHelp}</Box>
      {elder.family.map(({ id, relation, phone, agreed }) => (
        <Box key={id} className="between visit-line">
          <Box>
            <Box>{`${relationWord[relation]} ${phone}`}</Box>
            <Box className="muted">{agreed ? elderText.agreed : elderText.waitsAnswer}</Box>
          </Box>
          <Tap
            className="head-link"
            label={`${elderText.endFamily} ${phone}`}
            onTap={() => end.mutate({ params: { id }, body: {} })}
          >
            {elderText.endFamily}
          </Tap>
        </Box>
      ))}
      <Row title={elderText.askFamily} onTap={onAsk} />
    </Card>
  )
}
